import type { Actor } from '../actor.ts'
import type { Instant } from '../day.ts'
import type { Apply, NewFact } from '../fact.ts'
import type { Clocks } from '../clock/clock.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import type { Grant, Power, PowerQuestion } from '../power/grant.ts'
import type { Refusal } from '../refusal.ts'

/** A stream whose version a decision relied on; the commit checks that it has not moved. */
export interface ReliedOn {
  stream: string
  version: number
}

/** The least every dossier has: its state, how many facts made it, and its clocks. */
export interface DossierBase {
  state: string
  version: number
  clocks: Clocks
}

/** The least every world has. Loaded before, passed in; versions are checked again at commit. */
export interface WorldBase {
  calendar: WorkingCalendar
  grants: readonly Grant[]
  /** Streams every act of this actor relies on: the post, the pinned item. */
  reliesOn: readonly ReliedOn[]
}

export interface Act<D, I, W> {
  dossier: D
  input: I
  actor: Actor
  now: Instant
  world: W
  /** The grant that carries the act, when the action needs a power. */
  grant?: Grant
}

/** One lawful act (动作): data and pure functions, nothing else. */
export interface Action<D extends DossierBase, W extends WorldBase, I = Record<string, unknown>> {
  name: string
  /** States in which it may happen; `[]` marks the act that opens a dossier. */
  from: readonly string[]
  /** States it may lead to, or `same` when it never moves the dossier; `decide` asserts it, `walk` relies on it. */
  to: readonly string[] | 'same'
  by: readonly string[]
  /** JSON Schema of the input; the server checks it before `decide`. */
  input: object
  power?: Power
  /**
   * Whether the act means anything for this dossier (no posting of what is collected, no survey where the process has
   * none). What is not offered is neither shown nor done; left out, every dossier in a right state is offered the act.
   */
  offered?(dossier: D, world: W): boolean
  /**
   * Why not, when the reason lies in who acts and not in what they ask for: known before anything is filled in, so no
   * button is drawn. `refuse` judges the filled-in act.
   */
  bars?(act: Omit<Act<D, I, W>, 'input'>): Refusal | undefined
  refuse?(act: Act<D, I, W>): Refusal | undefined
  facts(act: Act<D, I, W>): readonly NewFact[]
  /** Further streams this act relied on (a seal, a decision template). */
  reliesOn?(act: Act<D, I, W>): readonly ReliedOn[]
}

/** A due job that goes through `decide` as a system act at or after `at`. */
export interface Timer {
  action: string
  at: Instant
}

export interface State {
  /** A final state ends the procedure; nobody has to act. */
  final?: boolean
  /** Roles that must act; an open state without one would be a case nobody owns. */
  waitsFor: readonly string[]
  /** Clocks of which at least one runs in this state; `[]` only in final states. */
  clocks: readonly string[]
}

/** A legal skeleton (法定程序), `name@version`, kept while an open case uses it. */
export interface Procedure<D extends DossierBase, W extends WorldBase> {
  name: string
  version: number
  states: Readonly<Record<string, State>>
  /** Each action checks its own input shape; the table forgets it so that many shapes fit one list. */
  actions: readonly Action<D, W, never>[]
  initial: D
  /** One fact onto the dossier; clocks and version are folded by the engine. */
  apply: Readonly<Record<string, Apply<D>>>
  /** The roles the actor holds towards this dossier (an applicant of this case, a reviewer of this body). */
  rolesOf(actor: Actor, dossier: D): readonly string[]
  /** What a power is asked for, when an action needs one. */
  powerQuestion(act: { dossier: D; actor: Actor; power: Power; now: Instant }): PowerQuestion
  timers(dossier: D, world: W): readonly Timer[]
}

export function action<D extends DossierBase, W extends WorldBase, I>(
  spec: Action<D, W, I>,
): Action<D, W, never> {
  return spec
}
