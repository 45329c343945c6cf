import type { LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { DutyAct } from '../contract/duty.ts'
import type { OrganisationRefusal } from '../contract/refusal.ts'
import type { Change } from '../model/place-change.ts'

export interface Wish {
  from: LegalDay
  basis: string
}

/** What an act comes to when it is looked at now: on the day it is entered, and once more on the day it takes effect. */
export interface Judged {
  /** The bodies on whose ground it is (职责分工 ends at a town's border). */
  grounds: readonly string[]
  /** The first day of what stands; nothing changes before. */
  since?: LegalDay
  changes: readonly Change[]
  write(): Promise<OrganisationRefusal | undefined>
}

export interface Judging<W extends Wish> {
  area: string
  of: string
  wish: W
}

/** One way to change the ground (场所、机构、区划) by hand. */
export interface GroundAct<W extends Wish = Wish> {
  name: string
  subject: 'place' | 'body' | 'region' | 'served'
  duty: DutyAct
  /** Something ends or begins by it. */
  structural: boolean
  touches(of: string, wish: W): readonly string[]
  judge(tx: Queryable, judging: Judging<W>): Promise<Judged | OrganisationRefusal>
}

/** The ground of whoever looks after the whole area: a town's duty does not reach there, nor does it merge villages on its own. */
export const WHOLE_AREA = 'area'
