import type { CitizenActor } from '#engine/actor.ts'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import type { Cases } from '#capabilities/case/index.ts'
import { procedureOf } from '#capabilities/case/model.ts'

interface Page {
  items: readonly CaseSummary[]
  nextCursor?: string
}

/** More than one person has open at once; an agency's further ones follow page by page. */
const OPEN_AT_ONCE = 100

/**
 * One's own matters in the order they want to be looked at: first what waits for oneself, the nearest day first; then what others
 * are at, by the day they owe it; then what is over, the newest first.
 */
export async function matters(
  cases: Pick<Cases, 'list'>,
  citizen: CitizenActor,
  now: string,
  cursor = '',
): Promise<Page> {
  const done = after(cursor, 'done')
  if (done !== undefined) return over(cases, citizen, now, done)
  const begun = after(cursor, 'open')
  const { items, nextCursor } = await cases.list(citizen, now, {
    ...{ queue: 'open', limit: OPEN_AT_ONCE },
    ...(begun === undefined ? {} : { cursor: begun }),
  })
  const open = items.toSorted(byWhatIsAsked)
  if (nextCursor !== undefined) return { items: open, nextCursor: `open:${nextCursor}` }
  const rest = await over(cases, citizen, now)
  return { ...rest, items: [...open, ...rest.items] }
}

/** What is over, out of everything newest first; a page on which nothing is over is turned at once. */
async function over(
  cases: Pick<Cases, 'list'>,
  citizen: CitizenActor,
  now: string,
  begin?: string,
): Promise<Page> {
  let cursor = begin
  for (;;) {
    const page = await cases.list(citizen, now, { queue: 'all', ...(cursor === undefined ? {} : { cursor }) })
    const items = page.items.filter(isOver)
    if (page.nextCursor === undefined) return { items }
    if (items.length > 0) return { items, nextCursor: `done:${page.nextCursor}` }
    cursor = page.nextCursor
  }
}

function after(cursor: string, part: 'open' | 'done'): string | undefined {
  return cursor.startsWith(`${part}:`) ? cursor.slice(part.length + 1) : undefined
}

const isOver = (one: Pick<CaseSummary, 'procedure' | 'state'>): boolean =>
  procedureOf(one).states[one.state]?.final === true

/** Sorts after every real day. */
const NO_DAY = '9999-12-31'

export function byWhatIsAsked(one: CaseSummary, other: CaseSummary): number {
  const own = Number(one.asked === undefined) - Number(other.asked === undefined)
  return own !== 0 ? own : dayOwed(one).localeCompare(dayOwed(other))
}

const dayOwed = ({ asked, dueDay = NO_DAY }: CaseSummary): string =>
  asked === undefined ? dueDay : (asked.day ?? NO_DAY)
