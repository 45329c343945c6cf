import { createHash } from 'node:crypto'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import type { ViewRow } from './checks/truth.ts'
import type { Going } from './plot-going.ts'

/** A case as those who heard of it remember it: what was acknowledged to them must never be missing. */
export interface Known {
  no: string
  item: string
  /** The party whose citizen can act on it; absent for a firm that came to a window. */
  citizen?: number
  acknowledged: Acknowledged[]
  open: boolean
  state: string
  procedure: ProcedureName
  /** Acts refused since something was last done, and how often: people try something else first. */
  tried?: Map<string, number>
  /** The step at which something was done to it that nobody had done before. */
  pioneer?: number
  /** Nobody looks at it before this moment. */
  forgottenUntil?: string
  /** Its applicant has said how it went. */
  rated?: boolean
  /** As somebody last saw it. */
  dossier?: CaseDossier
  /** Acts that somebody means to go through with (`plots.ts`). */
  plot?: Going
  /** Somebody sees it through (`errands/`), and nobody else has any business with it. */
  reserved?: true
  /** How often a refusal was asked for here, by its code. */
  asked?: Map<string, number>
}

export interface Acknowledged {
  act: string
  at: string
  /** The version the case had when the answer was given. */
  version: number
  actorKey: string
  requestId: string
}

/** Procedures that run beside those of a case. */
export type Register = 'licence' | 'poor-rating'

export type Mishap =
  | 'double-click'
  | 'other-body'
  | 'race'
  | 'lost-before'
  | 'lost-after'
  | 'stale-page'
  | 'wrong-person'
  | 'wrong-input'
  | 'asked-anyway'
  | 'job-came-twice'
  | 'uploads-all-day'
  | 'plan-changed'
  | 'seal-issued'
  | 'seal-retired'
  | 'plot-begun'
  | 'task-died'
  | 'process-lost'
  | 'worker-rested'
  | 'late-job'
  | 'calendar-came'
  | 'power-taken'
  | 'grant-ended'
  | 'grant-given'
  | 'post-ended'
  | 'deputy-appointed'
  | 'joint-post'
  | 'item-published'
  | 'item-changed'
  | 'carrier-closed'
  | 'gateway-closed'
  | 'clock-back'
  | 'clock-ahead'
  | 'power-given'
  | 'power-taken-back'
  | 'seal-suspended'
  | 'seal-resumed'
  | 'leave-with-cover'
  | 'leave-without-cover'
  | 'desk-emptied'

const KEPT_LINES = 25

/** What happened so far, in the order in which it happened. */
export class Journal {
  step = 0
  readonly cases: Known[] = []
  readonly done = new Map<string, number>()
  /** Acts of procedures that have been done at least once, by people or by the system. */
  readonly met = new Set<string>()
  readonly refused = new Map<string, number>()
  readonly mishaps = new Map<Mishap, number>()
  /** What supervision named as stuck, evening by evening. */
  readonly gaps = new Map<string, number>()
  readonly states = new Map<string, number>()
  readonly lastLines: string[] = []
  ratings = 0
  readonly #aside = new Set<string>()
  #hash = createHash('sha256')

  /** One line of the log; the same seed gives the same lines. */
  write(...words: (string | number)[]): void {
    const line = [this.step, ...words].join(' ')
    this.#hash.update(`${line}\n`)
    this.lastLines.push(line)
    if (this.lastLines.length > KEPT_LINES) this.lastLines.shift()
  }

  count(procedure: ProcedureName | Register, act: string): void {
    add(this.done, `${procedure} ${act}`)
    this.met.add(`${procedure} ${act}`)
  }

  times(procedure: ProcedureName | Register, act: string): number {
    return this.done.get(`${procedure} ${act}`) ?? 0
  }

  refuse(code: string): void {
    add(this.refused, code)
  }

  mishap(what: Mishap): void {
    add(this.mishaps, what)
  }

  gap(code: string): void {
    add(this.gaps, code)
  }

  state(name: string): void {
    add(this.states, name)
  }

  /** Whether this is the first time. */
  putAside(what: string): boolean {
    const first = !this.#aside.has(what)
    this.#aside.add(what)
    return first
  }

  digest(): string {
    return this.#hash.copy().digest('hex')
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What must hold and does not; the simulation stops at once. */
export class Broken extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** A person's picture of a case after looking at it. */
export function seen(known: Known, { row }: { row: Pick<ViewRow, 'open' | 'state' | 'dossier'> }): void {
  known.open = row.open
  known.state = row.state
  known.procedure = row.dossier.procedure
  known.dossier = row.dossier
}
