/** Every screen of the workbench, by somebody whose post has it; `:no` and `:number` are the first of their list. */
export const STAFF_SCREENS: readonly (readonly [login: string, paths: readonly string[]])[] = [
  ['clerk.hall', ['/cases', '/cases/:no', '/intake', '/intake/food-business-licence', '/licences', '/duty']],
  ['approver.shantou', ['/approvals', '/licences/:number']],
  ['supervisor', ['/all', '/supervision', '/rectifications']],
  ['registrar.approval-bureau', ['/powers', '/item-quality', '/seals']],
  ['admin.system', ['/accounts']],
  ['admin.security', ['/posts']],
  ['admin.audit', ['/audit']],
]

/** Where the first case or licence of somebody is found. */
export const LISTS: Readonly<Record<string, { list: string; link: string }>> = {
  ':no': { list: '/cases?queue=open', link: 'main a[href^="/staff/cases/"]' },
  ':number': { list: '/licences', link: 'main a[href^="/staff/licences/"]' },
}
