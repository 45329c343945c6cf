import type { ReportHead, ReportId, ReportLine } from './contract/reports.ts'

export const STANDING_WORDS: Readonly<Record<ReportLine['standing'], string>> = {
  good: '符合',
  bad: '不符合',
  none: '不评',
}

type Head = Omit<ReportHead, 'id'>

export const HEADS: Readonly<Record<ReportId, Head>> = {
  'three-concentrations': {
    title: '三集中',
    text: '许可职能向一个科室集中，许可科向大厅集中，许可事项向网上办理集中。',
    ...{ subject: '部门', basis: ['YY-1.2.2-04', 'YY-1.2.2-05', 'YY-1.2.2-06'], ofPeriod: false },
  },
  'three-in-place': {
    title: '三到位',
    text: '事项进驻到位，审批授权到位，监督管理到位。',
    ...{ subject: '部门', basis: ['YY-1.2.2-07', 'YY-1.2.2-08', 'YY-1.2.2-09'], ofPeriod: true },
  },
  standards: {
    title: '标准执行',
    text: '每个场所采用了哪些条款，是不是现行版本，各章的符合率。',
    ...{ subject: '场所', basis: ['YY-1.2.5-05', 'YY-1.2.5-06', 'DW-1-01', 'LC-1-10'], ofPeriod: false },
  },
  rules: {
    title: '办事制度',
    text: '每项制度的条文、落实的场所，以及证明它在执行的数据。',
    ...{ subject: '制度', basis: ['DW-3.2.7-12', 'BS-2.6-06', 'YY-1.2.5-03', 'LC-3.8-17'], ofPeriod: true },
  },
  wall: {
    title: '制度上墙',
    text: '哪些场所还没有落实现行制度，或者没有上墙的照片。',
    ...{ subject: '场所', basis: ['LC-1-05', 'LC-3.8-18', 'LC-2.1-05'], ofPeriod: false },
  },
  'five-unities': {
    title: '五统一',
    text: '标识、设置、流程、服务、管理和同级不一致的场所。一致的不列。',
    ...{ subject: '场所', basis: ['DW-1-02', 'DW-1-03', 'DW-1-04', 'DW-1-05', 'DW-1-06'], ofPeriod: false },
  },
  moves: {
    title: '许可权集中',
    text: '各部门划转出去的事项，从哪天起由谁办；划转以前收的件仍由原部门办完。',
    ...{ subject: '原部门', basis: ['YY-1.2.2-02'], ofPeriod: false },
  },
  offices: {
    title: '审批服务所',
    text: '试点镇（街道）成立的审批服务所，接收了哪些人员、职能、设备和事项。',
    ...{ subject: '审批服务所', basis: ['BS-2.4-08'], ofPeriod: false },
  },
  costs: {
    title: '经费和投入',
    text: '每个场所投入了多少，由谁承担。',
    ...{ subject: '场所', basis: ['LS-2.2-01', 'LS-2.2-03', 'LC-4.1-06', 'BS-2.3-01'], ofPeriod: true },
  },
  'four-reforms': {
    title: '四项改革',
    text: '集中管理、一窗通办、自助服务、一枚印章，每项都由数据得出。',
    ...{ subject: '镇（街道）', basis: ['BS-1-02', 'BS-1-04'], ofPeriod: true },
  },
  quotas: {
    title: '编制倾斜',
    text: '各镇（街道）编制的净增减和现有岗位。',
    ...{ subject: '镇（街道）', basis: ['BS-4.1-11', 'BS-2.4-01'], ofPeriod: false },
  },
  'centre-share': {
    title: '事项向中心集中',
    text: '镇（街道）的件有多少在中心办，还有哪些在别处办。',
    ...{ subject: '镇（街道）', basis: ['BS-4.1-12', 'BS-2.1-08', 'LS-2.3-05'], ofPeriod: true },
  },
  'able-and-done': {
    title: '能办事、办成事',
    text: '列出的事项里这段时间办过的有多少，受理的里面办结的有多少。',
    ...{ subject: '场所', basis: ['LC-4.1-07', 'LC-1-09'], ofPeriod: true },
  },
  promotion: {
    title: '推进机制和联络人',
    text: '组长空缺、没有推进机制、没有明确联络人的单位。',
    ...{ subject: '单位', basis: ['YY-6.1-01', 'YY-6.1-03', 'DW-5.2-01', 'LC-4.3-01'], ofPeriod: false },
  },
  'post-stability': {
    title: '岗位稳定',
    text: '没有满规定年限就换人的岗位。',
    ...{ subject: '场所', basis: ['BS-2.6-15'], ofPeriod: true },
  },
  'service-index': {
    title: '政务服务指数测评',
    text: '上一个完整测评期的群众满意率和名次，由好差评的记录算出：基本满意以上的评价占全部评价的比例。',
    ...{ subject: '场所', basis: ['BS-2.9-07'], ofPeriod: true },
  },
}
