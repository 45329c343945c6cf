import type { CalendarSource, LocalHoliday } from '../calendar/calendar.ts'
import type { OfficeHours, OpenSpan, Within } from '../calendar/hours.ts'
import { foldClock, type Clock, type Clocks } from '../clock/clock.ts'
import type { ClockEntry, ClockUnit } from '../clock/entry.ts'
import { addDays, legalDay, startOfDay, type Instant } from '../day.ts'
import type { Seeded } from './seeded.ts'

/**
 * A calendar with holidays and make-up days strewn over three years, the last of them unpublished at times and counted
 * either way, with days the area has to itself and office hours that change with the season.
 */
export function randomCalendar(random: Seeded): CalendarSource {
  const years = ['2026', '2027', '2028'].slice(0, random.whole(2, 3)).map((year) => {
    const off = new Set<string>()
    const work = new Set<string>()
    for (let holiday = random.whole(3, 8); holiday > 0; holiday--) {
      const first = addDays(`${year}-01-01`, random.whole(0, 350))
      for (let length = random.whole(1, 9); length > 0; length--) off.add(addDays(first, length - 1))
      for (const side of [-1, 1]) work.add(nextSunday(addDays(first, side * random.whole(5, 15))))
    }
    const inYear = (day: string) => day.startsWith(year)
    const lists = {
      off: [...off].filter(inYear),
      work: [...work].filter(inYear).filter((day) => !off.has(day)),
    }
    return [year, lists] as const
  })
  return {
    version: 'random',
    years: Object.fromEntries(years),
    local: Array.from({ length: random.whole(0, 2) }, () => randomLocal(random)),
    unpublished: random.oneOf(['weekends', 'statutory-2024'] as const),
    hours: randomHours(random),
  }
}

function randomLocal(random: Seeded): LocalHoliday {
  const first = addDays('2026-01-01', random.whole(0, 1000))
  const off = Array.from({ length: random.whole(1, 4) }, (_, index) => addDays(first, index))
  const work = random.chance(0.5) ? [nextSunday(addDays(first, random.whole(5, 12)))] : []
  return { name: `本地${random.whole(1, 9)}`, off, work, basis: '' }
}

/** A timetable with up to two breaks, again another from some summer on; spans may touch, overlap or be on duty. */
function randomHours(random: Seeded): OfficeHours[] {
  const first = { since: '2000-01-01', workday: randomDay(random) }
  const later = { since: `2027-0${random.whole(1, 9)}-01`, workday: randomDay(random) }
  return random.chance(0.5) ? [first] : [later, first]
}

function randomDay(random: Seeded): OpenSpan[] {
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const spans: OpenSpan[] = []
  let from = random.whole(7 * 60, 10 * 60)
  for (let part = random.whole(1, 3); part > 0; part--) {
    const to = Math.min(from + random.whole(30, 240), 1440)
    const duty = spans.length > 0 && random.chance(0.25)
    spans.push({ from: time(from), to: time(to), ...(duty ? { duty } : {}) })
    from = Math.min(to + random.whole(-15, 120), 1400)
  }
  return random.chance(0.3) ? spans.toReversed() : spans
}

export type ScheduleKind = ClockUnit | Within

/**
 * A clock with up to five stops and two extensions. Stops begin one after the other or while others last, end in any
 * order or not at all, and some begin on the first or last day.
 */
export function randomClock(random: Seeded, kind: ScheduleKind): Clock {
  const unit = kind === 'working-day' || kind === 'calendar-day' ? kind : 'hour'
  const open = kind === 'office-hours' || kind === 'opening-hours'
  const begin = later(random, startOfDay(addDays('2026-01-01', random.whole(0, 700))), 0, unit)
  const base = { clock: 'any', calendar: 'random' }
  const start: ClockEntry = {
    ...{ ...base, entry: 'start', kind: 'statutory', unit, event: '受理', basis: '', ...on(begin) },
    ...(open ? { within: kind } : {}),
    amount: random.whole(0, unit === 'hour' ? (open ? 16 : 72) : 45),
  }
  const entries = [...randomStops(random, begin, unit), ...randomExtensions(random, begin, unit)]
  return [start, ...entries].reduce<Clocks>(foldClock, {})['any']!
}

function randomStops(random: Seeded, begin: Instant, unit: ClockUnit): ClockEntry[] {
  const base = { clock: 'any', calendar: 'random' }
  const moves: { at: Instant; entry: ClockEntry }[] = []
  let at = begin
  for (let left = random.whole(0, 5); left > 0; left--) {
    const notice = `n${left}`
    const from = random.chance(0.2) ? at : later(random, at, 12, unit)
    const stop: ClockEntry = { ...base, entry: 'stop', ground: '听证', basis: '', notice, ...on(from) }
    moves.push({ at: from, entry: stop })
    const to = random.chance(0.15) ? from : later(random, from, 25, unit)
    if (left > 1 || random.chance(0.85)) {
      moves.push({ at: to, entry: { ...base, entry: 'resume', notice, ...on(to) } })
    }
    // The next stop begins after this one, or while it still lasts.
    at = random.chance(0.5) ? to : from
  }
  return moves.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ entry }) => entry)
}

function randomExtensions(random: Seeded, at: Instant, unit: ClockUnit): ClockEntry[] {
  const said = { approvedBy: '负责人', reason: '', basis: '', ...on(at) }
  return Array.from({ length: random.whole(0, 2) }, () => ({
    ...{ clock: 'any', calendar: 'random', entry: 'extend', ...said },
    amount: random.whole(1, unit === 'hour' ? 10 : 15),
  }))
}

/** Hours schedules move by minutes, so that they meet the edges of spans now and then; day schedules by whole days. */
function later(random: Seeded, at: Instant, mostDays: number, unit: ClockUnit): Instant {
  if (unit !== 'hour') return moment(at, random.whole(0, mostDays) * 1440 + (mostDays === 0 ? 600 : 0))
  const most = mostDays === 0 ? 1440 : mostDays * 40
  return moment(at, random.chance(0.5) ? random.whole(0, most) : 30 * random.whole(0, Math.floor(most / 30)))
}

function moment(from: Instant, minutes: number): Instant {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString()
}

function on(at: Instant) {
  return { day: legalDay(at), at }
}

function nextSunday(day: string): string {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? day : nextSunday(addDays(day, 1))
}
