import type { Group } from './grouped.ts'

export const askedWords = {
  asked: '现在该做什么',
  notYet: '现在还不能办',
  cancel: '取消',
  back: '返回修改',
  sureTitle: (act: string) => `确认“${act}”吗？`,
  sure: (act: string) => `确认${act}`,
  recorded: '发出后不能撤回，会记入办理记录。',
  done: (title: string) => `“${title}”已办好。`,
  reloaded: (what: string, state: string) =>
    `已经重新读取：${what}现在是“${state}”。您写的内容还在，请看清楚再决定。`,
  gone: '这一步现在不能办了。您写的内容还在，需要的话可以先复制，再关闭。',
}

export const groupWords: Readonly<Record<Group, string>> = {
  forward: '继续办理',
  special: '特别情形',
  joint: '会商会签',
  'pass-on': '转交同事',
  end: '不予、退出与终止',
}
