import type { Sentences } from '#platform/http/problem.ts'
import type { ItemImportRefusal, RowStanding, RunState } from '../contract/item-import-routes.ts'

export const itemImportRefusalWords: Readonly<Record<ItemImportRefusal, Sentences[string]>> = {
  'import-run-not-found': '没有找到这次导入。请回到导入记录重新查找。',
  'import-row-not-found': '没有找到这一行。请刷新页面后重新选择。',
  'import-not-open': '这次导入现在不能修改：还在读取，或者已经确认、放弃。请刷新页面查看进度。',
  'import-rows-waiting': ({ count }) =>
    `还有${String(count)}行要人核对。请逐行改正，或者写明原因后搁置，再确认导入。`,
  'import-row-is-no-line': '这一行不是事项，没有可以改的内容。需要导入的，请在原文件里补成一行后重新上传。',
  'import-field-unknown': '没有这一栏。请刷新页面后重新填写。',
  'import-file-too-large': '文件超过60MB。请分成几个文件上传。',
  'import-one-at-a-time': '本区有一个文件正在导入。请等它完成后再确认这一个。',
  'directory-line-not-found': '没有找到这条目录，可能已经编成事项。请刷新列表。',
}

export const RUN_STATE_TITLES: Readonly<Record<RunState, string>> = {
  reading: '正在读取',
  open: '待处理',
  'taking-in': '正在导入',
  done: '已导入',
  failed: '没有读成',
  dropped: '已放弃',
}

export const STANDING_TITLES: Readonly<Record<RowStanding, string>> = {
  'needs-a-human': '要人核对',
  changed: '有改动',
  new: '新事项',
  unchanged: '没有变化',
  'not-a-row': '不是事项',
  'set-aside': '已搁置',
  drafted: '已起草变更',
  'moved-on': '已更新草稿',
  listed: '已列入待编制目录',
  'line-updated': '已更新待编制目录',
  'already-so': '现有内容已经一样',
  conflict: '没有导入',
}

export const itemImportWords = {
  reason: (file: string, row: number) => `导入目录“${file.slice(0, 80)}”第${row}行`,
  left: (field: string, after: string) => `“${field}”没有自动写入，请照文件填写：${after}`,
  directoryItem: '待编制目录',
  directoryChanges: '待编制目录里的内容不同',
  willDraft: (count: number) =>
    `${count}个事项有改动：各起草一次变更，送编制单位修改、送审，不直接改现行内容。`,
  willList: (count: number) => `${count}个新事项：列入待编制目录，由编制单位起草。`,
  willKeep: (count: number) => `${count}行没有变化：不作处理。`,
  willSetAside: (count: number) => `${count}行已搁置：不导入，留有原文和原因。`,
  willName: (count: number) => `${count}行不是事项（表头、说明、明细、空行）：不导入，留有原文。`,
  setAside: (reason: string, who: string) => `${reason}（${who}）`,
  report: '目录导入结果',
  fileName: (name: string) => name.replace(/\.[A-Za-z]{2,4}$/, ''),
  columns: ['工作表', '行号', '结果', '事项编号', '要核对', '已自动改正', '改动', '说明', '原文'],
  unnamed: '未命名',
} as const
