import type { LegalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { firstDayOf, type ListVersion } from './model/version.ts'

export type VersionState = 'draft' | 'submitted' | 'approved' | 'published' | 'withdrawn'

export interface ListedVersion extends ListVersion {
  id: string
  state: VersionState
  /** First day on which it may be gone by; only of what is published. */
  firstDay: LegalDay
}

/** Every version of a list, the newest first. */
export async function listVersions(db: Queryable, area: string, kind: string): Promise<ListedVersion[]> {
  const rows = await held<ListVersion>(db, { kind }, { area })
  return rows
    .map(({ id, entry }) => ({
      ...entry.body,
      ...{ id, state: entry.state as VersionState, firstDay: firstDayOf(entry.body) },
    }))
    .toSorted((one, other) => other.no - one.no)
}

/** Of the published versions that have begun, the one with the highest number; nothing has to be written when the next one comes. */
export const inForceOf = (versions: readonly ListedVersion[], day: LegalDay): ListedVersion | undefined =>
  versions
    .filter(({ state, firstDay }) => state === 'published' && firstDay <= day)
    .toSorted((one, other) => other.no - one.no)[0]

export const listInForce = async (db: Queryable, area: string, kind: string, day: LegalDay) =>
  inForceOf(await listVersions(db, area, kind), day)
