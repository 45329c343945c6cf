import type { Queryable } from '#platform/db/db.ts'
import { made, type Reading } from '#platform/db/reading.ts'
import type { AlertLevel, Attempt, CaseLine } from './model.ts'
import { readAttempts, attemptCounts, SAVE_ATTEMPT, attemptValues, type BodyCount } from './store/attempts.ts'
import { COLUMNS, LINE, lineValues } from './store/columns.ts'
import { alertCounts, readAlerts, type AlertPlace } from './store/alerts.ts'
import type {
  AttemptQuestion,
  Count,
  Group,
  Grouping,
  Part,
  Place,
  RateQuestion,
  Scope,
} from './store/questions.ts'
import { countRate, listRate } from './store/rates.ts'

export type { Count, Grouping, Part, Place, RateQuestion, Scope }

export interface SupervisionReader {
  line(area: string, stream: string): Promise<CaseLine | undefined>
  /** Lines of cases by stream, for the names behind attempts. */
  lines(area: string, streams: readonly string[]): Promise<CaseLine[]>
  count(question: RateQuestion): Reading<Count>
  grouped(question: RateQuestion, by: Grouping): Reading<readonly Group[]>
  list(question: RateQuestion, part: Part, after: Place | undefined, limit: number): Promise<CaseLine[]>
  /** Open work that is near its end or past it on this day: red cards, yellow cards, warnings, each by due day. */
  alerts(
    scope: Scope,
    today: string,
    level: AlertLevel | undefined,
    after: AlertPlace | undefined,
    limit: number,
  ): Promise<CaseLine[]>
  alertCounts(scope: Scope, today: string): Promise<Record<AlertLevel, number>>
  attempts(
    question: AttemptQuestion,
    after: { at: string; stream: string; seq: number } | undefined,
    limit: number,
  ): Promise<Attempt[]>
  attemptCounts(question: AttemptQuestion): Reading<readonly BodyCount[]>
}

export function supervisionReader(db: Queryable): SupervisionReader {
  return {
    line: async (area, stream) => (await db.query<CaseLine>(LINES, [area, [stream]]))[0],
    lines: (area, streams) =>
      streams.length === 0 ? Promise.resolve([]) : db.query<CaseLine>(LINES, [area, streams]),
    count: (question) => made(countRate<Count>(question, undefined), ([row]) => row!),
    grouped: (question, by) => countRate<Group>(question, by),
    list: (question, part, after, limit) => listRate(db, question, part, after, limit),
    alerts: (scope, today, level, after, limit) => readAlerts(db, scope, today, level, after, limit),
    alertCounts: (scope, today) => alertCounts(db, scope, today),
    attempts: (question, after, limit) => readAttempts(db, question, after, limit),
    attemptCounts,
  }
}

export interface SupervisionWriter {
  /** Keeps the line unless a later one is there already. */
  keepLine(line: CaseLine): Promise<void>
  /** Writes the line whatever is there, for rebuilding. */
  mendLine(line: CaseLine): Promise<void>
  keepAttempt(attempt: Attempt): Promise<void>
}

export function supervisionWriter(db: Queryable): SupervisionWriter {
  return {
    keepLine: async (line) => void (await db.query(KEEP, lineValues(line))),
    mendLine: async (line) => void (await db.query(MEND, lineValues(line))),
    keepAttempt: async (attempt) => void (await db.query(SAVE_ATTEMPT, attemptValues(attempt))),
  }
}

const LINES = {
  name: 'supervision.lines',
  text: `SELECT ${LINE} FROM supervision.case_line l WHERE l.area_code = $1 AND l.stream = ANY($2)`,
}

const names = COLUMNS.map(([name]) => name).join(', ')
const values = COLUMNS.map(([, type], index) => `$${index + 1}::${type}`).join(', ')
const changes = COLUMNS.slice(2)
  .map(([name]) => `${name} = excluded.${name}`)
  .join(', ')
const upsert = (when: string) =>
  `INSERT INTO supervision.case_line AS l (${names}) VALUES (${values})
   ON CONFLICT (area_code, id) DO UPDATE SET ${changes} ${when}`

const KEEP = { name: 'supervision.keep-line', text: upsert('WHERE l.version < excluded.version') }
const MEND = { name: 'supervision.mend-line', text: upsert('') }
