import type { WorkingCalendar } from '../calendar/calendar.ts'
import type { OfficeHours, Within } from '../calendar/hours.ts'
import { addDays, dayNumber, legalDay, startOfDay, weekday, type Instant, type LegalDay } from '../day.ts'
import { due, lastCalendarDay, type Due } from './due.ts'
import type { Clock, Stop } from './fold.ts'
import { joinedStops, stretchOf, unitsBetween } from './span.ts'

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
    ...clock.stops.map((_, index) => stopped(clock, index, calendar)),
  ]
  if (now.state === 'stopped') return `${parts.join('；')}。目前计时暂停，恢复后重新算出到期日。`
  if (now.at !== undefined) {
    const hours = clock.start.within === undefined ? [] : officeHours(clock, now.at, calendar)
    return `${[...parts, ...hours].join('；')}。截止时间：${chineseMoment(now.at)}。${provisional(now, calendar)}`
  }
  const day = now.day!
  const skipped =
    clock.unit === 'working-day' ? skippedDays(clock, day, calendar) : rolled(clock, day, calendar)
  return `${[...parts, ...skipped].join('；')}。到期日：${chineseDay(day)}。${provisional(now, calendar)}`
}

function provisional({ provisionalYears, at }: Due, calendar: WorkingCalendar): string {
  if (provisionalYears.length === 0) return ''
  const by = calendar.unpublished === 'weekends' ? '' : '按周末和法定节日'
  const what = at === undefined ? '这一天' : '这一时间'
  return `${provisionalYears.join('、')}年放假安排尚未公布，${what}${by === '' ? '为' : by}暂算，公布后自动重算。`
}

/** A basis may be a whole sentence; inside ours it ends without its full stop. */
function withoutStop(basis: string): string {
  return basis.replace(/[。；]+$/u, '')
}

function dayZero(clock: Clock): string {
  return clock.unit === 'hour' || clock.amount === 0 ? '' : '（当日不计，次日起算）'
}

function stopped(clock: Clock, index: number, calendar: WorkingCalendar): string {
  const stop = clock.stops[index]!
  const { ground, basis } = stop
  const before = { ...clock, stops: clock.stops.slice(0, index) }
  if (!takesEffect(before, stop, calendar)) {
    return `${chineseDay(stop.from)}起的${ground}（${basis}）晚于到期日，不影响期限`
  }
  if (stop.to === undefined) return `${chineseDay(stop.from)}起因${ground}依法暂停计时（${basis}）`
  return `${chineseDay(stop.from)}至${chineseDay(stop.to)}因${ground}不计入期限（${basis}）${taken(before, stop, calendar)}`
}

/** What a stop takes out beyond the stops before it, so that the numbers in the sentence add up. */
function taken(before: Clock, stop: Stop, calendar: WorkingCalendar): string {
  if (before.unit === 'hour') return overlaps(before, stop) ? '，与前述暂停重叠的时间不重复扣除' : ''
  const { from, to } = stretchOf(before, stop)
  let taken = unitsBetween(before, from, to!, calendar)
  for (const { from: first, to: last } of joinedStops(before)) {
    const reached = last === undefined || last > to! ? to! : last
    taken -= unitsBetween(before, first < from ? from : first, reached, calendar)
  }
  const amount = `${taken}${UNIT[before.unit]}`
  return overlaps(before, stop) ? `，与前述暂停重叠的时间不重复扣除，另扣除${amount}` : `，扣除${amount}`
}

function overlaps(before: Clock, stop: Stop): boolean {
  const { from, to } = stretchOf(before, stop)
  return joinedStops(before).some(
    (other) => (other.to === undefined || from < other.to) && (to === undefined || other.from < to),
  )
}

/** A stop that begins when the limit is already over changes nothing: without it the clock falls due on the same day. */
function takesEffect(before: Clock, stop: Stop, calendar: WorkingCalendar): boolean {
  const { state, day, at } = due({ ...before, ended: undefined }, calendar)
  if (state === 'stopped') return true
  return before.unit === 'hour' ? stop.fromAt <= at! : stop.from <= day!
}

/** The hours a clock counts, said once for each timetable in force while it ran, and the days off it passed. */
function officeHours(clock: Clock, last: Instant, calendar: WorkingCalendar): string[] {
  const { day, within } = clock.start
  const [first, ...later] = calendar.hoursBetween(day, legalDay(last))
  return [
    `按办公时间计算，${hoursInWords(first!, within!)}`,
    ...later.map((hours) => `${monthAndDay(hours.since)}起${hoursInWords(hours, within!)}`),
    ...skippedDays(clock, legalDay(last), calendar),
  ]
}

/** 工作日08:30至12:00、13:00至17:00，午间12:00至13:00不计. */
function hoursInWords({ workday }: OfficeHours, within: Within): string {
  const spans = workday
    .filter(({ duty }) => within === 'opening-hours' || duty !== true)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const open = spans.map(({ from, to }) => `${from}至${to}`).join('、')
  const breaks = spans.slice(1).flatMap(({ from }, index) => {
    const closed = spans[index]!.to
    return closed < from ? [`${closed}至${from}`] : []
  })
  const noon = breaks.length === 1 && breaks[0]! >= '11:00' && breaks[0]! < '14:00' ? '午间' : ''
  return `工作日${open}${breaks.length > 0 ? `，${noon}${breaks.join('、')}不计` : ''}`
}

/** Public holidays and make-up days that were passed while the clock ran; days of a stop are not counted anyway. */
function skippedDays(clock: Clock, last: LegalDay, calendar: WorkingCalendar): string[] {
  // For days the first one is day 0 and not asked about; hours count on it as well.
  const from = clock.unit === 'hour' ? addDays(clock.start.day, -1) : clock.start.day
  // The last day of a stop stands still whole when days are counted, and only in part when hours are.
  const within = (day: LegalDay, to: LegalDay) => (clock.unit === 'hour' ? day < to : day <= to)
  const ran = (day: LegalDay) =>
    !clock.stops.some((stop) => stop.from < day && stop.to !== undefined && within(day, stop.to))
  const { off, work, local } = calendar.exceptions(from, last)
  return [
    ...skipped('法定节假日放假', off.filter(ran), work.filter(ran)),
    ...local.flatMap((holiday) =>
      skipped(
        `本地假日“${holiday.name}”（${withoutStop(holiday.basis)}）放假`,
        holiday.off.filter(ran),
        holiday.work.filter(ran),
      ),
    ),
  ]
}

function skipped(reason: string, off: readonly LegalDay[], work: readonly LegalDay[]): string[] {
  return [
    ...(off.length ? [`其间${reason}${daysInWords(off)}不计`] : []),
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
