import { LINE_TITLES, type ListLine } from '../line.ts'

export interface LineChange {
  key: string
  name: string
  fields: { field: keyof typeof LINE_TITLES; before?: string; after?: string }[]
}

export interface ListDifferences {
  came: readonly ListLine[]
  went: readonly ListLine[]
  changed: readonly LineChange[]
}

const FIELDS = Object.keys(LINE_TITLES) as (keyof typeof LINE_TITLES)[]

/** What is different from one version of a list to another, line by line; the order of lines says nothing. */
export function differencesOf(before: readonly ListLine[], after: readonly ListLine[]): ListDifferences {
  const was = new Map(before.map((line) => [line.key, line]))
  const is = new Set(after.map(({ key }) => key))
  return {
    came: after.filter(({ key }) => !was.has(key)),
    went: before.filter(({ key }) => !is.has(key)),
    changed: after.flatMap((line) => {
      const old = was.get(line.key)
      const fields = old === undefined ? [] : changedFields(old, line)
      return fields.length === 0 ? [] : [{ key: line.key, name: line.name, fields }]
    }),
  }
}

const changedFields = (old: ListLine, line: ListLine): LineChange['fields'] =>
  FIELDS.filter((field) => old[field] !== line[field]).map((field) => ({
    field,
    ...(old[field] === undefined ? {} : { before: old[field] }),
    ...(line[field] === undefined ? {} : { after: line[field] }),
  }))
