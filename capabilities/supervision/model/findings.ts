/** The rules over cases: 超权限、超时限、逆程序 (SUP-06), 上推, 一次性告知. */
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
export type { Deed } from './finding/deed.ts'
export type { HandledCase } from './finding/handled-case.ts'
export { judge, type JudgedBy } from './finding/judge.ts'
export { noticeExceptions, type ExceptionUsed } from './finding/notice.ts'
export { judgeOwn } from './finding/own-case.ts'
