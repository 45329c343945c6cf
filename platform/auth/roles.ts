/** What a post (岗位) lets a person do, and what the office calls it. */
export const ROLE_NAMES = {
  applicant: '申请人',
  'window-clerk': '窗口人员',
  'village-agent': '村级代办员',
  reviewer: '审查人员',
  approver: '审批人员',
  issuer: '制证发证人员',
  director: '中心主任',
  /** Who approves what the body asks of the law: 延长期限 (行政许可法第四十二条). */
  head: '本机关负责人',
  'government-head': '本级政府负责人',
  supervisor: '监督人员',
  'power-registrar': '授权管理人员',
  /** 编制: drafts items and their guides, and answers for what they say. */
  'item-author': '事项编制人员',
  /** 审定: approves and publishes what others drafted. */
  'item-approver': '事项审定人员',
  /** 机构管理: places, bodies and what moves between them; standards, and the books of the reform. */
  organiser: '机构管理人员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const

export type Role = keyof typeof ROLE_NAMES

export const ADMINISTRATOR_ROLES = ['system-admin', 'security-admin', 'audit-admin'] as const
export type AdministratorRole = (typeof ADMINISTRATOR_ROLES)[number]

export type RolesProblem = 'role-unknown' | 'administrators-are-separate' | 'administrator-does-no-business'

export function isAdministratorRole(role: string): role is AdministratorRole {
  return (ADMINISTRATOR_ROLES as readonly string[]).includes(role)
}

/**
 * Why one person cannot hold all these roles (over all their posts); null when they can. GB/T 22239 三员分立:
 * each of the three watches the other two, and none of them touches a case.
 */
export function rolesProblem(roles: readonly string[]): RolesProblem | null {
  if (roles.some((role) => !Object.hasOwn(ROLE_NAMES, role))) return 'role-unknown'
  const administrator = new Set(roles.filter(isAdministratorRole))
  if (administrator.size > 1) return 'administrators-are-separate'
  // Administrators stay citizens: applying for a matter of their own is no business of the office.
  const business = roles.some((role) => role !== 'applicant' && !isAdministratorRole(role))
  return administrator.size === 1 && business ? 'administrator-does-no-business' : null
}
