import type { PaperData, PaperKind } from './paper-data.ts'

/** Synthetic papers, one of each kind, for tests and for looking at the templates. */
const common = {
  date: '2026-11-23',
  body: { name: '淄博市博山区行政审批服务局' },
  caseNo: '3703044012026112300001X5K',
  item: { name: '食品经营许可（新办）', type: '01' },
  party: {
    name: '博山区示例餐饮服务有限公司',
    kind: 'organisation',
    idKind: '统一社会信用代码',
    idMasked: '91370304MA3****12X',
  },
  contact: {
    officer: '测试甲',
    phone: '0533-0000000',
    address: '淄博市博山区示例路1号政务服务大厅二楼综合窗口',
    complaintPhone: '12345',
  },
  verifyUrl: 'https://example.invalid/verify/3fKq9Zt2mVx7Lw1b',
  demo: true,
} as const

const remedies = {
  reviewBody: '淄博市博山区人民政府',
  court: '淄博市博山区人民法院',
  reviewOnline: '“掌上复议”平台',
} as const

const foodLaw = { law: '《中华人民共和国食品安全法》', article: '第三十五条第一款' } as const
// [K] The order of the regulator was not at hand: the article is only an example.
const foodRule = {
  law: '《食品经营许可和备案管理办法》',
  number: '国家市场监督管理总局令第78号',
  article: '第十二条',
} as const

export const examplePapers: { [K in PaperKind]: Extract<PaperData, { kind: K }> } = {
  receipt: {
    ...common,
    kind: 'receipt',
    number: '博审批收〔2026〕118号',
    receivedOn: '2026-11-23',
    place: '博山区政务服务大厅综合窗口3号',
    submitter: '测试乙（委托代理人）',
    materials: [
      { name: '食品经营许可申请书', originals: 1, copies: 0, form: 'paper' },
      { name: '营业执照', originals: 0, copies: 0, form: 'licence', note: '调用电子证照，免予提交' },
      { name: '与食品经营相适应的主要设备设施布局、操作流程等文件', originals: 1, copies: 1, form: 'paper' },
      {
        name: '食品安全自查、从业人员健康管理、进货查验记录、食品安全事故处置等保证食品安全的规章制度',
        originals: 0,
        copies: 1,
        form: 'electronic',
        note: '可容缺，五个工作日内补齐',
      },
    ],
    query: { where: '政务服务网“办件查询”（example.invalid）或者拨打0533-0000000', code: '482913' },
    nextBy: '2026-11-30',
  },
  acceptance: {
    ...common,
    kind: 'acceptance',
    number: '博审批受〔2026〕118号',
    filedOn: '2026-11-23',
    acceptedOn: '2026-11-24',
    why: 'complete',
    clock: {
      statutory: { limit: '二十个工作日', due: '2026-12-22' },
      promised: { limit: '五个工作日', due: '2026-12-01' },
      explanation: ['办理时限自受理次日起按工作日计算，不含法定节假日；2026年11月24日受理，当日不计入。'],
    },
    delivery: {
      mode: 'pickup',
      place: '博山区政务服务大厅一楼出件窗口',
      hours: '工作日9:00至12:00、13:30至17:00',
    },
    query: { where: '政务服务网“办件查询”', code: '482913' },
  },
  supplement: {
    ...common,
    kind: 'supplement',
    number: '博审批补〔2026〕27号',
    filedOn: '2026-11-23',
    problems: [
      {
        material: '主要设备设施布局图',
        problem: '未标明各功能区的名称和面积',
        remedy: '在图上逐一标注功能区名称、面积，由经营者签名或者盖章',
        basis: '服务指南“申请材料”第3项',
      },
      {
        material: '食品安全规章制度',
        problem: '缺少食品安全事故处置制度',
        remedy: '补交该项制度一份，电子件、纸质件均可',
        basis: '服务指南“申请材料”第4项',
      },
    ],
    received: ['食品经营许可申请书', '营业执照（电子证照）'],
    dueOn: '2026-12-14',
    submitAt: '博山区政务服务大厅综合窗口或者政务服务网原申请页面',
    ifMissed: '逾期未补正且未说明理由的，按照本地规定视为撤回申请，补齐材料后可以重新申请。',
  },
  'not-accepted': {
    ...common,
    kind: 'not-accepted',
    number: '博审批不受〔2026〕3号',
    filedOn: '2026-11-23',
    ground: 'not-competent',
    reasons: ['申请从事食品生产活动，该许可由市级市场监督管理部门实施，不属于本机关职权范围。'],
    competentBody: {
      name: '淄博市行政审批服务局',
      address: '淄博市张店区示例路2号市政务服务中心',
      phone: '0533-0000001',
    },
    returned: ['食品经营许可申请书1份', '设备布局图1份'],
    remedies,
  },
  grant: {
    ...common,
    kind: 'grant',
    number: '博审批准〔2026〕96号',
    filedOn: '2026-11-18',
    acceptedOn: '2026-11-19',
    findings: '你单位的申请符合法定条件、标准；经两名工作人员现场核查，经营场所与申请材料一致。',
    basis: [foodLaw, foodRule],
    content: [
      { name: '许可事项', value: '食品经营许可（新办）' },
      { name: '经营场所', value: '淄博市博山区示例街道示例路18号' },
      { name: '主体业态', value: '餐饮服务经营者（小型餐馆）' },
      { name: '经营项目', value: '热食类食品制售；冷食类食品制售（仅凉拌菜）' },
      { name: '有效期限', value: '2026年11月23日至2031年11月22日' },
    ],
    conditions: [
      '在经营场所的显著位置悬挂或者摆放食品经营许可证正本；',
      '许可事项发生变化的，依法申请变更。',
    ],
    licenceName: '《食品经营许可证》',
    licenceDueOn: '2026-12-07',
    remedies,
  },
  denial: {
    ...common,
    kind: 'denial',
    number: '博审批不许〔2026〕4号',
    filedOn: '2026-11-10',
    acceptedOn: '2026-11-11',
    facts: [
      '2026年11月16日，本机关两名工作人员对申请的经营场所进行现场核查，食品处理区与有毒、有害场所的直线距离不足规定要求。',
      '经营场所没有与所申请经营项目相适应的冷藏设备，你单位在约定的期限内未整改。',
    ],
    heard:
      '2026年11月18日，本机关告知你单位陈述、申辩的权利。你单位于11月19日提出将更换场所的意见，因更换场所属于新的申请，本次申请中不予采纳。',
    reasons: ['申请的经营场所和设备不符合食品安全要求，不符合法定条件、标准'],
    basis: [{ law: '《中华人民共和国食品安全法》', article: '第三十三条第一款' }, foodRule],
    advice: '更换经营场所、配备设备后，可以重新提出申请；需要帮助的，可以联系帮办代办窗口（0533-0000002）。',
    returned: ['租赁合同原件1份'],
    remedies,
  },
  delivery: {
    ...common,
    kind: 'delivery',
    served: [
      { title: '准予行政许可决定书', number: '博审批准〔2026〕96号', copies: 1 },
      { title: '食品经营许可证正本、副本', copies: 2 },
    ],
    mode: 'direct',
    place: '博山区政务服务大厅一楼出件窗口',
    servers: ['测试甲', '测试丙'],
  },
  extension: {
    ...common,
    kind: 'extension',
    number: '博审批延〔2026〕2号',
    filedOn: '2026-10-26',
    acceptedOn: '2026-10-26',
    reasons: ['申请的经营场所涉及两个县区交界，需要与相邻县区核对管辖范围'],
    approvedBy: '本机关负责人',
    extendedBy: '十个工作日',
    dueBefore: '2026-11-23',
    dueNow: '2026-12-07',
    query: { where: '政务服务网“办件查询”' },
  },
  'special-procedure': {
    ...common,
    kind: 'special-procedure',
    number: '博审批特〔2026〕5号',
    filedOn: '2026-11-19',
    acceptedOn: '2026-11-20',
    procedure: '专家评审',
    reason: '申请的工艺流程属于首次采用，需要由专家评审其安全性。',
    preparation: '请准备好工艺流程图，评审的具体时间由实施单位电话通知。',
    needs: '十个工作日',
    startsOn: '2026-11-24',
    endsOn: '2026-12-07',
    by: '淄博市示例技术评审中心',
    dueAfter: '2026-12-14',
  },
}
