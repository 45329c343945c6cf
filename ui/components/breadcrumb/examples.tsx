import type { Example } from '../example.ts'
import { Breadcrumb } from './breadcrumb.tsx'

export const examples: Example[] = [
  {
    title: 'two steps up',
    node: (
      <Breadcrumb
        trail={[
          { text: '首页', href: '/' },
          { text: '市场准入', href: '/domains/market-access' },
        ]}
      />
    ),
  },
]
