import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger, StoredFact } from '#platform/ledger/ledger.ts'
import { attemptOf, caseLine, policyOf, type CaseLine, type CalendarOf } from '../model.ts'
import { supervisionReader, supervisionWriter } from '../store.ts'

export interface ProjectionMeans {
  db: Queryable
  ledger: Pick<Ledger, 'facts'>
  organisation: Pick<Organisation, 'calendarOf' | 'pack'>
}

export interface Projection {
  /** Folds the whole case again and keeps its line; a fact that is folded already changes nothing. */
  hearCase(fact: Pick<StoredFact, 'areaCode' | 'stream' | 'seq'>): Promise<void>
  hearAttempt(fact: StoredFact): Promise<void>
  /** The line that all facts of a case give. */
  lineOf(facts: readonly StoredFact[]): Promise<CaseLine | undefined>
}

export function projection(means: ProjectionMeans): Projection {
  const read = supervisionReader(means.db)
  const write = supervisionWriter(means.db)
  const calendars = calendarVersions(means.organisation)

  async function lineOf(stored: readonly StoredFact[]): Promise<CaseLine | undefined> {
    const { areaCode: area, stream } = stored[0]!
    const facts = stored.map(readFact)
    const pack = await means.organisation.pack(area)
    if (pack === undefined) throw new Error(`area ${area} has no pack`)
    const named = facts.flatMap(({ clock = [] }) =>
      clock.flatMap((entry) => ('calendar' in entry ? [entry.calendar] : [])),
    )
    const calendarOf = await calendars(area, named)
    return caseLine({ area, stream, facts }, calendarOf, policyOf(pack.body.parameters).thresholds)
  }

  return {
    lineOf,
    async hearCase({ areaCode, stream, seq }) {
      const held = await read.line(areaCode, stream)
      if (held !== undefined && held.version >= seq) return
      const line = await lineOf(await means.ledger.facts(areaCode, stream))
      if (line !== undefined) await write.keepLine(line)
    },
    hearAttempt: (fact) => write.keepAttempt(attemptOf(fact)),
  }
}

/** A calendar version never changes, so each is compiled once. */
function calendarVersions(organisation: Pick<Organisation, 'calendarOf'>) {
  const compiled = new Map<string, WorkingCalendar>()
  return async (area: string, versions: readonly string[]): Promise<CalendarOf> => {
    for (const version of new Set(versions)) {
      const key = `${area}/${version}`
      if (!compiled.has(key)) compiled.set(key, compileCalendar(await organisation.calendarOf(area, version)))
    }
    return (version) => compiled.get(`${area}/${version}`)!
  }
}
