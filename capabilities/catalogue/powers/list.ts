import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { withOffset } from '#platform/clock.ts'
import type { Ledger, StoredFact } from '#platform/ledger/ledger.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { Grant } from '../contract.ts'
import type { PowerStanding, PowerView } from '../contract/power-routes.ts'
import { catalogueReader } from '../store.ts'
import {
  FILE_COLUMNS,
  EVERYWHERE,
  FACT_TITLES,
  factDetails,
  KIND_TITLES,
  POWER_TITLES,
  STANDING_TITLES,
  SYSTEM,
} from '../words/powers.ts'
import { listGrants, oneGrant, type ListedGrant, type PowerQuery } from './store.ts'

export interface ListMeans {
  db: Queryable
  ledger: Pick<Ledger, 'facts'>
  organisation: Organisation
  /** Names of posts for the history. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

export interface PowersRequest extends Omit<PowerQuery, 'limit' | 'after' | 'elsewhere'> {
  limit?: number
  cursor?: string
}

export interface PowersPage {
  items: PowerView[]
  nextCursor?: string
}

export interface PowerHistory {
  power: PowerView
  history: { at: string; text: string; who: string; details: string[] }[]
}

const PAGE = 50
/** More lines than anybody reads; a longer list wants a filter. */
const ROWS_MAX = 20_000

/** A page of the register as people read it. */
export async function powers(
  means: ListMeans,
  area: string,
  day: string,
  { limit = PAGE, cursor, ...filter }: PowersRequest,
): Promise<PowersPage> {
  const query = {
    ...filter,
    limit: limit + 1,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(filter.place === undefined
      ? {}
      : { elsewhere: await townsElsewhere(means, area, day, filter.place) }),
  }
  const rows = await listGrants(means.db, area, day, query)
  const items = await views(means, area, day, rows.slice(0, limit))
  return { items, ...(rows.length > limit ? { nextCursor: items.at(-1)!.id } : {}) }
}

/** One grant with what happened to it, oldest first. */
export async function power(
  means: ListMeans,
  area: string,
  day: string,
  id: string,
): Promise<PowerHistory | Refusal> {
  const grant = await oneGrant(means.db, area, id)
  if (grant === undefined) return refusal('power-grant-not-found')
  const facts = await means.ledger.facts(area, grant.stream)
  const [view] = await views(means, area, day, [grant])
  const posts = facts.map(postOf).filter((post) => post !== undefined)
  const names = await means.posts.namesOf(area, [...new Set(posts)])
  const history = facts.map((fact) => {
    const post = postOf(fact)
    return {
      at: withOffset(fact.at),
      text: FACT_TITLES[fact.kind] ?? fact.kind,
      who: post === undefined ? SYSTEM : (names.get(post) ?? post),
      details: factDetails(fact.body as Record<string, unknown>),
    }
  })
  return { power: view!, history }
}

/** The whole register under a filter, for a spreadsheet. */
export async function powersFile(
  means: ListMeans,
  area: string,
  day: string,
  filter: PowersRequest,
): Promise<SheetFile> {
  const rows: PowerView[] = []
  let cursor: string | undefined
  do {
    const page = await powers(means, area, day, { ...filter, limit: 500, ...(cursor ? { cursor } : {}) })
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && rows.length < ROWS_MAX)
  return sheetFile({
    title: '权责清单',
    columns: columnsOf(...FILE_COLUMNS),
    rows: rows.map((row) => [
      ...[row.itemName, row.bodyName, row.placeName, row.kindText, row.powersText, row.from, row.to],
      ...[row.standingText, row.byName, row.document?.title ?? row.basis, row.document?.number],
      ...[row.document?.on, row.conditions?.join('；')],
    ]),
    asked: askedOf(await asked(means, area, filter)),
    more: cursor !== undefined,
  })
}

type Titles = Readonly<Record<string, string>>

async function asked(
  { organisation }: ListMeans,
  area: string,
  { q, body, kind, power: may, place, standing }: PowersRequest,
): Promise<Record<string, string | undefined>> {
  const [found] = body === undefined ? [] : await organisation.bodiesByIds(area, [body])
  const [at] = place === undefined ? [] : await organisation.placesByIds(area, [place])
  return {
    事项: q,
    行使机构: found?.shortName ?? body,
    场所: at?.name ?? place,
    权力来源: kind && (KIND_TITLES as Titles)[kind],
    权力: may && (POWER_TITLES as Titles)[may],
    状态: standing && STANDING_TITLES[standing],
  }
}

/** What the forms of the register choose from: halls and centres, for no power is given to a station alone. */
export async function powerChoices({ db, organisation }: ListMeans, area: string, day: string) {
  const [items, bodies, places] = await Promise.all([
    catalogueReader(db).itemsInForce(area, day),
    organisation.bodies(area, day),
    organisation.places(area, day),
  ])
  return {
    items: items.map(({ item }) => ({ value: item.id, label: item.name })),
    bodies: bodies.map(({ id, shortName, tier }) => ({ value: id, label: shortName, town: tier === 5 })),
    places: places
      .filter(({ kind }) => kind === 'hall' || kind === 'centre')
      .map(({ id, name, owner }) => ({ value: id, label: name, body: owner })),
  }
}

/** A town's powers end at its border: for a place, those of every other town are left out. */
async function townsElsewhere(
  { organisation }: ListMeans,
  area: string,
  day: string,
  place: string,
): Promise<string[]> {
  const [bodies, [found]] = await Promise.all([
    organisation.bodies(area, day),
    organisation.placesByIds(area, [place]),
  ])
  return bodies.filter(({ id, tier }) => tier === 5 && id !== found?.owner).map(({ id }) => id)
}

const postOf = ({ actor }: StoredFact): string | undefined => (actor as { post?: string }).post

async function views(
  { organisation }: ListMeans,
  area: string,
  day: string,
  rows: readonly ListedGrant[],
): Promise<PowerView[]> {
  const bodies = new Set(rows.flatMap(({ body, by }) => (by === undefined ? [body] : [body, by])))
  const places = new Set(rows.flatMap(({ place }) => (place === '*' ? [] : [place])))
  const [named, placed] = await Promise.all([
    organisation.bodiesByIds(area, [...bodies]),
    organisation.placesByIds(area, [...places]),
  ])
  const bodyName = new Map(named.map(({ id, shortName }) => [id, shortName]))
  const placeName = new Map(placed.map(({ id, name }) => [id, name]))
  return rows.map(({ stream: _stream, version: _version, ...row }) => {
    const standing = standingOf(row, day)
    return {
      ...row,
      basis: withoutClause(row.basis),
      bodyName: bodyName.get(row.body) ?? row.body,
      placeName: row.place === '*' ? EVERYWHERE : (placeName.get(row.place) ?? row.place),
      ...(row.by === undefined ? {} : { byName: bodyName.get(row.by) ?? row.by }),
      kindText: KIND_TITLES[row.kind],
      powersText: row.powers.map((each) => POWER_TITLES[each]).join('、'),
      standing,
      standingText: row.takenBack === undefined ? STANDING_TITLES[standing] : STANDING_TITLES.takenBack,
    }
  })
}

/** A plan's own numbering of its clauses is for those who check the pack; people read the document. */
const withoutClause = (basis: string): string => basis.replace(/（[A-Z]+-[\d.]+-\d+）/g, '')

export function standingOf({ from, to }: Pick<Grant, 'from' | 'to'>, day: string): PowerStanding {
  if (to !== undefined && (to < day || to < from)) return 'ended'
  return from > day ? 'future' : 'in-force'
}
