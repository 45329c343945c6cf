import type { Known } from '../journal.ts'

/** An errand as it goes on. */
export interface Going {
  of: number
  step: number
  /** The case it is about now; absent before it is filed. */
  known?: Known
  /** Numbers of all its cases: the licences they opened are nobody else's business meanwhile. */
  cases: string[]
  citizen: number
  /** A power that was given to a town for its sake. */
  power?: string
  /** Nobody looks before this step. */
  rests: number
  /** The day on which something was last done. */
  day: string
  /** How often something was refused today, and on how many days something was. */
  refused: number
  badDays: number
}
