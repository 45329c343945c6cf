import type { LegalDay } from '#engine/day.ts'
import type { Condition } from './condition.ts'

/** The days a number speaks of; both ends count. `asOf` is the last of them that has begun. */
export interface Period {
  from: LegalDay
  to: LegalDay
  asOf: LegalDay
}

/** What the plans differ on. */
export interface Policy {
  /** 无差别受理: every acceptance window takes everything, whatever its label. */
  undifferentiated: boolean
  /** Window kinds that are comprehensive where windows are not alike (YY 四类窗口, DW 全科窗口). */
  comprehensiveWindowKinds: readonly string[]
}

/** A rate over case lines. What is counted is one row each, or one item each. */
export interface Rate {
  id: string
  name: string
  /** Raised whenever the formula changes, so that an old figure can say what it meant. */
  version: number
  formula: string
  clauses: readonly string[]
  counts: 'cases' | 'items'
  /** Which end is the good one. */
  better: 'higher' | 'lower'
  /** The day its period speaks of: the cases behind it come in that order. */
  by: 'receivedDay' | 'acceptedDay' | 'resolvedDay' | 'endedDay' | 'urgedDay'
  /** What is counted at all. */
  of(period: Period, policy: Policy): Condition
  /** Which of these count for the rate. */
  met(period: Period, policy: Policy): Condition
}

const within = (column: 'receivedDay' | 'acceptedDay' | 'decidedDay', { from, to }: Period): Condition => ({
  column,
  from,
  to,
})

/** CAS-06: a share of items, not of cases; one case at a comprehensive window shows that the item is taken there. */
const oneWindow: Rate = {
  id: 'one-window-rate',
  name: '一窗受理率',
  version: 1,
  formula:
    '期内在综合窗口收过件的事项数 ÷ 期内在窗口收过件的事项数。无差别受理的地区，每个受理窗口都是综合窗口；其他地区按方案列出的窗口类型认定。',
  clauses: ['YY-1.2.3-05', 'YY-1.2.3-06', 'DW-3.4.14-11'],
  counts: 'items',
  better: 'higher',
  by: 'receivedDay',
  of: (period) => ({ all: [within('receivedDay', period), { column: 'channel', is: 'window' }] }),
  met: (_period, { undifferentiated, comprehensiveWindowKinds }) =>
    undifferentiated
      ? { column: 'channel', is: 'window' }
      : { column: 'windowKind', oneOf: comprehensiveWindowKinds },
}

/** Undecided and past its promise when the period ends, or now while it lasts. */
const overdueAt = ({ asOf }: Period): Condition => ({
  all: [
    { column: 'inTime', is: false },
    { column: 'resolvedDay', after: asOf },
    { column: 'promisedDue', before: asOf },
  ],
})

/** CAS-08 */
const onTime: Rate = {
  id: 'on-time-rate',
  name: '按时办结率',
  version: 1,
  formula:
    '期内在承诺时限内作出决定的办件数 ÷（期内作出决定的办件数 + 期末已超过承诺时限仍未作出决定的办件数）。到期当天仍算按时；依法停表的时间不计。',
  clauses: ['LS-2.5-12', 'LS-2.5-13', 'LC-3.8-06', 'LC-3.8-08', 'YY-1.2.4-07'],
  counts: 'cases',
  better: 'higher',
  by: 'resolvedDay',
  of: (period) => ({
    any: [
      { all: [within('decidedDay', period), { column: 'promisedDue', before: '9999-12-31' }] },
      overdueAt(period),
    ],
  }),
  met: (period) => ({ all: [within('decidedDay', period), { column: 'inTime', is: true }] }),
}

/** CAS-09: what the total hides. */
const stepOverrun: Rate = {
  id: 'step-overrun-rate',
  name: '环节超时率',
  version: 1,
  formula:
    '期内受理、总时限未超而有环节（勘验、审查、决定）超过自己时限的办件数 ÷ 期内受理的办件数。环节正在进行且已过期的也计入。',
  clauses: ['DW-3.4.14-04'],
  counts: 'cases',
  better: 'lower',
  by: 'acceptedDay',
  of: (period) => within('acceptedDay', period),
  met: (period) => ({
    any: [
      { column: 'stepLate', is: true },
      { all: [{ column: 'stepDue', before: period.asOf }, { not: overdueAt(period) }] },
    ],
  }),
}

/** CAS-10: an on-the-spot matter is finished on the day it was brought, or its visit was not enough. */
const onTheSpot: Rate = {
  id: 'on-the-spot-rate',
  name: '即办率',
  version: 1,
  formula:
    '期内在窗口收到、当天作出决定的即办件数 ÷ 期内在窗口收到的即办件数。当次到场没有办结的，不论什么原因都不算当场办结。',
  clauses: ['LC-3.8-07', 'YY-1.2.4-10', 'BS-2.7-06'],
  counts: 'cases',
  better: 'higher',
  by: 'receivedDay',
  of: (period) => ({
    all: [
      within('receivedDay', period),
      { column: 'procedure', is: 'on-the-spot' },
      { column: 'channel', is: 'window' },
    ],
  }),
  met: () => ({ column: 'inVisit', is: true }),
}

/** POR-10 */
const online: Rate = {
  id: 'online-filing-rate',
  name: '网上申报率',
  version: 1,
  formula: '期内网上申报的办件数 ÷ 期内收到的全部办件数。办件归申请人选定的受理场所。',
  clauses: ['YY-1.1-06'],
  counts: 'cases',
  better: 'higher',
  by: 'receivedDay',
  of: (period) => within('receivedDay', period),
  met: () => ({ column: 'channel', is: 'online' }),
}

/** Cases that came to their end; what was withdrawn or given up says nothing of how often one has to come. */
const closedIn = ({ from, to }: Period): Condition => ({
  all: [
    { column: 'endedDay', from, to },
    { column: 'endedHow', is: 'closed' },
  ],
})

/** BS-4.3-05: by place, whatever the item declares. */
const doneInOne: Rate = {
  id: 'done-in-one-visit-rate',
  name: '一次办好率',
  version: 1,
  formula:
    '期内办结、申请人最多到窗口一次的办件数 ÷ 期内办结的办件数。窗口收件、窗口补交材料、窗口领取各算到场，同一天只算一次；网上办理、邮寄不算。',
  clauses: ['BS-4.3-05', 'YY-5.1-05'],
  counts: 'cases',
  better: 'higher',
  by: 'endedDay',
  of: closedIn,
  met: () => ({ column: 'atMostOnce', is: true }),
}

/**
 * CAS-30: an item promises one visit, and its cases keep the promise or break it. The number counts items of the catalogue
 * (`service/one-visit.ts`); this is the condition behind it, case by case.
 */
export const ONE_VISIT: Rate = {
  id: 'one-visit-rate',
  name: '最多跑一次率',
  version: 1,
  formula:
    '承诺最多到场一次、且期内没有办件到场两次以上的事项数 ÷ 在用事项数。期内办结的办件有一件到场两次以上，该事项即从分子中剔除并列出。',
  clauses: ['DW-3.4.14-12', 'YY-2.1-03'],
  counts: 'cases',
  better: 'higher',
  by: 'endedDay',
  of: (period) => ({ all: [closedIn(period), { column: 'declaredOnce', is: true }] }),
  met: () => ({ column: 'atMostOnce', is: true }),
}

/** SUP-03: an alert somebody has to answer for; urging without an answer changes nothing. */
const urgesAnswered: Rate = {
  id: 'urge-answer-rate',
  name: '催办答复率',
  version: 1,
  formula:
    '期内被催办、并且每次催办都已经办理或者答复的办件数 ÷ 期内被催办过的办件数。按最后一次催办的日期归期；申请人撤回、案件转走而没有人答复的不算答复。',
  clauses: ['DW-3.8.19-03'],
  counts: 'cases',
  better: 'higher',
  by: 'urgedDay',
  of: ({ from, to }) => ({ column: 'urgedDay', from, to }),
  met: () => ({ column: 'urgesAnswered', is: true }),
}

export const RATES: readonly Rate[] = [
  ...[onTime, stepOverrun, onTheSpot, online, oneWindow, doneInOne],
  urgesAnswered,
]

/** Every rate that opens to cases. */
export function rateById(id: string): Rate | undefined {
  return [...RATES, ONE_VISIT].find((rate) => rate.id === id)
}

/** Numbers that are not shares of cases: they open to attempts or to places. */
export const UPWARD_ATTEMPTS = {
  id: 'upward-attempts',
  name: '上推次数',
  version: 1,
  formula: '期内镇（街道）把应由自己决定的办件往上级推、被系统拦下的次数，按机构统计，作为考核扣分的依据。',
  clauses: ['LS-2.5-14'],
} as const

export const BEYOND_POWER = {
  id: 'beyond-power-attempts',
  name: '越权次数',
  version: 1,
  formula: '期内岗位在没有权限的办件或事项上动手、被系统拦下的次数，按机构统计。',
  clauses: ['LS-2.5-15'],
} as const

export const RATED_CENTRES = {
  id: 'rated-centre-rate',
  name: '有评价的中心占比',
  version: 1,
  formula:
    '期内至少收到一条评价的大厅和中心数 ÷ 期内在用的大厅和中心数。评价归办件的受理场所；没有评价的中心逐个列出。',
  clauses: ['LC-3.8-11', 'DW-3.2.7-08', 'DW-3.8.19-15', 'BS-2.9-09', 'BS-2.9-10', 'YY-2.2.3-07'],
} as const

export const POOR_RATING_RECTIFIED = {
  id: 'poor-rating-rectified-rate',
  name: '差评回访整改率',
  version: 1,
  formula:
    '期内按期核实、整改答复并回访完毕的差评数 ÷（期内办结的差评数 + 期末已超过期限仍未办结的差评数）。匿名差评无法回访，答复即办结；复核剔除的不计。没有按期的逐条列出。',
  clauses: ['DW-3.8.19-16'],
} as const

/** Numbers a dated target may be set for. */
export const TARGET_INDICATORS: readonly string[] = [
  ...[...RATES, ONE_VISIT].map(({ id }) => id),
  POOR_RATING_RECTIFIED.id,
]
