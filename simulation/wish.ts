import type { LegalDay } from '#engine/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Run } from './run.ts'

export interface Wish {
  db: Db
  folder: string
  seed: number
  days: number
  /** After its days it goes on, so long at most, while something can still be met that nobody is excused from. */
  goesOn?: { atMost: number; excused: ReadonlyMap<string, string> }
  /** The first day; a month from here has two long holidays and two weekends worked. */
  from?: LegalDay
  actsPerDay?: number
  citizens?: number
  /** A town with what belongs to it, or the whole county: all places, sixty villages. */
  scale?: 'town' | 'county'
  /** Something done behind the house's back before a step, for whoever tests the simulation itself. */
  sabotage?: { step: number; act(run: Run): Promise<void> }
  onDay?(words: string): void
}
