import type { Queryable } from '#platform/db/db.ts'
import { asks, type Reading } from '#platform/db/reading.ts'
import type { CaseLine } from '../model.ts'
import type { Grouping, Part, Place, RateQuestion } from './questions.ts'
import { columnOf, LINE } from './columns.ts'
import { sqlOf, type Param } from './predicate.ts'

// Unnamed statements: the shape depends on the rule, and each is planned for the days that are asked for.

/** Both numbers of a rate, whole or one row a place or item. */
export function countRate<R extends object>(
  question: RateQuestion,
  by: Grouping | undefined,
): Reading<readonly R[]> {
  const { values, param } = parameters()
  const what = question.rate.counts === 'items' ? 'DISTINCT l.item_id' : '*'
  const where = whereOf(question, param)
  const met = sqlOf(question.rate.met(question.period, question.policy), param)
  const group = by && `l.${columnOf(by).name}`
  const text = `SELECT ${group ? `${group} AS id, ` : ''}count(${what}) AS denominator,
      count(${what}) FILTER (WHERE ${met}) AS numerator
    FROM supervision.case_line l WHERE ${where} ${group ? `GROUP BY ${group} ORDER BY ${group} LIMIT 1000` : ''}`
  return asks<R>(text, values)
}

/** The cases behind one part of a rate, by the day the rate speaks of, the latest first. */
export function listRate(
  db: Queryable,
  question: RateQuestion,
  part: Part,
  after: Place | undefined,
  limit: number,
): Promise<CaseLine[]> {
  const { values, param } = parameters()
  const where = [whereOf(question, param)]
  if (part !== 'all') where.push(partOf(question, part, param))
  const day = `l.${columnOf(question.rate.by).name}`
  if (after) where.push(`(${day}, l.id) < (${param(after.day)}::date, ${param(after.id)}::uuid)`)
  const text = `SELECT ${LINE} FROM supervision.case_line l WHERE ${where.join(' AND ')}
    ORDER BY ${day} DESC, l.id DESC LIMIT ${param(limit)}`
  return db.query<CaseLine>(text, values)
}

/** Where items are counted, the rest are the cases of items that no case met the rule for. */
function partOf(question: RateQuestion, part: 'numerator' | 'rest', param: Param): string {
  const { rate, period, policy } = question
  const met = sqlOf(rate.met(period, policy), param)
  if (part === 'numerator') return met
  if (rate.counts === 'cases') return `(${met}) IS NOT TRUE`
  return `l.item_id NOT IN (SELECT l.item_id FROM supervision.case_line l
    WHERE ${whereOf(question, param)} AND ${met})`
}

function whereOf({ rate, scope, period, policy }: RateQuestion, param: Param): string {
  return [
    `l.area_code = ${param(scope.area)}`,
    sqlOf(rate.of(period, policy), param),
    ...(scope.place === undefined ? [] : [`l.accept_place = ${param(scope.place)}`]),
    ...(scope.item === undefined ? [] : [`l.item_id = ${param(scope.item)}`]),
  ].join(' AND ')
}

export function parameters(): { values: unknown[]; param: Param } {
  const values: unknown[] = []
  return { values, param: (value) => `$${values.push(value)}` }
}
