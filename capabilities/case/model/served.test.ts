import { expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import { act, INTO, journey, outcome } from '../testing/journey.ts'
import { at, caseWorld } from '../testing/world.ts'
import { lastDayOf } from './served.ts'

/** The notice is served on 22 September 2026; fifteen working days later it is 20 October, over two holidays. */
const SUPPLEMENTING = journey(INTO.supplementing).dossier
const year = UP_TO_2026.years['2026']!

/** The list as if one more weekend were worked, or one more day off. */
const list = (more: { off?: string[]; work?: string[] }) =>
  compileCalendar({
    version: 'later',
    years: {
      ...UP_TO_2026.years,
      '2026': { off: [...year.off, ...(more.off ?? [])], work: [...year.work, ...(more.work ?? [])] },
    },
  })

const onPaper = SUPPLEMENTING.served!['supplement']!

test('the notice keeps the day it names', () => {
  expect(onPaper).toBe('2026-10-20')
  expect(lastDayOf(SUPPLEMENTING, 'supplement', caseWorld().calendar)).toBe(onPaper)
})

test.each<[title: string, calendar: ReturnType<typeof list>, last: string]>([
  ['a weekend that is to be worked takes no day away', list({ work: ['2026-10-17'] }), onPaper],
  ['a day off more gives a day', list({ off: ['2026-10-12'] }), '2026-10-21'],
])('a list that comes after the notice: %s', (_title, calendar, last) => {
  expect(lastDayOf(SUPPLEMENTING, 'supplement', calendar)).toBe(last)
  const world = caseWorld({ calendar })
  expect(outcome(act(SUPPLEMENTING, [at(last, 23), 'system', 'lapse'], world))).toBe('refused: not-overdue')
  const next = at(last, 25)
  expect(outcome(act(SUPPLEMENTING, [next, 'system', 'lapse'], world))).toBe('lapsed')
})
