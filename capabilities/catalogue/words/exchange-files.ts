import type { Aside } from '../exchange-files/header.ts'
import type { Outcome } from '../exchange-files/plan.ts'
import type { ExchangeFileRefusal } from '../contract/exchange-file-routes.ts'

export const exchangeFileRefusalWords: Readonly<Record<ExchangeFileRefusal, string>> = {
  'list-file-empty': '文件是空的。请选择填好的文件再上传。',
  'list-file-old-workbook': '这是旧版的xls文件，读不了。请在表格软件里另存为xlsx或CSV，再上传。',
  'list-file-broken': '文件打不开，可能没有存完，也可能设了密码。请重新另存一份再上传。',
  'list-file-encoding-unknown': '看不出文件里的文字。请另存为xlsx或UTF-8的CSV，再上传。',
  'list-file-headings-missing':
    '没有找到表头。表头要有“事项名称”和另外至少两个国家标准的栏目，例如“基本编码”“事项类型”。可以先导出现有目录，照着填。',
  'list-file-too-long': '文件超过2万行。请分成几个文件上传。',
}

export const catalogueFileWords = {
  title: '政务服务事项目录',
  report: '目录核对报告',
}

export const OUTCOME_TITLES: Readonly<Record<Outcome, string>> = {
  new: '新事项',
  changed: '有改动',
  unchanged: '没有变化',
  'needs-a-human': '要人核对',
}

export const ASIDE_TITLES: Readonly<Record<Aside['why'], string>> = {
  'above-header': '表头上面的文字',
  header: '表头',
  'header-again': '重复的表头',
  note: '表下的说明',
  empty: '空行',
  detail: '已并入所属事项',
  'detail-lost': '文件里没有这一行所属的事项',
  'sheet-left': '没有表头的工作表',
}

export const NOT_A_LINE = '不是事项'
export const LEFT = '没有读'
export const REPORT_COLUMNS = [
  '工作表',
  '行号',
  '结果',
  '事项编号',
  '要核对',
  '已自动改正',
  '与现有事项不同',
  '其他',
] as const

/** What was put right by itself, so plain that nobody has to be asked; the words of the file stay on record. */
export const MENDS = {
  'full-width': '全角的字母、数字改成半角',
  'spaces-taken': '去掉多余的空格',
  'apostrophe-taken': '去掉编码、数字前面的单引号',
  'merged-cell': '合并单元格，补上同一内容',
  'other-wording': '换成国家标准的写法',
  'unit-in-number': '数字和单位分开填',
  'day-rewritten': '日期改成统一写法',
  'level-from-name': '名称后面的层级移到“行使层级”',
  'task-code-apart': '从实施编码里取出',
  'local-code-moved': '不是国家编码，移到“地方基本编码”',
  'merged-code-apart': '几段拼在一起的编码拆开填',
  'credit-code-completed': '9位机构代码补成18位统一社会信用代码',
  'credit-code-kept': '同一单位写了两种代码，留18位的',
  'body-code-from-name': '按单位名称补上代码',
  'body-name-from-code': '按单位代码补上名称',
  'body-name-whole': '单位名称写全称',
} as const

/** Why nobody but a person can say what is meant, and what to do. */
export const DOUBTS = {
  'word-unknown': '不在国家标准的选项里。请改成规定的写法。',
  'number-unreadable': '看不出数字。请只填一个数字。',
  'limit-unreadable': '看不出时限。请只填一个数字，单位另填。',
  'limit-in-months': '法定单位里没有“月”。请核对依据后改成工作日或自然日。',
  'unit-differs': '时限里写的单位和“单位”一栏不一样。请核对后统一。',
  'day-unreadable': '没有这个日期。请核对后重填，例如 2024-01-01。',
  'digits-lost': '表格软件把编码改成了科学计数，后面的数字已经丢了。请从原件重填。',
  'zeros-lost': '编码位数不够，可能丢了开头的0。请核对。',
  'code-malformed': '编码不合规则。基本编码12位，实施编码31位。请核对。',
  'several-codes': '一格里有几个编码。请拆成几行，每行一个。',
  'situation-line': '这是业务办理项（33位编码），不是事项。请填它所属事项的31位实施编码。',
  'code-parts-differ': '编码里的内容和本行填的不一样。请核对。',
  'other-area': '编码里的行政区划不是本地区。请核对是不是本地区的事项。',
  'credit-code-wrong': '统一社会信用代码的位数或最后一位不对。请核对。',
  'body-unknown': '本地区的机构里没有这个单位。请核对名称和代码，或者先登记机构。',
  'bodies-differ': '名称和代码不是同一个单位，或者一格里有两个单位。请核对。',
  'level-differs': '名称后面的层级和“行使层级”一栏不一样。请核对。',
  missing: '这一项必填。请补上。',
  'promise-over-law': '承诺时限比法定时限长。请缩短承诺时限。',
  'codes-point-apart': '几个编码指向不同的事项。请核对。',
  'code-changed': '已有事项的编码不能用导入修改。请核对；确实换了编码的，按新事项办理。',
  'twice-and-different': '同一事项在文件里有几行，内容不一样。请留一行。',
  'cells-beyond-header': '这一行的格子比表头多，后面的内容不知道是哪一栏。请核对。',
  'misplaced-number': '这个数字超出范围。请核对。',
} as const

export const reportWords = {
  outcome: '结果',
  sameAs: (row: number) => `与第${row}行相同`,
  kept: (fields: string) => `没有填，保留现有内容：${fields}`,
  row: (row: number, text: string) => `第${row}行，${text}`,
  column: (heading: string, twice: boolean, filled: number) =>
    `${twice ? '重复的列' : '不认识的列'}“${heading}”没有读，其中${filled}行填了内容`,
  sheet: (name: string) =>
    `工作表“${name}”没有读：没有表头。表头要有“事项名称”和另外至少两个国家标准的栏目。`,
  change: (field: string, before: string, after: string) => `${field}：${before || '（空）'} → ${after}`,
  ownChange: (sentence: string) => `${sentence}（由本平台定，不随文件改）`,
  twice: (rows: string, text: string) => `与第${rows}行重复。${text}`,
  doubt: (field: string | undefined, original: string, text: string, proposal: string | undefined) =>
    [
      field === undefined ? '' : `${field}：`,
      original === '' ? '' : `原文“${original}”。`,
      text,
      proposal === undefined ? '' : `建议：${proposal}`,
    ].join(''),
  mend: (field: string, text: string, original: string, became: string) =>
    `${field}：${text}（原文“${original}”，改为“${became}”）`,
}
