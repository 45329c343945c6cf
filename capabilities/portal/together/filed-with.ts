import { made, type Reading } from '#platform/db/reading.ts'
import type { RatedCase } from '../contract.ts'
import type { PortalMeans } from '../means.ts'
import { togetherStore } from './store.ts'

/** What a party filed together with a case (同时申请的), by the names their items had then. */
export function filedWith(
  { db, area, catalogue }: PortalMeans,
  party: string,
  no: string,
): Reading<RatedCase['siblings']> {
  return made(togetherStore(db, area).filedWith(party, no), (rows) =>
    Promise.all(
      rows.map(async ({ no: other, item, version }) => ({
        no: other,
        itemName: (await catalogue.pinned(area, item, version)).item.name,
      })),
    ),
  )
}
