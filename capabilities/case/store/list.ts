import type { SightValue } from '#platform/auth/visibility.ts'
import { branchesOf, withoutCovered, type Branch } from './branches.ts'
import { debtorsOf, notOwed, owedDay, type Param } from './debtors.ts'
import { isByDay, SORTINGS, type After } from './order.ts'
import { CASE_SIGHT, LISTED, OPEN_CLOCKS, type CaseColumn, type CaseSight } from './rows.ts'
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
  /** Came in between these moments; the second no longer belongs to it. */
  received?: { from?: string; before?: string }
  /** The day the list is sorted by lies between these, both included. */
  due?: { from?: string; to?: string }
  order: Order
  after?: After
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
  const branches = ways(query)
  if (branches.length === 0) return undefined
  const param: Param = (value, type) => `$${values.push(value)}::${type}`
  const text =
    query.no !== undefined && query.areas.length === 1
      ? byNumber(query, query.no, branches, param)
      : merged(query, branches, param)
  return { text, values }
}

type CaseBranch = Branch<CaseColumn>

/**
 * A walk leaves out what this officer owes on another day than that of the step, so what finds such a case in its list stays, although
 * the walk would cover it.
 */
function ways(query: ListQuery): CaseBranch[] {
  const all = branchesOf(wanted(query))
  if (query.order !== 'owed') return withoutCovered(all)
  const walks = all.filter(({ has }) => has.length === 0)
  const lists = all.filter(({ has }) => has.length > 0)
  return [...withoutCovered(walks), ...withoutCovered(lists)]
}

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
  const { by } = SORTINGS[query.order]
  const day = isByDay(query.order) ? ', t.day AS "listDay"' : ''
  return `SELECT ${LISTED}, ${OPEN_CLOCKS}${day} FROM (
      SELECT u.* FROM (${pages.join('\n      UNION ')}) u
      ORDER BY ${by('u')} LIMIT ${param(query.limit, 'int')}
    ) t JOIN cases.case_view v ON v.area_code = t.area_code AND v.id = t.id ORDER BY ${by('t')}`
}

/** One page of one branch, from the index whose leading columns the branch names. */
function page(query: ListQuery, branch: CaseBranch, param: Param): string {
  const areas = branch.area === undefined ? query.areas : query.areas.filter((area) => area === branch.area)
  const debtors = query.order === 'owed' ? debtorsOf(query.queue) : []
  return branch.has.length > 0 || query.projects
    ? found(query, branch, { areas, debtors }, param)
    : walked(query, branch, { areas, debtors }, param)
}

interface Within {
  areas: readonly string[]
  debtors: readonly SightValue[]
}

/** What the index holds and no more, so that the table is only opened for the rows of the page. */
const keys = ({ order }: ListQuery, day: string): string => `v.area_code, v.id${SORTINGS[order].key(day)}`

/**
 * Few cases have partners or a project, and no index keeps them in order: found by the list and sorted, behind a fence, because the
 * planner would rather walk the whole table in order and wait for them to turn up.
 */
function found(query: ListQuery, branch: CaseBranch, { areas, debtors }: Within, param: Param): string {
  const day = owedDay(debtors, param, true)
  const where = [
    `v.area_code = ANY(${param(areas, 'text[]')})`,
    ...conditions(branch, [], param),
    // What somebody urges stands first in the list, and yet falls due on its own day.
    ...residue(query, param, () => owedDay(debtors, param)),
    ...after(query, param, day),
  ]
  return `(SELECT f.* FROM (
        SELECT ${keys(query, day)} FROM cases.case_view v WHERE ${where.join(' AND ')} OFFSET 0
      ) f ORDER BY ${SORTINGS[query.order].by('f')} LIMIT ${param(query.limit, 'int')})`
}

function walked(query: ListQuery, branch: CaseBranch, { areas, debtors }: Within, param: Param): string {
  const limit = param(query.limit, 'int')
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
  return `(SELECT w.* FROM unnest(${probes}) AS k(${names.join(', ')})
      CROSS JOIN LATERAL (SELECT ${keys(query, 'v.due_day')} FROM cases.case_view v
        WHERE ${where.join(' AND ')} ORDER BY ${SORTINGS[query.order].by('v', 'v.due_day')} LIMIT ${limit}) w)`
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

function residue(query: ListQuery, param: Param, day = () => 'v.due_day'): string[] {
  const { openOnly, overOnly, claimedByOther, applicant, projects, no, areas } = query
  return [
    ...(openOnly ? ['v.open'] : []),
    ...(overOnly ? ['NOT v.open'] : []),
    ...(applicant ? [`v.applicant_masked = ${param(applicant, 'text')}`] : []),
    ...(projects ? ["v.project <> ''"] : []),
    ...(claimedByOther ? [`v.holder <> '' AND v.holder <> ALL(${param(claimedByOther, 'text[]')})`] : []),
    ...(no !== undefined && areas.length > 1 ? [`starts_with(v.no, ${param(no, 'text')})`] : []),
    ...between(query, param, day),
  ]
}

/** Days and moments asked for; where the list is sorted by them, a stretch of the index it walks. */
function between({ received, due }: ListQuery, param: Param, day: () => string): string[] {
  return [
    ...(received?.from ? [`v.received_at >= ${param(received.from, 'timestamptz')}`] : []),
    ...(received?.before ? [`v.received_at < ${param(received.before, 'timestamptz')}`] : []),
    ...(due?.from ? [`${day()} >= ${param(due.from, 'date')}`] : []),
    ...(due?.to ? [`${day()} <= ${param(due.to, 'date')}`] : []),
  ]
}

function after({ after: cursor, order }: ListQuery, param: Param, day = 'v.due_day'): string[] {
  if (cursor === undefined) return []
  if ('no' in cursor) return [`v.no < ${param(cursor.no, 'text')}`]
  return [SORTINGS[order].behind(cursor, param, day) ?? []].flat()
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
  return `SELECT ${LISTED}, ${OPEN_CLOCKS} FROM cases.case_view v WHERE ${where.join(' AND ')}
    ORDER BY v.area_code DESC, v.no DESC LIMIT ${param(query.limit, 'int')}`
}

function product(lists: readonly (readonly SightValue[])[]): SightValue[][] {
  return lists.reduce<SightValue[][]>(
    (before, list) => before.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
}

const spelled = (column: CaseColumn): string => CASE_SIGHT.columns[column]
const typeOf = (column: CaseColumn): string => (column === 'party' ? 'uuid' : 'text')
