/** What can be printed of several cases at once, as clerks call it. */
export const PRINT_GROUPS = ['receipt', 'acceptance', 'supplement', 'decision', 'other'] as const
export type PrintGroup = (typeof PRINT_GROUPS)[number]

/** As many as a tray of paper and a patient printer take. */
export const PRINT_CASES_MAX = 50

export const PRINT_GROUP_TITLES: Readonly<Record<PrintGroup, string>> = {
  receipt: '申请材料接收凭证',
  acceptance: '受理通知书',
  supplement: '补正告知书',
  decision: '决定书',
  other: '其他文书',
}
