import type { Layer } from '../../contract/layer.ts'
import { children, isInner, join, same, fromTree, type Node } from './tree.ts'

type Words = { set: Layer['set']; drop: string[]; order: Record<string, string[]> }

/** The words that make the one tree out of the other: what a whole item is under the layer above it, in as few words as possible. */
export function wordsFor(above: Node, whole: Node): Pick<Layer, 'set' | 'drop' | 'order'> {
  const words: Words = { set: {}, drop: [], order: {} }
  compare('', above, whole, words)
  const { set, drop, order } = words
  return {
    set,
    ...(drop.length > 0 ? { drop } : {}),
    ...(Object.keys(order).length > 0 ? { order } : {}),
  }
}

function compare(path: string, above: Node, whole: Node, words: Words): void {
  const [was, is] = [children(above), children(whole)]
  words.drop.push(...[...was.keys()].filter((step) => !is.has(step)).map((step) => join(path, step)))
  for (const [step, child] of is) {
    const [below, before] = [join(path, step), was.get(step)]
    if (before === undefined) words.set[below] = fromTree(child)
    else if (isInner(before) && isInner(child) && before instanceof Map === child instanceof Map)
      compare(below, before, child, words)
    else if (!same(before, child)) words.set[below] = fromTree(child)
  }
  if (whole instanceof Map && isShuffled([...was.keys()], [...is.keys()])) words.order[path] = [...is.keys()]
}

const asApplied = (one: string, other: string): number => (join('', one) < join('', other) ? -1 : 1)

/** What stands above comes first, what is added follows; any other order has to be said. */
function isShuffled(was: readonly string[], is: readonly string[]): boolean {
  const natural = [
    ...was.filter((key) => is.includes(key)),
    ...is.filter((key) => !was.includes(key)).toSorted(asApplied),
  ]
  return natural.some((key, index) => key !== is[index])
}
