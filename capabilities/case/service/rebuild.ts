import { fold } from '#engine/procedure/decide.ts'
import { due } from '#engine/clock/clock.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { approval, type CaseDossier } from '../model.ts'
import { NO_DUE_DAY } from '../store.ts'

export interface Rebuilt {
  cases: number
  /** Streams whose stored view differed from what their facts say. */
  mended: string[]
}

const PAGE = 500

/**
 * Folds every case again from its facts and mends the view where it differs. The masked name stays: it is no fact but a
 * picture of the sealed applicant.
 */
export async function rebuildCaseViews(
  { db, ledger, organisation }: { db: Db; ledger: Ledger; organisation: Organisation },
  area: string,
  onProgress: (cases: number) => void,
): Promise<Rebuilt> {
  const calendar = compileCalendar(await organisation.calendarOf(area))
  const rebuilt: Rebuilt = { cases: 0, mended: [] }
  for (let after = ''; ; ) {
    const rows = await db.query<{ stream: string; dossier: CaseDossier }>(PAGE_OF, [area, after, PAGE])
    for (const row of rows) {
      const folded = fold(approval, (await ledger.facts(area, row.stream)).map(readFact))
      rebuilt.cases += 1
      if (JSON.stringify(sorted(folded)) === JSON.stringify(sorted(row.dossier))) continue
      const state = approval.states[folded.state]!
      const days = Object.values(folded.clocks)
        .map((clock) => due(clock, calendar))
        .flatMap(({ state: standing, day }) => (standing === 'running' && day !== undefined ? [day] : []))
      const dueDay = state.final ? NO_DUE_DAY : (days.toSorted()[0] ?? NO_DUE_DAY)
      await db.query(MEND, [area, row.stream, folded.version, folded.state, state.waitsFor[0] ?? '', dueDay, !state.final, JSON.stringify(folded)])
      rebuilt.mended.push(row.stream)
    }
    onProgress(rebuilt.cases)
    if (rows.length < PAGE) return rebuilt
    after = rows.at(-1)!.stream
  }
}

/** Key order is no difference: PostgreSQL keeps `jsonb` in its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

const PAGE_OF = `SELECT stream, dossier FROM cases.case_view WHERE area_code = $1 AND stream > $2 ORDER BY stream LIMIT $3`

const MEND = `UPDATE cases.case_view SET version = $3, state = $4, waits_for = $5, due_day = $6, open = $7, dossier = $8
  WHERE area_code = $1 AND stream = $2`
