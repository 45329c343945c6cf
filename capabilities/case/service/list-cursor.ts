import { isCalendarDay } from '#platform/legal-day.ts'
import { isCaseNumber } from '../model/case-number.ts'
import type { ListedCase, ListQuery } from '../store.ts'

/** The last line of a page as the place where the next one begins: its number, or what the list is sorted by, and its id. */
export function writeCursor(
  row: ListedCase,
  { no, areas, order }: Pick<ListQuery, 'no' | 'areas' | 'order'>,
): string {
  if (no !== undefined && areas.length === 1) return row.dossier.no
  return `${order === 'received' ? row.receivedAt : (row.listDay ?? row.dueDay)}~${row.id}`
}

type After = NonNullable<ListQuery['after']>

/** A cursor is only a place to start from; a broken one starts at the beginning. */
export function readCursor(cursor: string, order: ListQuery['order']): After {
  if (isCaseNumber(cursor)) return { no: cursor }
  const [, place = '', id = ''] =
    /^([0-9T:.Z-]{10,24})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (order === 'received') return isMoment(place) ? { receivedAt: place, id } : BEGINNING.received
  return isCalendarDay(place) ? { dueDay: place, id } : BEGINNING.byDay
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Before the first line of either kind of list: the earliest day, the latest moment. */
const BEGINNING = {
  byDay: { dueDay: '0001-01-01', id: LAST_ID },
  received: { receivedAt: '9999-12-31T00:00:00.000Z', id: LAST_ID },
} as const satisfies Record<string, After>

function isMoment(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}
