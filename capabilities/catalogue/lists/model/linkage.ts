import type { ListLine } from '../line.ts'
import type { Explained } from './version.ts'

export interface Above {
  no: number
  lines: readonly ListLine[]
}

export interface Below {
  lines: readonly ListLine[]
  explained?: readonly Explained[]
}

export type LinkFlag =
  /** The line above is gone. */
  | { line: string; name: string; flag: 'gone'; explained?: string }
  /** It goes by another name now. */
  | { line: string; name: string; flag: 'renamed'; above: string; explained?: string }
  /** The list above has a line that this one has not. */
  | { line: string; name: string; flag: 'missing'; explained?: string }

/**
 * Where a station's list no longer follows the centres' (联动机制, LC-3.4-12). What was explained against this version of the list above
 * is told with its reason; the next version above asks again.
 */
export function linkFlags(above: Above | undefined, below: Below): LinkFlag[] {
  if (above === undefined) return []
  const reasons = new Map(
    (below.explained ?? [])
      .filter(({ against }) => against === above.no)
      .map(({ line, reason }) => [line, reason]),
  )
  const upper = new Map(above.lines.map((line) => [line.key, line]))
  const tied = new Set(below.lines.map(({ key, origin }) => origin ?? key))
  const said = (line: string) => (reasons.has(line) ? { explained: reasons.get(line)! } : {})
  return [
    ...below.lines.flatMap(({ key, name, origin }): LinkFlag[] => {
      const of = upper.get(origin ?? key)
      if (of === undefined) return [{ line: key, name, flag: 'gone', ...said(key) }]
      return of.name === name ? [] : [{ line: key, name, flag: 'renamed', above: of.name, ...said(key) }]
    }),
    ...above.lines
      .filter(({ key }) => !tied.has(key))
      .map(({ key, name }): LinkFlag => ({ line: key, name, flag: 'missing', ...said(key) })),
  ]
}

/** What still has to be updated or explained. */
export const openFlags = (flags: readonly LinkFlag[]): LinkFlag[] =>
  flags.filter(({ explained }) => explained === undefined)
