import { legalDay, type Instant } from '#engine/day.ts'
import type { StaffActor } from '#engine/actor.ts'
import { pageOf, readPlace } from '#platform/views/work-list.ts'
import type { RectificationState, RectificationSummary } from '../contract/rectification.ts'
import { queueOfRectifications, sightOfRectifications } from '../sight.ts'
import { rectificationReader } from '../store/rectifications.ts'
import type { Parts } from './act.ts'
import { namesFor } from './names.ts'
import { summary } from './views.ts'

export interface RectificationListRequest {
  queue?: 'mine' | 'open' | 'all'
  state?: RectificationState
  limit?: number
  cursor?: string
}

export interface RectificationPage {
  items: RectificationSummary[]
  nextCursor?: string
}

const PAGE = 30

/** A page of poor ratings: work by due day, everything newest first. */
export async function list(
  { means, worlds }: Parts,
  actor: StaffActor,
  now: Instant,
  { queue = 'mine', state, limit = PAGE, cursor }: RectificationListRequest,
): Promise<RectificationPage> {
  const rows = await rectificationReader(means.db).list({
    area: actor.area,
    sight: sightOfRectifications(actor),
    ...(queue === 'mine' ? { queue: queueOfRectifications(actor) } : {}),
    ...(state === undefined ? {} : { state }),
    openOnly: queue !== 'all',
    ...(cursor === undefined ? {} : { after: readPlace(cursor) }),
    limit: limit + 1,
  })
  const { shown, next } = pageOf(rows, limit)
  const names = await namesFor(
    means,
    actor.area,
    shown.map(({ dossier }) => dossier),
  )
  const calendar = await worlds.calendar(actor.area)
  return {
    items: shown.map((row) => summary(row, names, calendar, legalDay(now))),
    ...next,
  }
}
