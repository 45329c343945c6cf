import { compileCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { PUBLISHED } from '#engine/testing/published-years.ts'
import { randomClock } from '#engine/testing/random-clock.ts'
import { seeded } from '#engine/testing/seeded.ts'

/** The engine's own share: due days of so many clocks under a newly published list, and their sentences. */
export function countInMemory(clocks: number): string {
  const random = seeded(1)
  const kept = Array.from({ length: 1000 }, (_, index) =>
    randomClock(random, index % 5 === 0 ? 'calendar-day' : 'working-day'),
  )
  const began = performance.now()
  const calendar = compileCalendar({ version: 'new', years: PUBLISHED, unpublished: 'statutory-2024' })
  let days = 0
  for (let index = 0; index < clocks; index++)
    if (due(kept[index % 1000]!, calendar).day !== undefined) days += 1
  const seconds = (performance.now() - began) / 1000
  const sentences = Math.ceil(clocks / 20)
  const then = performance.now()
  for (let index = 0; index < sentences; index++) explain(kept[index % 1000]!, calendar)
  const explained = (performance.now() - then) / 1000
  return (
    `in memory: ${clocks} clocks counted in ${seconds.toFixed(2)} s (${Math.round(clocks / seconds)}/s, ${days} running), ` +
    `explained ${Math.round(sentences / explained)}/s`
  )
}
