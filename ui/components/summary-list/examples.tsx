import type { Example } from '../example.ts'
import { SummaryList } from './summary-list.tsx'

export const examples: Example[] = [
  { title: 'to read', node: <SummaryList rows={[{ label: '咨询', content: '0000-0000001' }]} /> },
  {
    title: 'to check and change',
    node: (
      <SummaryList
        rows={[
          { label: '姓名', content: '测试甲', change: '#name' },
          { label: '说明', content: '一行\n两行', change: '#remark' },
        ]}
      />
    ),
  },
]
