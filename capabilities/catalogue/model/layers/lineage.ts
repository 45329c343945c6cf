import type { LineageEntry, Origin, PlacedLayer } from '../../contract/layer.ts'
import { standingAt, type FieldRule } from './policy.ts'
import { at, children, isInner, isWithin, join, leaves, same, toTree, type Node } from './tree.ts'

export type SetBy = Pick<Origin, 'tier' | 'area' | 'version' | 'since'>

/** Who set each value while the layers are laid over each other. */
export interface Traced {
  origins: Map<string, SetBy>
  dropped: Map<string, SetBy>
  excepted: Map<string, NonNullable<LineageEntry['exception']>>
}

export interface Earlier {
  item: unknown
  lineage: readonly LineageEntry[]
}

/** 000000 the State, 370000 a province, 370300 a city, 370304 a county; twelve digits go on to town and village. */
export function tierOfArea(area: string): 1 | 2 | 3 | 4 | 5 | 6 {
  if (!/^0*$/.test(area.slice(9))) return 6
  if (!/^0*$/.test(area.slice(6))) return 5
  if (area.startsWith('000000')) return 1
  if (area.slice(2, 6) === '0000') return 2
  return area.slice(4, 6) === '00' ? 3 : 4
}

/** Whatever differs from above comes from this layer; whatever vanished was dropped by it. */
export function trace(traced: Traced, above: Node, below: Node, layer: PlacedLayer): void {
  const { area, version, effectiveFrom: since } = layer
  const by = { tier: tierOfArea(area), area, version, since }
  note('', above, below, { origins: traced.origins, by })
  for (const path of layer.drop ?? []) if (at(below, path) === undefined) traced.dropped.set(path, by)
  for (const path of traced.dropped.keys()) if (at(below, path) !== undefined) traced.dropped.delete(path)
}

/** What a layer does not touch is the same object as above, and is not looked at. */
function note(
  path: string,
  was: Node | undefined,
  is: Node | undefined,
  to: { origins: Traced['origins']; by: SetBy },
): void {
  if (was === is) return
  const [before, after] = [children(was), children(is)]
  if (before.size === 0 || after.size === 0) {
    if (is !== undefined && same(was, is)) return
    for (const leaf of was === undefined ? [] : leaves(was, path).keys()) to.origins.delete(leaf)
    for (const leaf of is === undefined ? [] : leaves(is, path).keys()) to.origins.set(leaf, to.by)
    return
  }
  for (const step of new Set([...before.keys(), ...after.keys()]))
    note(join(path, step), before.get(step), after.get(step), to)
}

interface Reading {
  policy: readonly FieldRule[]
  locks: readonly string[]
  offers: readonly string[]
  earlier?: Earlier
}

/** The lineage as people read it: one entry for everything that one tier said in one breath. */
export function lineageOf(traced: Traced, tree: Node, reading: Reading): LineageEntry[] {
  const { policy, locks, offers, earlier } = reading
  const before = earlier && { tree: toTree(earlier.item), lineage: earlier.lineage }
  const origin = (path: string, by: SetBy): Origin => ({
    ...by,
    ...(locks.some((lock) => isWithin(path, lock))
      ? LOCKED
      : offers.some((offered) => isWithin(path, offered))
        ? OFFERED
        : standingOf(policy, path)),
  })
  const leafOrigin = (path: string, value: Node): Origin => {
    const by = traced.origins.get(path)!
    const old = before && same(at(before.tree, path), value) ? originAt(before.lineage, path) : undefined
    const kept = old?.area === by.area ? { version: old.version, since: old.since } : {}
    return origin(path, { ...by, ...kept })
  }
  const entries = collapsed('', tree, leafOrigin).map((entry) => {
    const exception = [...traced.excepted].find(([path]) => isWithin(entry.path, path))?.[1]
    return exception === undefined ? entry : { ...entry, exception }
  })
  const gone = [...traced.dropped].map(([path, by]) => ({ path, origin: origin(path, by), dropped: true }))
  return [...entries, ...gone].toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

const LOCKED = { standing: 'locked', basis: '上级清单或者本地方案锁定' } as const

const OFFERED = { standing: 'own', basis: '上级给的是参考文本，由实施机关自己确定' } as const

function standingOf(policy: readonly FieldRule[], path: string): Pick<Origin, 'standing' | 'basis'> {
  const { standing, basis } = standingAt(policy, path)
  return { standing, basis }
}

function collapsed(
  path: string,
  node: Node,
  leafOrigin: (path: string, value: Node) => Origin,
): LineageEntry[] {
  const below = [...children(node)]
  if (!isInner(node) || below.length === 0) return [{ path, origin: leafOrigin(path, node) }]
  const entries = below.flatMap(([step, child]) => collapsed(join(path, step), child, leafOrigin))
  const [first] = entries
  return entries.every(({ origin }) => same({ ...origin }, { ...first!.origin }))
    ? [{ path, origin: first!.origin }]
    : entries
}

/** Who set the value at a path: the entry with the longest path at or above it. */
export function originAt(lineage: readonly LineageEntry[], path: string): Origin | undefined {
  const above = lineage.filter((entry) => !entry.dropped && isWithin(path, entry.path))
  return above.toSorted((one, other) => other.path.length - one.path.length)[0]?.origin
}
