import type { Fact } from '#engine/fact.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'

/** Facts that bring a paper about. */
export const PAPER_FACTS = [
  'received',
  'promised',
  'supplement-notified',
  'accepted',
  'acceptance-refused',
  'sealed',
  'delivered',
  'checked',
  'revocation-decided',
  'revoked',
] as const

/** Which paper a fact brings about; a sealed decision is a grant or a denial. */
export function paperKind(
  fact: Pick<Fact, 'kind' | 'body'>,
  dossier: CaseDossier,
): Paper['kind'] | undefined {
  switch (fact.kind) {
    case 'received':
      return 'receipt'
    case 'supplement-notified':
      return 'supplement'
    case 'accepted':
      return 'acceptance'
    case 'acceptance-refused':
      return 'not-accepted'
    case 'sealed':
      return dossier.decision?.result === 'denied' ? 'denial' : 'grant'
    case 'promised':
      return 'commitment'
    case 'checked':
      // Only what has to be put right is told in a paper of its own.
      return fact.body['result'] === 'rectify' ? 'rectification' : undefined
    case 'revocation-decided':
      return 'revocation'
    case 'delivered':
    case 'revoked':
      return 'delivery'
    default:
      return undefined
  }
}

/** Decisions carry the seal for decisions; what the counter hands out carries the seal for acceptance. */
export function sealPurpose(kind: Paper['kind']): 'decision' | 'acceptance' {
  return ['grant', 'denial', 'not-accepted', 'rectification', 'revocation'].includes(kind)
    ? 'decision'
    : 'acceptance'
}
