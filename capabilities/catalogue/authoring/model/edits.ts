import type { Edit } from '../../contract/change.ts'

type Node = Record<string, unknown> | unknown[]

/** What the procedure sets by itself; nobody writes it. */
const OWN: readonly string[] = ['/id', '/version', '/effectiveFrom']

/** Edits one after the other; nothing where one of them points to what is not there. */
export function edited<T extends object>(body: T, edits: readonly Edit[]): T | undefined {
  const copy = structuredClone(body) as unknown as Node
  for (const { at, value } of edits) {
    if (OWN.some((own) => at === own || at.startsWith(`${own}/`))) return undefined
    const steps = at.split('/').slice(1)
    const parent = steps.slice(0, -1).reduce<unknown>((node, step) => partOf(node, step), copy)
    if (!isNode(parent) || !put(parent, steps.at(-1)!, value)) return undefined
  }
  return copy as unknown as T
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null

function partOf(node: unknown, step: string): unknown {
  if (!isNode(node)) return undefined
  if (Array.isArray(node)) return /^\d+$/.test(step) ? node[Number(step)] : undefined
  return Object.hasOwn(node, step) ? node[step] : undefined
}

function put(parent: Node, step: string, value: unknown): boolean {
  if (Array.isArray(parent)) {
    if (step === '-') return value !== undefined && parent.push(value) > 0
    const index = /^\d+$/.test(step) ? Number(step) : -1
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
