import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { organisationWriter } from '#capabilities/organisation/index.ts'
import type { Run } from '../run.ts'

/** A holiday list arrives: one more weekday off and one more weekend day worked in the weeks to come. */
export async function calendarComes(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const calendar = run.calendars[0]!
  const days = Array.from({ length: 40 }, (_, index) => addDays(today, index + 2))
  const off = random.oneOf(days.filter((day) => calendar.isWorkday(day)))
  const year = off.slice(0, 4)
  const weekends = days.filter((day) => day.startsWith(year) && !calendar.isWorkday(day) && isWeekend(day))
  const { years } = await town.house.organisation.calendarOf(town.area)
  const known = years[year] ?? { off: [], work: [] }
  const free = weekends.filter((day) => !known.off.includes(day))
  const list = {
    ...{ year: Number(year), published: true },
    off: [...known.off, ...(known.work.includes(off) ? [] : [off])],
    work: [...known.work, ...(free.length > 0 && random.chance(0.6) ? [random.oneOf(free)] : [])],
  }
  const published = await town.truth.transaction((tx) =>
    organisationWriter(tx).publishCalendar(town.area, [list], today),
  )
  if (isRefusal(published)) throw new Error(`the list was not published: ${published.code}`)
  journal.mishap('calendar-came')
  journal.write(town.clock.now(), 'calendar', published.version)
  run.calendars = [await town.calendar(), ...run.calendars]
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
