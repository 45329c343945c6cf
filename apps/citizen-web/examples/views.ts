import type {
  CaseDetail,
  CaseProgress,
  CaseSummary,
  DraftView,
  GuideView,
  HandbookLine,
  HomeView,
  MessageView,
  NearPlace,
  NearView,
  PlaceView,
  RatingView,
  UndertakingGuideView,
  UndertakingView,
  RegionOption,
  VerifyView,
} from '#capabilities/portal/contract.ts'
import { papersAsked } from '#capabilities/portal/model.ts'
import { sampleItem, sampleSummaries } from './item.ts'

export const sampleRegions: readonly RegionOption[] = [
  {
    code: '990101001000',
    name: '示例街道',
    children: [
      { code: '990101001001', name: '第一社区' },
      { code: '990101001002', name: '第二社区' },
    ],
  },
  { code: '990101100000', name: '演示镇', children: [{ code: '990101100201', name: '东村' }] },
]

export const samplePlaces: readonly PlaceView[] = [
  {
    id: 'hall',
    name: '示例县政务服务大厅',
    tier: 'hall',
    address: '示例路1号',
    hours: '周一至周五 9:00—17:00，周六 9:00—12:00',
    phone: '0000-0000000',
    region: '990101000000',
  },
  {
    id: 'centre',
    name: '示例街道便民服务中心',
    tier: 'centre',
    address: '示例街道办事处一楼',
    hours: '周一至周五 8:30—17:30',
    phone: '0000-0000011',
    region: '990101001000',
  },
  {
    id: 'station',
    name: '第一社区便民服务站',
    tier: 'station',
    address: '第一社区居委会',
    hours: '周一至周五 8:30—17:30',
    phone: '0000-0000012',
    region: '990101001001',
  },
]

const SCENE_TITLES = ['家里有老人', '看病、医保', '盖房、用地', '生孩子、上户口', '日子遇到困难', '开个店']

export const sampleHall: NearPlace = {
  ...samplePlaces[0]!,
  now: { open: true, sentence: '今天星期一，大厅开着，开到17:00。' },
}

export const sampleNear: NearView = {
  region: '990101001001',
  regionName: '示例街道 第一社区',
  places: [
    { ...samplePlaces[2]!, now: { open: false, sentence: '今天星期一，服务站08:30开门。' } },
    { ...samplePlaces[1]!, now: { open: true, sentence: '今天星期一，中心开着，开到17:30。' } },
    sampleHall,
  ],
}
const DOMAIN_TITLES = [
  '市场准入',
  '用地建房',
  '户籍',
  '养老保险',
  '医疗保险',
  '民政',
  '社会救助',
  '卫生健康',
  '就业',
  '退役军人',
  '老年人',
  '残疾人',
  '涉农补贴',
  '法律服务',
]

export const sampleHome: HomeView = {
  asked: ['开饭店办什么证', '老人补贴', '看病报销'],
  areaName: '示例县',
  scenes: SCENE_TITLES.map((title, at) => ({
    ...{ key: `scene-${at}`, title, who: at < 5 ? ('person' as const) : ('firm' as const) },
    ...{ items: sampleSummaries.slice(0, (at % 3) + 1), count: at + 1 },
  })),
  domains: DOMAIN_TITLES.map((title, at) => ({ domain: `domain-${at}`, title, count: (at * 7) % 11 })),
  hall: sampleHall,
  demo: true,
}

export const sampleUndertaking: UndertakingView = {
  title: '夜市摆摊',
  steps: [
    {
      title: '先办营业执照',
      ways: [{ id: 'shop', called: '办营业执照（个体户）', name: '个体工商户设立登记', when: [] }],
      note: '已经有营业执照的，跳过这一步。',
    },
    {
      title: '再看是小摊还是大摊，两样只办一样',
      ways: [
        { id: sampleItem.id, called: '摆摊', name: sampleItem.name, when: ['一辆车、一张桌，一个人看得住'] },
        { id: 'fair', called: '办集市', name: '集市登记', when: ['十个摊位以上', '占用整条路的，不论大小'] },
      ],
      note: '多大算大，以窗口答复为准。',
    },
  ],
}

export const sampleGuide: GuideView = {
  item: sampleItem,
  domainTitle: '市场准入',
  decidingBodyName: '示例县行政审批服务局',
  draftedBy: '示例县行政审批服务局',
  itemTypeTitle: '行政许可',
  places: samplePlaces,
  promisedSentence: '承诺5个工作日办完，从受理的第二天算起。',
  statutorySentence: '法律规定最长20个工作日（《示例条例》第二条）。',
  pdfUrl: `/items/${sampleItem.id}/guide.pdf`,
  noticeUrl: `/items/${sampleItem.id}/guide-short.pdf`,
  layouts: [{ title: '折页（A4三折，PDF）', href: `/items/${sampleItem.id}/guide-fold.pdf` }],
  statistics: { from: '2025-12-01', received: 42, accepted: 40, decided: 38, granted: 36, inTime: 38 },
  flow: {
    ...{ applicant: '申请人', begin: '提出申请', end: '领取摆摊证' },
    steps: [
      {
        ...{ name: '受理', role: '窗口人员', limit: '当场', standard: '材料齐全就受理。', beside: [] },
        exits: [
          { kind: 'return', text: '材料不齐或不合要求：一次性告知补正' },
          { kind: 'refuse', text: '依法不予受理：书面说明理由，告知救济途径' },
        ],
      },
      {
        ...{ name: '审查', role: '审查人员', limit: '3个工作日', standard: '看地点合不合适。' },
        ...{ exits: [], beside: ['听证', '延长期限'] },
      },
      {
        ...{ name: '决定', role: '审批人员', limit: '2个工作日', standard: '写明准予或者不予。', beside: [] },
        exits: [{ kind: 'refuse', text: '不予：书面说明理由，告知救济途径' }],
      },
    ],
  },
  faqSince: '2026-01-01',
  files: [
    {
      file: 'form-blank',
      name: '摆摊申请表（空白表格）.pdf',
      href: `/items/${sampleItem.id}/form-blank.pdf`,
    },
    {
      file: 'form-sample',
      name: '摆摊申请表（示范文本）.pdf',
      href: `/items/${sampleItem.id}/form-sample.pdf`,
    },
    { file: 'result-sample', name: '摆摊证（样本）.pdf', href: `/items/${sampleItem.id}/result-sample.pdf` },
  ],
  onlineFiling: true,
  called: '摆摊',
  undertakings: [sampleUndertaking],
  ways: [
    {
      title: '听证',
      text: '直接涉及重大利益的，作出决定前告知听证权利；收到告知后5个工作日内可以要求听证。',
      basis: '行政许可法第四十六条、第四十七条',
    },
    {
      title: '延长期限',
      text: '法定时限内不能作出决定的，经本行政机关负责人批准可以延长10个工作日，理由书面告知您。',
      basis: '行政许可法第四十二条第一款',
    },
  ],
}

export const sampleUndertakingGuide: UndertakingGuideView = {
  ...sampleUndertaking,
  ...{
    key: 'night-stall',
    who: '想在夜市卖东西的人',
    result: '拿到执照和摆摊证，可以出摊。',
    notes: ['下雨不出摊。'],
  },
  items: [
    {
      ...{ id: sampleItem.id, name: sampleItem.name, limit: '5个工作日', fee: '不收费', online: true },
      materials: ['身份证', '摊位照片'],
    },
    { id: 'fair', name: '集市登记', limit: '当场办结', fee: '不收费', materials: [], online: false },
  ],
  flow: sampleGuide.flow,
}

export const sampleHandbooks: readonly HandbookLine[] = [
  {
    ...{
      title: '政务服务标准化服务手册',
      number: 2,
      madeOn: '2026-11-20',
      items: 71,
      published: true,
      notices: [],
    },
    href: '/handbooks/service/2.pdf',
  },
  {
    ...{
      title: '镇级“一窗通办”政务服务受理手册',
      number: 1,
      madeOn: '2026-11-18',
      items: 40,
      published: true,
    },
    notices: [{ on: '2026-11-19', channel: 'board', where: '各村（社区）公示栏' }],
    href: '/handbooks/town/1.pdf',
  },
  {
    ...{ title: '镇（街道）政务服务事项清单', number: 3, madeOn: '2026-11-20', items: 40, published: false },
    notices: [],
  },
]

const draftWithoutPapers = {
  id: '01890000-0000-7000-8000-000000000001',
  item: sampleItem,
  changes: [],
  values: {
    name: '测试甲',
    citizenId: '99010119000101001X',
    phone: '19900000001',
    household: 'yes',
    creditCode: '91350100M000100Y43',
    region: '990101001001',
    goods: ['food', 'craft'],
    handlers: '2',
    hours: 'night',
    from: '2026-12-01',
    cost: '3500.50',
    remark: '推车自备。\n不用电。',
  },
  region: '990101001001',
  acceptPlace: 'centre',
  delivery: 'electronic',
  files: {
    'id-card': [
      { id: 'file-1', name: '身份证正面.jpg', size: 812_000, mediaType: 'image/jpeg', url: '' },
      { id: 'file-2', name: '身份证反面.jpg', size: 790_000, mediaType: 'image/jpeg', url: '' },
    ],
  },
  today: '2026-11-23',
  savedAt: '2026-11-22T08:30:00.000Z',
} satisfies Omit<DraftView, 'papers' | 'reusable' | 'reused'>

export const sampleDraft: DraftView = withPapers(draftWithoutPapers)

/** The list of materials as the portal works it out, for a draft of an example. */
export function withPapers(draft: Omit<DraftView, 'papers' | 'reusable' | 'reused'>): DraftView {
  return { ...draft, papers: papersAsked(draft.item, draft.values, draft.way), reusable: [], reused: [] }
}

const NO = '990101400120261120000123K'

export const sampleCase: CaseSummary = {
  no: NO,
  state: 'accepted',
  stateText: '已受理，正在审查',
  itemId: sampleItem.id,
  itemName: sampleItem.name,
  applicant: '测*甲',
  channel: 'online',
  acceptPlace: '示例街道便民服务中心',
  decidingBody: '示例县行政审批服务局',
  receivedAt: '2026-11-20T02:10:00.000Z',
  dueDay: '2026-11-27',
  standing: 'in-time',
  waitsFor: '审查人员',
  stands:
    '已经受理，由示例县行政审批服务局的审查人员审查，再由审批人员作出决定，最晚2026年11月27日（星期五）。',
  procedure: 'approval',
  version: 4,
}

export const sampleCases: readonly CaseSummary[] = [
  {
    ...sampleCase,
    no: '990101400120261118000077A',
    state: 'supplementing',
    stateText: '等您补材料',
    standing: 'soon',
    dueDay: '2026-11-24',
    asked: { what: '补材料', day: '2026-11-24' },
    papersAsked: ['申请人居民身份证', '从业人员健康证明'],
    papersAgain: ['申请人居民身份证'],
    stands: '等您补材料，最晚2026年11月24日（星期二）；补齐以后由示例街道便民服务中心的窗口接着审核。',
  },
  {
    ...sampleCase,
    no: '990101400120261105000011D',
    asked: { what: '补交说好以后补的材料', day: '2026-11-27' },
    stands:
      '等您补交说好以后补的材料，最晚2026年11月27日（星期五）；审查照常进行，材料补齐、核对合格以后才作出决定。',
  },
  sampleCase,
  {
    ...sampleCase,
    no: '990101400120261103000012E',
    paused: [{ since: '2026-11-20', waitsFor: '专家评审', until: '2026-12-08' }],
    stands: '正在进行专家评审，由示例县行政审批服务局组织，预计到2026年12月8日（星期二）；结束以后接着审查。',
  },
  {
    ...sampleCase,
    no: '990101400120261101000009B',
    stateText: '已受理，正在审查',
    standing: 'late',
    dueDay: '2026-11-19',
    stands:
      '已经受理，由示例县行政审批服务局的审查人员审查，再由审批人员作出决定，应在2026年11月19日（星期四）前完成，已经超期。',
  },
  {
    ...sampleCase,
    no: '990101400120260901000004C',
    ...{ state: 'closed', stateText: '已办结', standing: 'none', stands: '已经办完，不用您再做什么。' },
  },
]

export const sampleParts: CaseDetail['parts'] = [
  {
    key: 'gaps',
    title: '容缺受理',
    tag: { text: '还缺1样', tone: 'warn' },
    lines: ['主要材料齐全，已经先受理。下面的材料补齐并核对合格以后，才能作出决定。'],
    facts: [{ label: '最晚补交日', text: '2026年12月4日' }],
    table: { head: ['材料', '怎么补', '情况'], rows: [['健康证明', '网上传或带到窗口', '还没有补']] },
  },
]

/** A case that asks something of its applicant, and offers something more. */
export const offeredDetailActs: CaseDetail['allowed'] = [
  {
    act: 'supply-gap',
    title: '补交说好以后补的材料',
    tone: 'primary',
    help: '受理时允许后补的材料，请在最晚补交日以前交齐。',
    input: {},
    papers: [
      {
        material: 'health',
        name: '健康证明',
        problem: '受理时还没有。',
        remedy: '从业人员每人一份，在有效期内。',
      },
    ],
  },
  {
    act: 'request-hearing',
    title: '申请听证',
    tone: 'normal',
    lawful: '被告知听证权利之日起五日内提出（行政许可法第四十七条）。',
    input: {},
    fields: [
      { name: 'reason', label: '为什么要听证', type: 'long-text', required: true, least: 4, maxLength: 1000 },
      { name: 'attend', label: '本人是否到场', type: 'yes-no', required: true, sent: 'boolean' },
    ],
  },
]

/** Nothing is asked for; what comes may take the place of what lies there. */
export const addPaper: CaseDetail['allowed'][number] = {
  act: 'add-paper',
  title: '再交一样材料',
  tone: 'normal',
  help: '漏交了、拿到了新的，受理以前都可以自己再交，不用等窗口告知。',
  lawful: '自己加材料不改变收到申请的日子，期限照常计算。',
  input: {},
  fields: [
    {
      ...{
        name: 'how',
        label: '以前交过同一样的，这次交的',
        type: 'choice',
        required: true,
        start: 'instead',
      },
      options: [
        { value: 'instead', label: '代替原来的，以后看新交的' },
        { value: 'beside', label: '和原来的放在一起看' },
      ],
      hint: '以前交的不会删掉，都留在案卷里。',
    },
  ],
  papers: [
    {
      ...{ material: 'id-card', name: '申请人居民身份证', problem: '已经交了1个文件。' },
      ...{ remedy: '在有效期内，正反面都要。', optional: true },
    },
    {
      ...{ material: 'health', name: '健康证明', problem: '还没有交过。' },
      ...{ remedy: '从业人员每人一份，在有效期内。', optional: true },
    },
  ],
}

export const sampleDetail: CaseDetail = {
  parts: sampleParts,
  summary: sampleCase,
  procedure: 'approval',
  itemVersion: 3,
  applicant: {
    name: '测试甲',
    idKind: '居民身份证',
    idNumber: '990101********001X',
    phone: '199****0001',
    masked: true,
  },
  form: [
    { section: '摊位', label: '摊位在哪个村或社区', text: '示例街道 第一社区' },
    { section: '摊位', label: '卖什么', text: '食品小吃、手工艺品' },
  ],
  materials: [
    {
      id: 'application-form',
      name: '摊位许可申请表',
      necessity: 'required',
      requirement: '内容填写完整。',
      fromForm: true,
      verdict: 'ok',
      paperOriginals: 0,
      paperCopies: 0,
      files: [],
    },
    {
      id: 'id-card',
      name: '申请人居民身份证',
      necessity: 'required',
      requirement: '字能看清。',
      fromForm: false,
      verdict: 'ok',
      paperOriginals: 0,
      paperCopies: 0,
      files: [
        {
          id: 'file-1',
          name: '身份证正面.jpg',
          size: 812_000,
          mediaType: 'image/jpeg',
          url: `/my/cases/${NO}/files/file-1`,
        },
      ],
    },
    {
      id: 'health-certificate',
      name: '从业人员健康证明',
      necessity: 'conditional',
      requirement: '一年以内出具。',
      fromForm: false,
      verdict: 'defective',
      note: '日期看不清',
      paperOriginals: 1,
      paperCopies: 0,
      files: [],
    },
  ],
  clocks: [
    {
      clock: 'promised',
      kind: 'promised',
      title: '承诺办结期限',
      state: 'running',
      day: '2026-11-27',
      provisional: false,
      sentence: '11月20日受理，受理当天不算；承诺5个工作日，中间21日、22日是周末，所以最晚11月27日办完。',
      standing: 'in-time',
    },
    {
      clock: 'statutory',
      kind: 'statutory',
      title: '法定办结期限',
      state: 'running',
      day: '2026-12-18',
      provisional: false,
      sentence: '法律规定20个工作日，从11月23日算起，最晚12月18日。',
      standing: 'in-time',
    },
  ],
  steps: [
    { title: '收到申请', state: 'done', at: '2026-11-20T02:10:00.000Z' },
    { title: '受理', state: 'done', at: '2026-11-20T03:00:00.000Z' },
    { title: '审查', state: 'current' },
    { title: '决定', state: 'coming' },
    { title: '发证', state: 'coming' },
  ],
  deliveryMode: 'electronic',
  story: [
    {
      seq: 1,
      at: '2026-11-20T02:10:00.000Z',
      who: '您',
      text: '在网上提交了申请，交了2样材料。',
      details: [],
    },
    {
      seq: 2,
      at: '2026-11-20T03:00:00.000Z',
      who: '窗口人员 演示窗口01',
      place: '示例街道便民服务中心',
      text: '看过材料，齐全，受理了申请。',
      details: ['受理通知书 示受〔2026〕12号'],
    },
  ],
  papers: [
    {
      id: 'receipt',
      kind: 'receipt',
      title: '申请材料接收凭证',
      number: '示收〔2026〕31号',
      at: '2026-11-20T02:10:00.000Z',
      url: `/my/cases/${NO}/papers/receipt`,
      verifyUrl: '/verify/example-token',
    },
    {
      id: 'acceptance',
      kind: 'acceptance',
      title: '受理通知书',
      number: '示受〔2026〕12号',
      at: '2026-11-20T03:00:00.000Z',
    },
  ],
  allowed: [{ act: 'withdraw', title: '撤回', tone: 'danger', input: {} }, ...offeredDetailActs],
}

/** Not looked at yet: the applicant may add what they like. */
export const addingDetail: CaseDetail = {
  ...sampleDetail,
  summary: { ...sampleCase, no: '990101400120261118000078B' },
  allowed: [addPaper],
}

export const supplementingDetail: CaseDetail = {
  ...sampleDetail,
  summary: { ...sampleCases[0]! },
  supplement: {
    open: true,
    dueDay: '2026-11-24',
    lines: [
      {
        material: 'id-card',
        name: '申请人居民身份证',
        problem: '只拍了正面。',
        remedy: '请把反面也拍下来传上来。',
      },
      {
        material: 'health-certificate',
        name: '从业人员健康证明',
        problem: '出具日期被手指挡住了。',
        remedy: '请重新拍一张，日期和印章都要看清。',
        basis: '《示例办法》第十一条',
      },
    ],
  },
  clocks: [
    {
      ...sampleDetail.clocks[0]!,
      state: 'stopped',
      sentence: '11月18日送达补正通知，从这天起承诺期限暂停，补齐的第二天接着算。',
    },
    {
      clock: 'supplement',
      kind: 'supplement',
      title: '补正期限',
      state: 'running',
      day: '2026-11-24',
      provisional: false,
      sentence: '11月18日通知送达，给5个工作日补正，最晚11月24日。',
      standing: 'soon',
    },
  ],
}

/** A second notice: one point is still open, one was brought by a paper that came in since. */
export const secondNoticeDetail: CaseDetail = {
  ...supplementingDetail,
  supplement: {
    open: true,
    dueDay: '2026-12-08',
    round: 2,
    lines: [
      {
        material: 'id-card',
        name: '申请人居民身份证',
        problem: '只拍了正面。',
        remedy: '请把反面也拍下来传上来。',
        standing: 'again',
        still: '新传的还是正面。',
      },
      {
        material: 'id-card',
        name: '申请人居民身份证',
        problem: '姓名与申请表不一致。',
        remedy: '请提供户口簿上的更名页。',
        standing: 'new',
        newBecause:
          '由您新补交的“从业人员健康证明”引出，新交的这份材料与其他材料不一致：健康证明上是另一个姓名。',
      },
    ],
    first: {
      servedOn: '2026-11-18',
      lines: supplementingDetail.supplement!.lines.map((line, at) => ({ ...line, settled: at === 1 })),
    },
  },
}

export const closedDetail: CaseDetail = {
  ...sampleDetail,
  summary: { ...sampleCases[5]! },
  decision: { result: 'granted', reason: '地段有空位，材料符合要求。', day: '2026-09-05' },
  clocks: sampleDetail.clocks.map((clock) => ({ ...clock, state: 'ended' })),
  steps: sampleDetail.steps.map((step) => ({ ...step, state: 'done', at: '2026-09-05T06:00:00.000Z' })),
  allowed: [],
}

export const deniedDetail: CaseDetail = {
  ...closedDetail,
  decision: { result: 'denied', reason: '这个地段的摊位已经满了。', day: '2026-09-05' },
}

export const lateDetail: CaseDetail = {
  ...sampleDetail,
  summary: { ...sampleCases[4]! },
  clocks: [
    {
      ...sampleDetail.clocks[0]!,
      day: '2026-11-19',
      standing: 'late',
      provisional: true,
      sentence: '11月12日受理，承诺5个工作日，最晚11月19日。',
    },
  ],
}

export const sampleMessages: readonly MessageView[] = [
  {
    id: '01890000-0000-7000-8000-0000000000a3',
    no: '990101400120261118000077A',
    kind: 'supplement',
    title: '请补正材料',
    text: `“${sampleItem.name}”还缺材料，或者有材料不合要求。要补的已经一次列全，请打开办件逐项补齐，最晚2026年11月24日（星期二）；到期没有补，视为撤回申请。`,
    at: '2026-11-18T06:20:00.000Z',
    unread: true,
    readable: true,
  },
  {
    id: '01890000-0000-7000-8000-0000000000a2',
    no: '990101400120261118000077A',
    kind: 'received',
    title: '一条消息',
    text: '这条消息的内容已随个人信息一起删除。',
    at: '2026-11-18T01:05:00.000Z',
    unread: true,
    readable: false,
  },
  {
    id: '01890000-0000-7000-8000-0000000000a1',
    no: '990101400120260901000004C',
    kind: 'waybill',
    title: '文书已经寄出',
    text: `“${sampleItem.name}”的文书已经交给邮政特快专递，运单号EM00000000000。签收前请核对收件人。`,
    at: '2026-09-05T02:00:00.000Z',
    unread: false,
    readable: true,
  },
]

export const sampleRating: RatingView = {
  open: true,
  options: {
    5: [
      { code: '510', text: '一窗受理一次办结' },
      { code: '517', text: '服务热情效率高' },
    ],
    4: [{ code: '411', text: '跑大厅一次办完' }],
    3: [{ code: '309', text: '在承诺的时间内办结' }],
    2: [
      { code: '209', text: '未在承诺时间内办结' },
      { code: '213', text: '窗口人员业务不熟练' },
    ],
    1: [{ code: '109', text: '需提供指南之外的材料' }],
  },
}

export const sampleVerify: VerifyView = {
  genuine: true,
  title: '摊位许可证',
  number: '示摊〔2026〕8号',
  body: '示例县行政审批服务局',
  status: '有效',
  fields: [
    { label: '经营人', text: '测*甲' },
    { label: '摊位', text: '第一社区A区3号' },
    { label: '有效期到', text: '2027年9月4日' },
  ],
  demo: true,
}

const commitment: NonNullable<DraftView['commitment']> = {
  when: { field: 'household', equals: 'yes' },
  replaces: ['health-certificate'],
  steps: sampleItem.process.steps.filter(({ step }) => step !== 'review'),
  promises: ['摊位在公布的地段以内，地方和大小与申请表一致。', '从业人员都有健康证明，随时可以拿出来看。'],
  liability: ['核查发现不属实的，限期改正；改不了的撤销许可。', '不实承诺记入信用记录，修复以前不能再承诺。'],
  check: { within: { amount: 30, unit: 'working-day' }, how: '两名以上工作人员到摊位看，对照承诺逐项核查。' },
  rectifyWithin: { amount: 10, unit: 'working-day' },
  basis: '《示例办法》第十一条',
}

/** The item as it would be with a promise in the place of a paper, and a paper that an answer rules out. */
export const promisingItem = {
  ...sampleItem,
  delivery: ['window', 'electronic', 'post'] as const satisfies DraftView['item']['delivery'],
  process: { ...sampleItem.process, commitment },
  materials: [
    ...sampleItem.materials,
    {
      id: 'power-contract',
      name: '用电协议',
      kind: 'other',
      source: 'other',
      originals: 0,
      copies: 1,
      medium: 'both',
      necessity: 'conditional',
      when: '晚上出摊的才要',
      whenAnswer: { field: 'hours', equals: 'day' },
      acceptStandard: '写明摊位号。',
    },
  ],
} satisfies DraftView['item'] as DraftView['item']

export const promisingDraft: DraftView = {
  ...withPapers({ ...draftWithoutPapers, item: promisingItem, way: 'commitment', delivery: 'post' }),
  commitment,
  postal: { receiver: '测试甲', phone: '19900000001', address: '示例县示例街道第一社区1号' },
  reused: ['remark'],
}

export const promisedDetail: CaseDetail = {
  ...closedDetail,
  procedure: 'commitment',
  deliveryMode: 'post',
  promise: {
    promises: commitment.promises,
    liability: commitment.liability,
    basis: commitment.basis,
    checkedHow: commitment.check.how,
    how: 'online',
    at: '2026-11-23T09:30:00.000+08:00',
    withdrawn: false,
  },
  posting: {
    freight: 'collect',
    carrier: '示例邮政',
    waybill: 'EX123456789',
    receiptUrl: '/my/cases/1/files/2',
    track: [
      { text: '已收寄', at: '2026-11-24T10:00:00.000+08:00' },
      { text: '已签收，签收人：本人', at: '2026-11-25T15:20:00.000+08:00' },
    ],
  },
  afterCheck: { dueDay: '2027-01-05' },
}

export const sampleProgress: CaseProgress = {
  no: sampleDetail.summary.no,
  itemName: sampleItem.name,
  stateText: sampleDetail.summary.stateText,
  applicant: '测*甲',
  acceptPlace: sampleDetail.summary.acceptPlace,
  decidingBody: sampleDetail.summary.decidingBody,
  waitsFor: sampleDetail.summary.waitsFor,
  receivedAt: sampleDetail.summary.receivedAt,
  stands: sampleCase.stands!,
  closed: false,
  steps: sampleDetail.steps,
  clocks: sampleDetail.clocks.filter(({ state }) => state === 'running'),
}

const paused = { ...sampleDetail.clocks[0]!, state: 'stopped' } as const

/** Experts look, and the limit stands still (特别程序). */
export const specialDetail: CaseDetail = {
  ...sampleDetail,
  allowed: [],
  clocks: [
    {
      ...paused,
      paused: [{ since: '2026-11-18', waitsFor: '专家评审' }],
      sentence:
        '2026年11月16日受理，次日起算10个工作日；2026年11月18日起因专家评审依法暂停计时（行政许可法第四十五条）。目前计时暂停，恢复后重新算出到期日。',
    },
  ],
  steps: [
    ...sampleDetail.steps
      .slice(0, 2)
      .map((step) => ({ ...step, state: 'done' as const, at: '2026-11-16T02:00:00.000Z' })),
    { title: '专家评审', state: 'current' },
    { title: '决定', state: 'coming' },
  ],
  parts: [
    {
      ...{ key: 'special-1', title: '特别程序：专家评审', tag: { text: '进行中', tone: 'blue' } },
      lines: ['所需时间不计入办理期限，结束后自次日起继续计算。'],
      facts: [
        { label: '所需时间', text: '15个工作日' },
        { label: '告知书送达', text: '2026年11月18日' },
      ],
    },
  ],
}

/** A hearing may be asked for, and somebody has to say so in time (听证). */
export const hearingDetail: CaseDetail = {
  ...sampleDetail,
  clocks: [{ ...paused, paused: [{ since: '2026-11-18', waitsFor: '听证' }] }],
  parts: [
    {
      ...{ key: 'hearing', title: '听证', tag: { text: '可以要求听证', tone: 'blue' } },
      lines: ['您可以要求听证，最晚2026年11月25日，不收任何费用；逾期视为放弃。'],
      facts: [{ label: '告知书送达', text: '2026年11月18日' }],
    },
  ],
  allowed: [
    {
      ...{ act: 'request-hearing', title: '要求听证', tone: 'normal', input: {} },
      help: '听证是当面说明情况、核对证据的会，不收任何费用。',
    },
    {
      ...{ act: 'waive-hearing', title: '放弃听证', tone: 'normal', input: {} },
      help: '放弃以后，办理期限接着算。',
    },
  ],
}

/** Accepted with gaps: what was promised is still to come (容缺受理). */
export const gapsDetail: CaseDetail = {
  ...sampleDetail,
  parts: [
    {
      ...{ key: 'gaps', title: '容缺材料', tag: { text: '还差1份', tone: 'warn' } },
      lines: ['到期没有补齐的，视为撤回申请，可以重新申请。'],
      table: { head: ['材料', '情况'], rows: [['房屋租赁合同', '还没有补交']] },
    },
  ],
  allowed: [
    {
      ...{ act: 'supply-gap', title: '补交说好以后补的材料', tone: 'primary', input: {}, fields: [] },
      help: '可以一次交齐，也可以先交一部分，期限内交齐就行。',
      until: '2026-11-27',
      papers: [
        {
          ...{ material: 'lease', name: '房屋租赁合同', problem: '容缺受理时说好以后补交。' },
          remedy: '在有效期内，有双方签字。',
        },
      ],
    },
  ],
}

/** Two departments were asked, and the head has given the matter more time (联审联办，延长期限). */
/** Examined here and decided above (转报): nothing runs any more, and the limits that ran can be read again. */
export const forwardedDetail: CaseDetail = {
  ...sampleDetail,
  summary: {
    ...sampleDetail.summary,
    state: 'forwarded',
    stateText: '已转报上级机关决定',
    waitsFor: '',
    standing: 'none',
    stands: '已经转报，由上级机关作出决定；示例县行政审批服务局的审查已经结束。',
  },
  clocks: sampleDetail.clocks.map((clock) => ({ ...clock, state: 'ended' as const })),
  parts: [
    {
      ...{ key: 'forwarded', title: '转报', tag: { text: '已转报示例市自然资源和规划局', tone: 'blue' } },
      lines: ['2026年11月24日（星期二）报送，由示例市自然资源和规划局决定；不需要再交一次材料。'],
      facts: [{ label: '报送的材料', text: '临时用地申请书、临时使用土地合同' }],
    },
  ],
  allowed: [],
}

/** The limits stand still for a review by experts: why and until when is the first thing on the page. */
export const pausedDetail: CaseDetail = {
  ...sampleDetail,
  summary: {
    ...sampleDetail.summary,
    paused: [{ since: '2026-11-24', waitsFor: '专家评审', until: '2026-12-08' }],
  },
  clocks: sampleDetail.clocks.map((clock) => ({
    ...clock,
    state: 'stopped' as const,
    paused: [{ since: '2026-11-24', waitsFor: '专家评审', until: '2026-12-08' }],
  })),
}

export const jointExtendedDetail: CaseDetail = {
  ...sampleDetail,
  parts: [
    {
      ...{ key: 'joint', title: '联审联办：部门意见', tag: { text: '等1个部门答复', tone: 'blue' } },
      lines: [],
      table: {
        head: ['部门', '意见', '答复期限'],
        rows: [
          ['示例区市场监督管理局', '同意', '2026年11月27日'],
          ['示例区卫生健康局', '未答复', '2026年11月27日'],
        ],
      },
    },
    {
      ...{ key: 'extension', title: '延长期限', tag: { text: '已延长', tone: 'warn' } },
      lines: ['法定期限由2026年12月17日延长到2026年12月31日。'],
      facts: [{ label: '理由', text: '情况复杂。需要到外地核查。' }],
    },
  ],
}
