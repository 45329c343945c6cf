import type { Actor } from '#engine/actor.ts'
import type { LicenceDossier } from './dossier.ts'

/** Proposing and deciding belong to the body that granted it (行政许可法第六十九条、第七十条); any window of the area hands papers over. */
export function rolesOf(actor: Actor, { area, body, version }: LicenceDossier): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind !== 'staff' || version === 0 || actor.area !== area) return []
  return actor.roles.filter(
    (role) => role === 'window-clerk' || (['reviewer', 'approver'].includes(role) && actor.body === body),
  )
}
