import type { Group } from './grouped.ts'

export const askedWords = {
  asked: '现在该做什么',
}

export const groupWords: Readonly<Record<Group, string>> = {
  forward: '继续办理',
  special: '特别情形',
  joint: '会商会签',
  'pass-on': '转交同事',
  end: '不予、退出与终止',
}
