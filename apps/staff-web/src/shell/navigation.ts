export type Group = 'cases' | 'items' | 'house'

export interface Place {
  to:
    | '/powers'
    | '/organisation'
    | '/reform'
    | '/books'
    | '/item-changes'
    | '/item-news'
    | '/item-quality'
    | '/guides'
    | '/data-elements'
    | '/item-imports'
    | '/item-tiers'
    | '/delegation'
    | '/residency'
    | '/seals'
    | '/intake'
    | '/cases'
    | '/approvals'
    | '/all'
    | '/supervision'
    | '/rectifications'
    | '/licences'
    | '/certificates'
    | '/utilities'
    | '/duty'
    | '/accounts'
    | '/posts'
    | '/audit'
  title: string
  /** Where it stands when there are many: with the cases, the items, or what keeps the house. */
  group: Group
  /** How many things wait there, told beside the title. */
  counts?: 'approvals'
}

/** Nothing waits for a head but their word. */
const HEADS = ['head', 'government-head']

/** Whose absence somebody else has to make up for. */
const ON_DUTY = [
  ...['window-clerk', 'village-agent', 'reviewer', 'approver', 'issuer', 'director'],
  // Heads and supervision hear there of days on which nobody stands in.
  ...['head', 'supervisor'],
]

/** What centres and stations give over the counter, and who watches over it. */
const AT_STATIONS = ['village-agent', 'window-clerk', 'director', 'supervisor']

const ENTRIES: readonly (Place & { roles: readonly string[] })[] = [
  { group: 'cases', to: '/intake', title: '窗口收件', roles: ['window-clerk'] },
  // A village has no window: whoever helps there takes in for the town.
  { group: 'cases', to: '/intake', title: '代办收件', roles: ['village-agent'] },
  {
    group: 'cases',
    to: '/cases',
    title: '待办',
    // A head finds there the extensions proposed to them (行政许可法第四十二条).
    roles: ['window-clerk', 'reviewer', 'approver', 'issuer', 'head', 'government-head'],
  },
  // Nothing waits for whoever sent something on; they follow what becomes of it.
  { group: 'cases', to: '/cases', title: '代办的办件', roles: ['village-agent'] },
  {
    group: 'cases',
    to: '/approvals',
    title: '待我批',
    counts: 'approvals',
    roles: ['approver', 'head', 'government-head'],
  },
  { group: 'cases', to: '/all', title: '全部办件', roles: ['director', 'centre-director', 'supervisor'] },
  { group: 'cases', to: '/supervision', title: '监督', roles: ['director', 'supervisor'] },
  { group: 'cases', to: '/rectifications', title: '差评整改', roles: ['director', 'supervisor'] },
  {
    group: 'cases',
    to: '/licences',
    title: '证照台账',
    roles: ['window-clerk', 'reviewer', 'approver', 'issuer', 'director', 'supervisor'],
  },
  { group: 'cases', to: '/certificates', title: '开具证明', roles: AT_STATIONS },
  { group: 'cases', to: '/utilities', title: '代收水电气暖费', roles: AT_STATIONS },
  {
    group: 'items',
    to: '/item-changes',
    title: '事项变更',
    roles: ['item-author', 'item-approver', 'supervisor'],
  },
  {
    group: 'items',
    to: '/item-news',
    title: '事项更新',
    roles: ['item-author', 'item-approver', 'supervisor', 'power-registrar', 'director'],
  },
  {
    group: 'items',
    to: '/item-imports',
    title: '目录导入',
    roles: ['item-approver', 'item-author', 'supervisor'],
  },
  {
    group: 'items',
    to: '/item-quality',
    title: '事项质量',
    roles: ['item-author', 'item-approver', 'power-registrar', 'supervisor', 'director'],
  },
  {
    group: 'items',
    to: '/data-elements',
    title: '数据元',
    roles: ['item-author', 'item-approver', 'power-registrar', 'supervisor', 'director'],
  },
  {
    group: 'items',
    to: '/item-tiers',
    title: '事项层级',
    roles: ['item-author', 'item-approver', 'power-registrar', 'supervisor', 'director'],
  },
  {
    group: 'items',
    to: '/guides',
    title: '办事指南管理',
    roles: ['item-author', 'item-approver', 'supervisor', 'director'],
  },
  { group: 'house', to: '/powers', title: '权责清单', roles: ['power-registrar', 'supervisor', 'director'] },
  {
    group: 'house',
    to: '/residency',
    title: '进驻管理',
    roles: ['organiser', 'head', 'power-registrar', 'director', 'supervisor', 'item-author', 'item-approver'],
  },
  {
    group: 'house',
    to: '/delegation',
    title: '事项下放',
    roles: [
      ...['organiser', 'head', 'government-head', 'power-registrar', 'director', 'supervisor'],
      ...['item-author', 'item-approver'],
    ],
  },
  {
    group: 'house',
    to: '/organisation',
    title: '机构和场所',
    roles: ['organiser', 'supervisor', 'director'],
  },
  { group: 'house', to: '/reform', title: '改革报告', roles: ['organiser', 'supervisor', 'director'] },
  {
    group: 'house',
    to: '/books',
    title: '台账',
    roles: [
      'item-author',
      'item-approver',
      'power-registrar',
      'supervisor',
      'director',
      'window-clerk',
      'organiser',
    ],
  },
  { group: 'house', to: '/seals', title: '印章', roles: ['power-registrar', 'supervisor', 'director'] },
  { group: 'house', to: '/duty', title: '离岗与顶岗', roles: ON_DUTY },
  { group: 'house', to: '/accounts', title: '账号', roles: ['system-admin'] },
  { group: 'house', to: '/posts', title: '岗位', roles: ['security-admin'] },
  { group: 'house', to: '/audit', title: '审计', roles: ['audit-admin'] },
]

/** What a post finds in the navigation; the server refuses everything else by itself. */
export function navigationFor(roles: readonly string[]): Place[] {
  const mine = ENTRIES.filter((entry) => entry.roles.some((role) => roles.includes(role)))
  return mine.filter(({ to }, at) => mine.findIndex((entry) => entry.to === to) === at)
}

/** Whose work are cases: they look for them, and hear what happened to them. */
export function seesCases(roles: readonly string[]): boolean {
  return navigationFor(roles).some(({ to }) => to === '/cases' || to === '/all')
}

/** Whose work are items: they hear when one that their body follows has changed. */
export function hearsNews(roles: readonly string[]): boolean {
  return navigationFor(roles).some(({ to }) => to === '/item-news')
}

/** Whose work is what: the first of these that a post has is where it begins. */
const BEGINNINGS = ['/cases', '/all', '/item-changes', '/powers', '/organisation'] as const

/** The page to begin with: the work list where there is one. */
export function startOf(roles: readonly string[]): Place['to'] | undefined {
  const places = navigationFor(roles)
  const firsts = roles.every((role) => HEADS.includes(role)) ? (['/approvals'] as const) : BEGINNINGS
  return firsts.find((first) => places.some(({ to }) => to === first)) ?? places[0]?.to
}
