import type { LineageLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import { valueAt } from './draft.ts'

/** What tells the lines of a list apart, as tiers name them. */
const KEYS: Readonly<Record<string, string>> = {
  ...{ '/materials': 'id', '/process/steps': 'step', '/faq': 'question', '/fee/lines': 'name' },
  ...{ '/form/fields': 'name', '/situations': 'no' },
}

/** Who set what stands at a pointer: the tier that named it, or the nearest thing around it. */
export function whoSet(lines: readonly LineageLine[], item: unknown, at: string): LineageLine | undefined {
  const path = named(item, at)
  return lines
    .filter((line) => path === line.path || path.startsWith(`${line.path}/`))
    .reduce<LineageLine | undefined>(
      (nearest, line) => (nearest === undefined || line.path.length > nearest.path.length ? line : nearest),
      undefined,
    )
}

/** `/materials/3/copies` as `/materials/id-card/copies`. */
function named(item: unknown, at: string): string {
  const list = Object.keys(KEYS).find((each) => at.startsWith(`${each}/`))
  if (list === undefined) return at
  const [index = '', ...rest] = at.slice(list.length + 1).split('/')
  const line = valueAt(item, `${list}/${index}`) as Record<string, unknown> | undefined
  return [list, String(line?.[KEYS[list]!] ?? index), ...rest].join('/')
}

/** `/materials/id-card/copies` as `/materials/3/copies`: what a refusal names, where it is written. */
export function writtenAt(item: unknown, path: string): string {
  const list = Object.keys(KEYS).find((each) => path.startsWith(`${each}/`))
  if (list === undefined) return path
  const [key = '', ...rest] = path.slice(list.length + 1).split('/')
  const lines = (valueAt(item, list) ?? []) as readonly Record<string, unknown>[]
  const index = lines.findIndex((line) => String(line[KEYS[list]!]) === key)
  return index < 0 ? list : [list, String(index), ...rest].join('/')
}
