import { unifiedDifferences, type Sheet, type SheetHolder, type UnifiedDifference } from '../model/sheet.ts'
import { CHANNEL_TITLES } from './channels.ts'
import type { SourceSheet } from './source.ts'
import type { StoredCopy } from './store.ts'

/** An item whose guides are not the same in the seven fields. */
export interface ComparedItem {
  item: string
  name: string
  differences: UnifiedDifference[]
}

/** Between the places of an area: those whose copies differ stand with their own words, all others with the source's. */
export function comparedTowns(
  sources: readonly SourceSheet[],
  different: readonly StoredCopy[],
): ComparedItem[] {
  const byItem = Map.groupBy(different, ({ item }) => item)
  return sources.flatMap((source) => {
    const copies = (byItem.get(source.item) ?? []).filter(({ place }) => place !== '')
    if (copies.length === 0) return []
    const nameOf = (id: string) => source.places.find((place) => place.id === id)?.name ?? id
    const own: SheetHolder[] = copies.map(({ place, channel, sheet }) => ({
      ...{ holder: `${nameOf(place)}（${CHANNEL_TITLES[channel]}）`, sheet },
    }))
    const others = source.places.filter(({ id }) => !copies.some(({ place }) => place === id))
    return compared(source, [...own, ...others.map(({ name }) => ({ holder: name, sheet: source.sheet }))])
  })
}

/** Between the counties of a city that have the item; one that does not have it differs in nothing. */
export function comparedCounties(
  counties: readonly { county: string; sources: readonly SourceSheet[] }[],
): ComparedItem[] {
  const byItem = new Map<string, (SheetHolder & { source: SourceSheet })[]>()
  for (const { county, sources } of counties)
    for (const source of sources)
      byItem.set(source.item, [
        ...(byItem.get(source.item) ?? []),
        { holder: county, sheet: withoutName(source.sheet, county), source },
      ])
  return [...byItem.values()].flatMap((holders) => compared(holders[0]!.source, holders))
}

/** A county says its own name where its neighbour says another; that is no difference (户籍在本县的). */
function withoutName(sheet: Sheet, county: string): Partial<Sheet> {
  const plain = (line: string) => line.replaceAll(county, '本县（市、区）')
  return Object.fromEntries(Object.entries(sheet).map(([field, lines]) => [field, lines.map(plain)]))
}

function compared({ item, name }: SourceSheet, holders: readonly SheetHolder[]): ComparedItem[] {
  const differences = unifiedDifferences(holders)
  return differences.length === 0 ? [] : [{ item, name, differences }]
}
