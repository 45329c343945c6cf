import type { Example, Usage } from '../example.ts'
import { LinkList } from './link-list.tsx'

export const usage: Usage = {
  title: '链接列表',
  when: '一串并列的去处，每条可带一句说明。',
  whenNot: '两三个词的跳转写在句子里；会改变内容的操作用按钮。',
}

const lines = [
  { href: '/a', text: '示例许可', aside: '2项', note: '想摆摊的人来办。' },
  { href: '/b', text: '示例证明' },
]

export const examples: Example[] = [
  { title: '一列', node: <LinkList lines={lines} /> },
  { title: '几列', node: <LinkList lines={lines} columns /> },
]
