import type { CalendarSource } from '../calendar/calendar.ts'
import { foldClock, type Clock, type Clocks } from '../clock/clock.ts'
import type { ClockEntry, ClockUnit } from '../clock/entry.ts'
import { addDays, legalDay, startOfDay, type Instant } from '../day.ts'
import type { Seeded } from './seeded.ts'

/** A calendar with holidays and make-up days strewn over three years, the last of them unpublished at times. */
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
  return { version: 'random', years: Object.fromEntries(years) }
}

/** A clock with up to four stops and two extensions, each stop after the last, some on its first or last day. */
export function randomClock(random: Seeded, unit: ClockUnit): Clock {
  const hours = unit === 'hour'
  const begin = moment(
    startOfDay(addDays('2026-01-01', random.whole(0, 700))),
    hours ? random.whole(0, 23) : 10,
  )
  const base = { clock: 'any', calendar: 'random' }
  const entries: ClockEntry[] = [
    {
      ...base,
      entry: 'start',
      kind: 'statutory',
      unit,
      amount: random.whole(0, hours ? 72 : 45),
      event: '受理',
      basis: '',
      ...on(begin),
    },
  ]
  let at = begin
  for (let stop = random.whole(0, 4); stop > 0; stop--) {
    at = later(random, at, hours, 12)
    entries.push({ ...base, entry: 'stop', ground: '听证', basis: '', notice: 'n', ...on(at) })
    if (stop === 1 && random.chance(0.15)) break
    at = later(random, at, hours, 25)
    entries.push({ ...base, entry: 'resume', ...on(at) })
  }
  for (let more = random.whole(0, 2); more > 0; more--) {
    const amount = random.whole(1, 15)
    entries.push({ ...base, entry: 'extend', amount, approvedBy: '负责人', reason: '', basis: '', ...on(at) })
  }
  return entries.reduce<Clocks>(foldClock, {})['any']!
}

function later(random: Seeded, at: Instant, hours: boolean, most: number): Instant {
  return random.chance(0.2) ? at : moment(at, random.whole(0, most) * (hours ? 1 : 24))
}

function moment(from: Instant, hours: number): Instant {
  return new Date(Date.parse(from) + hours * 3_600_000).toISOString()
}

function on(at: Instant) {
  return { day: legalDay(at), at }
}

function nextSunday(day: string): string {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? day : nextSunday(addDays(day, 1))
}
