import type { DOMAINS } from '#capabilities/catalogue/contract.ts'
import type { CASE_STATES } from '../contract.ts'

type State = (typeof CASE_STATES)[number]
type Domain = (typeof DOMAINS)[number]

export interface PublicStep {
  text: string
  stage: number
  /** `office`: a limit binds the office. `applicant`: it waits for the applicant. `nobody`: over. */
  bound: 'office' | 'applicant' | 'nobody'
}

/**
 * What the wall says of each state. It never tells how a matter is going to end: a proposed refusal reads like any
 * other case being examined for acceptance, a denial is collected like a licence. What ended without a decision,
 * and everything that follows a broken promise, is nobody's business but the applicant's: no step, no line.
 */
export const PUBLIC_STEPS: Readonly<Record<State, PublicStep | undefined>> = {
  received: { text: '已收件', stage: 1, bound: 'office' },
  supplementing: { text: '待补材料', stage: 1, bound: 'applicant' },
  'refusal-proposed': { text: '已收件', stage: 1, bound: 'office' },
  accepted: { text: '审查中', stage: 2, bound: 'office' },
  reviewed: { text: '待决定', stage: 3, bound: 'office' },
  decided: { text: '制证中', stage: 4, bound: 'office' },
  issued: { text: '送达中', stage: 5, bound: 'office' },
  'in-post': { text: '寄送中', stage: 5, bound: 'nobody' },
  'not-accepted': { text: '送达中', stage: 5, bound: 'office' },
  'under-check': { text: '已办结', stage: 6, bound: 'nobody' },
  rectifying: undefined,
  'check-failed': undefined,
  revoking: undefined,
  revoked: undefined,
  closed: { text: '已办结', stage: 6, bound: 'nobody' },
  withdrawn: undefined,
  lapsed: undefined,
  returned: undefined,
  terminated: undefined,
  forwarded: undefined,
}

/** A result that waits for its owner at the window. */
export const READY: PublicStep = { text: '请来领取', stage: 5, bound: 'nobody' }

/** What is going to be decided hangs for others to read (公示). */
export const PUBLISHED = '公示中'

export const HIDDEN_APPLICANT = '申请人**'

/** What stands for an item whose name would tell something about whoever applies for it. */
export const NEUTRAL_ITEMS: Readonly<Record<Domain, string>> = {
  'market-access': '市场准入事项',
  'land-use': '用地建房事项',
  'household-registration': '户籍服务事项',
  pension: '民生保障事项',
  'medical-insurance': '民生保障事项',
  'civil-affairs': '民生保障事项',
  'social-assistance': '民生保障事项',
  health: '公共服务事项',
  employment: '就业服务事项',
  veterans: '民生保障事项',
  elderly: '民生保障事项',
  disability: '民生保障事项',
  'farm-benefits': '惠农服务事项',
  'legal-services': '公共服务事项',
}
