import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import { withOffset } from '#platform/clock.ts'
import { CASE_STATES } from '../contract.ts'
import type { Publicity, PublicLine } from '../contract/publicity.ts'
import { isReady, publicLine } from '../model/publicity.ts'
import { publicityReader, type PublicRow } from '../store/publicity.ts'
import { PUBLIC_STEPS } from '../words/publicity.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

type State = (typeof CASE_STATES)[number]

/** Together at most sixty lines, however busy the place is. */
const LINES_UNDER_WAY = 40
const LINES_READY = 20
/** A finished case stays on the wall for its day and the days before, so that its owner can see it at all. */
const CLOSED_DAYS = 3

const ALWAYS = '2000-01-01T00:00:00.000Z'
const SHOWN = CASE_STATES.filter((state) => PUBLIC_STEPS[state] !== undefined)
const HANDED_OVER: readonly State[] = ['issued', 'not-accepted']
const DONE = SHOWN.filter((state) => PUBLIC_STEPS[state]!.stage === 6)
const OPEN = SHOWN.filter((state) => !DONE.includes(state) && !HANDED_OVER.includes(state))

/**
 * The cases taken in at one place as its wall may show them. It has no actor: what it returns is public, and everything else
 * about a case is left in the database.
 */
export async function publicity(
  { means, worlds }: { means: CaseMeans; worlds: Worlds },
  area: string,
  place: string,
  now: Instant,
): Promise<Publicity> {
  const today = legalDay(now)
  const read = publicityReader(means.db)
  const closedSince = startOfDay(addDays(today, 1 - CLOSED_DAYS))
  const always = (states: readonly State[]) => states.map((state) => [state, ALWAYS] as const)
  const closed = DONE.map((state) => [state, closedSince] as const)
  const [underWay, handedOver, open, day] = await Promise.all([
    read.lines(area, place, new Map([...always(OPEN), ...closed]), LINES_UNDER_WAY),
    read.lines(area, place, new Map(always(HANDED_OVER)), LINES_READY),
    read.inStates(area, place, [...OPEN, ...HANDED_OVER]),
    read.today(area, place, CASE_STATES, DONE, startOfDay(today)),
  ])
  const ready = handedOver.filter(isReady)
  const others = handedOver.filter((row) => !isReady(row))
  const draw = await drawing(means, worlds, area, today)
  const lines = await Promise.all([...underWay, ...others].toSorted(newestFirst).map(draw))
  const sum = (states: readonly State[]) =>
    open.reduce((all, { state, count }) => all + (states.includes(state) ? count : 0), 0)
  return {
    underWay: lines.flatMap(present).slice(0, LINES_UNDER_WAY),
    ready: (await Promise.all(ready.map(draw))).flatMap(present),
    counts: {
      receivedToday: day.received,
      closedToday: day.closed,
      underWay: sum(OPEN),
      // Those sent by themselves are there for seconds; only where the list is cut does its length say too little.
      ready: handedOver.length < LINES_READY ? ready.length : sum(HANDED_OVER),
    },
  }
}

async function drawing(means: CaseMeans, worlds: Worlds, area: string, today: string) {
  const calendar = await worlds.calendar(area)
  return async (row: PublicRow): Promise<PublicLine | undefined> => {
    const { item } = await means.catalogue.pinned(area, row.itemId, row.itemVersion)
    return publicLine({ ...row, changedAt: withOffset(row.changedAt) }, item, calendar, today)
  }
}

const newestFirst = (a: PublicRow, b: PublicRow) => b.changedAt.localeCompare(a.changedAt)

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}
