import { ROLE_NAMES } from '#platform/auth/roles.ts'
import type { Role, StaffRefusalCode } from './contract.ts'

export const roleWords: Record<Role, string> = ROLE_NAMES

/** Each says what is wrong and what to do next. */
export const refusalWords: Record<StaffRefusalCode, string> = {
  'post-not-yours': '您没有这个岗位，请从自己的岗位中选择。',
  'post-not-begun': '这个岗位还没到任职日期，请到任后再使用，或改选其他岗位。',
  'post-ended': '这个岗位的任职已经结束，请改选其他岗位；如有疑问请联系安全管理员。',
  'post-unknown': '没有查到这个岗位，请核对后再办。',
  'post-exists': '这个岗位编号已经用过，请换一个编号。',
  'post-changed-meanwhile': '这个岗位刚被别人改过，请刷新后按最新情况再办。',
  'post-days-reversed': '任职结束日期早于开始日期，请改正日期。',
  'person-unknown': '没有查到这名人员，请先登记人员信息。',
  'place-unknown': '没有查到这个服务场所，请重新选择。',
  'body-unknown': '没有查到这个机构，请重新选择。',
  'window-elsewhere': '这个窗口不在所选的场所，请重新选择窗口。',
  'role-unknown': '没有这种岗位角色，请从列出的角色中选择。',
  'administrators-are-separate': '系统、安全、审计三种管理员不能由同一人兼任，请另选人员。',
  'administrator-does-no-business': '管理员不能兼任业务岗位，请另选人员或先结束其原岗位。',
  'request-reused': '这次提交的编号已用于另一项操作，请刷新页面后重新提交。',
}
