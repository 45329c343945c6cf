import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { Cases } from '#capabilities/case/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { WINDOW_CALENDAR_DAYS, type Rateable } from '../model.ts'
import type { RatingRow } from '../store.ts'

export type CaseRow = NonNullable<Awaited<ReturnType<Cases['find']>>>

export interface EvaluationMeans {
  db: Queryable
  ledger: Ledger
  sealing: SubjectKeys
  organisation: Organisation
  cases: Pick<Cases, 'find'>
}

/** Only the applicant rates; for anybody else the case does not exist here. */
export async function own(
  { cases }: EvaluationMeans,
  actor: Actor,
  no: string,
): Promise<CaseRow | undefined> {
  return actor.kind === 'citizen' ? cases.find(actor, no) : undefined
}

export function closing({ dossier }: CaseRow): { closedAt?: Instant } {
  // Rated once delivered; a check that follows a promise keeps nobody from saying how it went.
  return dossier.delivered ? { closedAt: dossier.delivered.by.at } : {}
}

export async function rateable(
  means: EvaluationMeans,
  row: CaseRow,
  given: RatingRow | undefined,
): Promise<Rateable> {
  const pack = await means.organisation.pack(row.area)
  const { ratingWindowCalendarDays } = pack?.body.parameters ?? {}
  const windowCalendarDays = ratingWindowCalendarDays?.value ?? WINDOW_CALENDAR_DAYS
  return { ...closing(row), rated: given !== undefined, windowCalendarDays }
}
