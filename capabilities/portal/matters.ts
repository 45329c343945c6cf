import type { CitizenActor } from '#engine/actor.ts'
import type { CaseSummary, ObjectionView } from '#capabilities/case/contract.ts'
import type { Cases } from '#capabilities/case/index.ts'

interface Page {
  items: readonly CaseSummary[]
  nextCursor?: string
  /** What one said of other people's cases; only beside the first page and where it was asked for. */
  objections: readonly ObjectionView[]
}

/** More than one person has open at once; an agency's further ones follow page by page. */
const OPEN_AT_ONCE = 100

/**
 * One's own matters in the order they want to be looked at: first what waits for oneself, the nearest day first; then what others
 * are at, by the day they owe it; then what is over, the newest first.
 */
export async function matters(
  cases: Pick<Cases, 'ownMatters'>,
  citizen: CitizenActor,
  now: string,
  { cursor = '', objectionsIn }: { cursor?: string; objectionsIn?: string } = {},
): Promise<Page> {
  const done = after(cursor, 'done')
  const begun = after(cursor, 'open')
  const { open, over, objections } = await cases.ownMatters(citizen, now, {
    ...(done === undefined ? { open: { limit: OPEN_AT_ONCE, ...placeOf(begun) } } : {}),
    over: placeOf(done),
    ...(objectionsIn === undefined ? {} : { objectionsIn }),
  })
  const items = open.items.toSorted(byWhatIsAsked)
  if (open.nextCursor !== undefined) return { items, nextCursor: `open:${open.nextCursor}`, objections }
  const more = over.nextCursor === undefined ? {} : { nextCursor: `done:${over.nextCursor}` }
  return { items: [...items, ...over.items], ...more, objections }
}

function after(cursor: string, part: 'open' | 'done'): string | undefined {
  return cursor.startsWith(`${part}:`) ? cursor.slice(part.length + 1) : undefined
}

const placeOf = (cursor: string | undefined): { cursor?: string } => (cursor === undefined ? {} : { cursor })

/** Sorts after every real day. */
const NO_DAY = '9999-12-31'

export function byWhatIsAsked(one: CaseSummary, other: CaseSummary): number {
  const own = Number(one.asked === undefined) - Number(other.asked === undefined)
  return own !== 0 ? own : dayOwed(one).localeCompare(dayOwed(other))
}

const dayOwed = ({ asked, dueDay = NO_DAY }: CaseSummary): string =>
  asked === undefined ? dueDay : (asked.day ?? NO_DAY)
