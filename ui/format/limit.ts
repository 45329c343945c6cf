export type LimitUnit = 'working-day' | 'calendar-day' | 'hour'

const UNITS: Record<LimitUnit, string> = { 'working-day': '个工作日', 'calendar-day': '天', hour: '小时' }

/** `{ 5, working-day }` → `5个工作日`; nothing to wait for is said as such. */
export function limitWords(limit: { amount: number; unit: LimitUnit; within?: string }): string {
  const unit = limit.within === undefined ? UNITS[limit.unit] : '个工作小时'
  return limit.amount === 0 ? '当场办结' : `${limit.amount}${unit}`
}

/** How far away a due day is, in working days: negative means it has passed. */
export function remainingWords(workingDays: number): string {
  if (workingDays > 0) return `还有${workingDays}个工作日`
  return workingDays === 0 ? '今天到期' : `已超过${-workingDays}个工作日`
}
