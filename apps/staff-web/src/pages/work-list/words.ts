import type { CaseSummary } from '#capabilities/case/contract.ts'

export const workListWords = {
  rowKeys: { next: '下一件，按回车打开', previous: '上一件', claim: '认领这一件' },
  myWork: '待办',
  allCases: '全部办件',
  late: '已超期',
  lateBy: (days: number) => `已超期${days}个工作日`,
  dueToday: '今天到期',
  checkBy: '核查期限',
  dueOn: (day: string) => `${day}到期`,
  noClock: '不计时',
  counts: (count: { late: number; soon: number }) =>
    count.late === 0 && count.soon === 0
      ? '没有超期，也没有今天到期的。'
      : `已超期 ${count.late} 件，今天到期 ${count.soon} 件。`,
  queue: '范围',
  queues: { mine: '等我办', approvals: '待我批', open: '全部在办', all: '含已办结' },
  state: '状态',
  anyState: '全部状态',
  item: '事项',
  procedure: '办件类型',
  anyProcedure: '全部类型',
  reasonOwed: '当场未办结，缺原因',
  anyItem: '全部事项',
  holder: '认领',
  anyHolder: '认领不限',
  holders: { mine: '我认领的', nobody: '未认领', other: '他人认领的' },
  heldByMe: '我已认领',
  heldBy: (name: string) => `${name}已认领`,
  coveredByMe: (name: string) => `代${name}办理`,
  awayHolder: (name: string) => `${name}已认领，离岗`,
  claim: '认领',
  claimOf: (item: string, applicant: string) => `认领：${item}，${applicant}`,
  claimed: (item: string) => `已认领：${item}`,
  projectsOnly: '只看直通车项目',
  project: (name: string) => `直通车：${name}`,
  no: '办件编号',
  noHint: '办件编号，可只输开头',
  find: '查找',
  clear: '清除条件',
  list: '办件，按到期先后',
  columns: ['到期', '事项和编号', '申请人', '办到哪一步', '收件'],
  applicant: '申请人',
  owed: (what: string) => `等您${what}`,
  waitsFor: (who: string) => `等${who}`,
  online: '网上申请',
  window: '窗口收件',
  refreshing: '正在更新…',
  emptyMine: '现在没有等您办的事。',
  emptyMineMore: '看全部在办',
  emptyFilter: '没有符合条件的办件。',
  keys: '键盘：J 下一件，K 上一件，C 认领，回车打开',
}

export const procedureWords: Record<CaseSummary['procedure'], string> = {
  approval: '承诺件',
  'on-the-spot': '即办件',
  commitment: '告知承诺',
}

export const stateWords: Record<CaseSummary['state'], string> = {
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

const FINAL: readonly CaseSummary['state'][] = [
  'closed',
  'withdrawn',
  'lapsed',
  'revoked',
  'returned',
  'terminated',
  'forwarded',
]

/** Nobody has to act any more. */
export function isOver(state: CaseSummary['state']): boolean {
  return FINAL.includes(state)
}
