import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, foldClock, totalAmount, type Clock } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { nearDay, type Thresholds } from './alert.ts'
import { urgesOf, type Urges } from './urges.ts'
import { visitDays } from './visits.ts'

/** Later than every day there will be: what has not happened yet, and what is due on no day. */
export const NOT_YET = '9999-12-31'

/** One run of one clock; a step that is taken twice has two. */
export interface ClockRun {
  clock: string
  kind: ClockKind
  start: LegalDay
  /** Absent while the clock lawfully stands still. */
  due?: LegalDay
  end?: LegalDay
  late: boolean
}

/** A case as supervision counts it: what came in when and where, what was promised, and when it was kept. */
export interface CaseLine extends Urges {
  area: string
  id: string
  stream: string
  version: number
  no: string
  itemId: string
  itemVersion: number
  procedure: string
  channel: 'online' | 'window'
  acceptPlace: string
  windowId: string | null
  windowKind: string | null
  decidingBody: string
  receivedDay: LegalDay
  receivedAt: Instant
  acceptedDay: LegalDay | null
  acceptedAt: Instant | null
  decidedDay: LegalDay | null
  decidedAt: Instant | null
  outcome: string | null
  endedDay: LegalDay | null
  endedAt: Instant | null
  endedHow: string | null
  promisedDue: LegalDay | null
  statutoryDue: LegalDay | null
  resolvedDay: LegalDay
  inTime: boolean
  inVisit: boolean
  leftOpen: string | null
  stepLate: boolean
  stepDue: LegalDay
  warnDay: LegalDay
  yellowDue: LegalDay
  redDue: LegalDay
  nextDue: LegalDay
  open: boolean
  /** Days on which the applicant had to come to a window. */
  visits: number
  atMostOnce: boolean
  /** The item's version promises one visit at most (最多跑一次). */
  declaredOnce: boolean
  clocks: readonly ClockRun[]
}

/** The calendar that a clock folds under: the version its last entry names. */
export type CalendarOf = (version: string) => WorkingCalendar

interface Source {
  area: string
  stream: string
  facts: readonly Fact[]
  /** What the version of receipt declares (到办事现场次数). */
  declaredVisits: number
}

/** Folds a case's facts into its line; kinds that say nothing to supervision only raise the version. */
export function caseLine(
  { area, stream, facts, declaredVisits }: Source,
  calendarOf: CalendarOf,
  thresholds: Thresholds,
): CaseLine | undefined {
  const received = facts.find(({ kind }) => kind === 'received')
  if (received === undefined) return undefined
  const story = storyOf(facts)
  const runs = clockRuns(facts)
  const clocks = runs.map((clock) => runOf(clock, calendarOf(clock.calendar)))
  const { decidedDay, endedDay } = story
  const promised = clocks.findLast(({ kind }) => kind === 'promised')
  const receivedDay = legalDay(received.at)
  const visits = visitDays(facts).length
  return {
    ...{ area, stream, id: stream.slice(stream.lastIndexOf(':') + 1), version: facts.at(-1)!.seq },
    ...pinned(received),
    ...referredTo(facts),
    // A withdrawn promise (告知承诺) turns the case into an ordinary one.
    ...(facts.some(({ kind }) => kind === 'commitment-withdrawn') ? { procedure: 'approval' } : {}),
    ...{ receivedDay, receivedAt: received.at },
    ...story,
    promisedDue: promised?.due ?? null,
    statutoryDue: clocks.findLast(({ kind }) => kind === 'statutory')?.due ?? null,
    resolvedDay: decidedDay ?? endedDay ?? NOT_YET,
    inTime: decidedDay !== null && promised !== undefined && !promised.late,
    inVisit: decidedDay === receivedDay,
    stepLate: clocks.some(({ kind, late }) => kind === 'step' && late) && promised?.late !== true,
    open: endedDay === null,
    ...{ visits, atMostOnce: visits <= 1, declaredOnce: declaredVisits <= 1 },
    ...urgesOf(facts),
    ...waiting(runs, calendarOf, thresholds),
    clocks,
  }
}

function pinned(received: Fact) {
  const { no, item, procedure, channel, acceptPlace, window, decidingBody } = received.body as {
    no: string
    item: { id: string; version: number }
    procedure?: string
    channel: 'online' | 'window'
    acceptPlace: string
    window?: { id: string; kind: string }
    decidingBody: string
  }
  return {
    ...{ no, channel, acceptPlace, decidingBody, itemId: item.id, itemVersion: item.version },
    // Cases from before there were several procedures ran under the general one.
    procedure: procedure ?? 'approval',
    windowId: window?.id ?? null,
    windowKind: window?.kind ?? null,
  }
}

const MOVES = ['referred', 'deciding-body-reassigned']

/** 转办, or a power that moved, makes another body answer for the case. */
function referredTo(facts: readonly Fact[]): Partial<Pick<CaseLine, 'decidingBody'>> {
  const last = facts.findLast(({ kind }) => MOVES.includes(kind))
  return last === undefined ? {} : { decidingBody: last.body['to'] as string }
}

const DECIDED: Readonly<Record<string, string>> = {
  granted: 'granted',
  denied: 'denied',
  'acceptance-refused': 'not-accepted',
}
const ENDED = ['closed', 'withdrawn', 'lapsed', 'revoked', 'returned', 'terminated', 'forwarded']

type Story = Pick<
  CaseLine,
  | 'acceptedDay'
  | 'acceptedAt'
  | 'decidedDay'
  | 'decidedAt'
  | 'outcome'
  | 'endedDay'
  | 'endedAt'
  | 'endedHow'
  | 'leftOpen'
>

/** What happened when; a first decision stands, whatever follows it. */
function storyOf(facts: readonly Fact[]): Story {
  const find = (...kinds: readonly string[]) => facts.find(({ kind }) => kinds.includes(kind))
  const accepted = find('accepted')
  const decided = find(...Object.keys(DECIDED))
  const ended = facts.findLast(({ kind }) => ENDED.includes(kind))
  const left = find('left-open') ?? find('visit-ended')
  return {
    // Deemed acceptance dates back to the day of receipt, which the fact names.
    acceptedDay: accepted ? ((accepted.body['on'] as LegalDay | undefined) ?? legalDay(accepted.at)) : null,
    acceptedAt: accepted?.at ?? null,
    decidedDay: decided ? legalDay(decided.at) : null,
    decidedAt: decided?.at ?? null,
    outcome: decided ? DECIDED[decided.kind]! : null,
    endedDay: ended ? legalDay(ended.at) : null,
    endedAt: ended?.at ?? null,
    endedHow: ended?.kind ?? null,
    leftOpen: left ? ((left.body['code'] as string | undefined) ?? 'unexplained') : null,
  }
}

/** Every run of every clock in the order of their starts; starting a clock anew keeps its earlier runs. */
export function clockRuns(facts: readonly Fact[]): Clock[] {
  const over: Clock[] = []
  let clocks: Readonly<Record<string, Clock>> = {}
  for (const entry of facts.flatMap(({ clock = [] }) => clock)) {
    const before = clocks[entry.clock]
    if (entry.entry === 'start' && before !== undefined) over.push(before)
    clocks = foldClock(clocks, entry)
  }
  return [...over, ...Object.values(clocks)].toSorted((a, b) => (a.start.at < b.start.at ? -1 : 1))
}

function runOf(clock: Clock, calendar: WorkingCalendar): ClockRun {
  const { name, kind, start, ended } = clock
  const limit = due(clock, calendar)
  const day = limit.day ?? (limit.at && legalDay(limit.at))
  const late =
    ended !== undefined &&
    (limit.at !== undefined ? ended.at > limit.at : limit.day !== undefined && ended.day > limit.day)
  return {
    ...{ clock: name, kind, start: start.day, late },
    ...(day === undefined ? {} : { due: day }),
    ...(ended === undefined ? {} : { end: ended.day }),
  }
}

/** The days that matter of clocks that run now; one that stands still is nobody's delay. */
function waiting(clocks: readonly Clock[], calendarOf: CalendarOf, thresholds: Thresholds) {
  const running = clocks.flatMap((clock) => {
    if (clock.ended !== undefined || !WATCHED.includes(clock.kind)) return []
    const calendar = calendarOf(clock.calendar)
    const limit = due(clock, calendar)
    const day = limit.day ?? (limit.at && legalDay(limit.at))
    if (day === undefined) return []
    const amount = clock.unit === 'working-day' ? totalAmount(clock) : undefined
    return [
      { kind: clock.kind, day, warn: nearDay({ from: clock.start.day, day, amount }, calendar, thresholds) },
    ]
  })
  const first = (days: readonly LegalDay[]) => days.toSorted()[0] ?? NOT_YET
  const dueOf = (...kinds: readonly ClockKind[]) =>
    first(running.filter(({ kind }) => kinds.includes(kind)).map(({ day }) => day))
  return {
    warnDay: first(running.map(({ warn }) => warn)),
    stepDue: dueOf('step'),
    yellowDue: dueOf('promised', 'step'),
    redDue: dueOf('statutory'),
    nextDue: first(running.map(({ day }) => day)),
  }
}

/**
 * Limits of the office, those of other departments for opinions and of meetings and their tasks among them; the days a
 * citizen has to supply something are no delay of anybody's.
 */
const WATCHED: readonly ClockKind[] = [
  ...(['promised', 'statutory', 'step', 'notice', 'delivery'] as const),
  ...(['opinion', 'meeting'] as const),
]
