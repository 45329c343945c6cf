import type { Example, Usage } from '../example.ts'
import { StatusTag } from './status-tag.tsx'

export const usage: Usage = {
  title: '状态标签',
  when: '列表里用两到六个字说明一件事的状态，颜色只是帮忙，字必须说清。',
  whenNot: '不当按钮用；一句话才说得清的用时限说明。',
}

const tags = [
  ['plain', '已撤回'],
  ['strong', '正在审查'],
  ['good', '已办好'],
  ['warn', '等您补材料'],
  ['bad', '不予许可'],
] as const

export const examples: Example[] = tags.map(([tone, word]) => ({
  title: word,
  node: <StatusTag tone={tone}>{word}</StatusTag>,
}))
