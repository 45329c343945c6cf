import { KEYED_LISTS } from '#capabilities/catalogue/contract/change.ts'
import type { LineageLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import { valueAt } from './draft.ts'

type Line = Readonly<Record<string, unknown>>
type KeyOf = (line: Line) => string

const by =
  (field: string): KeyOf =>
  (line) =>
    String(line[field])

/** What tells the lines of a list apart, as tiers name them. */
const KEYS: Readonly<Record<string, KeyOf>> = {
  ...Object.fromEntries(Object.entries(KEYED_LISTS).map(([list, key]) => [list, by(key)])),
  ...{ '/faq': by('question'), '/fee/lines': by('name'), '/situations': by('no') },
  ...{
    '/specialProcedures': by('name'),
    '/legalBasis': ({ law, article }) => `${String(law)}${String(article)}`,
  },
}

/**
 * Who set what stands at a pointer: the tier that named it, or the nearest thing around it; of a part that several tiers have written in,
 * the one that leaves least to whoever writes now.
 */
export function whoSet(lines: readonly LineageLine[], item: unknown, at: string): LineageLine | undefined {
  const path = named(item, at)
  const [nearest] = lines
    .filter((line) => isWithin(path, line.path))
    .toSorted((one, other) => other.path.length - one.path.length)
  if (nearest !== undefined) return nearest
  const below = lines.filter((line) => isWithin(line.path, path))
  return below.find(({ standing }) => standing === 'locked') ?? below[0]
}

const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`)

/** `/materials/3/copies` as `/materials/id-card/copies`. */
function named(item: unknown, at: string): string {
  let written = ''
  let path = ''
  for (const step of at.split('/').slice(1)) {
    const line = valueAt(item, `${written}/${step}`)
    const keyOf = /^\d+$/.test(step) && typeof line === 'object' && line !== null ? KEYS[path] : undefined
    path = `${path}/${(keyOf ? keyOf(line as Line) : step).replaceAll('~', '~0').replaceAll('/', '~1')}`
    written = `${written}/${step}`
  }
  return path
}

/** `/materials/id-card/copies` as `/materials/3/copies`: what a refusal names, where it is written. */
export function writtenAt(item: unknown, path: string): string {
  const list = Object.keys(KEYS).find((each) => path.startsWith(`${each}/`))
  if (list === undefined) return path
  const [key = '', ...rest] = path.slice(list.length + 1).split('/')
  const lines = (valueAt(item, list) ?? []) as readonly Line[]
  const index = lines.findIndex(
    (line) => KEYS[list]!(line) === key.replaceAll('~1', '/').replaceAll('~0', '~'),
  )
  return index < 0 ? list : [list, String(index), ...rest].join('/')
}
