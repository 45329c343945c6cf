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

type Step = ItemVersion['process']['steps'][number]

const step = (name: Step['step'], role: Step['role'], limitWorkingDays: number): Step => ({
  ...{ step: name, role, limitWorkingDays },
  ...{ name: STEP_NAMES[name], standard: '材料齐全、符合条件的通过。' },
})
const STEP_NAMES = { accept: '受理', survey: '现场勘验', review: '审查', decide: '决定', issue: '制证' }

/** A tree-felling permit (林木采伐许可) as an item of an invented county. */
export const FELLING: ItemVersion = {
  id: 'tree-felling',
  version: 3,
  effectiveFrom: '2026-01-01',
  name: '林木采伐许可',
  aliases: ['砍树手续'],
  domain: 'farm-benefits',
  topics: ['准营准办'],
  themes: { person: ['040'], firm: ['010'] },
  codes: { catalogCode: '000164115000', verified: false },
  itemType: '01',
  projectType: '2',
  decidingBody: { kind: 'body', body: 'forestry-bureau' },
  useLevels: ['4'],
  ownerTier: 'county',
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
  quantityLimit: '按采伐限额',
  fee: { charged: false },
  result: { type: '1', name: '林木采伐许可证', sampleNote: '写明采伐地点、株数和期限' },
  delivery: ['window', 'electronic'],
  handleTypes: ['1', '2'],
  onlineDepth: ['1', '2'],
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

/** A place on the market (集市摊位登记), accepted and decided in one visit (即办件). */
export const STALL: ItemVersion = {
  ...FELLING,
  id: 'market-stall',
  name: '集市摊位登记',
  projectType: '1',
  promisedLimit: { amount: 0, unit: 'working-day' },
  process: {
    procedure: 'on-the-spot',
    preReview: false,
    steps: [step('accept', 'window-clerk', 0), step('decide', 'approver', 0), step('issue', 'issuer', 0)],
  },
  delivery: ['window', 'electronic', 'post'],
  handleTypes: ['1', '2', '4'],
}

/**
 * A café licence: the place is looked at before the decision, unless a household promises in writing what the look would
 * have found (告知承诺); then the working plan is not asked for either.
 */
export const CAFE: ItemVersion = {
  ...FELLING,
  id: 'cafe-licence',
  name: '小餐馆经营许可',
  promisedLimit: { amount: 8, unit: 'working-day' },
  process: {
    procedure: 'approval',
    preReview: false,
    steps: [
      step('accept', 'window-clerk', 1),
      step('survey', 'reviewer', 3),
      step('review', 'reviewer', 2),
      step('decide', 'approver', 1),
      step('issue', 'issuer', 1),
    ],
    commitment: {
      when: { field: 'kind', equals: 'household' },
      replaces: ['plan'],
      steps: [step('accept', 'window-clerk', 0), step('decide', 'approver', 0), step('issue', 'issuer', 0)],
      promises: ['场所和设备符合要求。'],
      liability: ['承诺不实的，撤销许可。'],
      check: { within: { amount: 30, unit: 'working-day' }, how: '到场对照承诺内容。' },
      rectifyWithin: { amount: 10, unit: 'working-day', basis: '限期整改通知' },
      basis: '国办发〔2020〕42号',
    },
  },
  delivery: ['window', 'electronic', 'post'],
  handleTypes: ['1', '2', '4'],
  form: {
    ...FELLING.form,
    fields: [
      ...FELLING.form.fields,
      {
        name: 'kind',
        label: '申请人类型',
        type: 'choice',
        required: true,
        options: [
          { value: 'company', label: '企业' },
          { value: 'household', label: '个体工商户' },
        ],
      },
    ],
  },
}
