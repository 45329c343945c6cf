import type { CaseDossier } from '../../model/dossier.ts'

/**
 * A proposal waits for a head, who owes nothing else on a case. In the column of bodies that were asked something the head
 * stands under a name no body has, so neither list takes the other's cases.
 */
export const headQueue = (body: string): string => `head:${body}`
export const GOVERNMENT_QUEUE = 'head:government'

export function asHead({
  extension,
  decidingBody,
}: Pick<CaseDossier, 'extension' | 'decidingBody'>): string[] {
  if (extension?.proposed === undefined) return []
  return [extension.proposed.head === 'head' ? headQueue(decidingBody) : GOVERNMENT_QUEUE]
}
