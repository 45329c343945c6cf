import type { PublicLine, ScreenView } from '#capabilities/case/index.ts'

const NAMES = ['张*例', '李*', '王*明', '赵**明', '陈*', '刘*芳', '申请人**', '孙*']
const ITEMS = [
  '食品经营许可（企业、单位新办）',
  '户口迁入（夫妻投靠）登记',
  '农村村民住宅用地（宅基地）审批',
  '林木采伐许可证核发（农村居民自留山和个人承包集体林地，委托镇核发）',
  '公共场所卫生许可（新办）',
  '动物防疫条件合格证核发',
  '民生保障事项',
  '城乡居民基本养老保险待遇申领',
]
const STEPS = [
  ['已收件', 1],
  ['审查中', 2],
  ['待决定', 3],
  ['制证中', 4],
  ['待补材料', 1],
  ['寄送中', 5],
  ['已办结', 6],
] as const

function line(index: number): PublicLine {
  const [step, stage] = STEPS[index % STEPS.length]!
  const bound = stage < 5 && step !== '待补材料'
  const minute = String(31 - (index % 30)).padStart(2, '0')
  return {
    number: `${String(100 + index).padStart(6, '0')}${'ABCDEFGHJK'[index % 10]}`,
    applicant: NAMES[index % NAMES.length]!,
    item: ITEMS[index % ITEMS.length]!,
    step,
    stage,
    ...(stage < 5 ? { dueDay: `2026-11-${23 + (index % 5) - (index === 7 ? 5 : 0)}` } : {}),
    standing: !bound ? 'none' : index === 7 ? 'late' : index % 5 === 0 ? 'soon' : 'in-time',
    changedAt: `2026-11-23T${index < 2 ? 10 : 9}:${minute}:00.000+08:00`.replace('T9', 'T09'),
  }
}

/** A busy centre on a Monday morning. */
export const busy: ScreenView = {
  version: 1,
  build: 'example',
  at: '2026-11-23T10:32:00.000+08:00',
  place: {
    id: 'centre-370304004',
    name: '山头街道便民服务中心',
    phone: '0533-4180001',
    supervisionPhone: '0533-4180002',
  },
  opening: { open: true, sentence: '正在服务，至 17:00' },
  demo: true,
  underWay: Array.from({ length: 23 }, (_, index) => line(index)),
  ready: Array.from({ length: 11 }, (_, index) => {
    const { dueDay: _none, ...rest } = line(index * 3 + 1)
    return { ...rest, step: '请来领取', stage: 5, standing: 'none' as const }
  }),
  counts: { receivedToday: 12, closedToday: 9, underWay: 61, ready: 11 },
}

/** A quiet one on a Saturday. */
export const quiet: ScreenView = {
  ...busy,
  at: '2026-11-28T15:10:00.000+08:00',
  opening: { open: false, sentence: '今天休息' },
  demo: false,
  underWay: [],
  ready: [],
  counts: { receivedToday: 0, closedToday: 0, underWay: 0, ready: 0 },
}

/** After closing time. */
export const night: ScreenView = {
  ...busy,
  at: '2026-11-23T20:10:00.000+08:00',
  opening: { open: false, sentence: '今天的服务时间已过' },
}

const LONGEST = {
  applicant: '申请人**',
  item: '烈士遗属、因公牺牲军人遗属、病故军人遗属定期抚恤金的给付（示例，含特别长的名称）',
  step: '待补材料',
}

/** The longest words that can stand in each place. */
export const longest: ScreenView = {
  ...busy,
  place: { ...busy.place, name: '博山经济开发区便民服务中心' },
  opening: { open: false, sentence: '今天的服务时间已过' },
  underWay: busy.underWay.map((one, index) => ({
    ...one,
    ...LONGEST,
    ...{ number: '000002W', dueDay: '2026-12-28', standing: index % 2 === 0 ? 'soon' : 'none' },
    changedAt: index < 2 ? one.changedAt : '2026-11-20T09:00:00.000+08:00',
  })),
  ready: busy.ready.map((one) => ({
    ...{ ...one, ...LONGEST, step: '请来领取', number: '000002W' },
    changedAt: '2026-11-20T09:00:00.000+08:00',
  })),
}
