/** A value of an item with its lists opened by key, so that a layer can name a line wherever it stands. */
export type Node = Leaf | Branch | Lines
export type Leaf = string | number | boolean | null | readonly unknown[]
export interface Branch {
  [field: string]: Node
}
/** A list by key, in the order in which it is read. */
export type Lines = Map<string, Node>

type KeyOf = (line: unknown) => string
const itself: KeyOf = String
const by =
  (...fields: string[]): KeyOf =>
  (line) =>
    fields.map((field) => String(partOf(line, field))).join('')

/** The lists of an item and what tells their lines apart; any other list is one value. */
const LISTS: Readonly<Record<string, KeyOf>> = {
  '/materials': by('id'),
  '/form/fields': by('name'),
  '/form/fields/*/options': by('value'),
  '/process/steps': by('step'),
  '/process/commitment/steps': by('step'),
  '/process/commitment/replaces': itself,
  '/legalBasis': by('law', 'article'),
  '/faq': by('question'),
  '/specialProcedures': by('name'),
  '/fee/lines': by('name'),
  '/situations': by('no'),
  '/lifecycle/*/materials': itself,
  '/lifecycle/*/added': by('id'),
  '/lifecycle/*/steps': by('step'),
  ...Object.fromEntries(
    [
      ...['aliases', 'topics', 'conditions', 'notAccepted', 'serves', 'useLevels', 'delivery', 'handleTypes'],
      ...['onlineDepth', 'rightsAndDuties', 'unverified'],
    ].map((list) => [`/${list}`, itself]),
  ),
}

const WITHIN_LINES = Object.entries(LISTS).filter(([pattern]) => pattern.includes('*'))

export function toTree(value: unknown, path = ''): Node {
  if (Array.isArray(value)) {
    const keyOf = listAt(path)
    return keyOf === undefined ? value : lines(value, keyOf, path)
  }
  if (isPlain(value)) return value
  if (value === undefined || typeof value !== 'object') throw new Error(`${path} holds what no item can`)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([field, child]) => [field, toTree(child, join(path, field))]),
  )
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What an object of an item says under a name; nothing of what is no object. */
function partOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined
}

function lines(list: readonly unknown[], keyOf: KeyOf, path: string): Lines {
  const found: Lines = new Map()
  for (const line of list) {
    const key = keyOf(line)
    let own = key
    // Two lines of one law and article are two lines.
    for (let again = 2; found.has(own); again++) own = `${key} (${again})`
    found.set(own, toTree(line, join(path, own)))
  }
  return found
}

export function fromTree(node: Node): unknown {
  if (node instanceof Map) return [...node.values()].map(fromTree)
  if (!isBranch(node)) return node
  return Object.fromEntries(Object.entries(node).map(([field, child]) => [field, fromTree(child)]))
}

export const isBranch = (node: Node | undefined): node is Branch =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && !(node instanceof Map)

/** What stands under a branch or a list, by name or key. */
export function children(node: Node | undefined): ReadonlyMap<string, Node> {
  if (node instanceof Map) return node
  return isBranch(node) ? new Map(Object.entries(node)) : new Map()
}

/** One of them, without opening the others. */
export function childAt(node: Node | undefined, step: string): Node | undefined {
  if (node instanceof Map) return node.get(step)
  return isBranch(node) && Object.hasOwn(node, step) ? node[step] : undefined
}

export const isInner = (node: Node | undefined): boolean => node instanceof Map || isBranch(node)

export function at(tree: Node | undefined, pointer: string): Node | undefined {
  return steps(pointer).reduce<Node | undefined>(childAt, tree)
}

/** `/materials/3/copies` as `/materials/id-card/copies`: checkers count lines, layers name them. */
export function byKey(item: unknown, pointer: string): string {
  let [node, path]: [unknown, string] = [item, '']
  for (const step of steps(pointer)) {
    const line: unknown = Array.isArray(node) && /^\d+$/.test(step) ? node[Number(step)] : undefined
    const keyOf = line === undefined ? undefined : listAt(path)
    path = join(path, keyOf ? keyOf(line) : step)
    node = line ?? partOf(node, step)
  }
  return path
}

export const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

export const join = (pointer: string, step: string): string =>
  `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`

export const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

export const isWithin = (pointer: string, above: string): boolean =>
  pointer === above || pointer.startsWith(`${above}/`)

/** Whether a list stands at this pointer; then its lines are told apart by this. */
export const listAt = (pointer: string): KeyOf | undefined =>
  LISTS[pointer] ?? WITHIN_LINES.find(([pattern]) => matches(pattern, pointer))?.[1]

/** `*` stands for one name or key. */
export function matches(pattern: string, pointer: string): boolean {
  const [wanted, given] = [pattern.split('/'), pointer.split('/')]
  return (
    wanted.length === given.length && wanted.every((step, index) => step === '*' || step === given[index])
  )
}

/** Every value that has nothing below it, by pointer; an empty list or object is such a value too. */
export function leaves(node: Node, pointer = ''): Map<string, Node> {
  const found = new Map<string, Node>()
  gather(node, pointer, found)
  return found
}

function gather(node: Node, pointer: string, found: Map<string, Node>): void {
  const below = children(node)
  if (below.size === 0) found.set(pointer, node)
  for (const [step, child] of below) gather(child, join(pointer, step), found)
}

/** Equal whatever the order of fields and of the lines of a list. */
export function same(one: Node | undefined, other: Node | undefined): boolean {
  if (one === other) return true
  if (!isInner(one) || !isInner(other)) return JSON.stringify(one) === JSON.stringify(other)
  if (one instanceof Map !== other instanceof Map) return false
  const [mine, theirs] = [children(one), children(other)]
  return mine.size === theirs.size && [...mine].every(([step, child]) => same(child, theirs.get(step)))
}
