import type { Edit } from '../../contract/change.ts'
import { same } from '../same.ts'
import { indexOfKey, keyOf } from './keyed.ts'

type Node = Record<string, unknown> | unknown[]

/** What the procedure sets by itself; nobody writes it. */
const OWN: readonly string[] = ['/id', '/version', '/effectiveFrom']

/** Edits one after the other; nothing where one of them points to what is not there. */
export function edited<T extends object>(body: T, edits: readonly Edit[]): T | undefined {
  const copy = structuredClone(body) as unknown as Node
  for (const { at, value } of edits) {
    if (OWN.some((own) => at === own || at.startsWith(`${own}/`))) return undefined
    const [path, last] = apart(at)
    const parent = standsAt(copy, path)
    if (!isNode(parent) || !put(parent, path, last, value)) return undefined
  }
  return copy as unknown as T
}

/** Edits that would write over what their writer has never seen; an edit that puts what stands there already overwrites nothing. */
export function overtaken(body: object, edits: readonly Edit[]): Edit[] {
  return edits.filter(({ at, value, was }) => {
    if (was === undefined) return false
    const [path, last] = apart(at)
    const list = standsAt(body, path)
    if (last === '-') return Array.isArray(list) && indexOfKey(list, path, String(keyOf(value, path))) >= 0
    const now = standsAt(body, at)
    return !same(now, was.value) && !same(now, value)
  })
}

/** What stands at a pointer: by place, or by key in a list whose lines have one. */
export function standsAt(body: object, at: string): unknown {
  let path = ''
  let node: unknown = body
  for (const step of at.split('/').slice(1)) {
    node = partOf(node, path, step)
    path = `${path}/${step}`
  }
  return node
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null

function apart(at: string): [path: string, last: string] {
  const slash = at.lastIndexOf('/')
  return [at.slice(0, slash), at.slice(slash + 1)]
}

function partOf(node: unknown, path: string, step: string): unknown {
  if (!isNode(node)) return undefined
  if (Array.isArray(node)) return node[placeIn(node, path, step)]
  return Object.hasOwn(node, step) ? node[step] : undefined
}

const placeIn = (list: readonly unknown[], path: string, step: string): number =>
  /^\d+$/.test(step) ? Number(step) : indexOfKey(list, path, step)

function put(parent: Node, path: string, step: string, value: unknown): boolean {
  if (Array.isArray(parent)) {
    if (step === '-') return value !== undefined && parent.push(value) > 0
    const index = placeIn(parent, path, step)
    if (index < 0 || index >= parent.length) return false
    if (value === undefined) parent.splice(index, 1)
    else parent[index] = value
    return true
  }
  // A name that every object has is no part of an item.
  if (step in Object.prototype) return false
  if (value === undefined) delete parent[step]
  else parent[step] = value
  return true
}
