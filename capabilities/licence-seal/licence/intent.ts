import type { LicenceDossier } from './dossier.ts'

/**
 * What was meant and is still to be decided once the licence has run out or a penalty has taken it. Revoking reaches back to the grant (第六十九条), and fraud keeps
 * somebody away for three years (第七十九条): running out is no way round it. What has run out cannot be withdrawn any more.
 */
export function outlives({ intent }: Pick<LicenceDossier, 'intent'>): boolean {
  return intent?.how === 'revoked'
}

/**
 * What was got by fraud shall be revoked (应当予以撤销, 第六十九条第二款) and keeps its holder away for three years (第七十九条): neither giving it
 * up nor losing it another way meanwhile is a way round that. Any other ground is the office's to drop, and the holder's right to give up.
 */
export function stillRevoked({ intent }: Pick<LicenceDossier, 'intent'>): boolean {
  return intent?.ground === 'fraud'
}
