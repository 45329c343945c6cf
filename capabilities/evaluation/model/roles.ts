import type { Actor } from '#engine/actor.ts'
import type { RectificationDossier } from './dossier.ts'

/**
 * The director of the place that handles it does the work (谁办理谁负责); a supervisor of the area reviews what a director calls
 * untrue and may give the work to another place.
 */
export function rolesOf(
  actor: Actor,
  { area, handlingPlace, version }: RectificationDossier,
): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind !== 'staff' || version === 0 || actor.area !== area) return []
  return actor.roles.filter(
    (role) => role === 'supervisor' || (role === 'director' && actor.place === handlingPlace),
  )
}
