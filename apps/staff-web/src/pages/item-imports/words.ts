import type { RowStanding, RunState } from '#capabilities/catalogue/contract/item-import-routes.ts'

export const importWords = {
  title: '目录导入',
  text: '把上级或者外来的整份目录导进来。先逐行核对，确认以后才起草；现行事项不会直接被改。',
  tabs: '目录导入',
  runs: '导入记录',
  directory: '待编制目录',
  outside: '系统事项对应',
  uploadTitle: '导入一份目录',
  uploadText:
    '选择xlsx或CSV文件，不超过60MB、2万个事项。栏目按国家标准，可以先在“事项质量”里导出现行目录，照着填。',
  uploadLabel: '选择目录文件',
  uploading: '正在上传，请不要关闭页面。',
  list: '导入记录，最近的在前',
  none: '还没有导入过目录。请在上面选择文件。',
  noneToRead: '还没有导入过目录。',
  columns: ['文件', '进度', '结果', '经办'],
  rows: (count: number) => `${count}行`,
  by: (name: string, at: string) => `${name} ${at}上传`,
  confirmedBy: (name: string) => `${name}确认`,
  back: '返回导入记录',
  progress: (state: RunState, reached: number, total: number) =>
    total === 0 ? '正在读取文件' : `${state === 'reading' ? '已读取' : '已导入'}${reached}行，共${total}行`,
  background: '可以离开这个页面，后台会接着做完。',
  again: (at: string) => `这份文件${at}已经导入过。没有变化的行不会再处理。`,
  seeBefore: '看那一次',
  totals: '按结果查看',
  all: (count: number) => `全部${count}行`,
  total: (title: string, count: number) => `${title} ${count}`,
  search: '按名称、编码查找',
  searchLabel: '名称或编码',
  rowList: '文件里的行，按文件的顺序',
  noRows: '没有这样的行。请换一个条件。',
  at: (sheet: string, row: number) => (sheet === '' ? `第${row}行` : `工作表“${sheet}”第${row}行`),
  beside: (count: number) => `文件里还有${count}处没有读`,
  mends: (count: number) => `已自动改正${count}处`,
  open: (row: number) => `处理第${row}行`,
  look: (row: number) => `查看第${row}行`,
  openButton: '处理',
  lookButton: '查看',
  seeChange: '看变更草稿',
  confirm: '确认导入',
  confirmTitle: '确认以后会做什么',
  confirmText: '确认以后不能再改这次导入的行。没有处理的行请先改正或者搁置。',
  confirmButton: '确认导入',
  waiting: (count: number) => `还有${count}行要人核对，改正或者搁置以后才能确认。`,
  asideAll: '全部搁置',
  asideAllTitle: (count: number) => `搁置要人核对的${count}行`,
  asideAllText: '这些行这次不导入，原文和原因留在记录里，以后可以重新上传。',
  aside: '搁置这一行',
  asideText: '这一行这次不导入，原文和原因留在记录里。',
  asideBack: '取消搁置',
  reason: '搁置的原因',
  reasonMissing: '请写明搁置的原因。',
  drop: '放弃这次导入',
  dropText: '这次导入不再处理，各行的原文仍可查看。',
  drawer: (row: number) => `第${row}行`,
  close: '关闭',
  field: '栏目',
  original: (text: string) => `文件里写的：${text}`,
  standing: (text: string) => `现行内容：${text}`,
  proposal: (text: string) => `建议：${text}`,
  takeProposal: '采用建议',
  save: '保存并重新核对',
  saved: '已保存。',
  fine: '这一行没有问题了。',
  onlyWrong: '只看有问题的栏目',
  everyField: '看全部栏目',
  whole: '整行的问题',
  mendedBy: (name: string) => `${name}改过`,
  sourceText: '原文',
  choose: '请选择',
  lineList: '待编制目录，按名称排列',
  lineText: '导入的新事项，本区还没有编成事项。由负责的单位起草。',
  noLines: '没有待编制的目录。',
  lineFrom: (file: string, row: number) => `来自“${file}”第${row}行`,
  begin: '起草',
  beginLabel: (name: string) => `起草“${name}”`,
  beginTitle: (name: string) => `起草事项“${name}”`,
  beginText: '按目录里的内容建一份草稿，其余的在草稿里补齐。',
  domain: '领域',
  domainMissing: '请选择领域。',
} as const

export const runTones: Readonly<Record<RunState, string>> = {
  ...{ reading: 'tag-blue', open: 'tag-warn', 'taking-in': 'tag-blue' },
  ...{ done: 'tag-good', failed: 'tag-bad', dropped: 'tag-plain' },
}

export const standingTones: Readonly<Record<RowStanding, string>> = {
  ...{ 'needs-a-human': 'tag-bad', changed: 'tag-warn', new: 'tag-blue', unchanged: 'tag-plain' },
  ...{ 'not-a-row': 'tag-plain', 'set-aside': 'tag-plain', drafted: 'tag-good', 'moved-on': 'tag-good' },
  ...{ listed: 'tag-good', 'line-updated': 'tag-good', 'already-so': 'tag-plain', conflict: 'tag-bad' },
}

export const standingTitles: Readonly<Record<RowStanding, string>> = {
  ...{ 'needs-a-human': '要人核对', changed: '有改动', new: '新事项', unchanged: '没有变化' },
  ...{ 'not-a-row': '不是事项', 'set-aside': '已搁置', drafted: '已起草变更', 'moved-on': '已更新草稿' },
  ...{ listed: '已列入待编制目录', 'line-updated': '已更新待编制目录', 'already-so': '已经一样' },
  conflict: '没有导入',
}

export const outsideWords = {
  title: '系统事项与平台事项一一对应',
  text: '部门自建系统的一个事项，只对应平台的一个事项；平台的一个事项，也只对应一个系统事项。',
  systems: '自建系统',
  system: ({ name, owner, modeText, mapped, items }: SystemLine) =>
    `${name}（${owner || '主管单位未填'}，${modeText}）：已对应${mapped}个，共${items}个`,
  noSystems: '还没有登记自建系统。请按导出的表格填写后导入。',
  upload: '导入对应表',
  uploading: '正在导入，请稍候。',
  taken: (mapped: number, kept: number, unchanged: number) =>
    `新对应${mapped}个，更新${kept}个，没有变化${unchanged}个。`,
  bad: (count: number) => `${count}行没有导入`,
  badLine: (row: number, text: string) => `第${row}行：${text}`,
  show: '看哪一边',
  views: { no: '系统事项：没有对应', yes: '系统事项：已对应', own: '平台事项：没有对应' },
  list: '系统事项',
  ownList: '没有对应系统事项的平台事项',
  none: '没有这样的事项。',
  search: '按名称、编码查找',
  searchLabel: '事项',
  is: (name: string) => `对应：${name}`,
  map: '对应',
  mapLabel: (name: string) => `对应“${name}”`,
  mapTitle: (name: string) => `“${name}”对应哪个平台事项`,
  mapText: '一个平台事项只能对应一个系统事项。',
  item: '平台事项',
  itemMissing: '请选择平台事项。',
  find: '输入名称查找',
  unmap: '解除',
  unmapLabel: (name: string) => `解除“${name}”的对应`,
  save: '保存',
} as const

interface SystemLine {
  name: string
  owner: string
  modeText: string
  mapped: number
  items: number
}
