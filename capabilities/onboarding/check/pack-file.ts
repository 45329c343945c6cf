import fs from 'node:fs'
import path from 'node:path'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { PackFlaw } from './flaw.ts'

/** A file of a pack with its text, so that a fault can be shown where it stands. */
export interface PackFileText {
  file: string
  value: unknown
  /** The line of a place in the file, given as a JSON pointer; of the nearest part that exists. */
  lineOf(pointer: string): number
  /** The line of the first object whose `id` or `code` is this. */
  lineOfId(id: string): number | undefined
  problems: readonly PackFlaw[]
}

export function readPackFile(folder: string, file: string): PackFileText {
  let text: string
  try {
    text = fs.readFileSync(path.join(folder, file), 'utf8')
  } catch {
    const missing = { file, what: '没有这个文件', remedy: '照 packs/README.md 的清单补上这个文件' }
    return { file, value: undefined, lineOf: () => 1, lineOfId: () => undefined, problems: [missing] }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  return {
    file,
    value: errors.length === 0 ? (JSON.parse(text) as unknown) : undefined,
    lineOf: (pointer) => lineAt(nearest(tree, pointer)?.offset ?? 0),
    lineOfId: (id) => {
      const found = tree && withId(tree, id)
      return found && lineAt(found.offset)
    },
    problems: errors.slice(0, 3).map(({ error, offset }) => ({
      file,
      line: lineAt(offset),
      what: `不是正确的 JSON（${printParseErrorCode(error)}）`,
      remedy: '检查这一行的逗号、引号和括号',
    })),
  }
}

/** Pointers of checkers may lead past the end of what is there; the last part that exists is where people must look. */
function nearest(tree: Node | undefined, pointer: string): Node | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  for (let length = steps.length; tree && length >= 0; length--) {
    const node = findNodeAtLocation(tree, steps.slice(0, length))
    if (node) return node.parent?.type === 'property' ? node.parent : node
  }
  return tree
}

function withId(node: Node, id: string): Node | undefined {
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : []
    if (value?.value === id && ['id', 'code', 'creditCode', 'login'].includes(String(key?.value)))
      return child
    const deeper = withId(child, id)
    if (deeper) return deeper
  }
  return undefined
}
