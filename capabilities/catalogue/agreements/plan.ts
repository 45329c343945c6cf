import type { Grant } from '../contract.ts'
import type { EntrustmentAgreement } from '../books/entrustment-agreement.ts'

export interface GrantPlan {
  /** The plan's own power to take everything in gets the agreement's last day. */
  amend: readonly Grant[]
  /** Items for which there is no power yet. */
  give: readonly string[]
}

/**
 * What the register of powers needs so that the centre takes in under this agreement and no longer (DW-3.2.4-05). What already carries
 * the agreement's number is left alone, so that doing it again changes nothing.
 */
export function grantPlan(
  { items, documentNo, from, to }: EntrustmentAgreement,
  centreBody: string,
  grants: readonly Grant[],
): GrantPlan {
  const amend: Grant[] = []
  const give: string[] = []
  for (const item of items) {
    const accepting = grants.filter(
      (grant) => grant.item === item && grant.body === centreBody && grant.powers.includes('accept'),
    )
    if (accepting.some(({ document }) => document?.number === documentNo)) continue
    const standing = accepting.find(
      (grant) => grant.kind !== 'own' && grant.from <= to && (grant.to === undefined || grant.to >= from),
    )
    if (standing) amend.push(standing)
    else give.push(item)
  }
  return { amend, give }
}

/** Powers that rest on an agreement and still hold on a day. */
export const restingOn = (
  { documentNo }: Pick<EntrustmentAgreement, 'documentNo'>,
  grants: readonly Grant[],
  day: string,
): readonly Grant[] =>
  grants.filter(
    ({ document, to, takenBack }) =>
      document?.number === documentNo && takenBack === undefined && (to === undefined || to >= day),
  )
