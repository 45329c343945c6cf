import type { SightValue } from '#platform/auth/visibility.ts'
import { branchesOf, withoutCovered } from './branches.ts'
import { debtorsOf, owedDay, type Param } from './debtors.ts'
import { conditions, type Written } from './list.ts'
import type { CaseSight } from './rows.ts'

export interface Counted {
  sight: CaseSight
  queue: CaseSight
  approvals: CaseSight
  /** The post that asks, whose notices are counted with it. */
  post: string
  day: string
  /** The working day after it. */
  nextDay: string
}

/** Counted no further than anybody wants to know. */
const UNREAD_COUNTED_MAX = 100

/** How many open cases there are to see and to do: costs what is open, never what was closed long ago. */
export function countStatement(
  area: string,
  { sight, queue, approvals, post, day, nextDay }: Counted,
): Written {
  const values: unknown[] = []
  const param: Param = (value, type) => `$${values.push(value)}::${type}`
  const rows = (condition: CaseSight, debtors: readonly SightValue[] = []) => {
    const ways = withoutCovered(branchesOf(condition)).filter(
      (branch) => branch.area === undefined || branch.area === area,
    )
    const parts = ways.map((branch) => {
      const where = [`v.area_code = ${param(area, 'text')}`, 'v.open', ...conditions(branch, [], param)]
      return `SELECT v.id, ${owedDay(debtors, param)} AS day FROM cases.case_view v WHERE ${where.join(' AND ')}`
    })
    return parts.join(' UNION ') || 'SELECT NULL AS id, NULL::date AS day WHERE false'
  }
  const open = rows(sight)
  const mine = rows({ allOf: [sight, queue] }, debtorsOf(queue))
  const word = rows({ allOf: [sight, approvals] })
  const on = param(day, 'date')
  const next = param(nextDay, 'date')
  const unread = `SELECT 1 FROM cases.office_notice n WHERE n.area_code = ${param(area, 'text')}
      AND n.post = ${param(post, 'text')} AND n.read_at IS NULL LIMIT ${UNREAD_COUNTED_MAX}`
  const text = `SELECT (SELECT count(*) FROM (${unread}) r) AS unread,
      count(*) FILTER (WHERE m.day > ${on} AND m.day <= ${next}) AS next, (SELECT count(*) FROM (${open}) o) AS open, (SELECT count(*) FROM (${word}) a) AS approvals,
      count(*) AS mine,
      count(*) FILTER (WHERE m.day = ${on}) AS soon, count(*) FILTER (WHERE m.day < ${on}) AS late
    FROM (${mine}) m`
  return { text, values }
}
