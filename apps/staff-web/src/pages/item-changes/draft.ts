import { KEYED_LISTS, type Edit } from '#capabilities/catalogue/contract/change.ts'

type Tree = Readonly<Record<string, unknown>> | readonly unknown[]

const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null
const stepsOf = (at: string): string[] => at.split('/').slice(1)
const keyIn = (line: unknown, list: string): string =>
  String((line as Readonly<Record<string, unknown>> | undefined)?.[KEYED_LISTS[list] ?? ''])

/** What stands at a JSON pointer. */
export function valueAt(tree: unknown, at: string): unknown {
  return stepsOf(at).reduce<unknown>(
    (node, step) => (isTree(node) ? (node as Record<string, unknown>)[step] : undefined),
    tree,
  )
}

/** The same with another value there; nothing takes away what is there. What is missing on the way is made. */
export function withValue<Body>(tree: Body, at: string, value: unknown): Body {
  return put(tree, stepsOf(at), value) as Body
}

function put(node: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(node)) {
    const list = node as readonly unknown[]
    const index = step === '-' ? list.length : Number(step)
    if (rest.length === 0 && value === undefined) return list.filter((_line, at) => at !== index)
    const next = [...list]
    next[index] = put(list[index], rest, value)
    return next
  }
  const { [step]: before, ...others } = (node ?? {}) as Record<string, unknown>
  const next = put(before, rest, value)
  return next === undefined ? others : { ...(node as object), [step]: next }
}

const MOST = 200

/** What makes the one of the other, as the server takes it: each edit with what its writer saw there. */
export function editsBetween(before: Tree, now: Tree): Edit[] {
  const edits = between(before, now, '')
  if (edits.length <= MOST) return edits
  const parts = new Set(edits.map(({ at }) => `/${stepsOf(at)[0]}`))
  return [...parts].map((at) => edit(at, valueAt(before, at), valueAt(now, at)))
}

function between(before: unknown, now: unknown, at: string): Edit[] {
  if (before === now) return []
  if (!isTree(before) || !isTree(now) || Array.isArray(before) !== Array.isArray(now))
    return [edit(at, before, now)]
  if (Array.isArray(before) && Array.isArray(now)) return linesBetween(before, now, at)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return keys.flatMap((key) => between(valueAt(before, `/${key}`), valueAt(now, `/${key}`), `${at}/${key}`))
}

/** Lines with names of their own are edited one by one, wherever they stand; any other list only as a whole. */
function linesBetween(before: readonly unknown[], now: readonly unknown[], at: string): Edit[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return []
  const keys = (lines: readonly unknown[]) => lines.map((line) => keyIn(line, at))
  const [was, is] = [keys(before), keys(now)]
  const kept = was.filter((key) => is.includes(key))
  const added = is.filter((key) => !was.includes(key))
  // Only what was added at the end keeps its place by itself.
  if (KEYED_LISTS[at] === undefined || [...kept, ...added].join() !== is.join())
    return [edit(at, before, now)]
  return [
    ...was.flatMap((key, index) =>
      is.includes(key) ? [] : [edit(`${at}/${key}`, before[index], undefined)],
    ),
    ...kept.flatMap((key) => between(before[was.indexOf(key)], now[is.indexOf(key)], `${at}/${key}`)),
    ...added.map((key) => edit(`${at}/-`, undefined, now[is.indexOf(key)])),
  ]
}

const edit = (at: string, before: unknown, value: unknown): Edit => ({
  ...(value === undefined ? { at } : { at, value }),
  was: before === undefined ? {} : { value: before },
})

/** Where a pointer by key points in this tree; nothing where such a line is gone. */
export function placedAt(tree: unknown, at: string): string | undefined {
  let path = ''
  let named = ''
  for (const step of stepsOf(at)) {
    const node = valueAt(tree, path)
    const byKey = Array.isArray(node) && !/^(\d+|-)$/.test(step)
    const index = byKey ? (node as readonly unknown[]).findIndex((line) => keyIn(line, named) === step) : -1
    if (byKey && index < 0) return undefined
    path = `${path}/${byKey ? index : step}`
    named = `${named}/${step}`
  }
  return path
}

/** A pointer by place as one by key, which holds wherever the line moves. */
export function namedAt(tree: unknown, at: string): string {
  let path = ''
  for (const step of stepsOf(at)) {
    const keyed = KEYED_LISTS[path] !== undefined && /^\d+$/.test(step)
    path = `${path}/${keyed ? keyIn(valueAt(tree, `${path}/${step}`), path) : step}`
  }
  return path
}

/** Where the same thing stood when the writing began; nothing where its line is new. */
export const stoodAt = (start: unknown, now: unknown, at: string): string | undefined =>
  placedAt(start, namedAt(now, at))

/** One's own edits over what others have made of the draft meanwhile; what has lost its place is given back. */
export function over<Body>(body: Body, edits: readonly Edit[]): { now: Body; lost: Edit[] } {
  return edits.reduce<{ now: Body; lost: Edit[] }>(
    ({ now, lost }, each) => {
      const at = placedAt(now, each.at)
      if (at === undefined) return { now, lost: 'value' in each ? [...lost, each] : lost }
      return { now: withValue(now, at, each.value), lost }
    },
    { now: body, lost: [] },
  )
}
