import { legalDay, type Instant } from '#engine/day.ts'
import type { StaffActor } from '#engine/actor.ts'
import { isDay } from '#ui/format/day.ts'
import type { RectificationState, RectificationSummary } from '../contract/rectification.ts'
import { queueOfRectifications, sightOfRectifications } from '../sight.ts'
import { rectificationReader, type RectificationRow } from '../store/rectifications.ts'
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
    ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const names = await namesFor(
    means,
    actor.area,
    shown.map(({ dossier }) => dossier),
  )
  const calendar = await worlds.calendar(actor.area)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summary(row, names, calendar, legalDay(now))),
    ...(rows.length > limit && last ? { nextCursor: writeCursor(last) } : {}),
  }
}

function writeCursor({ dueDay, id }: RectificationRow): string {
  return `${dueDay}~${id}`
}

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function readCursor(cursor: string): { dueDay: string; id: string } {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor)
  return found && isDay(found[1]!)
    ? { dueDay: found[1]!, id: found[2]! }
    : { dueDay: '0001-01-01', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}
