import type { CaseSummary } from '#capabilities/case/contract.ts'

export const workListWords = {
  rowKeys: { next: '下一件，按回车打开', previous: '上一件', claim: '认领这一件' },
  myWork: '待办',
  sentOn: '代办的办件',
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
  list: '办件，先到期的在前',
  listNewest: '办件，新收的在前',
  columns: ['到期（先到期的在前）', '事项和编号', '申请人', '办到哪一步', '收件'],
  columnsNewest: ['到期', '事项和编号', '申请人', '办到哪一步', '收件（新收的在前）'],
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
