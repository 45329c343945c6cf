import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { ROLE_NAMES } from '#platform/auth/roles.ts'
import { withOffset } from '#platform/clock.ts'
import { all, readOnce } from '#platform/db/reading.ts'
import type { GapsView } from '../contract/gaps.ts'
import type { GapCode } from '../model/gaps.ts'
import { gapCounts, readGaps, readRound, type GapPlace, type OpenGap } from '../store/gaps.ts'
import { GAP_SENTENCES, GAP_TITLES } from '../words/gaps.ts'
import type { Paged } from './lines.ts'
import { namesOf } from './names.ts'
import { scopeOf, type Asking, type ScopeQuery, type SupervisionMeans } from './means.ts'

export interface GapsQuery extends ScopeQuery, Paged {
  code?: GapCode
}

const PAGE = 30

/** Open cases that cannot go on, the longest stuck first, and when the last walk over all of them ended. */
export async function gaps(
  means: SupervisionMeans,
  asking: Asking,
  { code, limit = PAGE, cursor, ...query }: GapsQuery,
): Promise<GapsView | Refusal> {
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const [rows, round, counts] = await readOnce(
    means.db,
    all([readGaps(scope, code, after, limit + 1), readRound(scope.area), gapCounts(scope)]),
  )
  const shown = rows.slice(0, limit)
  const names = await namesOf(
    means,
    scope.area,
    shown.map(({ itemId, itemVersion, place, body }) => {
      return { itemId, itemVersion, acceptPlace: place, decidingBody: body }
    }),
  )
  return {
    items: shown.map((gap) => {
      const { stream, code: what, caseNo, itemId, place, body, openedAt, facts } = gap
      const where = facts['place'] === undefined ? names.body(body) : names.place(place)
      const roleName = ROLE_NAMES[facts['role'] as keyof typeof ROLE_NAMES] ?? ''
      return {
        ...{ id: `${stream}/${what}`, code: what, title: GAP_TITLES[what], no: caseNo },
        sentence: GAP_SENTENCES[what]({ ...facts, where, roleName }),
        ...{ itemName: names.item(itemId), place: names.place(place), body: names.body(body) },
        since: withOffset(openedAt),
      }
    }),
    ...(rows.length > limit ? { nextCursor: cursorOf(rows[limit - 1]!) } : {}),
    counts: counts.map(({ code: what, count }) => ({ code: what, title: GAP_TITLES[what], count })),
    ...(round?.finishedAt
      ? { checkedAt: withOffset(round.finishedAt), openCases: round.openCases ?? 0 }
      : {}),
  }
}

const cursorOf = ({ openedAt, stream, code }: OpenGap): string => [openedAt, stream, code].join('~')

function readCursor(cursor: string): GapPlace | undefined {
  const [openedAt = '', stream = '', code = ''] = cursor.split('~')
  return /^\d{4}-\d{2}-\d{2}T/.test(openedAt) && !Number.isNaN(Date.parse(openedAt))
    ? { openedAt: new Date(openedAt).toISOString(), stream, code }
    : undefined
}
