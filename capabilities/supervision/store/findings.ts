import type { Queryable } from '#platform/db/db.ts'
import { asks, made, type Reading } from '#platform/db/reading.ts'
import type { Finding, FindingRule } from '../model/findings.ts'
import { parameters } from './rates.ts'

/** A finding with the case it is about. */
export interface FindingRow extends Finding {
  source: 'own' | 'import'
  caseNo: string
  itemId: string | null
  itemName: string
  body: string | null
  place: string | null
}

export interface FindingQuestion {
  area: string
  from: string
  to: string
  rule?: FindingRule
  source?: FindingRow['source']
  body?: string
  item?: string
  /** A director reads the own place's cases, hence no reported ones. */
  place?: string
}

/** What was found in these cases, in place of what was found in them before. */
export async function replaceFindings(
  db: Queryable,
  area: string,
  source: FindingRow['source'],
  cases: readonly string[],
  rows: readonly FindingRow[],
): Promise<void> {
  if (cases.length > 0) await db.query(REPLACE, [area, source, cases, JSON.stringify(rows)])
}

export async function addFinding(db: Queryable, area: string, row: FindingRow): Promise<void> {
  await db.query(ADD, [area, JSON.stringify([row])])
}

const INSERT = (
  param: string,
) => `INSERT INTO supervision.finding (area_code, source, case_no, rule, code, day, item_id,
      item_name, body, place, facts, evidence)
    SELECT $1, g->>'source', g->>'caseNo', g->>'rule', g->>'code', (g->>'day')::date, g->>'itemId', g->>'itemName',
      g->>'body', g->>'place', g->'facts', g->'evidence'
    FROM jsonb_array_elements(${param}::jsonb) AS g
    ON CONFLICT (area_code, source, case_no, code) DO UPDATE SET rule = excluded.rule, day = excluded.day,
      item_id = excluded.item_id, item_name = excluded.item_name, body = excluded.body, place = excluded.place,
      facts = excluded.facts, evidence = excluded.evidence`

// Recorded attempts are facts of their own and stay, whatever the case's own record says.
const REPLACE = {
  name: 'supervision.replace-findings',
  text: `WITH gone AS (
      DELETE FROM supervision.finding f WHERE f.area_code = $1 AND f.source = $2 AND f.case_no = ANY($3)
        AND f.code NOT IN ('attempted', 'upward-attempted', 'notice-blocked')
        AND NOT EXISTS (SELECT FROM jsonb_array_elements($4::jsonb) AS k
          WHERE k->>'caseNo' = f.case_no AND k->>'code' = f.code))
    ${INSERT('$4')}`,
}

const ADD = { name: 'supervision.add-finding', text: INSERT('$2') }

const FINDING = `f.source, f.case_no AS "caseNo", f.rule, f.code, f.day, f.item_id AS "itemId",
  f.item_name AS "itemName", f.body, f.place, f.facts, f.evidence`

export interface FindingPlace {
  day: string
  caseNo: string
  code: string
}

export function readFindings(
  question: FindingQuestion,
  after: FindingPlace | undefined,
  limit: number,
): Reading<readonly FindingRow[]> {
  const { values, where, param } = asked(question)
  if (after) {
    const [day, no, code] = [param(after.day), param(after.caseNo), param(after.code)]
    where.push(`(f.day < ${day}::date OR (f.day = ${day}::date AND (f.case_no, f.code) > (${no}, ${code})))`)
  }
  const text = `SELECT ${FINDING} FROM supervision.finding f WHERE ${where.join(' AND ')}
    ORDER BY f.day DESC, f.case_no, f.code LIMIT ${param(limit)}`
  return asks<FindingRow>(text, values)
}

export function findingCounts(question: FindingQuestion): Reading<Partial<Record<FindingRule, number>>> {
  const { rule: _every, ...rest } = question
  const { values, where } = asked(rest)
  const counted = asks<{ rule: FindingRule; count: number }>(
    `SELECT f.rule, count(*) AS count FROM supervision.finding f WHERE ${where.join(' AND ')} GROUP BY f.rule`,
    values,
  )
  return made(counted, (rows) => Object.fromEntries(rows.map(({ rule, count }) => [rule, count])))
}

function asked({ area, from, to, rule, source, body, item, place }: FindingQuestion) {
  const { values, param } = parameters()
  const where = [`f.area_code = ${param(area)}`, `f.day BETWEEN ${param(from)}::date AND ${param(to)}::date`]
  const equal = { rule, source, body, item_id: item, place }
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) where.push(`f.${column} = ${param(value)}`)
  return { values, param, where }
}
