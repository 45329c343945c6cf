import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'

/** How long the decision takes once the application is accepted: before, its limit does not run and has no day. */
export function decisionWithin(
  { promisedLimit }: Pick<ItemVersion, 'promisedLimit'>,
  { state, clocks, promise }: Pick<CaseDossier, 'state' | 'clocks' | 'promise'>,
): Pick<CaseDetail, 'decisionWithin'> {
  const waits = state === 'received' || state === 'supplementing'
  const promised = promise !== undefined && promise.withdrawnAt === undefined
  const runs = Object.values(clocks).some(({ kind }) => kind === 'promised')
  return waits && !promised && !runs && promisedLimit.from !== 'receipt'
    ? { decisionWithin: promisedLimit }
    : {}
}
