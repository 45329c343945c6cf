import type { LayerException, PlacedLayer } from '../../contract/layer.ts'
import { tierOfArea } from './lineage.ts'
import { resolve } from './resolve.ts'
import { at, children, fromTree, isInner, join, same, toTree, type Node } from './tree.ts'

/** What can be held to be the same across tiers, with where it stands; the first four are those of 三级四同. */
export const SAME_FIELDS = {
  name: '/name',
  code: '/codes/catalogCode',
  type: '/itemType',
  basis: '/legalBasis',
  serves: '/serves',
  conditions: '/conditions',
  process: '/process/steps',
  materials: '/materials',
  statutoryLimit: '/statutoryLimit',
  result: '/result',
} as const
export type SameField = keyof typeof SAME_FIELDS

/** 三级四同, 四级四同 as a plan asks it: which tiers, which fields, and what a difference does. */
export interface SameSet {
  tiers: readonly number[]
  fields: readonly SameField[]
  onDifference: 'block' | 'list'
}

export interface Difference {
  field: SameField
  /** The exact value that differs. */
  path: string
  /** The tier it is compared with. */
  tier: number
  area: string
  above?: unknown
  here?: unknown
  exception?: LayerException
}

/** Every difference of an item from each tier above it that the plan names, field by field and value by value. */
export function differencesFromAbove(
  layers: readonly PlacedLayer[],
  { tiers, fields }: Omit<SameSet, 'onDifference'>,
): Difference[] {
  const own = layers.at(-1)
  if (own === undefined || !tiers.includes(tierOfArea(own.area))) return []
  const here = toTree(resolve(layers).item)
  const exceptions = layers.flatMap((layer) => layer.exceptions ?? [])
  return layers.slice(0, -1).flatMap(({ area }, index) => {
    const tier = tierOfArea(area)
    if (!tiers.includes(tier)) return []
    const above = toTree(resolve(layers.slice(0, index + 1)).item)
    return fields.flatMap((field) =>
      unlike(SAME_FIELDS[field], at(above, SAME_FIELDS[field]), at(here, SAME_FIELDS[field])).map((found) => {
        const exception = exceptions.find(
          ({ path }) => found.path === path || found.path.startsWith(`${path}/`),
        )
        return { field, tier, area, ...found, ...(exception ? { exception } : {}) }
      }),
    )
  })
}

/** What the upper tier leaves to others cannot differ. */
function unlike(
  path: string,
  above: Node | undefined,
  here: Node | undefined,
): Pick<Difference, 'path' | 'above' | 'here'>[] {
  if (above === undefined || same(above, here)) return []
  if (!isInner(above) || !isInner(here)) return [{ path, ...side('above', above), ...side('here', here) }]
  const [was, is] = [children(above), children(here)]
  const added = above instanceof Map ? [...is.keys()].filter((key) => !was.has(key)) : []
  return [
    ...[...was].flatMap(([key, value]) => unlike(join(path, key), value, is.get(key))),
    ...added.map((key) => ({ path: join(path, key), ...side('here', is.get(key)) })),
  ]
}

const side = <Name extends string>(name: Name, node: Node | undefined): { [K in Name]?: unknown } =>
  (node === undefined ? {} : { [name]: fromTree(node) }) as { [K in Name]?: unknown }
