import type { Example } from '../example.ts'
import { LinkList } from './link-list.tsx'

const lines = [
  { href: '/a', text: '示例许可', aside: '2项', note: '想摆摊的人来办。' },
  { href: '/b', text: '示例证明' },
]

export const examples: Example[] = [
  { title: 'one column', node: <LinkList lines={lines} /> },
  { title: 'columns', node: <LinkList lines={lines} columns /> },
]
