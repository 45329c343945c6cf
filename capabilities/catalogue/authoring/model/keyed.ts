import { KEYED_LISTS } from '../../contract/change.ts'

/** Where a line with this key stands in the list at a pointer; nothing where no line has it. */
export function indexOfKey(list: readonly unknown[], at: string, key: string): number {
  const name = KEYED_LISTS[at]
  if (name === undefined) return -1
  return list.findIndex((line) => (line as Readonly<Record<string, unknown>>)[name] === key)
}

/** The key of a line of the list at a pointer. */
export function keyOf(line: unknown, at: string): unknown {
  const name = KEYED_LISTS[at]
  return name === undefined ? undefined : (line as Readonly<Record<string, unknown>>)[name]
}
