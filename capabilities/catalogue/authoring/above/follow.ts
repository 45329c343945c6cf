import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { tierOfArea } from '../../model/layers.ts'
import { aboveWords as words } from '../../words/change.ts'
import { tierTitles } from '../../words/layers.ts'
import { layersOf } from '../layered.ts'
import { followed, listsBetween } from '../model/from-above.ts'
import { NO_CHANGE } from '../model/dossier.ts'
import { areaNamed } from '../new-item/begin.ts'
import { lists as baseLists } from '../new-item/upper.ts'
import { same } from '../same.ts'
import { openAlready, performOn, type Parts } from '../service/act.ts'
import { authorOf } from '../service/from-file.ts'
import { stackAbove, upperLists, type UpperLists } from './lists.ts'

/** What became of one item under the lists as they are now. */
export type FollowedItem =
  | { item: string; as: 'up-to-date' | 'says-so-already' }
  | { item: string; as: 'drafted'; change: string; conflicts: number }
  /** The list of a tier between has to follow first, or another change of the item has to end. */
  | { item: string; as: 'waits'; for: string }
  | { item: string; as: 'refused'; refusal: Refusal }

/** Every item of an area that stands under lists above gets the draft that follows them, where they have moved on (上级目录更新). */
export async function followLists(parts: Parts, area: string, now: Instant): Promise<FollowedItem[]> {
  const items = await parts.means.db.query<{ id: string }>(LAYERED, [area])
  const outcomes: FollowedItem[] = []
  const lists = await listsAbove(parts, area)
  for (const { id } of items) outcomes.push(await followItem(parts, { area, item: id, now, lists }))
  return outcomes
}

/** The areas below one that has published: their items may stand under it. */
export async function areasBelow(db: Queryable, area: string): Promise<string[]> {
  const tier = tierOfArea(area)
  if (tier > 3) return []
  const start = area.slice(0, (tier - 1) * 2)
  const rows = await db.query<{ area: string }>(BELOW, [start, area])
  return rows.map((row) => row.area)
}

export const listsAbove = ({ means }: Parts, area: string): Promise<UpperLists> =>
  upperLists(means.db, area, means.base ?? baseLists())

interface Following {
  area: string
  item: string
  now: Instant
  lists: UpperLists
}

/** One item; done again it is the same act, because the lists that began it are its request. */
export async function followItem(parts: Parts, { area, item, now, lists }: Following): Promise<FollowedItem> {
  const { means } = parts
  const layers = await layersOf(means.db, area, item)
  if (layers.length < 2) return { item, as: 'up-to-date' }
  const above = stackAbove(lists, await areaNamed(means, area, legalDay(now)), item)
  if ('behind' in above) return { item, as: 'waits', for: tierTitles[tierOfArea(above.behind)] }
  const moved = listsBetween(layers.slice(0, -1), above)
  if (above.length === 0 || moved.length === 0) return { item, as: 'up-to-date' }
  const [versions, pack] = await Promise.all([
    means.catalogue.versions(area, item),
    means.organisation.pack(area),
  ])
  const newest = versions.at(-1)!.item
  const { body: made, fromAbove } = followed(layers, above)
  const body = { ...made, version: newest.version + 1, effectiveFrom: newest.effectiveFrom }
  if (same({ ...body, version: newest.version }, newest) && fromAbove.conflicts.length === 0)
    return { item, as: 'says-so-already' }
  const authoring = pack?.body.parameters.authoring?.value
  if (authoring === undefined) return { item, as: 'refused', refusal: refusal('change-authoring-off') }
  const authorBody = await authorOf(parts, area, newest, now)
  const id = newId()
  const reason = words.reason(
    moved.map((list) => words.list(tierTitles[tierOfArea(list.area)], list.version)).join('、'),
  )
  const input = {
    ...{ id, area, item, base: newest.version, reason, authorBody, approves: authoring.approves },
    ...{ body, above, fromAbove },
  }
  const first = {
    ...{ area, stream: streamId('item-change', id, now), hash: null },
    dossier: { ...NO_CHANGE, item, base: newest.version, body, above },
  }
  const requestId = `follow:${item}@${newest.version}:${moved.map((list) => `${list.area}@${list.version}`).join(',')}`
  const done = await performOn(parts, first, authorBody, {
    ...{ act: 'open-from-above', input, actor: { kind: 'system', job: 'item-follow' }, now },
    ...{ requestId, requestHash: requestId, reliesOn: [] },
  }).catch(openAlready)
  if (!isRefusal(done))
    return {
      item,
      as: 'drafted',
      change: (done.answer as { id: string }).id,
      conflicts: fromAbove.conflicts.length,
    }
  return done.code === 'change-open-already'
    ? { item, as: 'waits', for: 'change' }
    : { item, as: 'refused', refusal: done }
}

const LAYERED = {
  name: 'catalogue.layered-ids',
  text: `SELECT id FROM (SELECT DISTINCT ON (id) id, layers FROM catalogue.item_version WHERE area_code = $1
      ORDER BY id, version DESC) AS newest WHERE jsonb_array_length(layers) > 1 ORDER BY id`,
}

const BELOW = {
  name: 'catalogue.areas-below',
  text: `SELECT DISTINCT area_code AS area FROM catalogue.item_version WHERE starts_with(area_code, $1) AND area_code <> $2
    ORDER BY 1`,
}
