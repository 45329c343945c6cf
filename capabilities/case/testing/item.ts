import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

type Paper = ItemVersion['materials'][number]

const paper = (id: string, name: string, more: Partial<Paper> = {}): Paper => ({
  id,
  name,
  kind: 'certificate',
  source: 'applicant',
  originals: 1,
  copies: 0,
  medium: 'both',
  necessity: 'required',
  acceptStandard: '字迹清楚，信息与申请表一致。',
  ...more,
})

/** A tree-felling permit (林木采伐许可) as an item of an invented county. */
export const FELLING: ItemVersion = {
  id: 'tree-felling',
  version: 3,
  effectiveFrom: '2026-01-01',
  name: '林木采伐许可',
  aliases: ['砍树手续'],
  domain: 'farm-benefits',
  topics: ['准营准办'],
  codes: { catalogCode: '000164115000', verified: false },
  itemType: '01',
  projectType: '2',
  decidingBody: { kind: 'body', body: 'forestry-bureau' },
  useLevels: ['4'],
  serves: ['1', '2'],
  summary: '采伐林地上的林木，先申请采伐许可证。',
  legalBasis: [
    {
      law: '《中华人民共和国森林法》',
      article: '第五十六条',
      text: '采伐林地上的林木应当申请采伐许可证。',
      issuer: '全国人民代表大会常务委员会',
      verified: true,
    },
  ],
  conditions: ['申请人有林木的所有权或者经营权。'],
  notAccepted: ['非林地上的农田防护林以外的零星林木。'],
  materials: [
    paper('application', '采伐申请表', { kind: 'form', fromForm: true }),
    paper('title', '林权证明'),
    paper('plan', '采伐作业设计'),
    paper('mandate', '授权委托书', { necessity: 'conditional', when: '由他人代办时' }),
    paper('photos', '现场照片', { necessity: 'tolerable' }),
  ],
  statutoryLimit: { amount: 20, unit: 'working-day', basis: '行政许可法第四十二条第一款' },
  promisedLimit: { amount: 10, unit: 'working-day' },
  process: {
    procedure: 'approval',
    preReview: true,
    steps: [
      { step: 'accept', name: '受理', role: 'window-clerk', limitWorkingDays: 1, standard: '材料齐全。' },
      { step: 'review', name: '审查', role: 'reviewer', limitWorkingDays: 6.5, standard: '符合采伐条件。' },
      { step: 'decide', name: '决定', role: 'approver', limitWorkingDays: 2, standard: '依法决定。' },
      { step: 'issue', name: '制证', role: 'issuer', limitWorkingDays: 0.5, standard: '内容准确。' },
    ],
  },
  specialProcedures: [],
  fee: { charged: false },
  result: { type: '1', name: '林木采伐许可证' },
  delivery: ['window', 'electronic'],
  handleTypes: ['1', '2'],
  onlineDepth: ['1'],
  visits: 1,
  visitReason: '核验林权证明原件。',
  entryModes: { hall: 'accept', centre: 'accept' },
  enquiryPhone: '0533-0000001',
  complaintPhone: '0533-0000002',
  rightsAndDuties: ['如实提交材料。'],
  remedies: {
    reconsideration: { body: '县人民政府', days: 60, basis: '行政复议法第二十条' },
    litigation: { court: '县人民法院', months: 6, basis: '行政诉讼法第四十六条' },
  },
  faq: [{ question: '多久办好？', answer: '十个工作日。' }],
  form: {
    title: '采伐申请表',
    fields: [
      { name: 'name', label: '申请人', type: 'text', element: 'party.name', required: true },
      { name: 'phone', label: '联系电话', type: 'phone', element: 'party.phone', required: true },
      { name: 'trees', label: '采伐株数', type: 'integer', required: true },
    ],
  },
  unverified: [],
  source: '测试用事项',
}
