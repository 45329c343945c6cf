import { held } from '#capabilities/books/index.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Body, PackParameters, Place } from '#capabilities/organisation/contract.ts'
import type {
  Adoption,
  Authorisation,
  Elsewhere,
  Group,
  Inspection,
  Liaison,
  Organisation,
  Quota,
  Section,
  StandardClause,
  Transfer,
  Cost,
} from '#capabilities/organisation/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Supervision } from '#capabilities/supervision/index.ts'
import type { Db } from '#platform/db/db.ts'

export interface ReportMeans {
  db: Db
  organisation: Organisation
  catalogue: Pick<Catalogue, 'itemsInForce'>
  posts: Pick<Staff, 'postsOfArea'>
  supervision: Pick<Supervision, 'indicators'>
}

export interface Period {
  from: string
  to: string
}

/** What each book records, by its kind. */
interface Records {
  'standard-clause': StandardClause
  adoption: Adoption
  'inspection-note': Inspection
  'licensing-section': Section
  authorisation: Authorisation
  'handled-elsewhere': Elsewhere
  transfer: Transfer
  cost: Cost
  quota: Quota
  'task-force': Group
  liaison: Liaison
}

/** An area as it stands today, read once for one report. */
export interface AreaNow {
  area: string
  today: string
  period: Period
  bodies: readonly Body[]
  places: readonly Place[]
  items: readonly ItemVersion[]
  posts: readonly Post[]
  parameters: PackParameters
  nameOfBody(id: string): string
  nameOfPlace(id: string): string
  nameOfItem(id: string): string
  towns: readonly Body[]
  /** What holds in a book today. */
  now<K extends keyof Records>(
    book: K,
  ): Promise<{ id: string; from?: string; to?: string; record: Records[K] }[]>
  /** What is written in it, ended or not, with the state it is in. */
  ever<K extends keyof Records>(book: K): Promise<{ id: string; state: string; record: Records[K] }[]>
}

const TOWNS = ['town-government', 'street-office', 'management-committee']

export async function areaNow(
  { db, organisation, catalogue, posts }: ReportMeans,
  area: string,
  today: string,
  period: Period,
): Promise<AreaNow> {
  const [bodies, places, published, all, pack] = await Promise.all([
    organisation.bodies(area, today),
    organisation.places(area, today),
    catalogue.itemsInForce(area, today),
    posts.postsOfArea(area),
    organisation.pack(area),
  ])
  if (pack === undefined) throw new Error(`area ${area} has no pack`)
  const items = published.map(({ item }) => item)
  const bodyNames = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
  const placeNames = new Map(places.map(({ id, name }) => [id, name]))
  const itemNames = new Map(items.map(({ id, name }) => [id, name]))
  return {
    ...{ area, today, period, bodies, places, items, posts: all, parameters: pack.body.parameters },
    nameOfBody: (id) => bodyNames.get(id) ?? id,
    nameOfPlace: (id) => placeNames.get(id) ?? id,
    nameOfItem: (id) => itemNames.get(id) ?? id,
    towns: bodies.filter(({ tier, kind }) => tier === 5 && TOWNS.includes(kind)),
    now: async <K extends keyof Records>(kind: K) =>
      (await held<Records[K]>(db, { kind }, { area, on: today, open: true })).map(
        ({ id, from, to, entry }) => ({
          ...{ id, record: entry.body },
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        }),
      ),
    ever: async <K extends keyof Records>(kind: K) =>
      (await held<Records[K]>(db, { kind }, { area })).map(({ id, entry }) => ({
        ...{ id, state: entry.state, record: entry.body },
      })),
  }
}

/** The tier's own way of entry: a point (便民服务点) offers what a station does. */
export const entryOf = (item: ItemVersion, kind: string) =>
  item.entryModes[kind === 'point' ? 'station' : (kind as 'hall' | 'centre' | 'station')]
