import type { CaseDossier } from './dossier.ts'

/** 办结结果 as the provincial interface codes it (standards.md §2.2). 3 (删除) is never used: nothing recorded is deleted. */
export const DONE_RESULTS = {
  granted: 0,
  denied: 1,
  void: 2,
  forwarded: 4,
  returned: 5,
  refused: 6,
} as const
export type DoneResult = (typeof DONE_RESULTS)[keyof typeof DONE_RESULTS]

type Ending = NonNullable<CaseDossier['ended']>['how']

/** What ended without a decision; everything else ended as it was decided. */
const WITHOUT_DECISION: Partial<Record<Ending, DoneResult>> = {
  withdrawn: DONE_RESULTS.returned,
  lapsed: DONE_RESULTS.returned,
  returned: DONE_RESULTS.returned,
  terminated: DONE_RESULTS.void,
  forwarded: DONE_RESULTS.forwarded,
}

/**
 * How a case came to its end, for systems outside. A case whose result was handed over is done although its promise is still
 * to be checked, and a decision revoked later was granted all the same: the revocation is reported for itself.
 */
export function doneResult({
  ended,
  delivered,
  decision,
}: Pick<CaseDossier, 'ended' | 'delivered' | 'decision'>): DoneResult | undefined {
  const how = ended && WITHOUT_DECISION[ended.how]
  if (how !== undefined) return how
  if (decision === undefined || (ended === undefined && delivered === undefined)) return undefined
  return DONE_RESULTS[decision.result]
}
