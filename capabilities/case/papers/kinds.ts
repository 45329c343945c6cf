import type { Fact } from '#engine/fact.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import type { PaperName } from '../contract.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'

/** Facts that bring a paper about. */
export const PAPER_FACTS: readonly string[] = [
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
  ...Object.values(CHAPTER_PAPERS).map(({ fact }) => fact),
]

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
      return ofChapter(fact, dossier)
  }
}

function ofChapter(fact: Pick<Fact, 'kind' | 'body'>, dossier: CaseDossier): PaperName | undefined {
  const found = Object.entries(CHAPTER_PAPERS).find(
    ([, paper]) => paper.fact === fact.kind && (paper.when?.(fact, dossier) ?? true),
  )
  return found?.[0] as PaperName | undefined
}

/** Decisions carry the seal for decisions; what the counter hands out carries the seal for acceptance. */
export function sealPurpose(kind: Paper['kind']): 'decision' | 'acceptance' {
  const { seal } = CHAPTER_PAPERS[kind] ?? {}
  if (seal !== undefined) return seal
  return ['grant', 'denial', 'not-accepted', 'rectification', 'revocation'].includes(kind)
    ? 'decision'
    : 'acceptance'
}
