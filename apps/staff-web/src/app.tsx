import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useThemeName } from './look/colours.ts'
import { useLargerText } from './look/larger-text.ts'
import { theme } from './look/theme.ts'
import { router } from './router.tsx'
import { queryClient } from './server/query-client.ts'

export function App() {
  const [larger] = useLargerText()
  const name = useThemeName()
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme(name, larger)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
