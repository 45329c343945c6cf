import type { WorkingCalendar } from '../calendar/calendar.ts'
import { dayNumber, legalDay, startOfDay, weekday, type LegalDay } from '../day.ts'
import { due, lastCalendarDay, type Clock, type Stop } from './clock.ts'

const UNIT: Readonly<Record<Clock['unit'], string>> = {
  'working-day': '个工作日',
  'calendar-day': '日',
  hour: '小时',
}
const WEEKDAY = ['日', '一', '二', '三', '四', '五', '六']

/**
 * One Chinese sentence that says why a clock falls due on its day: what started it, how long by what right,
 * what stopped or extended it, which public holidays and make-up workdays lie between, and whether the calendar is
 * still provisional. The citizen, the clerk and the supervisor read the same sentence.
 */
export function explain(clock: Clock, calendar: WorkingCalendar): string {
  const now = due(clock, calendar)
  const parts = [
    `${chineseDay(clock.start.day)}${clock.start.event}${dayZero(clock)}，${withoutStop(clock.start.basis)}：${clock.amount === 0 && clock.unit !== 'hour' ? '当日办结' : `${clock.amount}${UNIT[clock.unit]}`}`,
    ...clock.extensions.map(
      (more) =>
        `${chineseDay(more.day)}经${more.approvedBy}批准延长${more.amount}${UNIT[clock.unit]}（${more.reason}；${more.basis}）`,
    ),
    ...clock.stops.map((stop) => stopped(clock, stop, calendar)),
  ]
  if (now.state === 'stopped') return `${parts.join('；')}。目前计时暂停，恢复后重新算出到期日。`
  if (now.at !== undefined) return `${parts.join('；')}。截止时间：${chineseMoment(now.at)}。`
  const day = now.day!
  const skipped =
    clock.unit === 'working-day' ? skippedDays(clock, day, calendar) : rolled(clock, day, calendar)
  const provisional = now.provisionalYears.length
    ? `${now.provisionalYears.join('、')}年放假安排尚未公布，这一天为暂算，公布后自动重算。`
    : ''
  return `${[...parts, ...skipped].join('；')}。到期日：${chineseDay(day)}。${provisional}`
}

/** A basis may be a whole sentence; inside ours it ends without its full stop. */
function withoutStop(basis: string): string {
  return basis.replace(/[。；]+$/u, '')
}

function dayZero(clock: Clock): string {
  return clock.unit === 'hour' || clock.amount === 0 ? '' : '（当日不计，次日起算）'
}

function stopped(clock: Clock, stop: Stop, calendar: WorkingCalendar): string {
  const { ground, basis } = stop
  if (!takesEffect(clock, stop, calendar)) {
    return `${chineseDay(stop.from)}起的${ground}（${basis}）晚于到期日，不影响期限`
  }
  if (stop.to === undefined) return `${chineseDay(stop.from)}起因${ground}依法暂停计时（${basis}）`
  return `${chineseDay(stop.from)}至${chineseDay(stop.to)}因${ground}不计入期限（${basis}）${taken(clock, stop.from, stop.to, calendar)}`
}

function taken(clock: Clock, from: LegalDay, to: LegalDay, calendar: WorkingCalendar): string {
  switch (clock.unit) {
    case 'working-day':
      return `，扣除${calendar.workingDaysAfter(from, to)}个工作日`
    case 'calendar-day':
      return `，扣除${dayNumber(to) - dayNumber(from)}日`
    case 'hour':
      return ''
  }
}

/** A stop that begins when the limit is already over changes nothing: without it the clock falls due on the same day. */
function takesEffect(clock: Clock, stop: Stop, calendar: WorkingCalendar): boolean {
  const before = due({ ...clock, stops: clock.stops.slice(0, clock.stops.indexOf(stop)) }, calendar)
  return clock.unit === 'hour' ? stop.fromAt <= before.at! : stop.from <= before.day!
}

/** Public holidays and make-up days that were passed while the clock ran; days of a stop are not counted anyway. */
function skippedDays(clock: Clock, last: LegalDay, calendar: WorkingCalendar): string[] {
  const ran = (day: LegalDay) =>
    !clock.stops.some((stop) => stop.from < day && stop.to !== undefined && day <= stop.to)
  const exceptions = calendar.exceptions(clock.start.day, last)
  const off = exceptions.off.filter(ran)
  const work = exceptions.work.filter(ran)
  return [
    ...(off.length ? [`其间法定节假日放假${daysInWords(off)}不计`] : []),
    ...(work.length ? [`调休上班的${daysInWords(work)}计入`] : []),
  ]
}

/** A period in calendar days that would end on a day off ends on the next working day. */
function rolled(clock: Clock, day: LegalDay, calendar: WorkingCalendar): string[] {
  const plain = lastCalendarDay(clock, calendar)!
  return plain === day ? [] : [`最后一日${chineseDay(plain)}是休息日，顺延到下一个工作日`]
}

/** Runs of neighbouring days are named by their ends: 10月1日至8日. */
function daysInWords(days: readonly LegalDay[]): string {
  const runs: LegalDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && dayNumber(day) - dayNumber(run.at(-1)!) <= 1) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => runInWords(run[0]!, run.at(-1)!)).join('、')
}

function runInWords(first: LegalDay, last: LegalDay): string {
  if (first === last) return monthAndDay(first)
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${monthAndDay(first)}至${sameMonth ? `${Number(last.slice(8))}日` : monthAndDay(last)}`
}

function monthAndDay(day: LegalDay): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

export function chineseDay(day: LegalDay): string {
  return `${day.slice(0, 4)}年${monthAndDay(day)}（星期${WEEKDAY[weekday(dayNumber(day))]}）`
}

function chineseMoment(at: string): string {
  const day = legalDay(at)
  const minutes = Math.floor((Date.parse(at) - Date.parse(startOfDay(day))) / 60_000)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${chineseDay(day)} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}
