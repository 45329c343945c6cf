import type { Layer } from '../../contract/layer.ts'
import {
  at,
  byKey,
  children,
  isInner,
  isWithin,
  join,
  listAt,
  parentOf,
  steps,
  toTree,
  type Lines,
  type Node,
} from './tree.ts'

/** Words of a layer that have no place in what stands above. */
export type Misplaced = 'nothing-there' | 'other-key'

export interface Applied {
  tree: Node
  misplaced: { path: string; breach: Misplaced }[]
}

type Words = Pick<Layer, 'set' | 'drop' | 'order'> &
  Partial<Pick<Layer, 'id' | 'version' | 'effectiveFrom' | 'effectiveTo'>>

/** What comes of a layer's words, lawful or not: first what it does without, then what it sets, whole before part, then the order. */
export function applyLayer(above: Node, layer: Words): Applied {
  const misplaced: Applied['misplaced'] = []
  let tree = above
  for (const path of layer.drop ?? []) {
    if (at(tree, path) === undefined) misplaced.push({ path, breach: 'nothing-there' })
    else tree = without(tree, steps(path))
  }
  for (const [path, value] of ownWords(layer)) {
    const parent = parentOf(path)
    const node = toTree(value, path)
    if (listAt(parent) && !isKeyOf(steps(path).at(-1)!, parent, value))
      misplaced.push({ path, breach: 'other-key' })
    else if (!hasPlace(tree, parent)) misplaced.push({ path, breach: 'nothing-there' })
    else tree = withNode(tree, steps(path), node, '')
  }
  for (const [path, keys] of Object.entries(layer.order ?? {})) {
    const list = at(tree, path)
    if (!(list instanceof Map)) misplaced.push({ path, breach: 'nothing-there' })
    else tree = withNode(tree, steps(path), ordered(list, keys), '')
  }
  return { tree, misplaced }
}

/** Sorted, so that it does not matter in which order a file names them. */
function ownWords({ set, id, version, effectiveFrom, effectiveTo }: Words): [string, unknown][] {
  const head = {
    '/id': id,
    '/version': version,
    '/effectiveFrom': effectiveFrom,
    '/effectiveTo': effectiveTo,
  }
  return Object.entries({ ...set, ...head })
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => steps(one).length - steps(other).length || (one < other ? -1 : 1))
}

/** A line tells its key itself; a second line with the key of the first has its number behind it. */
function isKeyOf(step: string, list: string, value: unknown): boolean {
  const key = listAt(list)?.(value)
  return step === key || (step.startsWith(`${key} (`) && /\(\d+\)$/.test(step))
}

/** Objects are made on the way; a line of a list has to be there before a part of it is set. */
function hasPlace(tree: Node, parent: string): boolean {
  if (parent === '' || at(tree, parent) !== undefined) return !parent || isInner(at(tree, parent))
  return listAt(parentOf(parent)) === undefined && hasPlace(tree, parentOf(parent))
}

function withNode(tree: Node | undefined, [step, ...rest]: string[], node: Node, path: string): Node {
  if (step === undefined) return node
  const below = join(path, step)
  const child = withNode(children(tree).get(step), rest, node, below)
  if (tree instanceof Map || (tree === undefined && listAt(path)))
    return new Map([...children(tree), [step, child]])
  return { ...Object.fromEntries(children(tree)), [step]: child }
}

function without(tree: Node, [step, ...rest]: string[]): Node {
  const entries = [...children(tree)].flatMap(([key, child]): [string, Node][] => {
    if (key !== step) return [[key, child]]
    return rest.length === 0 ? [] : [[key, without(child, rest)]]
  })
  return tree instanceof Map ? new Map(entries) : Object.fromEntries(entries)
}

function ordered(list: Lines, keys: readonly string[]): Lines {
  const first = keys.flatMap((key): [string, Node][] => (list.has(key) ? [[key, list.get(key)!]] : []))
  return new Map([...first, ...[...list].filter(([key]) => !keys.includes(key))])
}

/**
 * Where in the file of a layer a part of the item is written, as a pointer into that file; nothing where it says nothing of it. The
 * part is a pointer into the item, with lines of lists by place or by key.
 */
export function layerPlace(
  { set, drop = [] }: Pick<Layer, 'set' | 'drop'>,
  path: string,
  item: unknown = undefined,
): string | undefined {
  if (HEAD.includes(path)) return path
  const keyed = byKey(item, path)
  const gone = drop.findIndex((pointer) => isWithin(keyed, pointer))
  if (gone >= 0) return `/drop/${gone}`
  const said = Object.keys(set)
    .filter((pointer) => isWithin(keyed, pointer) || isWithin(pointer, keyed))
    .toSorted((one, other) => other.length - one.length)[0]
  if (said === undefined) return undefined
  // Below what the layer says whole, the file has the lines as the item has them.
  const rest = path.split('/').slice(said.split('/').length)
  return [join('/set', said), ...rest].join('/')
}

const HEAD = ['/id', '/version', '/effectiveFrom', '/effectiveTo']
