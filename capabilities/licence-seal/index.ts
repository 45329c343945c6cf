import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Seal } from './model.ts'
import { sealReader } from './store.ts'

export type { Seal } from './model.ts'
export { SEAL_LINES } from './model.ts'
export { issueSeals, type SealOwner, type SealPlan } from './load.ts'
export { bindSeal, issueSeal, moveSeal } from './register.ts'
export { rebuildSealUses, sealJobs, sealSubscribers, sealUses } from './use-log.ts'
export { sealCounts, type SealCount } from './store.ts'
export { sealRefusalWords } from './words.ts'
export { sealHttp } from './http.ts'
export { sealFiles, sealRoutes } from './contract/seal-routes.ts'
export * from './licence/index.ts'

export interface Seals {
  /**
   * Seals of an area whose days include this one, suspended ones too, so that a refusal can say why. A stale copy costs a
   * second try at commit, never a wrong seal.
   */
  inForce(area: string, day: string, fresh: boolean): Promise<readonly Seal[]>
  /** A seal of the register, whatever has become of it since. */
  byId(area: string, id: string): Promise<Seal | undefined>
}

const KEPT_FOR_MS = 10_000

export function seals(db: Queryable, clock: Clock): Seals {
  const read = sealReader(db)
  const kept = new Map<string, { day: string; until: number; rows: readonly Seal[] }>()
  return {
    byId: read.one,
    async inForce(area, day, fresh) {
      const held = kept.get(area)
      const now = Date.parse(clock.now())
      if (held && !fresh && held.day === day && now < held.until) return held.rows
      const all = await read.all(area)
      const rows = all.filter(({ from, to }) => from <= day && (to === undefined || to >= day))
      kept.set(area, { day, until: now + KEPT_FOR_MS, rows })
      return rows
    },
  }
}
