import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { SortingLine } from './line.ts'
import type { Round } from './round.ts'

export const ROUND = 'sorting-round'
export const SORTING_LINE = 'sorting-line'

export interface LineOfRound {
  id: string
  state: string
  line: SortingLine
  due?: string
}

export async function linesOfRound(db: Queryable, area: string, round: string): Promise<LineOfRound[]> {
  const rows = await held<SortingLine>(db, { kind: SORTING_LINE }, { area, body: `round:${round}` })
  return rows.map(({ id, entry: { state, body: line, due } }) => ({
    ...{ id, state, line },
    ...(due === undefined ? {} : { due }),
  }))
}

export const rounds = async (db: Queryable, area: string) => held<Round>(db, { kind: ROUND }, { area })
