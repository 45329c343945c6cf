import type { Actor } from '#engine/actor.ts'
import type { LicenceDossier } from './dossier.ts'

/**
 * Proposing and deciding belong to the body that granted it (行政许可法第六十九条、第七十条); its papers are handed over by its own windows and
 * by those of the place that took the application in. Its holder speaks for themselves (陈述、申辩, 第七条).
 */
export function rolesOf(
  actor: Actor,
  { area, body, place, party, version }: LicenceDossier,
): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind === 'citizen') return version > 0 && actor.party === party ? ['holder'] : []
  if (version === 0 || actor.area !== area) return []
  return actor.roles.filter(
    (role) =>
      (role === 'window-clerk' && (actor.place === place || actor.body === body)) ||
      (['reviewer', 'approver'].includes(role) && actor.body === body),
  )
}
