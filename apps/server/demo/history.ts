import { compileCalendar } from '#engine/calendar/calendar.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Assembly } from '../assemble.ts'
import type { Step } from './acts.ts'
import { castOf } from './cast.ts'
import type { DemoClock } from './clock.ts'
import { planOf, type PlannedCase } from './plan.ts'
import { walksOf } from './paths/live.ts'
import { file, rate, take, type Stage } from './play.ts'
import { seeToPoorRatings } from './poor-ratings.ts'
import { settle } from './settle.ts'
import { stepsOf } from './stories.ts'

/** How far back the demo's history reaches. */
const REACHES_DAYS = 60
const OPENS_MINUTES = 8 * 60 + 40
const OPEN_MINUTES = 450

/**
 * The last weeks of a county, lived through in order: every case by running the procedures as people do, nothing inserted
 * behind their back. The clock is led from day to day; what falls due in between happens when it falls due.
 */
export async function liveHistory(
  house: Assembly,
  clock: DemoClock,
  area: string,
  count: number,
  onStep: (words: string) => void,
): Promise<void> {
  const today = legalDay(clock.now())
  const calendar = compileCalendar(await house.organisation.calendarOf(area))
  const days = Array.from({ length: REACHES_DAYS }, (_, ago) => addDays(today, ago - REACHES_DAYS)).filter(
    (day) => calendar.isWorkday(day),
  )
  const cast = await castOf(house, area)
  const items = (await house.catalogue.itemsInForce(area, today)).map(({ item }) => item)
  const agenda = agendaOf(planOf(items, cast.towns, days.length, count), days.length)
  const walks = await walksOf(house, cast, days.length, onStep)
  let filed = 0
  for (const [day, name] of days.entries()) {
    for (const living of inOrder(agenda[day]!)) {
      if (living.next < 0) filed += 1
      await liveOn(house, clock, { house, cast }, living, agenda, name)
    }
    await walks.on(day, (minute) => clock.pretend(momentOf(name, OPEN_MINUTES + minute)))
    clock.pretend(momentOf(name, OPEN_MINUTES + 50))
    await settle(house)
    await seeToPoorRatings(house, area)
    if (day % 8 === 7) onStep(`演示办件：到${name}，${filed}件`)
  }
  // What fell due since the last evening, at the moment it is now.
  clock.release()
  await settle(house)
}

/** A case under way: what comes next, and in which minute of the day it is at. */
interface Living {
  planned: PlannedCase
  steps: Step[]
  /** −1: still to be filed. */
  next: number
  day: number
  minute: number
  no?: string
}

type Agenda = Living[][]

function agendaOf(planned: readonly PlannedCase[], days: number): Agenda {
  const agenda: Agenda = Array.from({ length: days }, () => [])
  for (const one of planned) {
    const { item, story, day, minute } = one
    agenda[day]!.push({ planned: one, steps: stepsOf(story, item), next: -1, day, minute })
  }
  return agenda
}

/** The day's list by the clock, also while it grows: steps of the same visit are put back into it. */
function* inOrder(todays: Living[]): Iterable<Living> {
  while (todays.length > 0) {
    let first = 0
    for (const [index, { minute }] of todays.entries()) if (minute < todays[first]!.minute) first = index
    yield todays.splice(first, 1)[0]!
  }
}

async function liveOn(
  house: Assembly,
  clock: DemoClock,
  stage: Stage,
  living: Living,
  agenda: Agenda,
  day: string,
): Promise<void> {
  const { planned, steps, next } = living
  clock.pretend(momentOf(day, living.minute))
  const step = steps[next]
  if (step?.needsPaper) await settle(house)
  const no = next < 0 ? await file(stage, planned) : living.no!
  if (no === undefined || (step && !(await take(stage, planned, no, step)))) return
  const coming = steps[next + 1]
  if (step?.act === 'deliver-at-window' || step?.act === 'deliver-by-post') await rate(stage, planned, no)
  if (coming === undefined) return
  const minute = coming.days === 0 ? living.minute + 4 : (living.minute * 7 + 53) % OPEN_MINUTES
  agenda[living.day + coming.days]?.push({
    ...living,
    no,
    next: next + 1,
    day: living.day + coming.days,
    minute,
  })
}

function momentOf(day: string, minute: number): string {
  return new Date(Date.parse(startOfDay(day)) + (OPENS_MINUTES + minute) * 60_000).toISOString()
}
