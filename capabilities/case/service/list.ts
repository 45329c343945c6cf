import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isDay } from '#ui/format/day.ts'
import type { CaseSummary } from '../contract.ts'
import { isCaseNumber } from '../model/case-number.ts'
import { queueOf, sightOfCases } from '../sight.ts'
import { caseReader, type ListedCase, type ListQuery } from '../store.ts'
import type { CaseMeans } from './means.ts'
import { summary, type Names } from './views.ts'
import type { Worlds } from './worlds.ts'

export interface ListRequest {
  queue?: 'mine' | 'open' | 'all'
  state?: string
  item?: string
  procedure?: string
  no?: string
  limit?: number
  cursor?: string
}

export interface Page {
  items: CaseSummary[]
  nextCursor?: string
}

interface Parts {
  means: CaseMeans
  worlds: Worlds
  names(rows: readonly ListedCase[]): Promise<Names>
}

const PAGE = 30

/** A page of cases: work by due day, everything else newest first; four steps, ids by sight, names in batches. */
export async function list(
  { means, worlds, names: namesOf }: Parts,
  actor: Actor,
  now: string,
  request: ListRequest,
): Promise<Page> {
  const queue = request.queue ?? (actor.kind === 'staff' ? 'mine' : 'all')
  const limit = request.limit ?? PAGE
  // Whoever types a whole number wants that case, in whatever state and queue it is.
  const exact = request.no !== undefined && isCaseNumber(request.no)
  const query: ListQuery = {
    areas: await areasOf(means, actor, now),
    sight: sightOfCases(actor),
    ...(queue === 'mine' && !exact ? { queue: queueOf(actor) } : {}),
    ...(request.state ? { state: request.state } : {}),
    ...(request.item ? { item: request.item } : {}),
    ...(request.procedure ? { procedure: request.procedure } : {}),
    ...(request.no ? { no: request.no } : {}),
    openOnly: queue !== 'all' && !exact,
    order: queue === 'all' ? 'newest' : 'due',
    ...(request.cursor ? { after: readCursor(request.cursor) } : {}),
    limit: limit + 1,
  }
  const rows = await caseReader(means.db).list(query)
  const shown = rows.slice(0, limit)
  const names = await namesOf(shown)
  const areas = [...new Set(shown.map(({ area }) => area))]
  const calendars = new Map(
    await Promise.all(areas.map(async (area) => [area, await worlds.calendar(area)] as const)),
  )
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summary(row, names, calendars.get(row.area)!, legalDay(now))),
    ...(rows.length > limit && last ? { nextCursor: writeCursor(last) } : {}),
  }
}

/** Staff work in one area; a citizen belongs to none and may have matters in each. */
async function areasOf(means: CaseMeans, actor: Actor, now: string): Promise<string[]> {
  if (actor.kind === 'staff') return [actor.area]
  return (await means.organisation.areas(legalDay(now))).map(({ area }) => area)
}

function writeCursor(row: ListedCase): string {
  return `${row.dueDay}~${row.id}`
}

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function readCursor(cursor: string): { dueDay: string; id: string } {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor)
  return found && isDay(found[1]!)
    ? { dueDay: found[1]!, id: found[2]! }
    : { dueDay: '0001-01-01', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}
