import type {
  AlertView,
  AttemptView,
  IndicatorView,
  SupervisedCase,
} from '#capabilities/supervision/contract.ts'
import type { supervisionRoutes } from '#capabilities/supervision/contract/routes.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import { CASE_NO } from './canned-case.ts'

const line: SupervisedCase = {
  no: CASE_NO,
  itemId: 'elderly-allowance',
  itemName: '高龄津贴认定',
  place: '示例镇便民服务中心',
  body: '示例镇政府',
  channel: 'window',
  receivedDay: '2026-11-02',
  decidedDay: '2026-11-18',
  promisedDue: '2026-11-16',
  standing: 'overdue',
  lateWorkingDays: 2,
  lateSteps: [{ step: '审查环节', dueDay: '2026-11-10', endDay: '2026-11-12' }],
}

const rate = {
  version: 1,
  counts: 'cases',
  better: 'higher',
  targets: [],
  clauses: ['LS-2.5-13'],
} as const

const onTime: IndicatorView = {
  ...rate,
  ...{
    id: 'on-time-rate',
    name: '按时办结率',
    numerator: 11,
    denominator: 12,
    targets: [],
    clauses: ['LS-2.5-13'],
  },
  formula:
    '期内在承诺时限内作出决定的办件数 ÷（期内作出决定的办件数 + 期末已超过承诺时限仍未作出决定的办件数）。',
  groups: [
    { id: 'centre-1', name: '示例镇便民服务中心', numerator: 5, denominator: 6 },
    { id: 'hall-1', name: '示例区政务服务中心', numerator: 6, denominator: 6 },
  ],
}

export const indicators: ReplyOf<(typeof supervisionRoutes)['indicators']> = {
  from: '2026-11-01',
  to: '2026-11-30',
  asOf: '2026-11-22',
  indicators: [
    onTime,
    {
      ...rate,
      ...{ id: 'on-the-spot-rate', name: '即办率', numerator: 0, denominator: 0, clauses: ['LC-3.8-07'] },
      targets: [],
      formula: '期内在窗口收到、当天作出决定的即办件数 ÷ 期内在窗口收到的即办件数。',
    },
    {
      ...rate,
      ...{ id: 'one-window-rate', name: '一窗受理率', counts: 'items', numerator: 7, denominator: 9 },
      clauses: ['YY-1.2.3-05', 'YY-1.2.3-06'],
      formula: '期内在综合窗口收过件的事项数 ÷ 期内在窗口收过件的事项数。',
      targets: [
        {
          ...{ by: '2018-12-31', value: 60, clauses: ['YY-1.2.3-05'], certainty: 'stated' },
          ...{ standing: 'met', numerator: 3, denominator: 5 },
        },
        {
          ...{ by: '2019-12-31', value: 80, clauses: ['YY-1.2.3-06'], certainty: 'stated' },
          ...{ standing: 'not-met', numerator: 3, denominator: 4 },
        },
        {
          ...{ by: '2026-12-31', value: 80, clauses: [], certainty: 'assumed' },
          ...{ standing: 'not-due', numerator: 7, denominator: 9 },
        },
      ],
    },
    {
      ...rate,
      ...{
        id: 'rated-centre-rate',
        name: '有评价的中心占比',
        counts: 'places',
        numerator: 1,
        denominator: 2,
      },
      clauses: [],
      targets: [],
      formula: '期内至少收到一条评价的大厅和中心数 ÷ 期内在用的大厅和中心数。',
      listed: [{ id: 'centre-1', name: '示例镇便民服务中心' }],
    },
    {
      ...rate,
      ...{ id: 'poor-rating-rectified-rate', name: '差评回访整改率', counts: 'ratings' },
      ...{ numerator: 4, denominator: 5, clauses: ['DW-3.8.19-16'], targets: [] },
      formula: '期内按期核实、整改答复并回访完毕的差评数 ÷ 期内应处理完的差评数。',
      groups: [{ id: 'centre-1', name: '示例镇便民服务中心', numerator: 4, denominator: 5 }],
      listed: [
        {
          id: '01900000-0000-7000-8000-0000000000aa',
          name: '示例镇便民服务中心：高龄津贴认定，最迟应于2026年11月18日处理，至今没有办结',
        },
      ],
    },
    {
      ...rate,
      ...{ id: 'upward-attempts', name: '上推次数', counts: 'attempts', better: 'lower', numerator: 2 },
      clauses: ['LS-2.5-14'],
      targets: [],
      formula: '期内把应由自己决定的办件往上级推、被系统拦下的次数。',
      groups: [{ id: 'town-1', name: '示例镇政府', numerator: 2 }],
    },
  ],
}

export const indicatorCases: ReplyOf<(typeof supervisionRoutes)['indicatorCases']> = {
  items: [line],
  nextCursor: 'more',
}

const alert: AlertView = {
  ...line,
  level: 'red',
  reasons: [
    { title: '法定时限', dueDay: '2026-11-20', workingDaysLeft: -1 },
    { title: '承诺时限', dueDay: '2026-11-16', workingDaysLeft: -5 },
  ],
}

export const alerts: ReplyOf<(typeof supervisionRoutes)['alerts']> = {
  items: [
    alert,
    {
      ...alert,
      ...{ no: `${CASE_NO.slice(0, -1)}0`, level: 'near', standing: 'running', lateSteps: [] },
      reasons: [{ title: '审查环节', dueDay: '2026-11-24', workingDaysLeft: 1 }],
    },
  ],
  counts: { red: 1, yellow: 0, near: 1 },
}

const attempt: AttemptView = {
  id: 'attempt:2026:x/1',
  at: '2026-11-20T09:12:00.000+08:00',
  kind: 'beyond-power',
  kindText: '越权',
  who: '演****1（另一镇便民服务中心审批岗）',
  body: '另一镇人民政府',
  no: CASE_NO,
  itemName: '高龄津贴认定',
  action: 'grant',
  actionText: '准予',
  code: 'beyond-sight',
  codeText: '不属于本岗位管辖的办件',
  facts: {},
}

export const attempts: ReplyOf<(typeof supervisionRoutes)['attempts']> = {
  items: [
    attempt,
    {
      ...attempt,
      ...{ id: 'attempt:2026:x/2', kind: 'upward', kindText: '上推', actionText: '上推决定' },
      codeText: '应由本机构决定，不得上推',
    },
  ],
}
