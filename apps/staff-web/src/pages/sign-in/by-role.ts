export interface DemoAccount {
  login: string
  name: string
  title: string
}

/** What people do all day, in the order a matter passes them; a login begins with it. */
const ROLES = [
  ['clerk', '窗口收件'],
  ['agent', '村（社区）代办'],
  ['reviewer', '审查'],
  ['approver', '审批'],
  ['head', '机关负责人'],
  ['issuer', '出件'],
  ['director', '中心主任'],
  ['supervisor', '政务服务监督'],
  ['registrar', '授权和印章管理'],
  ['admin', '系统、安全和审计管理'],
] as const

const OTHERS = '其他'

/** Accounts under what their posts do; a kind without an account is left out. */
export function byRole(accounts: readonly DemoAccount[]): { role: string; accounts: DemoAccount[] }[] {
  const titles = new Map<string, string>(ROLES)
  const groups = new Map<string, DemoAccount[]>([...titles.values(), OTHERS].map((role) => [role, []]))
  for (const account of accounts) {
    const kind = (account.login.split('.')[0] ?? '').replace(/\d+$/, '')
    groups.get(titles.get(kind) ?? OTHERS)!.push(account)
  }
  return [...groups]
    .map(([role, listed]) => ({ role, accounts: listed }))
    .filter(({ accounts: listed }) => listed.length > 0)
}
