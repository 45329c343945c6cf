import type { SightValue } from '#platform/auth/visibility.ts'
import { branchesOf, withoutCovered, type Branch } from './branches.ts'
import { debtorsOf, notOwed, owedDay, type Param } from './debtors.ts'
import { ASKED_CLOCKS, CASE_SIGHT, LISTED, OPEN_CLOCKS, type CaseColumn, type CaseSight } from './rows.ts'
import { FEW, possible, WALKS, type Order, type Walk } from './walks.ts'

export interface ListQuery {
  areas: readonly string[]
  sight: CaseSight
  /** Narrower than sight: the queue somebody asked for. */
  queue?: CaseSight
  state?: string
  item?: string
  procedure?: string
  /** Claimed by somebody who is none of these posts. */
  claimedByOther?: readonly string[]
  /** The applicant's masked name. */
  applicant?: string
  /** Only cases that belong to a major project. */
  projects?: boolean
  /** The beginning of a case number, or a whole one: those found are told from the highest number down. */
  no?: string
  openOnly: boolean
  /** The other way round: only what has ended. */
  overOnly?: boolean
  /** With the clocks that have not ended: of every case, or of those that ask something beside their step. */
  clocks?: 'all' | 'asked'
  order: Order
  after?: { dueDay: string; id: string } | { no: string }
  limit: number
}

export interface Written {
  text: string
  values: unknown[]
}

/**
 * A page of cases. Each way to see a case is a branch that walks an index of its own in the order of the list and stops after
 * a page; the pages are merged. So a page costs the same in a table of a thousand rows and of ten million.
 */
export function listStatement(query: ListQuery, values: unknown[] = []): Written | undefined {
  const branches = withoutCovered(branchesOf(wanted(query)))
  if (branches.length === 0) return undefined
  const param: Param = (value, type) => `$${values.push(value)}::${type}`
  const text =
    query.no !== undefined && query.areas.length === 1
      ? byNumber(query, query.no, branches, param)
      : merged(query, branches, param)
  return { text, values }
}

type CaseBranch = Branch<CaseColumn>

function wanted({ sight, queue, state, item, procedure }: ListQuery): CaseSight {
  return {
    allOf: [
      sight,
      ...(queue ? [queue] : []),
      ...(state ? [{ column: 'state', equals: state } as const] : []),
      ...(item ? [{ column: 'item_id', equals: item } as const] : []),
      ...(procedure ? [{ column: 'procedure', equals: procedure } as const] : []),
    ],
  }
}

function merged(query: ListQuery, branches: readonly CaseBranch[], param: Param): string {
  const pages = branches.map((branch) => page(query, branch, param))
  const order = query.order === 'newest' ? 'u.id DESC' : 'u.day, u.id'
  const day = query.order === 'newest' ? '' : ', t.day AS "listDay"'
  return `SELECT ${listed(query)}${day} FROM (
      SELECT u.* FROM (${pages.join('\n      UNION ')}) u
      ORDER BY ${order} LIMIT ${param(query.limit, 'int')}
    ) t JOIN cases.case_view v ON v.area_code = t.area_code AND v.id = t.id ORDER BY ${order.replaceAll('u.', 't.')}`
}

/** One page of one branch, from the index whose leading columns the branch names. */
function page(query: ListQuery, branch: CaseBranch, param: Param): string {
  const areas = branch.area === undefined ? query.areas : query.areas.filter((area) => area === branch.area)
  const limit = param(query.limit, 'int')
  // What the index holds and no more, so that the table is only opened for the rows of the page.
  const keys = (day: string) => `v.area_code, v.id${query.order === 'newest' ? '' : `, ${day} AS day`}`
  const debtors = query.order === 'owed' ? debtorsOf(query.queue) : []
  if (branch.has.length > 0 || query.projects) {
    // Few cases have partners or a project, and no index keeps them in order: found by the list and sorted, behind a fence, because the
    // planner would rather walk the whole table in order and wait for them to turn up.
    const day = owedDay(debtors, param, true)
    const found = [
      `v.area_code = ANY(${param(areas, 'text[]')})`,
      ...conditions(branch, [], param),
      ...residue(query, param),
      ...after(query, param, day),
    ]
    return `(SELECT f.* FROM (
        SELECT ${keys(day)} FROM cases.case_view v WHERE ${found.join(' AND ')} OFFSET 0
      ) f ORDER BY ${query.order === 'newest' ? 'f.id DESC' : 'f.day, f.id'} LIMIT ${limit})`
  }
  const { leading } = walkFor(branch, query.order)
  const probed = product([
    areas,
    ...leading.map((column) => branch.among.get(column) ?? FEW[column] ?? []),
  ]).filter(([, ...values]) => possible(leading, values, query.openOnly))
  const names = ['area', ...leading.map((_, index) => `c${index}`)]
  const probes = names
    .map((_, index) =>
      param(
        probed.map((key) => key[index]),
        'text[]',
      ),
    )
    .join(', ')
  const where = [
    'v.area_code = k.area',
    ...leading.map(
      (column, index) => `${spelled(column)} = k.c${index}${column === 'party' ? '::uuid' : ''}`,
    ),
    ...conditions(branch, leading, param),
    ...residue(query, param),
    ...notOwed(debtors, param),
    ...after(query, param),
  ]
  const order = query.order === 'newest' ? 'v.id DESC' : 'v.due_day, v.id'
  return `(SELECT w.* FROM unnest(${probes}) AS k(${names.join(', ')})
      CROSS JOIN LATERAL (SELECT ${keys('v.due_day')} FROM cases.case_view v
        WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${limit}) w)`
}

function walkFor({ among }: CaseBranch, order: Order): Walk {
  const fits = ({ named }: Walk) => named.every((column) => among.has(column) && !leftOpen(among, column))
  return WALKS[order].find(fits)!
}

/** The index of holders has no entry for cases that nobody holds. */
function leftOpen(among: CaseBranch['among'], column: CaseColumn): boolean {
  return column === 'holder' && among.get(column)!.includes('')
}

/** What a branch asks beside the columns its walk has already settled. */
export function conditions(
  { among, has }: CaseBranch,
  settled: readonly CaseColumn[],
  param: Param,
): string[] {
  return [
    ...[...among]
      .filter(([column]) => !settled.includes(column))
      .map(([column, values]) => `${spelled(column)} = ANY(${param(values, `${typeOf(column)}[]`)})`),
    // That somebody holds it, or that the list is not empty, says nothing more; but it is what these indexes were made for.
    ...(among.has('holder') && !leftOpen(among, 'holder') ? [`v.holder <> ''`] : []),
    ...has.map(
      ([column, value]) =>
        `${spelled(column)} <> '{}' AND ${spelled(column)} @> ARRAY[${param(value, 'text')}]`,
    ),
  ]
}

function residue(query: ListQuery, param: Param): string[] {
  const { openOnly, overOnly, claimedByOther, applicant, projects, no, areas } = query
  return [
    ...(openOnly ? ['v.open'] : []),
    ...(overOnly ? ['NOT v.open'] : []),
    ...(applicant ? [`v.applicant_masked = ${param(applicant, 'text')}`] : []),
    ...(projects ? ["v.project <> ''"] : []),
    ...(claimedByOther ? [`v.holder <> '' AND v.holder <> ALL(${param(claimedByOther, 'text[]')})`] : []),
    ...(no !== undefined && areas.length > 1 ? [`starts_with(v.no, ${param(no, 'text')})`] : []),
  ]
}

function after({ after: cursor, order }: ListQuery, param: Param, day = 'v.due_day'): string[] {
  if (cursor === undefined) return []
  if ('no' in cursor) return [`v.no < ${param(cursor.no, 'text')}`]
  const id = param(cursor.id, 'uuid')
  return order === 'newest' ? [`v.id < ${id}`] : [`(${day}, v.id) > (${param(cursor.dueDay, 'date')}, ${id})`]
}

/** A range of the index of numbers; what is not to be seen in it is passed over. */
function byNumber(query: ListQuery, no: string, branches: readonly CaseBranch[], param: Param): string {
  const [area] = query.areas
  const seen = branches
    .filter((branch) => branch.area === undefined || branch.area === area)
    .map((branch) => conditions(branch, [], param))
    .map((parts) => (parts.length === 0 ? 'true' : parts.join(' AND ')))
  const next = no.slice(0, -1) + String.fromCharCode(no.charCodeAt(no.length - 1) + 1)
  const where = [
    `v.area_code = ${param(area, 'text')}`,
    `v.no >= ${param(no, 'text')} AND v.no < ${param(next, 'text')}`,
    `starts_with(v.no, ${param(no, 'text')})`,
    `(${seen.map((part) => `(${part})`).join(' OR ') || 'false'})`,
    ...residue(query, param),
    ...after(query, param),
  ]
  return `SELECT ${listed(query)} FROM cases.case_view v WHERE ${where.join(' AND ')}
    ORDER BY v.area_code DESC, v.no DESC LIMIT ${param(query.limit, 'int')}`
}

function product(lists: readonly (readonly SightValue[])[]): SightValue[][] {
  return lists.reduce<SightValue[][]>(
    (before, list) => before.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
}

const CLOCKS = { all: `, ${OPEN_CLOCKS}`, asked: `, ${ASKED_CLOCKS}` }
const listed = ({ clocks }: ListQuery): string => LISTED + (clocks ? CLOCKS[clocks] : '')
const spelled = (column: CaseColumn): string => CASE_SIGHT.columns[column]
const typeOf = (column: CaseColumn): string => (column === 'party' ? 'uuid' : 'text')
