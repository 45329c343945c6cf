import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { composeData } from '../model/compose.ts'
import { offering } from '../model/offering.ts'
import { sheetOf, type Sheet } from '../model/sheet.ts'

export interface SourceMeans {
  organisation: Pick<Organisation, 'bodiesByIds' | 'placeDirectory'>
  catalogue: Pick<Catalogue, 'itemsInForce'>
}

/** What everybody should show of an item on a day, and which places show it. */
export interface SourceSheet {
  item: string
  version: number
  name: string
  digest: string
  sheet: Sheet
  places: readonly { id: string; name: string }[]
}

export const digestOf = (sheet: Partial<Sheet>): string => sm3(canonical(sheet as unknown as Json))

/** The sheets of every item in force (同源), each made from its published version. */
export async function sourceSheets(
  { organisation, catalogue }: SourceMeans,
  area: string,
  day: string,
): Promise<SourceSheet[]> {
  const [items, entries] = await Promise.all([
    catalogue.itemsInForce(area, day),
    organisation.placeDirectory(area, day),
  ])
  const ids = [...new Set(items.flatMap(({ item }) => item.decidingBody.body ?? []))]
  const bodies = new Map((await organisation.bodiesByIds(area, ids)).map((body) => [body.id, body]))
  return items.map(({ item }) => {
    const sheet = sheetOf(dataOf(item, bodies.get(item.decidingBody.body ?? '')))
    const places = offering(item, entries).map(({ id, name }) => ({ id, name }))
    return { item: item.id, version: item.version, name: item.name, digest: digestOf(sheet), sheet, places }
  })
}

/** The guide without its places, its address and its history: what is the same wherever it is read. */
function dataOf(item: ItemVersion, body: Parameters<typeof composeData>[0]['body']) {
  const source = { item, places: [], ways: [], faqSince: item.effectiveFrom, url: '', demo: false }
  return composeData(body === undefined ? source : { ...source, body }, 'full')
}

/** What one version of an item says to everybody, whether it is in force or not. */
export async function contentOfItem(
  { organisation }: { organisation: Pick<Organisation, 'bodiesByIds'> },
  area: string,
  item: ItemVersion,
) {
  const named = item.decidingBody.body
  const [body] = named === undefined ? [] : await organisation.bodiesByIds(area, [named])
  return dataOf(item, body)
}
