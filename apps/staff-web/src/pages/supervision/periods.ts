import { dayOf } from '#ui/format/day.ts'

export interface Days {
  from: string
  to: string
}

/** The month that lasts, by the calendar on the wall in China. */
export function thisMonth(now: Date = new Date()): Days {
  return monthOf(dayOf(now.toISOString()).slice(0, 7))
}

export function lastMonth(now: Date = new Date()): Days {
  const [year, month] = dayOf(now.toISOString()).slice(0, 7).split('-').map(Number)
  return monthOf(month === 1 ? `${year! - 1}-12` : `${year}-${String(month! - 1).padStart(2, '0')}`)
}

function monthOf(month: string): Days {
  const [year, number] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, number!, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}
