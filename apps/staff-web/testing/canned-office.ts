import type { ItemSummary, ItemVersion } from '#capabilities/catalogue/contract.ts'
import type {
  administrationRoutes,
  PostView,
  SessionView,
} from '#capabilities/staff/contract/session-routes.ts'
import type { noticeRoutes } from '#capabilities/case/contract/notice-routes.ts'
import type { ReplyOf } from '#platform/http/contract.ts'

export function post(roles: string[], title = '综合窗口'): PostView {
  return {
    id: `post-${roles[0]}`,
    title,
    place: 'centre-1',
    placeName: '示例镇便民服务中心',
    body: 'town-1',
    bodyName: '示例镇人民政府',
    windowName: '1号综合窗口',
    area: '370304',
    roles,
  }
}

export function session(...roles: string[]): SessionView {
  const own = post(roles)
  return {
    csrfToken: 'token-1',
    person: { id: 'person-1', name: '演示窗口01' },
    posts: [own, post(['reviewer'], '社会事务审查岗')],
    post: own,
    demo: true,
    mustChange: false,
  }
}

export const demoAccounts = {
  password: 'Yichuang-2026',
  accounts: [
    { login: 'clerk.hall', name: '演示窗口01', title: '示例区政务服务大厅市场准入窗口' },
    { login: 'reviewer.shili', name: '演示审查01', title: '示例镇便民服务中心社会事务审查岗' },
  ],
}

export const regions = {
  regions: [
    {
      code: '370304101000',
      name: '示例镇',
      children: [
        { code: '370304101201', name: '第一村' },
        { code: '370304101202', name: '第二村' },
      ],
    },
    { code: '370304102000', name: '另一镇', children: [] },
  ],
}

export const places = {
  places: [
    {
      id: 'centre-1',
      name: '示例镇便民服务中心',
      tier: 'centre',
      region: '370304101000',
      address: '演示地址',
      hours: '8:30–17:00',
      phone: '0533-0000101',
    },
  ],
}

export const items: ItemSummary[] = [
  {
    id: 'elderly-allowance',
    version: 2,
    name: '高龄津贴认定',
    summary: '年满80周岁的本地户籍老人，每月可以领取高龄津贴。',
    domain: 'elderly',
    itemType: '05',
    projectType: '2',
    promisedLimit: { amount: 5, unit: 'working-day' },
    visits: 1,
  },
  {
    id: 'food-business-licence',
    version: 1,
    name: '食品经营许可',
    summary: '开饭店、食品店以前要办的许可。',
    domain: 'market-access',
    itemType: '01',
    projectType: '2',
    promisedLimit: { amount: 10, unit: 'working-day' },
    visits: 0,
  },
]

/** Only what the counter reads of an item. */
export const item = {
  id: 'elderly-allowance',
  version: 2,
  name: '高龄津贴认定',
  promisedLimit: { amount: 5, unit: 'working-day' },
  decidingBody: { kind: 'town' },
  process: { procedure: 'approval', preReview: false, steps: [] },
  delivery: ['window', 'electronic'],
  materials: [
    {
      id: 'application-form',
      name: '高龄津贴申请表',
      kind: 'form',
      source: 'applicant',
      originals: 1,
      copies: 0,
      medium: 'both',
      necessity: 'required',
      fromForm: true,
      acceptStandard: '填写完整。',
    },
    {
      id: 'id-card',
      name: '居民身份证',
      kind: 'certificate',
      source: 'government',
      originals: 1,
      copies: 1,
      medium: 'both',
      necessity: 'required',
      originalCheckedOnly: true,
      acceptStandard: '在有效期内，姓名、号码与申请表一致。',
    },
    {
      id: 'agent-letter',
      name: '委托书',
      kind: 'other',
      source: 'applicant',
      originals: 1,
      copies: 0,
      medium: 'paper',
      necessity: 'conditional',
      when: '由他人代办的',
      acceptStandard: '写明委托事项，双方签字。',
    },
  ],
  form: {
    title: '高龄津贴申请表',
    fields: [
      {
        name: 'name',
        label: '申请人姓名',
        type: 'text',
        element: 'party.name',
        required: true,
        maxLength: 50,
        section: '申请人',
      },
      {
        name: 'citizenId',
        label: '身份证号码',
        type: 'citizen-id',
        element: 'party.citizenId',
        required: true,
        section: '申请人',
        hint: '18位，最后一位可以是X',
      },
      {
        name: 'phone',
        label: '手机号码',
        type: 'phone',
        element: 'party.phone',
        required: true,
        section: '申请人',
      },
      { name: 'home', label: '居住地', type: 'region', required: false, section: '津贴' },
      { name: 'since', label: '从哪天起常住', type: 'date', required: false, section: '津贴' },
      {
        name: 'living',
        label: '居住情况',
        type: 'choice',
        required: true,
        section: '津贴',
        options: [
          { value: 'alone', label: '独自居住' },
          { value: 'family', label: '和家人同住' },
        ],
      },
      {
        name: 'helps',
        label: '需要的照顾',
        type: 'choices',
        required: false,
        section: '津贴',
        options: [
          { value: 'meal', label: '助餐' },
          { value: 'visit', label: '上门探访' },
        ],
      },
      { name: 'agent', label: '是否由他人代办', type: 'yes-no', required: true, section: '代办' },
      {
        name: 'agentName',
        label: '代办人姓名',
        type: 'text',
        required: true,
        section: '代办',
        showWhen: { field: 'agent', equals: 'yes' },
      },
      { name: 'note', label: '其他说明', type: 'long-text', required: false, section: '代办' },
    ],
  },
} satisfies Partial<ItemVersion>

export const accounts: ReplyOf<(typeof administrationRoutes)['accounts']> = {
  items: [
    { id: 'a1', login: 'clerk.hall', kind: 'staff', disabled: false },
    {
      id: 'a2',
      login: 'reviewer.shili',
      kind: 'staff',
      disabled: false,
      lockedUntil: '2026-11-22T06:30:00.000Z',
    },
    { id: 'a3', login: '199****0001', kind: 'citizen', disabled: true },
  ],
  nextCursor: 'more',
}

export const posts: ReplyOf<(typeof administrationRoutes)['posts']> = {
  items: [
    { ...post(['window-clerk', 'issuer']), person: 'person-1', personName: '演示窗口01' },
    {
      ...post(['reviewer'], '社会事务审查岗'),
      person: 'person-2',
      personName: '演示审查01',
      validTo: '2027-01-31',
    },
  ],
}

export const audit: ReplyOf<(typeof administrationRoutes)['audit']> = {
  items: [
    { at: '2026-11-22T05:00:00.000Z', actor: '演示窗口01', event: 'sign-in', success: true, ip: '10.0.0.8' },
    {
      at: '2026-11-22T04:59:00.000Z',
      actor: 'reviewer.shili',
      event: 'sign-in',
      success: false,
      ip: '10.0.0.9',
    },
    {
      at: '2026-11-22T04:00:00.000Z',
      actor: '演示窗口01',
      event: 'reveal',
      success: true,
      object: '370304400120261120000123K',
      after: { reason: '电话通知补正' },
      ip: '10.0.0.8',
    },
  ],
  nextCursor: 'more',
}

export const officeNotices: ReplyOf<(typeof noticeRoutes)['notices']> = {
  items: [
    {
      ...{ no: '370304400120261120000123K', itemName: '高龄津贴认定', kind: 'supplied', unread: true },
      ...{ text: '补正材料已交来，请核对', at: '2026-11-22T09:12:00.000+08:00', key: 'a#9' },
    },
    {
      ...{
        no: '370304400120261105000101A',
        itemName: '户口迁入（夫妻投靠）登记',
        kind: 'assigned',
        unread: false,
      },
      ...{ text: '指派给您办', at: '2026-11-21T15:00:00.000+08:00', key: 'b#4' },
    },
    {
      ...{ no: '370304400120261120000123K', itemName: '高龄津贴认定', kind: 'urged', unread: false },
      ...{ text: '催您办理，请尽快办，并答复催办', by: '示例监督01', says: '请今天核对完材料' },
      ...{ at: '2026-11-21T10:00:00.000+08:00', key: 'a#7' },
    },
  ],
  upTo: '2026-11-22T01:13:00.000Z',
}
