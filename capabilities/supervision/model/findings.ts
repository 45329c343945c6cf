/** The three rules over cases: 超权限、超时限、逆程序 (SUP-06). */
export {
  FINDING_CODES,
  FINDING_RULES,
  type Evidence,
  type Finding,
  type FindingCode,
  type FindingRule,
  type Judgement,
  type Unjudged,
  type UnjudgedCode,
} from './finding/finding.ts'
export type { HandledCase } from './finding/handled-case.ts'
export { judge, type JudgedBy } from './finding/judge.ts'
export { noticeExceptions, type ExceptionUsed } from './finding/notice.ts'
export { judgeOwn } from './finding/own-case.ts'
