import type { Actor } from '#engine/actor.ts'
import type { LicenceDossier } from './dossier.ts'

/**
 * Proposing and deciding belong to the body that granted it (行政许可法第六十九条、第七十条); its papers are handed over by its own windows and
 * by those of the place that took the application in.
 */
export function rolesOf(actor: Actor, { area, body, place, version }: LicenceDossier): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind !== 'staff' || version === 0 || actor.area !== area) return []
  return actor.roles.filter(
    (role) =>
      (role === 'window-clerk' && (actor.place === place || actor.body === body)) ||
      (['reviewer', 'approver'].includes(role) && actor.body === body),
  )
}
