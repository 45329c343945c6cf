import { isEachTown } from './bodies.ts'
import type { Line } from './fields.ts'
import type { ReadRow } from './line.ts'

/** An item as the catalogue has it today. */
export interface StandingLine {
  item: string
  line: Line
}

export interface Known {
  byTask: ReadonlyMap<string, StandingLine>
  byCatalog: ReadonlyMap<string, StandingLine>
  byLocalTask: ReadonlyMap<string, StandingLine>
  byLocal: ReadonlyMap<string, StandingLine>
}

export function standingBy(standing: readonly StandingLine[]): Known {
  const by = (key: (line: Line) => string | undefined) =>
    new Map(standing.flatMap((each) => [[key(each.line), each] as const]).filter(isKeyed))
  return {
    byTask: by(({ taskCode: code }) => code),
    byCatalog: by(bodyKey),
    byLocalTask: by(({ localTaskCode }) => localTaskCode),
    byLocal: by(localKey),
  }
}

const isKeyed = (
  entry: readonly [string | undefined, StandingLine],
): entry is readonly [string, StandingLine] => entry[0] !== undefined

const holderOf = ({ deptCode, deptName }: Line): string | undefined =>
  deptCode ?? (isEachTown(deptName) ? 'towns' : undefined)

/** One body carries out one line of the directory as one item. */
export function bodyKey(line: Line): string | undefined {
  const holder = holderOf(line)
  return line.catalogCode && holder ? `${line.catalogCode}/${holder}` : undefined
}

function localKey(line: Line): string | undefined {
  const holder = holderOf(line)
  return line.localCatalogCode && holder ? `${line.localCatalogCode}/${holder}` : undefined
}

/** The item that every code of the line points to. */
export function matched(line: Line, known: Known): { found?: StandingLine; apart?: string[] } {
  const [catalog, local] = [bodyKey(line), localKey(line)]
  const found = [
    line.taskCode === undefined ? undefined : known.byTask.get(line.taskCode),
    catalog === undefined ? undefined : known.byCatalog.get(catalog),
    line.localTaskCode === undefined ? undefined : known.byLocalTask.get(line.localTaskCode),
    local === undefined ? undefined : known.byLocal.get(local),
  ].filter((each) => each !== undefined)
  const items = [...new Set(found.map(({ item }) => item))]
  return { ...(found[0] ? { found: found[0] } : {}), ...(items.length > 1 ? { apart: items } : {}) }
}

export type Repetition = { same: ReadRow } | { different: readonly ReadRow[] }

/** Lines that stand in the file more than once: word for word, or with a difference that only a person can settle. */
export function repeated(rows: readonly ReadRow[]): ReadonlyMap<number, Repetition> {
  const groups = Map.groupBy(rows.keys(), (at) => keyOf(rows[at]!))
  const found = new Map<number, Repetition>()
  for (const [key, group] of groups) {
    if (key === undefined || group.length < 2) continue
    const texts = new Set(group.map((at) => JSON.stringify(rows[at]!.line)))
    for (const [place, at] of group.entries())
      if (texts.size > 1)
        found.set(at, { different: group.filter((each) => each !== at).map((each) => rows[each]!) })
      else if (place > 0) found.set(at, { same: rows[group[0]!]! })
  }
  return found
}

/** Lines with the same key mean the same item. */
export const keyOf = ({ line }: Pick<ReadRow, 'line'>): string | undefined =>
  line.taskCode ??
  bodyKey(line) ??
  localKey(line) ??
  (line.taskName ? `${line.taskName}/${holderOf(line) ?? ''}` : undefined)
