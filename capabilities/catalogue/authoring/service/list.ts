import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { pageOf, readPlace } from '#platform/views/work-list.ts'
import type { ChangeSummary } from '../../contract/change.ts'
import { statesWaitingFor } from '../model/item-change.ts'
import { queueOfChanges, sightOfChanges } from '../sight.ts'
import { changeReader } from '../store.ts'
import type { Parts } from './act.ts'
import { summary } from './detail.ts'

export interface ChangesRequest {
  queue?: 'mine' | 'open' | 'all' | 'written' | 'to-review'
  item?: string
  limit?: number
  cursor?: string
}

function queueOf(queue: NonNullable<ChangesRequest['queue']>, actor: StaffActor) {
  switch (queue) {
    case 'mine':
      return { queue: queueOfChanges(actor) }
    case 'to-review':
      return { queue: { column: 'state', in: statesWaitingFor('item-approver') } as const }
    case 'written':
      return { writtenBy: actor.person }
    default:
      return {}
  }
}

const PAGE = 30

/** A page of changes: work by due day, everything newest first. */
export async function changes(
  { means }: Parts,
  actor: StaffActor,
  now: Instant,
  { queue = 'open', item, limit = PAGE, cursor }: ChangesRequest,
): Promise<{ items: ChangeSummary[]; nextCursor?: string }> {
  const rows = await changeReader(means.db).list({
    ...{
      area: actor.area,
      sight: sightOfChanges(actor),
      openOnly: queue !== 'all' && queue !== 'written',
      limit: limit + 1,
    },
    ...queueOf(queue, actor),
    ...(item === undefined ? {} : { item }),
    ...(cursor === undefined ? {} : { after: readPlace(cursor) }),
  })
  const { shown, next } = pageOf(rows, limit)
  const ids = [...new Set(shown.map(({ dossier }) => dossier.authorBody))]
  const bodies = await means.organisation.bodiesByIds(actor.area, ids)
  const nameOf = (id: string) => bodies.find((body) => body.id === id)?.shortName ?? id
  return {
    items: shown.map((row) => summary(row, nameOf(row.dossier.authorBody), legalDay(now))),
    ...next,
  }
}
