import type { Db } from '#platform/db/db.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import type { CaseLine } from '../model.ts'
import { supervisionReader, supervisionWriter } from '../store.ts'
import { projection, type ProjectionMeans } from './projection.ts'

export interface SupervisionRebuilt {
  cases: number
  attempts: number
  /** Streams whose line was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every case and every recorded refusal again and writes what is missing or differs. */
export async function rebuildSupervision(
  means: ProjectionMeans & { db: Db },
  onProgress: (streams: number) => void,
): Promise<SupervisionRebuilt> {
  const { lineOf, judgeCase, hearAttempt } = projection(means)
  const read = supervisionReader(means.db)
  const write = supervisionWriter(means.db)
  const rebuilt: SupervisionRebuilt = { cases: 0, attempts: 0, mended: [] }
  for await (const stored of everyStream(means.db, { streamKind: 'case' })) {
    const { areaCode, stream } = stored[0]!
    const line = await lineOf(stored)
    if (line === undefined) continue
    await judgeCase(line, stored)
    if (!same(await read.line(areaCode, stream), line)) {
      await write.mendLine(line)
      rebuilt.mended.push(stream)
    }
    rebuilt.cases += 1
    if (rebuilt.cases % 500 === 0) onProgress(rebuilt.cases)
  }
  for await (const stored of everyStream(means.db, { streamKind: 'attempt' })) {
    for (const fact of stored) await hearAttempt(fact)
    rebuilt.attempts += stored.length
  }
  onProgress(rebuilt.cases)
  return rebuilt
}

/** Whether cases exist and no line does: the installation is older than this capability. */
export async function supervisionIsEmpty(db: Db, area: string): Promise<boolean> {
  const held = await db.query('SELECT 1 FROM supervision.case_line WHERE area_code = $1 LIMIT 1', [area])
  if (held.length > 0) return false
  for await (const _first of everyStream(db, { areaCode: area, streamKind: 'case', pageSize: 20 }))
    return true
  return false
}

/**
 * Whether two lines say the same. Facts that supervision does not hear raise the version of a fresh fold only, and that is
 * no difference. PostgreSQL keeps `jsonb` in an order of its own.
 */
function same(held: CaseLine | undefined, fresh: CaseLine): boolean {
  if (held === undefined) return false
  const said = ({ version: _version, clocks, ...line }: CaseLine) =>
    JSON.stringify([sorted(line), clocks.map(sorted)])
  return said(held) === said(fresh)
}

function sorted(of: object): [string, unknown][] {
  return Object.entries(of)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}
