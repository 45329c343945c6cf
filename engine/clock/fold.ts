import type { Instant, LegalDay } from '../day.ts'
import type { ClockEntry, ClockKind, ClockUnit } from './entry.ts'

type Start = Extract<ClockEntry, { entry: 'start' }>
type StopEntry = Extract<ClockEntry, { entry: 'stop' }>
type Resume = Extract<ClockEntry, { entry: 'resume' }>
type Extension = Extract<ClockEntry, { entry: 'extend' }>

export interface Stop {
  from: LegalDay
  fromAt: Instant
  to?: LegalDay
  toAt?: Instant
  ground: string
  basis: string
  /** The served notice that names this stop; dossiers stored before stops had names are without. */
  notice?: string
}

/** A clock folded from its entries. */
export interface Clock {
  name: string
  kind: ClockKind
  unit: ClockUnit
  amount: number
  start: Start
  /** In the order in which they began; several may be open at once. */
  stops: readonly Stop[]
  extensions: readonly Extension[]
  ended?: { day: LegalDay; at: Instant }
  /** The calendar version that due days fold under: the one named by the last entry. */
  calendar: string
}

export type Clocks = Readonly<Record<string, Clock>>

export function foldClock(clocks: Clocks, entry: ClockEntry): Clocks {
  if (entry.entry === 'start') {
    const { clock: name, kind, unit, amount, calendar } = entry
    const before = clocks[name]
    if (before !== undefined && before.ended === undefined) throw new Error(`the clock ${name} runs already`)
    if (entry.within !== undefined && unit !== 'hour') throw new Error(`the clock ${name} counts no hours`)
    return {
      ...clocks,
      [name]: { name, kind, unit, amount, start: entry, stops: [], extensions: [], calendar },
    }
  }
  const clock = clocks[entry.clock]
  if (clock === undefined) throw new Error(`the clock ${entry.clock} was never started`)
  if (clock.ended !== undefined) throw new Error(`the clock ${clock.name} has ended`)
  return { ...clocks, [clock.name]: change(clock, entry) }
}

function change(clock: Clock, entry: Exclude<ClockEntry, Start>): Clock {
  switch (entry.entry) {
    case 'stop':
      return { ...stopped(clock, entry), calendar: entry.calendar }
    case 'resume':
      return { ...resumed(clock, entry), calendar: entry.calendar }
    case 'extend':
      return { ...clock, extensions: [...clock.extensions, entry], calendar: entry.calendar }
    case 'end': {
      // A clock that ends while it stands still, as on a withdrawal, was stopped to its end.
      const { day, at } = entry
      const stops = clock.stops.map((stop) => (isOpen(stop) ? { ...stop, to: day, toAt: at } : stop))
      return { ...clock, stops, ended: { day, at } }
    }
    case 'recompute':
      return { ...clock, calendar: entry.calendar }
  }
}

/** A second ground may stop what stands still already; the same notice cannot stop it twice. */
function stopped(clock: Clock, { day, at, ground, basis, notice }: StopEntry): Clock {
  if (clock.stops.some((stop) => isOpen(stop) && stop.notice === notice)) {
    throw new Error(`the clock ${clock.name} is stopped already by ${notice}`)
  }
  return { ...clock, stops: [...clock.stops, { from: day, fromAt: at, ground, basis, notice }] }
}

function resumed(clock: Clock, { day, at, notice }: Resume): Clock {
  const index = clock.stops.findLastIndex(
    (stop) => isOpen(stop) && (notice === undefined || stop.notice === notice),
  )
  if (index < 0) throw new Error(`the clock ${clock.name} is not stopped${notice ? ` by ${notice}` : ''}`)
  const stops = clock.stops.with(index, { ...clock.stops[index]!, to: day, toAt: at })
  return { ...clock, stops }
}

const isOpen = (stop: Stop): boolean => stop.to === undefined

/** The amount of the clock with everything that lawfully extended it, in the clock's unit. */
export function totalAmount(clock: Clock): number {
  return clock.extensions.reduce((sum, extension) => sum + extension.amount, clock.amount)
}

/** The notices whose stops are still open, so that an act can name the one it ends. */
export function openStops(clock: Clock): readonly Stop[] {
  return clock.stops.filter(isOpen)
}
