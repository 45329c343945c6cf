import fs from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { packFolder } from '#capabilities/organisation/index.ts'
import { Layer, type PlacedLayer } from '../contract/layer.ts'
import { lay, type Holding, type Resolved } from '../model/layers.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const isLayer = ajv.compile<Layer>(Layer)

/** The lists of the State, the provinces and the cities, by area, id and version. */
export interface BaseLayers {
  find(area: string, id: string, version: number): PlacedLayer | undefined
  /** In the folder of the base: `370000/items/elderly-allowance.json`. */
  fileOf(layer: Pick<PlacedLayer, 'area' | 'id' | 'version'>): string | undefined
  /** The newest version that one list has of an item. */
  newest(area: string, id: string): PlacedLayer | undefined
  /** The newest version of every item that the lists above an area name, in the nearest of them. */
  above(area: string): readonly PlacedLayer[]
  problems: readonly string[]
}

/** Reads `<area>/items/*.json` of the base directory; a file holds one version of one item of one tier. */
export function readBase(folder: string = packFolder('base')): BaseLayers {
  const layers = new Map<string, { layer: PlacedLayer; file: string }>()
  const problems: string[] = []
  for (const file of layerFiles(folder)) {
    const value: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
    if (isLayer(value)) {
      const layer = { ...value, area: file.slice(0, file.indexOf('/')) }
      layers.set(keyOf(layer), { layer, file })
    } else
      problems.push(
        ...(isLayer.errors ?? []).map((error) => `base/${file}${error.instancePath}: ${error.message ?? ''}`),
      )
  }
  return {
    find: (area, id, version) => layers.get(keyOf({ area, id, version }))?.layer,
    fileOf: (layer) => layers.get(keyOf(layer))?.file,
    newest: (area, id) =>
      [...layers.values()]
        .map(({ layer }) => layer)
        .filter((layer) => layer.area === area && layer.id === id)
        .toSorted((one, other) => one.version - other.version)
        .at(-1),
    above: (area) =>
      nearestAbove(
        area,
        [...layers.values()].map(({ layer }) => layer),
      ),
    problems,
  }
}

function nearestAbove(area: string, layers: readonly PlacedLayer[]): PlacedLayer[] {
  const found = new Map<string, PlacedLayer>()
  // From the State down, and from the oldest version on: what comes later stands nearer.
  for (const upper of areasAbove(area).toReversed())
    for (const layer of layers
      .filter((each) => each.area === upper)
      .toSorted((one, other) => one.version - other.version))
      found.set(layer.id, layer)
  return [...found.values()]
}

function layerFiles(folder: string): string[] {
  const areas = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /^\d{6}$/.test(name)) : []
  return areas.toSorted().flatMap((area) =>
    fs
      .readdirSync(path.join(folder, area, 'items'))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => `${area}/items/${name}`),
  )
}

const keyOf = ({ area, id, version }: Pick<PlacedLayer, 'area' | 'id' | 'version'>): string =>
  `${area}/${id}@${version}`

/** A file of a pack that holds a layer, not a whole item. */
export const looksLikeLayer = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'set' in value

/** A layer with everything it extends, topmost first; the name of what is not there ends the chain. */
export function chainOf(layer: PlacedLayer, base: BaseLayers): { layers: PlacedLayer[]; missing?: string } {
  const layers = [layer]
  for (let next = layer; next.extends !== undefined;) {
    const [id, version] = next.extends.split('@') as [string, string]
    const found = areasAbove(next.area)
      .map((area) => base.find(area, id, Number(version)))
      .find((upper) => upper !== undefined)
    if (found === undefined) return { layers, missing: next.extends }
    layers.unshift(found)
    next = found
  }
  return { layers }
}

/** 370304 → 370300, 370000, 000000. */
export function areasAbove(area: string): string[] {
  const above = [`${area.slice(0, 4)}00`, `${area.slice(0, 2)}0000`, '000000']
  return [...new Set(above)].filter((one) => one !== area)
}

/** An item out of its layers with who set what, for whoever publishes it. */
export interface LayeredItem extends Omit<Resolved, 'lineage'> {
  layers: readonly PlacedLayer[]
  /** As the files have them, for the other counties of a city’s plan. */
  unnamed?: readonly PlacedLayer[]
}

/** Resolved for an area by its name: a tier above writes `{county}` where every county reads its own. */
export function layeredItem(
  layer: PlacedLayer,
  base: BaseLayers,
  county: string,
  holding: Holding = {},
): LayeredItem | string {
  const { layers, missing } = chainOf(layer, base)
  return missing === undefined ? inCounty(layers, county, holding) : missing
}

export function inCounty(layers: readonly PlacedLayer[], county: string, holding: Holding = {}): LayeredItem {
  const named = layers.map(
    (layer) => JSON.parse(JSON.stringify(layer).replaceAll('{county}', county)) as PlacedLayer,
  )
  return { layers: named, unnamed: layers, ...lay(named, holding) }
}

export { isLayer }
