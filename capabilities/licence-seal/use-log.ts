import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { withOffset } from '#platform/clock.ts'
import type { Db, Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { SEAL_USING } from './contract.ts'
import type { SealUseView } from './contract/seal-routes.ts'
import { keepUse, listUses, sealReader, type SealUse, type UseQuery } from './store.ts'
import { PAPER_TITLES, USE_COLUMNS } from './words.ts'

/** The subscriber that keeps the log of seals (用印记录). */
export const SEAL_USES = 'licence-seal.uses'

export function sealSubscribers(kind: string): readonly string[] {
  return (SEAL_USING as readonly string[]).includes(kind) ? [SEAL_USES] : []
}

export function sealJobs(worker: Worker, db: Queryable): void {
  worker.onFact(SEAL_USES, async (fact) => {
    const use = useOf(fact)
    if (use) await keepUse(db, use)
  })
}

interface Using {
  seal?: string
  use?: { number?: number; item: string; ref: string; onPaper: string }
}

/** The line of the log that a fact brings; none for facts from before seals were logged. */
function useOf({ areaCode, stream, seq, body, actor, at }: StoredFact): SealUse | undefined {
  const { seal, use } = body as Using
  if (seal === undefined || use === undefined) return undefined
  const { person = '', post = '', place = '', body: organ = '' } = actor as Record<string, string>
  return { area: areaCode, stream, seq, seal, ...use, person, post, place, body: organ, at }
}

/** Reads every fact again and writes the lines that are missing. */
export async function rebuildSealUses(db: Db): Promise<number> {
  let uses = 0
  // Decisions of a case, and those that end a licence outside one.
  for (const streamKind of ['case', 'licence'])
    for await (const facts of everyStream(db, { streamKind })) {
      for (const fact of facts) {
        const use = sealSubscribers(fact.kind).length > 0 ? useOf(fact) : undefined
        if (use === undefined) continue
        await keepUse(db, use)
        uses += 1
      }
    }
  return uses
}

export interface UseMeans {
  db: Queryable
  catalogue: Pick<Catalogue, 'itemsInForce'>
  organisation: Organisation
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

export interface UsesRequest extends Omit<UseQuery, 'limit' | 'after'> {
  limit?: number
  cursor?: string
}

const PAGE = 50
/** More lines than anybody reads; a longer list wants a shorter period. */
const ROWS_MAX = 20_000

/** A page of the log with the names people read. */
export async function sealUses(
  means: UseMeans,
  area: string,
  today: string,
  { limit = PAGE, cursor, ...filter }: UsesRequest,
): Promise<{ items: SealUseView[]; nextCursor?: string }> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const query = { ...filter, limit: limit + 1, ...(after ? { after } : {}) }
  const rows = await listUses(means.db, area, query)
  const shown = rows.slice(0, limit)
  const items = await named(means, area, today, shown)
  return { items, ...(rows.length > limit ? { nextCursor: writeCursor(shown.at(-1)!) } : {}) }
}

export async function sealUsesFile(
  means: UseMeans,
  area: string,
  today: string,
  filter: UsesRequest,
): Promise<SheetFile> {
  const rows: SealUseView[] = []
  let cursor: string | undefined
  do {
    const page = await sealUses(means, area, today, { ...filter, limit: 500, ...(cursor ? { cursor } : {}) })
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && rows.length < ROWS_MAX)
  const first = rows[0]
  return sheetFile({
    title: '用印记录',
    columns: columnsOf(...USE_COLUMNS),
    rows: rows.map((row) => [
      ...[row.at, row.sealName, row.number, row.itemName, row.no, row.paperText, row.operator, row.placeName],
    ]),
    // Every line has what was asked for, so the first one knows its name.
    asked: askedOf({
      印章: filter.seal && (first?.sealName ?? filter.seal),
      事项: filter.item && (first?.itemName ?? filter.item),
      场所: filter.place && (first?.placeName ?? filter.place),
      起: filter.from,
      止: filter.to,
    }),
    more: cursor !== undefined,
  })
}

async function named(
  { db, catalogue, organisation, posts }: UseMeans,
  area: string,
  today: string,
  rows: readonly SealUse[],
): Promise<SealUseView[]> {
  const each = (of: (row: SealUse) => string) => [...new Set(rows.map(of).filter((id) => id !== ''))]
  const [items, places, people, seals] = await Promise.all([
    catalogue.itemsInForce(area, today),
    organisation.placesByIds(
      area,
      each(({ place }) => place),
    ),
    posts.namesOf(
      area,
      each(({ post }) => post),
    ),
    sealReader(db).all(area),
  ])
  const itemName = new Map(items.map(({ item }) => [item.id, item.name]))
  const placeName = new Map(places.map(({ id, name }) => [id, name]))
  const sealName = new Map(seals.map(({ id, name }) => [id, name]))
  return rows.map(({ seal, number, item, ref, onPaper, post, place, at }) => ({
    seal,
    sealName: sealName.get(seal) ?? seal,
    ...(number === undefined ? {} : { number }),
    item,
    itemName: itemName.get(item) ?? item,
    no: ref,
    paperText: PAPER_TITLES[onPaper] ?? onPaper,
    operator: people.get(post) ?? post,
    placeName: placeName.get(place) ?? place,
    at: withOffset(at),
  }))
}

const writeCursor = ({ at, stream, seq }: SealUse): string => `${at}~${stream}~${seq}`

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function readCursor(cursor: string): UseQuery['after'] {
  const [at = '', stream = '', seq = ''] = cursor.split('~')
  const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at))
  return isInstant && /^\d{1,9}$/.test(seq) ? { at, stream, seq: Number(seq) } : undefined
}
