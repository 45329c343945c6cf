import { ItemVersion, Layer, type PlacedLayer } from '#capabilities/catalogue/contract.ts'
import {
  breachWords,
  chainOf,
  inCounty,
  layeredItem,
  looksLikeLayer,
  readBase,
  readStandards,
  tierTitles,
  type LayeredItem,
} from '#capabilities/catalogue/index.ts'
import {
  differencesFromAbove,
  itemProblems,
  layerPlace,
  type Offers,
  type SameSet,
} from '#capabilities/catalogue/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { DataElement } from '#capabilities/catalogue/contract.ts'
import type { PackFlaw } from './flaw.ts'
import { readPackFile, type PackFileText } from './pack-file.ts'
import { shapeProblems } from './shape.ts'

/** An item of a pack, whole as cases will have it, with the file that a fault in a part of it stands in. */
export interface ReadItem {
  item: ItemVersion
  text: PackFileText
  /** Where it is written over a base directory. */
  layered?: LayeredItem
}

/** Where a part of an item is written: in the pack's own file, or in the base directory that the pack extends. */
type PlaceOf = (pointer: string) => Pick<PackFlaw, 'file' | 'line'>

type Severities = Parameters<typeof itemProblems>[1]

/** Reads the items of a pack, whole or as layers over the base directory; each fault is told at the file that says it. */
export function readPackItems(
  texts: readonly PackFileText[],
  area: { code: string; name: string },
  severities: Severities,
  same?: SameSet,
  elements: readonly DataElement[] = [],
  offers: Offers = {},
): { items: ReadItem[]; problems: PackFlaw[] } {
  const base = readBase()
  const { standards: splitStandards, problems: ofStandards } = readStandards()
  const problems: PackFlaw[] = [...base.problems, ...ofStandards].map((what) => ({
    file: what.slice(0, what.indexOf('.json') + '.json'.length),
    what,
    remedy: '照 packs/README.md 的格式改正上级目录',
  }))
  const items = texts.flatMap((text): ReadItem[] => {
    const made = looksLikeLayer(text.value) ? overBase(text, area, base) : wholeItem(text)
    problems.push(...made.flaws)
    if (made.read === undefined) return []
    const { read, placeOf } = made
    problems.push(
      ...itemProblems(read.item, severities, { splitStandards, elements, offers }).map(
        ({ rule, at, what, remedy }) => ({
          ...placeOf(at),
          what: `${what}（规则 ${rule}）`,
          remedy,
        }),
      ),
    )
    if (same?.onDifference === 'block') problems.push(...unlike(read, area, base, same, placeOf))
    return [read]
  })
  return { items, problems }
}

/** The same item in another county of a city's plan, which reads its own name where a tier above left room for it. */
export function inArea(read: ReadItem, county: string): ReadItem {
  const layers = read.layered?.unnamed
  if (layers === undefined) return read
  const layered = inCounty(layers, county)
  return { ...read, layered, item: layered.item as ItemVersion }
}

/** Where the plan wants the tiers to say the same, a difference nobody approved keeps an item out (三级四同, YY-3.2.4-01). */
function unlike(
  { item, layered }: ReadItem,
  { code }: { code: string },
  base: Base,
  same: SameSet,
  placeOf: PlaceOf,
): PackFlaw[] {
  const layers = layered?.layers ?? besideTheList(item, code, base)
  // What a province's ordinance adds to the law is the province's; the county answers for its own.
  const nearest = layers.at(-2)?.area
  return differencesFromAbove(layers, same)
    .filter(({ exception, area }) => exception === undefined && area === nearest)
    .map(({ path, tier }) => ({
      ...placeOf(path),
      what: `${path} 与${tierTitles[tier as keyof typeof tierTitles]}清单不一致`,
      remedy: '照上级清单改成一样；确实要不同的，写成上级清单的一层，写明例外的理由和批准文件',
    }))
}

/** A whole item beside the list of a tier above that has the same item in its first version; alone where none has. */
function besideTheList(item: ItemVersion, code: string, base: Base): PlacedLayer[] {
  const { id, version, effectiveFrom, effectiveTo: _to, ...rest } = item
  const set = Object.fromEntries(Object.entries(rest).map(([field, value]) => [`/${field}`, value]))
  const own = { area: code, id, version, effectiveFrom, set }
  const { layers, missing } = chainOf({ ...own, extends: `${id}@1` }, base)
  return missing === undefined ? layers : [own]
}

interface Made {
  read?: ReadItem
  flaws: PackFlaw[]
  placeOf: PlaceOf
}

function wholeItem(text: PackFileText): Made {
  const flaws = text.problems.length > 0 ? [...text.problems] : shapeProblems(text, ItemVersion)
  const placeOf: PlaceOf = (pointer) => ({ file: text.file, line: text.lineOf(pointer) })
  return flaws.length > 0
    ? { flaws, placeOf }
    : { flaws, placeOf, read: { item: text.value as ItemVersion, text } }
}

type Base = ReturnType<typeof readBase>

function overBase(text: PackFileText, area: { code: string; name: string }, base: Base): Made {
  const here: PlaceOf = (pointer) => ({ file: text.file, line: text.lineOf(pointer) })
  const misshapen = shapeProblems(text, Layer)
  if (misshapen.length > 0) return { flaws: misshapen, placeOf: here }
  const own = text.value as Layer
  const layered = layeredItem({ ...own, area: area.code }, base, area.name)
  if (typeof layered === 'string') {
    const remedy = '核对编号和版本，或者先把它写进 packs/base'
    return { flaws: [{ ...here('/extends'), what: `上级目录里没有 ${layered}`, remedy }], placeOf: here }
  }
  const { item, layers, problems } = layered
  const placeOf: PlaceOf = (pointer) => placed(pointer, { item, layers, text, base })
  const flaws = problems.map(({ path, breach, basis, area: by }) => ({
    ...(by === area.code ? here(layerPlace(own, path, item) ?? '') : placeOf(path)),
    what: `${path} ${breachWords[breach].what}（${basis}）`,
    remedy: breachWords[breach].remedy,
  }))
  if (flaws.length > 0) return { flaws, placeOf }
  const wrong = misshapenItem(item, text, placeOf)
  const lineOf = (pointer: string) => text.lineOf(layerPlace(own, pointer, item) ?? '')
  return wrong.length > 0
    ? { flaws: wrong, placeOf }
    : { flaws, placeOf, read: { item: item as ItemVersion, text: { ...text, lineOf }, layered } }
}

/** The shape of what came out, each fault at the file and line that says it. */
function misshapenItem(item: unknown, text: PackFileText, placeOf: PlaceOf): PackFlaw[] {
  const pointers: string[] = []
  const lineOf = (pointer: string): number => pointers.push(pointer)
  return shapeProblems({ ...text, value: item, lineOf }, ItemVersion).map((flaw) => ({
    ...flaw,
    ...placeOf(pointers[flaw.line! - 1]!),
  }))
}

interface Laid {
  item: unknown
  layers: readonly PlacedLayer[]
  text: PackFileText
  base: Base
}

/** The lowest layer that says anything of this part. */
function placed(pointer: string, { item, layers, text, base }: Laid): Pick<PackFlaw, 'file' | 'line'> {
  const found = layers.findLast((layer) => layerPlace(layer, pointer, item) !== undefined)
  const file = found && base.fileOf(found)
  const place = (found && layerPlace(found, pointer, item)) ?? ''
  if (file === undefined) return { file: text.file, line: text.lineOf(place) }
  return { file: `../base/${file}`, line: readPackFile(packFolder('base'), file).lineOf(place) }
}
