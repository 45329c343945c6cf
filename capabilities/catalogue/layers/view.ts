import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { PART_TITLES } from '../authoring/part-titles.ts'
import { OWNER_TIERS } from '../contract.ts'
import type { LineageEntry, PlacedLayer } from '../contract/layer.ts'
import type { BoundaryTier, DifferenceLine, LineageLine } from '../contract/layer-routes.ts'
import { resolve, tierOfArea } from '../model/layers.ts'
import { differencesFromAbove, type SameField, type SameSet } from '../model/layers/same.ts'
import { at, fromTree, steps, toTree, type Node } from '../model/layers/tree.ts'
import { itemTypeTitles } from '../words.ts'
import { itemValueText } from '../words/item-value.ts'
import {
  BOUNDARY_COLUMNS,
  DIFFERENCE_COLUMNS,
  fieldTitles,
  layerWords,
  ownerTierTitles,
  sameFieldTitles,
  standingTitles,
  tierTitles,
} from '../words/layers.ts'
import { onlineRates, type OnlineTargets } from './online.ts'
import { layeredInForce, layeredVersion, ownedItems, type LayeredVersion } from './store.ts'

export interface LayerMeans {
  db: Queryable
  organisation: Pick<Organisation, 'pack' | 'bodies'>
}

/** Who set each value of an item; one published whole is all its own area's. */
export async function itemLineage(
  { db }: LayerMeans,
  area: string,
  id: string,
  asked: { day: string; version?: number },
) {
  const found = await layeredVersion(db, area, id, asked)
  if (found === undefined) return refusal('item-not-found') satisfies Refusal
  const { item, layers, lineage } = orWhole(found, area)
  const tree = toTree(item)
  return {
    ...{ item: item.id, name: item.name, version: item.version },
    layers: layers.map((layer) => ({
      ...{ tier: tierOfArea(layer.area), tierTitle: tierTitles[tierOfArea(layer.area)] },
      ...{ area: layer.area, version: layer.version, effectiveFrom: layer.effectiveFrom },
      ...(layer.source === undefined ? {} : { source: layer.source }),
    })),
    lines: lineage
      .filter(({ path }) => !HEAD.has(path))
      .map((entry) => lineOf(entry, tree, layers))
      .toSorted((one, other) => placeInGuide(one.path) - placeInGuide(other.path)),
  }
}

/** What every list says of itself. */
const HEAD = new Set(['/id', '/version', '/effectiveFrom', '/effectiveTo'])

const ORDER = Object.keys(PART_TITLES)
export const placeInGuide = (path: string): number => ORDER.indexOf(steps(path)[0] ?? '')

function orWhole(found: LayeredVersion, area: string) {
  const { item, layers, lineage } = found
  if (lineage !== null) return { item, layers, lineage }
  const { id, version, effectiveFrom, effectiveTo: _to, ...rest } = item
  const set = Object.fromEntries(Object.entries(rest).map(([field, value]) => [`/${field}`, value]))
  const own: PlacedLayer = { area, id, version, effectiveFrom, set }
  return { item, layers: [own], lineage: resolve([own]).lineage }
}

function lineOf(
  { path, origin, dropped, exception }: LineageEntry,
  tree: Node,
  layers: readonly PlacedLayer[],
): LineageLine {
  const value = at(tree, path)
  const { tier, area, version, since, standing, basis } = origin
  return {
    ...{ path, title: titleOf(path, dropped ? droppedFrom(path, layers) : tree) },
    ...(value === undefined ? {} : said(path, fromTree(value))),
    ...{ tier, tierTitle: tierTitles[tier as keyof typeof tierTitles], area, version, since },
    ...{ standing, standingTitle: standingTitles[standing], basis },
    ...(dropped ? { dropped } : {}),
    ...(exception ? { exception } : {}),
  }
}

const said = (path: string, value: unknown) => ({ value, text: itemValueText(path, value) })

/** The item as it stood before the tier that does without the line. */
function droppedFrom(path: string, layers: readonly PlacedLayer[]): Node {
  const until = layers.findIndex((layer) => layer.drop?.includes(path))
  return toTree(resolve(layers.slice(0, Math.max(until, 1))).item)
}

/** 申请材料 · 营业执照: the field by its name and the line by its own. */
export function titleOf(path: string, tree: Node): string {
  const [field = '', key, part] = steps(path)
  const title = fieldTitles[field] ?? field
  if (key === undefined) return title
  const line = at(tree, path.split('/').slice(0, 3).join('/'))
  const named = line === undefined ? undefined : fromTree(line)
  const name = typeof named === 'object' && named !== null ? (named as { name?: string }).name : undefined
  const within = part === undefined ? undefined : fieldTitles[`${field}/*/${part}`]
  return [title, name ?? fieldTitles[`${field}/${key}`] ?? key, ...(within ? [within] : [])].join(' · ')
}

/** Items in force by owner tier (区镇事权清单, CAT-01). */
export async function powerBoundary(
  { db, organisation }: LayerMeans,
  area: string,
  day: string,
): Promise<BoundaryTier[]> {
  const [items, bodies] = await Promise.all([ownedItems(db, area, day), organisation.bodies(area, day)])
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return OWNER_TIERS.map((tier) => ({
    ...{ tier, title: ownerTierTitles[tier] },
    items: items
      .filter(({ ownerTier }) => ownerTier === tier)
      .map(({ id, name, itemType, catalogCode, decidingBody: { body } }) => ({
        ...{ id, name, itemType: itemTypeTitles[itemType], catalogCode },
        body: body === undefined ? layerWords.towns : (names.get(body) ?? body),
      })),
  }))
}

export async function boundaryFile(means: LayerMeans, area: string, day: string): Promise<SheetFile> {
  const tiers = await powerBoundary(means, area, day)
  return sheetFile({
    title: layerWords.boundary,
    columns: columnsOf(...BOUNDARY_COLUMNS),
    rows: tiers.flatMap(({ title, items }) =>
      items.map(({ name, itemType, body, catalogCode, id }, index) => [
        title,
        index + 1,
        name,
        itemType,
        body,
        catalogCode,
        id,
      ]),
    ),
    ...{ asked: [], more: false },
  })
}

interface SameAsPlan extends SameSet {
  label: string
  online?: OnlineTargets
}

/** What the plan holds to be the same; without a word of its own, the four fields of 三级四同, as a list. */
export async function sameSet({ organisation }: LayerMeans, area: string): Promise<SameAsPlan> {
  const pack = await organisation.pack(area)
  return pack?.body.parameters.sameAcrossTiers?.value ?? THREE_LEVELS
}

const THREE_LEVELS: SameAsPlan = {
  label: '三级四同',
  tiers: [2, 3, 4],
  fields: ['name', 'type', 'basis', 'code'],
  onDifference: 'list',
}

export async function itemDifferences(means: LayerMeans, area: string, day: string) {
  const [wanted, items] = await Promise.all([sameSet(means, area), layeredInForce(means.db, area, day)])
  const over = items.filter(({ layers }) => layers.length > 1)
  const { label, tiers, fields, onDifference, online } = wanted
  return {
    ...{ label, tiers: [...tiers] as (1 | 2 | 3 | 4 | 5 | 6)[], onDifference },
    fields: fields.map((field) => sameFieldTitles[field]),
    ...{ compared: over.length, alone: items.length - over.length },
    ...(online === undefined
      ? {}
      : {
          online: onlineRates(
            over.map(({ item }) => item),
            online,
          ),
        }),
    lines: over.flatMap(({ item, layers }) =>
      differencesFromAbove(layers, wanted).map(
        ({ field, path, tier, above, here, exception }): DifferenceLine => ({
          ...{
            item: item.id,
            name: item.name,
            field,
            fieldTitle: sameFieldTitles[field satisfies SameField],
          },
          ...{ path, tier, tierTitle: tierTitles[tier as keyof typeof tierTitles] },
          ...(above === undefined ? {} : { above: itemValueText(path, above) }),
          ...(here === undefined ? {} : { here: itemValueText(path, here) }),
          ...(exception ? { exception } : {}),
        }),
      ),
    ),
  }
}

export async function differencesFile(means: LayerMeans, area: string, day: string): Promise<SheetFile> {
  const { label, lines } = await itemDifferences(means, area, day)
  return sheetFile({
    title: `${label}${layerWords.differences}`,
    columns: columnsOf(...DIFFERENCE_COLUMNS),
    rows: lines.map(({ name, fieldTitle, tierTitle, above, here, exception, item, path }) => [
      ...[name, fieldTitle, tierTitle, above ?? layerWords.nothing, here ?? layerWords.nothing],
      ...[exception?.reason, exception?.approvedBy, item, path],
    ]),
    ...{ asked: [], more: false },
  })
}
