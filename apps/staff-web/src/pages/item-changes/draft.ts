import type { Edit } from '#capabilities/catalogue/contract/change.ts'

type Tree = Readonly<Record<string, unknown>> | readonly unknown[]

const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null
const stepsOf = (at: string): string[] => at.split('/').slice(1)

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

/** What makes the one of the other, as the server takes it. */
export function editsBetween(before: Tree, now: Tree): Edit[] {
  const edits = between(before, now, '')
  if (edits.length <= MOST) return edits
  const parts = new Set(edits.map(({ at }) => `/${stepsOf(at)[0]}`))
  return [...parts].map((at) => edit(at, valueAt(now, at)))
}

function between(before: unknown, now: unknown, at: string): Edit[] {
  if (before === now) return []
  if (!isTree(before) || !isTree(now) || Array.isArray(before) !== Array.isArray(now)) return [edit(at, now)]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  if (Array.isArray(before) && (before as unknown[]).length !== (now as unknown[]).length)
    return [edit(at, now)]
  return keys.flatMap((key) => between(valueAt(before, `/${key}`), valueAt(now, `/${key}`), `${at}/${key}`))
}

const edit = (at: string, value: unknown): Edit => (value === undefined ? { at } : { at, value })
