import type {
  BatchView,
  BothTiersRow,
  GuidingCounty,
  ReadyRow,
  RoundView,
} from '#capabilities/catalogue/contract/delegation-routes.ts'
import type { SinkingView } from '#capabilities/catalogue/contract/sinking-routes.ts'
import type { Canned } from './canned-server.ts'

export const BATCH = '01900000-0000-7000-8000-00000000000b'
const RECEPTION = '01900000-0000-7000-8000-00000000000c'

const batch: BatchView = {
  ...{
    id: BATCH,
    name: '2026年第一批',
    ownerName: '区市场监督管理局',
    kindText: '下放（授权）',
    powersText: '决定、盖章',
  },
  ...{ items: [{ id: 'prepackaged-food-filing', name: '预包装食品备案' }], from: '2026-03-23' },
  ...{
    document: '关于下放一批审批服务事项的决定（博政字〔2026〕9号）',
    state: 'agreed',
    stateText: '已同意，逐镇承接',
  },
  ...{ late: false, awaited: ['八陡镇便民服务中心承接'] },
  seats: [
    {
      seat: '权属单位',
      bodyName: '区市场监督管理局',
      stance: 'agree',
      stanceText: '同意',
      text: '同意下放。',
      on: '2026-03-16',
    },
    {
      seat: '司法行政',
      bodyName: '区司法局',
      stance: 'agree',
      stanceText: '同意',
      text: '合法。',
      on: '2026-03-16',
    },
  ],
  receivers: [
    {
      ...{ townName: '博山镇政府', placeName: '博山镇便民服务中心', reception: RECEPTION, state: 'in-force' },
      ...{ stateText: '行使中', from: '2026-03-23', checkBy: '2026-09-23', late: true },
    },
    {
      townName: '八陡镇政府',
      placeName: '八陡镇便民服务中心',
      state: 'waiting',
      stateText: '还没有承接',
      late: false,
    },
  ],
}

const asked: BatchView = {
  ...batch,
  ...{
    id: BATCH.replace(/b$/, 'd'),
    name: '2026年第二批',
    state: 'asked',
    stateText: '征求意见中',
    receivers: [],
  },
  ...{ replyBy: '2026-04-03', late: true, awaited: ['区委编办出具意见'] },
  seats: [...batch.seats, { seat: '机构编制', bodyName: '区委编办', stanceText: '还没有出具' }],
}

const rows: ReadyRow[] = [
  {
    ...{ townName: '博山镇政府', placeName: '博山镇便民服务中心', ready: true },
    items: [{ item: 'prepackaged-food-filing', name: '预包装食品备案', trained: 2, lacks: [] }],
  },
  {
    ...{ townName: '八陡镇政府', placeName: '八陡镇便民服务中心', ready: false },
    items: [
      {
        item: 'prepackaged-food-filing',
        name: '预包装食品备案',
        trained: 0,
        lacks: ['没有经过培训的审批人员'],
      },
    ],
  },
]

const bothTiers: BothTiersRow[] = [
  {
    ...{
      item: 'prepackaged-food-filing',
      name: '预包装食品备案',
      domainText: '市场准入',
      holderName: '区市场监督管理局',
    },
    ...{ state: 'missing', stateText: '符合条件，还没有下放到位', reason: '还没有下放到：八陡镇政府' },
  },
  {
    ...{
      item: 'subsistence-allowance',
      name: '最低生活保障',
      domainText: '社会救助',
      holderName: '区民政局',
    },
    ...{
      state: 'not-qualified',
      stateText: '不符合下放条件',
      reason: '要在全区（县）范围统筹：资金要统筹。',
    },
  },
]

const round: RoundView = {
  ...{ id: BATCH.replace(/b$/, 'e'), name: '2026年基层事项梳理', by: '2026-03-27', state: 'asking' },
  ...{ stateText: '各单位答复中', lines: 3, open: 1 },
  domains: ['市场准入', '用地许可', '户籍管理'].map((title, index) => ({
    ...{ domain: `d${index}`, title, count: index, answered: index, handDown: 0 },
  })),
  waiting: [{ bodyName: '区司法局', lines: 1, late: 1, chased: 2 }],
}

const county: GuidingCounty = {
  ...{
    area: '371521',
    name: '阳谷县',
    told: 3,
    followed: 1,
    adapted: 1,
    open: 1,
    late: 1,
    names: ['示例新增事项'],
  },
}

const sinking: SinkingView = {
  ...{ day: '2026-03-16', months: 6, people: 30 },
  proposals: [
    {
      ...{ item: 'senior-preferential-card', name: '老年人优待证办理', simple: true, modeText: '直接办理' },
      people: 64,
      stations: [
        { station: 's1', name: '秋谷社区便民服务站', people: 34, cases: 36 },
        { station: 's2', name: '黑山村便民服务站', people: 30, cases: 30 },
      ],
    },
  ],
  questions: [
    {
      ...{ id: BATCH.replace(/b$/, 'f'), stationName: '大街社区便民服务站', itemName: '居住证申领' },
      ...{ whyText: '一直没有办过', cases: 0, late: 0, months: 6, stateText: '待答复' },
      ...{ answerBy: '2026-03-13', overdue: true },
    },
  ],
}

/** What the page of delegation reads. */
export const delegationCanned: Canned = {
  'GET /delegation/batches': { items: [asked, batch] },
  [`GET /delegation/batches/${BATCH}/readiness`]: { batch: batch.name, rows },
  'GET /delegation/both-tiers': { day: '2026-03-16', missing: 1, rows: bothTiers },
  'GET /delegation/sorting-rounds': { items: [round] },
  'GET /delegation/guiding-counties': { items: [county] },
  'GET /delegation/sinking': sinking,
}
