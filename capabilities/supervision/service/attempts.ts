import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { withOffset } from '#platform/clock.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { AttemptView } from '../contract.ts'
import type { Attempt, AttemptKind } from '../model.ts'
import { ATTEMPT_KIND_TITLES, OUTSIDE_STAFF, STOPPED_TITLES, TRIED_TITLES } from '../words.ts'
import type { Page, Paged } from './lines.ts'
import { isDay, periodOf, readerOf, type Asking, type PeriodQuery, type SupervisionMeans } from './means.ts'

export interface AttemptsQuery extends PeriodQuery, Paged {
  kind?: AttemptKind
  place?: string
  body?: string
}

const PAGE = 30

/** Recorded refusals of a period, newest first. */
export async function attempts(
  means: SupervisionMeans,
  { actor, now }: Asking,
  { kind, place, body, limit = PAGE, cursor, ...query }: AttemptsQuery,
): Promise<Page<AttemptView> | Refusal> {
  const period = periodOf(query, now)
  if (isRefusal(period)) return period
  const rows = await readerOf(means).attempts(
    {
      ...{ area: actor.area, from: period.from, to: period.to },
      ...(kind === undefined ? {} : { kind }),
      ...(place === undefined ? {} : { place }),
      ...(body === undefined ? {} : { body }),
    },
    cursor === undefined ? undefined : readCursor(cursor),
    limit + 1,
  )
  const items = await shaped(means, actor.area, rows.slice(0, limit))
  return rows.length > limit ? { items, nextCursor: writeCursor(rows[limit - 1]!) } : { items }
}

async function shaped(
  means: SupervisionMeans,
  area: string,
  rows: readonly Attempt[],
): Promise<AttemptView[]> {
  const present = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
  ]
  const posts = await means.posts.postsByIds(area, present(rows.map(({ post }) => post)))
  const named = new Map((await means.posts.namedPosts(area, posts)).map((post) => [post.id, post]))
  const lines = await readerOf(means).lines(area, present(rows.map(({ caseStream }) => caseStream)))
  const byStream = new Map(lines.map((line) => [line.stream, line]))
  const items = new Map<string, string>()
  for (const { itemId, itemVersion } of lines)
    if (!items.has(itemId))
      items.set(itemId, (await means.catalogue.pinned(area, itemId, itemVersion)).item.name)
  return rows.map((row): AttemptView => {
    const post = named.get(row.post ?? '')
    const line = byStream.get(row.caseStream ?? '')
    const itemName = items.get(line?.itemId ?? row.itemId ?? '')
    return {
      id: `${row.stream}/${row.seq}`,
      at: withOffset(row.at),
      kind: row.kind,
      kindText: ATTEMPT_KIND_TITLES[row.kind],
      who: post
        ? `${maskName(post.personName)}（${post.title}）`
        : row.actorKind === 'staff'
          ? (row.post ?? '')
          : OUTSIDE_STAFF[row.actorKind],
      ...(post ? { body: post.bodyName } : {}),
      ...(line ? { no: line.no } : {}),
      ...(itemName === undefined ? {} : { itemName }),
      action: row.action,
      actionText: TRIED_TITLES[row.action] ?? row.action,
      code: row.code,
      codeText: STOPPED_TITLES[row.code] ?? row.code,
      facts: row.facts,
    }
  })
}

function writeCursor({ at, stream, seq }: Attempt): string {
  return `${at}~${stream}~${seq}`
}

function readCursor(cursor: string): { at: string; stream: string; seq: number } | undefined {
  const [at = '', stream = '', seq = ''] = cursor.split('~')
  if (!isDay(at.slice(0, 10)) || Number.isNaN(Date.parse(at)) || !/^\d{1,9}$/.test(seq)) return undefined
  return { at: new Date(at).toISOString(), stream, seq: Number(seq) }
}
