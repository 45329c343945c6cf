import type { CASE_STATES, ProcedureName } from '../contract.ts'

/** How states and kinds of cases are called wherever somebody reads them, on the server and in the workbench’s filters alike. */
export const STATE_TITLES: Readonly<Record<(typeof CASE_STATES)[number], string>> = {
  received: '已收件，待受理',
  supplementing: '待补正材料',
  'refusal-proposed': '拟不予受理，待审定',
  accepted: '已受理，审查中',
  reviewed: '审查完成，待决定',
  decided: '已作出决定，待制证',
  issued: '已制证，待送达',
  'in-post': '已交邮寄，送达中',
  'not-accepted': '不予受理，待送达',
  'under-check': '已送达，待事后核查',
  rectifying: '核查发现问题，限期整改',
  'check-failed': '核查不符合承诺，待撤销',
  revoking: '已决定撤销，待送达',
  revoked: '已撤销',
  closed: '已办结',
  withdrawn: '已撤回',
  lapsed: '逾期未补正，视为撤回',
  returned: '申请人放弃，已退件',
  terminated: '已终止办理',
  forwarded: '已转报上级机关决定',
}

export const PROCEDURE_TITLES: Readonly<Record<ProcedureName, string>> = {
  approval: '承诺件',
  'on-the-spot': '即办件',
  commitment: '告知承诺',
}
