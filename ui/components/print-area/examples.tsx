import type { Example } from '../example.ts'
import { PrintArea } from './print-area.tsx'

export const examples: Example[] = [
  {
    title: 'a paper edition',
    node: <PrintArea papers={[{ text: '下载打印版（PDF）', href: '/guide.pdf' }]} />,
  },
]
