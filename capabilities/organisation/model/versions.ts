import { addDays } from '#engine/day.ts'

/** Versions in time: nothing is overwritten, a change ends the version before it on the day before. */
export interface Dated {
  validFrom: string
  validTo: string | null
}

export function validOn({ validFrom, validTo }: Dated, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/** The newest stored version of an id. */
export interface StoredVersion extends Dated {
  id: string
  version: number
  origin: string
  /** What this origin brought last; a row that an office has changed since is left alone while the pack says the same as before. */
  originDigest: string | null
}

export interface ComingVersion {
  id: string
  digest: string
  validFrom: string
  validTo: string | null
}

export interface VersionPlan<R> {
  add: { row: R; version: number; validFrom: string; validTo: string | null }[]
  close: { id: string; version: number; validTo: string }[]
}

/**
 * Compares what is coming with what is stored. An equal digest writes nothing, so loading twice is loading once.
 * A changed row takes effect on its own `validFrom` when that is later than the stored one, else on `day`.
 */
export function nextVersions<R extends ComingVersion>(
  stored: readonly StoredVersion[],
  coming: readonly R[],
  day: string,
): VersionPlan<R> {
  const byId = new Map(stored.map((version) => [version.id, version]))
  const plan: VersionPlan<R> = { add: [], close: [] }
  for (const row of coming) {
    const before = byId.get(row.id)
    if (before && before.originDigest === row.digest) continue
    const validFrom = before ? startOf(row, before, day) : row.validFrom
    if (before && before.validTo === null) {
      plan.close.push({ id: row.id, version: before.version, validTo: addDays(validFrom, -1) })
    }
    plan.add.push({ row, version: (before?.version ?? 0) + 1, validFrom, validTo: row.validTo })
  }
  return plan
}

function startOf(row: ComingVersion, before: StoredVersion, day: string): string {
  if (row.validFrom > before.validFrom) return row.validFrom
  // A row that comes with its last day corrects the stored version from its beginning: the end may lie in the past.
  return row.validTo === null ? later(day, before.validFrom) : before.validFrom
}

/** What an origin brought before and no longer brings ends the day before `day`; rows of other origins stay. */
export function goneVersions(
  stored: readonly StoredVersion[],
  coming: readonly { id: string }[],
  day: string,
  origin: string,
): VersionPlan<never>['close'] {
  const ids = new Set(coming.map((row) => row.id))
  return stored
    .filter((version) => version.origin === origin && version.validTo === null && !ids.has(version.id))
    .map(({ id, version, validFrom }) => ({ id, version, validTo: addDays(later(day, validFrom), -1) }))
}

const later = (a: string, b: string) => (a > b ? a : b)
