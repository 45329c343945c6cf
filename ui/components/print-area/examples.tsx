import type { Example, Usage } from '../example.ts'
import { PrintArea } from './print-area.tsx'

export const usage: Usage = {
  title: '打印下载',
  when: '有适合打印的纸面版时，放在内容末尾。',
  whenNot: '网页本身打印就清楚时不用。',
}

export const examples: Example[] = [
  {
    title: '有纸面版',
    node: <PrintArea papers={[{ text: '下载打印版（PDF）', href: '/guide.pdf' }]} />,
  },
]
