import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { decide, fold } from '#engine/procedure/decide.ts'
import { walk } from '#engine/procedure/walk.ts'
import { isRefusal } from '#engine/refusal.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import {
  act,
  ANONYMOUS,
  ANSWERED,
  APPEALED,
  calendar,
  journey,
  OPENED,
  PEOPLE,
  type Step,
  VERIFIED,
  workday,
  WORLD,
} from '../testing/poor-rating.ts'
import { firstMissedDay } from './apply.ts'
import { poorRating } from './poor-rating.ts'

test('the procedure is sound: every state is reached, owned, timed and has a way to an end', () => {
  expect(walk(poorRating)).toEqual([])
})

type Line = [before: Step[], step: Step, gives: string]
const NOT_REACHED = { result: 'not-reached', text: '没有人接' }
const UNSATISFIED = { result: 'unsatisfied', text: '还是不满意' }

describe('who may do what, and where it leads', () => {
  test.each<Line>([
    // before      day who                          act               gives
    [[], [0, 'director', 'open'], 'refused: not-your-step'],
    [OPENED, [0, 'system', 'open'], 'refused: not-in-this-state'],
    [OPENED, [1, 'director', 'verify'], 'rectifying'],
    [OPENED, [1, 'director', 'verify', { finding: 'not-true' }], 'appeal-review'],
    [OPENED, [1, 'director', 'verify', { finding: 'mistaken' }], 'appeal-review'],
    [
      OPENED,
      [1, 'director', 'verify', { finding: 'mistaken', contact: 'not-reached' }],
      'refused: mistake-needs-rater',
    ],
    [OPENED, [1, 'director', 'verify', { contact: 'not-reached' }], 'rectifying'],
    [OPENED, [1, 'director', 'verify', { contact: undefined }], 'refused: contact-missing'],
    [ANONYMOUS, [1, 'director', 'verify'], 'refused: rater-anonymous'],
    [ANONYMOUS, [1, 'director', 'verify', { contact: undefined }], 'rectifying'],
    [
      ANONYMOUS,
      [1, 'director', 'verify', { contact: undefined, finding: 'mistaken' }],
      'refused: mistake-needs-rater',
    ],
    [OPENED, [1, 'director who served', 'verify'], 'refused: rated-yourself'],
    [OPENED, [1, 'director of another place', 'verify'], 'refused: not-your-step'],
    [OPENED, [1, 'clerk', 'verify'], 'refused: not-your-step'],
    [OPENED, [1, 'clerk nobody rated', 'verify'], 'refused: not-your-step'],
    [OPENED, [1, 'supervisor', 'verify'], 'refused: not-your-step'],
    [OPENED, [1, 'rater', 'verify'], 'refused: not-your-step'],
    [OPENED, [1, 'director', 'answer'], 'refused: not-in-this-state'],
    [APPEALED, [2, 'supervisor', 'uphold-appeal'], 'excluded'],
    [APPEALED, [2, 'supervisor', 'reject-appeal'], 'rectifying'],
    [APPEALED, [2, 'director', 'uphold-appeal'], 'refused: not-your-step'],
    [APPEALED, [2, 'supervisor who verified', 'uphold-appeal'], 'refused: own-finding'],
    [APPEALED, [2, 'supervisor elsewhere', 'uphold-appeal'], 'refused: not-your-step'],
    [APPEALED, [2, 'director', 'answer'], 'refused: not-in-this-state'],
    [VERIFIED, [2, 'director', 'answer'], 'revisit'],
    [[...ANONYMOUS, [1, 'director', 'verify', { contact: undefined }]], [2, 'director', 'answer'], 'closed'],
    [ANSWERED, [5, 'director', 'record-revisit'], 'closed'],
    [ANSWERED, [5, 'director who served', 'record-revisit'], 'refused: rated-yourself'],
    [ANSWERED, [5, 'director', 'record-revisit', UNSATISFIED], 'rectifying'],
    [ANSWERED, [5, 'director', 'record-revisit', NOT_REACHED], 'revisit'],
    [OPENED, [0, 'supervisor', 'hand-over'], 'to-verify'],
    [OPENED, [0, 'supervisor', 'hand-over', { place: 'nowhere' }], 'refused: rectification-place-unknown'],
    [OPENED, [0, 'supervisor', 'hand-over', { place: 'centre' }], 'refused: rectification-place-same'],
    [OPENED, [0, 'director', 'hand-over'], 'refused: not-your-step'],
    [OPENED, [1, 'system', 'mark-overdue'], 'refused: not-overdue'],
    [OPENED, [2, 'system', 'mark-overdue'], 'to-verify'],
    [[...OPENED, [2, 'system', 'mark-overdue']], [3, 'system', 'mark-overdue'], 'refused: not-overdue'],
    [OPENED, [1, 'system', 'recompute-clocks'], 'refused: not-for-this-dossier'],
  ])('%# %j then %j', (before, step, gives) => {
    const done = act(journey(before).dossier, step)
    expect(isRefusal(done) ? `refused: ${done.code}` : done.dossier.state).toBe(gives)
  })
})

describe('when work is due', () => {
  const dueDays = (steps: Step[]) =>
    Object.fromEntries(
      Object.values(journey(steps).dossier.clocks)
        .filter(({ ended }) => ended === undefined)
        .map((clock) => [clock.name, due(clock, calendar).day]),
    )

  test.each<[what: string, steps: Step[], days: Record<string, string | undefined>]>([
    ['both limits count from the rating', OPENED, { verify: '2026-11-03', rectify: '2026-11-09' }],
    ['a late verification moves nothing', [...OPENED, [3, 'director', 'verify']], { rectify: '2026-11-09' }],
    [
      'while it is reviewed the place’s limit stands still',
      APPEALED,
      { rectify: undefined, appeal: '2026-11-06' },
    ],
    [
      'the days of the review are given back',
      [...APPEALED, [3, 'supervisor', 'reject-appeal']],
      { rectify: '2026-11-11' },
    ],
    ['the call back has days of its own', ANSWERED, { revisit: '2026-11-13' }],
    [
      'an unsatisfied rater starts the days anew',
      [...ANSWERED, [5, 'director', 'record-revisit', UNSATISFIED]],
      { rectify: '2026-11-16' },
    ],
  ])('%s', (_, steps, days) => expect(dueDays(steps)).toEqual(days))
})

describe('what counts as handled in time', () => {
  test.each<[what: string, steps: Step[], missed: string | undefined]>([
    ['everything in its days', [...ANSWERED, [5, 'director', 'record-revisit']], undefined],
    ['verified on the second day', [...OPENED, [2, 'director', 'verify']], '2026-11-03'],
    ['answered on the sixth day', [...VERIFIED, [6, 'director', 'answer']], '2026-11-09'],
    ['answered on the fifth', [...VERIFIED, [5, 'director', 'answer']], undefined],
    ['called back too late', [...ANSWERED, [10, 'director', 'record-revisit']], '2026-11-13'],
    [
      'marked by the clock, and done later',
      [...OPENED, [2, 'system', 'mark-overdue'], [3, 'director', 'verify']],
      '2026-11-03',
    ],
    [
      'only the supervisor was late',
      [...APPEALED, [9, 'system', 'mark-overdue'], [9, 'supervisor', 'reject-appeal']],
      undefined,
    ],
  ])('%s', (_, steps, missed) => expect(firstMissedDay(journey(steps).dossier)).toBe(missed))
})

test('a rater who stays unsatisfied sends it back once, and is heard a second time before it ends', () => {
  const back: Step[] = [
    ...ANSWERED,
    [5, 'director', 'record-revisit', UNSATISFIED],
    [6, 'director', 'answer'],
  ]
  const { dossier, facts } = journey([...back, [7, 'director', 'record-revisit', UNSATISFIED]])
  expect(dossier).toMatchObject({ state: 'closed', unsatisfied: 2, revisit: { result: 'unsatisfied' } })
  expect(fold(poorRating, facts)).toEqual(dossier)
})

test('who does not answer is tried on three different days', () => {
  const once: Step[] = [...ANSWERED, [5, 'director', 'record-revisit', NOT_REACHED]]
  const again = act(journey(once).dossier, [5, 'director', 'record-revisit', NOT_REACHED])
  expect(again).toMatchObject({ code: 'revisited-today' })
  const thrice: Step[] = [
    ...once,
    [6, 'director', 'record-revisit', NOT_REACHED],
    [7, 'director', 'record-revisit', NOT_REACHED],
  ]
  expect(journey(thrice).dossier).toMatchObject({ state: 'closed', settledOn: '2026-11-11' })
})

test('after it is handed over the other place’s director works, and the rated place keeps the score', () => {
  const { dossier } = journey([...OPENED, [0, 'supervisor', 'hand-over']])
  expect(dossier).toMatchObject({ place: 'centre', handlingPlace: 'hall' })
  expect(act(dossier, [1, 'director', 'verify'])).toMatchObject({ code: 'not-your-step' })
  expect(isRefusal(act(dossier, [1, 'director of another place', 'verify']))).toBe(false)
})

test('a holiday list that comes later moves the days of what is still running, once', () => {
  const { dossier } = journey(OPENED)
  const year = { off: ['2026-11-04'], work: [] }
  const newer = compileCalendar({ version: 'newer', years: { ...UP_TO_2026.years, '2026': year } })
  const recount = (from: typeof dossier) =>
    decide(poorRating, from, 'recompute-clocks', {}, PEOPLE.system, workday(1), { ...WORLD, calendar: newer })
  const done = recount(dossier)
  if (isRefusal(done)) throw new Error(done.code)
  expect(due(done.dossier.clocks['rectify']!, newer)).toMatchObject({ day: '2026-11-10', calendar: 'newer' })
  expect(recount(done.dossier)).toMatchObject({ code: 'not-for-this-dossier' })
})
