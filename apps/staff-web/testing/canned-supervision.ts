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
  order: '按决定日排列，还没有决定的在最前，然后最近的在前',
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

export const findings: ReplyOf<(typeof supervisionRoutes)['findings']> = {
  items: [
    {
      ...{
        id: 'import/IMP-2/accept-without-power',
        source: 'import',
        sourceText: '导入数据',
        caseNo: 'IMP-2',
      },
      ...{ rule: 'beyond-power', ruleText: '超权限', code: 'accept-without-power', day: '2026-11-02' },
      sentence: '示例区民政局受理时没有相应权力：权责清单里没有这项权力。',
      basis: '行政许可法第二十二条：行政许可由具有行政许可权的行政机关在其法定职权范围内实施。',
      ...{ itemName: '食品经营许可', body: '区民政局' },
      evidence: [
        {
          title: '受理信息：accept.csv第3行',
          fields: [
            { label: '办件编号', value: 'IMP-2' },
            { label: '受理时间', value: '2026-11-02 10:00:00' },
          ],
        },
        { title: '权责清单', fields: [{ label: '机构', value: '示例区行政审批服务局' }] },
      ],
    },
    {
      ...{ id: `own/${CASE_NO}/promised-limit`, source: 'own', sourceText: '本平台办件', caseNo: CASE_NO },
      ...{ rule: 'over-limit', ruleText: '超时限', code: 'promised-limit', day: '2026-11-18' },
      sentence: '承诺时限应于2026年11月16日届满，2026年11月18日才办结，超过2个工作日。',
      ...{ basis: '行政许可法第四十二条和服务指南公开的承诺时限。', itemName: '高龄津贴认定' },
      evidence: [{ title: '时限怎么算的', fields: [{ label: '说明', value: '2026年11月2日受理。' }] }],
    },
  ],
  counts: { 'beyond-power': 1, upward: 0, 'over-limit': 1, 'out-of-order': 0, 'one-time-notice': 0 },
}

const imported = {
  ...{
    id: '01900000-0000-7000-8000-0000000000ab',
    name: 'accept.csv',
    importedAt: '2026-11-20T09:12:00+08:00',
  },
  ...{ kept: 6, removed: 0, unchanged: 0, bad: 2, cases: 6, ignored: ['applyerName'] },
  badLines: [
    { dataset: '受理信息', line: 8, text: '“受理时间”不是日期或时间。' },
    { dataset: '受理信息', line: 9, text: '缺少“办件编号”。' },
  ],
}
export const importedNow = { ...imported, already: false }

export const imports: ReplyOf<(typeof supervisionRoutes)['imports']> = {
  items: [imported],
  cases: 6,
  templates: [{ title: '受理信息', columns: ['办件编号', '事项名称', '受理时间'] }],
  unjudged: [{ ruleText: '超权限', why: '事项编码和名称在本地目录里对不上', count: 1 }],
}

export const gaps: ReplyOf<(typeof supervisionRoutes)['gaps']> = {
  items: [
    {
      ...{ id: 'case:2026:x/nobody-holds-the-role', code: 'nobody-holds-the-role', title: '岗位空缺' },
      sentence: '这件事等区行政审批服务局的审批人员，但现在没有人担任。请设置岗位。',
      ...{ no: CASE_NO, itemName: '高龄津贴认定', place: '示例镇便民服务中心', body: '示例镇政府' },
      since: '2026-11-20T09:12:00+08:00',
    },
  ],
  counts: [{ code: 'nobody-holds-the-role', title: '岗位空缺', count: 1 }],
  ...{ checkedAt: '2026-11-22T09:20:00+08:00', openCases: 23 },
}

const burden = { steps: 5, materials: 6, demanded: 4, fields: 12, visits: 1, limit: '8个工作日' }
export const reengineering: ReplyOf<(typeof supervisionRoutes)['reengineering']> = {
  items: [
    {
      ...{ id: 'elderly-allowance', name: '高龄津贴认定', papersSpared: 3 },
      versions: [
        { ...burden, version: 1, effectiveFrom: '2024-01-01', cases: 9, openCases: 1 },
        {
          ...{ ...burden, version: 2, effectiveFrom: '2026-11-01', cases: 3, openCases: 2 },
          ...{ steps: 4, demanded: 3 },
        },
      ],
      changes: [
        {
          ...{ from: 1, to: 2, unitsDiffer: false, stepsDropped: ['现场勘验'], stepsAdded: [] },
          ...{ materialsDropped: [], materialsAdded: [], materialsShared: ['户口簿'] },
          changes: [
            { measure: 'steps', title: '办理环节', before: 5, after: 4 },
            { measure: 'demanded', title: '要交的材料', before: 4, after: 3 },
          ],
        },
      ],
    },
  ],
}
