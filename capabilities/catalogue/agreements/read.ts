import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ENTRUSTMENT_AGREEMENT, type EntrustmentAgreement } from '../books/entrustment-agreement.ts'

export interface SignedAgreement extends Pick<
  EntrustmentAgreement,
  'title' | 'documentNo' | 'scope' | 'from' | 'to'
> {
  id: string
  afterwards: NonNullable<EntrustmentAgreement['afterwards']>
}

/** Agreements both sides signed about an item at a centre, with the last day they hold, early ends counted in. */
export async function agreementsOf(
  db: Queryable,
  area: string,
  { item, department, centre }: { item: string; department: string; centre: string },
): Promise<SignedAgreement[]> {
  const rows = await held<EntrustmentAgreement>(
    db,
    { kind: ENTRUSTMENT_AGREEMENT },
    { area, place: centre, body: department },
  )
  return rows
    .filter(({ from, entry: { body } }) => from !== undefined && body.items.includes(item))
    .map(({ id, to, entry: { body } }) => ({
      ...{ id, title: body.title, documentNo: body.documentNo, scope: body.scope, from: body.from },
      ...{ to: to ?? body.to, afterwards: body.afterwards ?? 'go-on' },
    }))
}
