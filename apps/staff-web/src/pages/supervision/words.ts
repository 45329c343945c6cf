import type {
  AlertView,
  IndicatorView,
  SupervisedCase,
  TargetView,
} from '#capabilities/supervision/contract.ts'

export const supervisionWords = {
  title: '监督',
  text: '数字都由办件记录算出，点数字可以看到是哪些办件。',
  ownPlace: '您看到的是本场所的数据。',
  tabs: { indicators: '指标', alerts: '预警', attempts: '越权记录' },
  tabList: '监督内容',
  period: '期间',
  periods: { month: '本月', before: '上月', custom: '自选' },
  from: '起始日',
  to: '截止日',
  place: '场所',
  anyPlace: '全区',
  span: (from: string, to: string) => `${from}至${to}`,
  soFar: (day: string) => `数据截至${day}`,
  periodWrong: '起始日不能晚于截止日。',
  export: '导出 CSV',
  noData: '期内没有数据',
  none: '—',
  ofTotal: (numerator: number, denominator: number, unit: string) => `${numerator} / ${denominator} ${unit}`,
  counted: (count: number) => `符合 ${count} 件`,
  rest: (count: number) => `其余 ${count} 件`,
  countedItems: '看符合的办件',
  restItems: '看其余的办件',
  records: '看记录',
  byPlace: '分场所',
  byBody: '分机构',
  how: '怎么算的',
  formulaVersion: (version: number) => `公式第${version}版`,
  clauses: '依据条款：',
  targets: '目标',
  unrated: '没有评价的场所',
  lateRatings: (count: number) => `没有按期处理的差评，共${count}条`,
  allRated: '每个大厅和中心都有评价。',
  partTitles: { numerator: '符合的办件', rest: '其余的办件', all: '全部办件' },
  close: '关闭',
  more: '更多',
  emptyCases: '期内没有这样的办件。',
  emptyAlerts: '现在没有临近或超期的办件。',
  emptyAttempts: '期内没有越权或上推的记录。',
  received: (day: string) => `${day}收件`,
  decided: (day: string) => `${day}决定`,
  promised: (day: string) => `承诺${day}到期`,
  lateBy: (days: number) => `超期${days}个工作日`,
  leftOpen: (reason: string) => `未当场办结：${reason}`,
  stepLate: (step: string, due: string, end: string | undefined) =>
    `${step}超时：应于${due}完成，${end === undefined ? '还没有完成' : `${end}完成`}`,
  levelFilter: '级别',
  anyLevel: (count: number) => `全部 ${count}`,
  levelCount: (level: AlertView['level'], count: number) => `${levelWords[level]} ${count}`,
  dueIn: (title: string, day: string, left: number) =>
    left < 0
      ? `${title}${day}到期，已超${-left}个工作日`
      : left === 0
        ? `${title}今天到期`
        : `${title}${day}到期，还有${left}个工作日`,
  alertsNow: '按今天的情况，不分期间；一个办件只计最重的一级。',
  attemptKind: '类别',
  anyKind: '全部',
  kinds: { 'beyond-power': '越权', upward: '上推' },
  tried: (action: string) => `想做：${action}`,
  stopped: (why: string) => `拦下：${why}`,
}

export const levelWords: Record<AlertView['level'], string> = { red: '红牌', yellow: '黄牌', near: '临近' }

export const levelTones: Record<AlertView['level'], string> = { red: 'bad', yellow: 'warn', near: 'blue' }

export const unitWords: Record<IndicatorView['counts'], string> = {
  cases: '件',
  items: '个事项',
  attempts: '次',
  places: '个场所',
  ratings: '条差评',
}

export const standingWords: Record<SupervisedCase['standing'], string> = {
  'in-time': '按时',
  running: '在办',
  overdue: '超期',
  over: '已终止',
}

export const standingTones: Record<SupervisedCase['standing'], string> = {
  'in-time': 'good',
  running: 'plain',
  overdue: 'bad',
  over: 'plain',
}

const targetStandings: Record<TargetView['standing'], string> = {
  met: '已达到',
  'not-met': '未达到',
  'not-due': '未到期',
  'no-data': '没有数据',
}

export const targetTones: Record<TargetView['standing'], string> = {
  met: 'good',
  'not-met': 'bad',
  'not-due': 'plain',
  'no-data': 'plain',
}

export function targetSentence(target: TargetView, day: string, rate: string): string {
  return `${day}前达到 ${target.value}%：${targetStandings[target.standing]}（${rate}）`
}

/** `66.7%`; a dash where nothing was counted. */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) return supervisionWords.none
  const tenths = Math.round((numerator * 1000) / denominator)
  return `${tenths / 10}%`
}
