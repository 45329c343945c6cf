import type { LicenceDossier } from './dossier.ts'

/**
 * What was meant and is still to be decided once the licence has run out. Revoking reaches back to the grant (第六十九条), and fraud keeps
 * somebody away for three years (第七十九条): running out is no way round it. What has run out cannot be withdrawn any more.
 */
export function outlives({ intent }: LicenceDossier): boolean {
  return intent?.how === 'revoked'
}
