import { addDays, legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { StaffActor } from '#engine/actor.ts'
import type { Cases } from '#capabilities/case/index.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Evaluation } from '#capabilities/evaluation/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { isCalendarDay } from '#platform/legal-day.ts'
import { asOf, monthOf, policyOf, type Period, type SupervisionPolicy } from '../model.ts'
import { supervisionReader, type Scope } from '../store.ts'

export interface SupervisionMeans {
  db: Db
  ledger: Pick<Ledger, 'facts'>
  organisation: Organisation
  audit: Pick<Audit, 'recordIn'>
  catalogue: Catalogue
  posts: Pick<Staff, 'namedPosts' | 'postsByIds' | 'postsOfArea' | 'standings'>
  cases: Pick<Cases, 'watched'>
  ratings: Pick<Evaluation, 'ratingCounts' | 'rectificationCounts'>
}

/** Who asks, and when. */
export interface Asking {
  actor: StaffActor
  now: Instant
}

export interface PeriodQuery {
  from?: string
  to?: string
}

export interface ScopeQuery {
  place?: string
  item?: string
}

/** Longer spans would read years of cases for one number; a year beside another is two questions. */
const SPAN_DAYS_MAX = 1100

/** The period that is meant; the month so far when nothing is said. */
export function periodOf({ from, to }: PeriodQuery, now: Instant): Period | Refusal {
  const today = legalDay(now)
  const month = monthOf(today)
  const first = from ?? (to === undefined ? month.from : monthOf(to).from)
  const last = to ?? (from === undefined ? month.to : today < from ? from : today)
  if (!isDay(first) || !isDay(last) || first > last || last > addDays(first, SPAN_DAYS_MAX))
    return refusal('period-invalid', { facts: { from: first, to: last } })
  return { from: first, to: last, asOf: asOf(last, today) }
}

/** A day of the calendar within living memory. */
export const isDay = (day: string): boolean => isCalendarDay(day) && day >= '1900-01-01'

/** What this post may look at: a supervisor the whole area, a director the own place and nothing else. */
export function scopeOf({ actor }: Asking, { place, item }: ScopeQuery): Scope | Refusal {
  const own = actor.roles.includes('supervisor') ? undefined : actor.place
  if (own !== undefined && place !== undefined && place !== own) return refusal('place-out-of-sight')
  const at = own ?? place
  return {
    area: actor.area,
    ...(at === undefined ? {} : { place: at }),
    ...(item === undefined ? {} : { item }),
  }
}

export async function policyIn(
  { organisation }: Pick<SupervisionMeans, 'organisation'>,
  area: string,
): Promise<SupervisionPolicy> {
  const pack = await organisation.pack(area)
  if (pack === undefined) throw new Error(`area ${area} has no pack`)
  return policyOf(pack.body.parameters)
}

export const readerOf = ({ db }: Pick<SupervisionMeans, 'db'>) => supervisionReader(db)
