import type { Measure } from '#capabilities/catalogue/model.ts'
import { day } from '#ui/format/day.ts'
import type { AlertLevel, AttemptKind, Rate } from './model.ts'
import { importRefusalWords } from './words/findings.ts'

export const supervisionWords: Readonly<
  Record<string, string | ((facts: Readonly<Record<string, unknown>>) => string)>
> = {
  ...importRefusalWords,
  'indicator-not-found': '没有这项指标，或者它没有对应的办件清单。请从指标列表重新进入。',
  'period-invalid': '起止日期有误：起始日不能晚于截止日，跨度不超过三年。请重新选择日期。',
  'place-out-of-sight': '您的岗位只能看本场所的数据。请去掉场所条件，或用监督人员的岗位查看。',
}

export const ATTEMPT_KIND_TITLES: Readonly<Record<AttemptKind, string>> = {
  'beyond-power': '越权',
  upward: '上推',
  'second-notice': '重复告知',
}

export const LEVEL_TITLES: Readonly<Record<AlertLevel, string>> = {
  red: '红牌',
  yellow: '黄牌',
  near: '临近',
}

/** Clocks that supervision watches, as its lists name them. */
export const LIMIT_TITLES: Readonly<Record<string, string>> = {
  statutory: '法定时限',
  promised: '承诺时限',
  'step-survey': '勘验环节',
  'step-review': '审查环节',
  'step-decide': '决定环节',
  notice: '受理或一次告知',
  delivery: '送达',
}

/** Opinions run a clock for each department and tasks one each, so their names begin alike. */
export function limitTitle(clock: string): string {
  if (clock.startsWith('opinion-')) return '部门意见'
  if (clock.startsWith('task-')) return '会议交办事项'
  return clock === 'meeting' ? '会议召开' : (LIMIT_TITLES[clock] ?? clock)
}

/** What was tried, by the name of the act; one that is not listed is shown by its own name. */
export const TRIED_TITLES: Readonly<Record<string, string>> = {
  'file-online': '网上申报',
  'file-at-window': '窗口收件',
  'pre-review': '预审',
  accept: '受理',
  'notify-supplement': '一次告知补正',
  'supply-at-window': '接收补正材料',
  'propose-refusal': '建议不予受理',
  'return-to-window': '退回窗口继续受理',
  'refuse-acceptance': '不予受理',
  'record-survey': '现场勘验',
  review: '审查',
  'return-to-review': '退回重审',
  grant: '准予',
  deny: '不予',
  seal: '签章发文',
  'deliver-at-window': '窗口送达',
  'hand-to-post': '交邮寄送',
  'record-check': '事后核查',
  revoke: '撤销决定',
  withdraw: '撤回申请',
  'transfer-up': '上推决定',
}

/** Why the system stopped it. */
export const STOPPED_TITLES: Readonly<Record<string, string>> = {
  'power-none': '本机构没有这项权力',
  'power-expired': '授权已到期',
  'power-taken-back': '授权已收回',
  'power-not-yet': '授权还没有生效',
  'power-other-place': '授权不含这个场所',
  'not-your-step': '不是这个岗位的环节',
  'beyond-sight': '不属于本岗位管辖的办件',
  'no-upward-transfer': '应由本机构决定，不得上推',
  'second-notice-new-point': '第一次就能发现的问题，不得再次告知',
  'point-settled': '已经认定符合要求，不得再次告知',
}

/** In what order the cases behind a number come. */
export const ORDER_TITLES: Readonly<Record<Rate['by'], string>> = {
  receivedDay: '按收件日排列，最近的在前',
  acceptedDay: '按受理日排列，最近的在前',
  resolvedDay: '按决定日排列，还没有决定的在最前，然后最近的在前',
  endedDay: '按办结日排列，最近的在前',
  urgedDay: '按最后一次催办的日子排列，最近的在前',
}

export const CHANNEL_TITLES = { online: '网上', window: '窗口' } as const

export const OUTSIDE_STAFF = { citizen: '申请人', system: '系统' } as const

export const STANDING_TITLES = {
  'in-time': '按时',
  running: '在办',
  overdue: '超期',
  over: '已终止',
} as const

export const LEFT_OPEN_TITLES: Readonly<Record<string, string>> = {
  'papers-missing': '材料不齐',
  'outside-power': '超出权限',
  'needs-checking': '需要核实',
  'system-failure': '系统故障',
  'applicant-left': '申请人离开',
  other: '其他原因',
  unexplained: '未说明原因',
}

export const FILE_TITLES = {
  indicators: '监督指标',
  cases: '指标里的办件',
  alerts: '预警',
  findings: '监督发现',
  attempts: '越权记录',
} as const

/** The cases a rate counts, those it leaves out, or both. */
export const PART_TITLES = { numerator: '计入的', rest: '未计入的', all: '全部' } as const

/** Titles of the files' columns, with their kind where it is not text. */
export const FILE_COLUMNS = {
  indicators: [
    '指标',
    '场所',
    '分子:number',
    '分母:number',
    '比率（%）:number',
    '起始日:day',
    '截止日:day',
    '公式',
    '公式版本',
    '依据条款',
  ],
  cases: [
    '办件编号',
    '事项',
    '受理场所',
    '决定机构',
    '渠道',
    '收件日:day',
    '承诺到期日:day',
    '法定到期日:day',
    '决定日:day',
    '情况',
    '超期工作日:number',
    '超时环节',
    '未当场办结原因',
  ],
  alerts: ['级别', '原因'],
  findings: ['类别', '日期:day', '办件编号', '事项', '机构', '来源', '问题', '依据', '证据'],
  attempts: ['时间:moment', '类别', '人员', '机构', '办件编号', '事项', '想做什么', '拦下的原因'],
} as const

/** What process re-engineering lowers. */
export const MEASURE_TITLES: Readonly<Record<Measure, string>> = {
  steps: '办理环节',
  materials: '列明的材料',
  demanded: '要交的材料',
  fields: '要填的项',
  visits: '到现场次数',
  days: '承诺天数',
}

export const WHOLE_AREA = '全区'

/** A poor rating that was not handled in time: where, about what, and since when. */
export function lateRatingLine(place: string, item: string, missedDay: string, open: boolean): string {
  return `${place}：${item}，最迟应于${day(missedDay)}处理，${open ? '至今没有办结' : '逾期后才办结'}`
}

/** An item that promises one visit at most and had cases of more. */
export function visitedTwiceLine(item: string, cases: number): string {
  return `${item}：${cases}件到场两次以上`
}
