import type { Db } from '#platform/db/db.ts'
import type { SessionRow } from './session-rows.ts'
import { sessionOf, type Session } from './session.ts'

// A screen sends several requests at once and each asks for its session. On this server an ended session ends at once,
// because whatever ends one empties the memory; another server on the same database may accept it this much longer.
export const REMEMBERED_FOR_MS = 1_000
const REMEMBERED_MAX = 5_000

export interface Remembered {
  row: SessionRow
  session: Session
}

/** Sessions that were looked up a moment ago, by the hash of their token. */
export class SessionMemory {
  #known = new Map<string, Remembered & { until: number }>()
  #reading = new Map<string, Promise<Session | null>>()
  #era = 0

  /** Take it before reading the row: what was read before somebody ended a session is not kept afterwards. */
  get era(): number {
    return this.#era
  }

  find(tokenHash: string): Remembered | undefined {
    const known = this.#known.get(tokenHash)
    // The age is measured on the monotonic clock, which the demo cannot move.
    return known !== undefined && known.until > performance.now() ? known : undefined
  }

  keep(tokenHash: string, row: SessionRow, era: number): Session {
    const session = sessionOf(row)
    if (era === this.#era) {
      if (this.#known.size >= REMEMBERED_MAX) this.#known.clear()
      this.#known.set(tokenHash, { row, session, until: performance.now() + REMEMBERED_FOR_MS })
    }
    return session
  }

  /** The requests of one screen come at once: the first reads, the others hear what it found. */
  reading(tokenHash: string, read: () => Promise<Session | null>): Promise<Session | null> {
    const under = this.#reading.get(tokenHash)
    if (under !== undefined) return under
    const reading = read().finally(() => {
      if (this.#reading.get(tokenHash) === reading) this.#reading.delete(tokenHash)
    })
    this.#reading.set(tokenHash, reading)
    return reading
  }

  /** Call it when the change that ended a session has been committed. */
  forgetAll(): void {
    this.#era += 1
    this.#known.clear()
    this.#reading.clear()
  }
}

const memories = new WeakMap<Db, SessionMemory>()

/** One memory for everything on this server that finds or ends sessions of a database. */
export function sessionMemory(db: Db): SessionMemory {
  const known = memories.get(db)
  if (known) return known
  const memory = new SessionMemory()
  memories.set(db, memory)
  return memory
}
