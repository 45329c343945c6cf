import { CASE_STATES, PROCEDURES, type CaseSummary } from '#capabilities/case/contract.ts'
import { isDayRange } from '#capabilities/case/contract/day-range.ts'

export type Queue = 'mine' | 'approvals' | 'open' | 'all'
export const HOLDERS = ['mine', 'nobody', 'other'] as const
export type HolderFilter = (typeof HOLDERS)[number]

/** The filters of the work list; they live in the address, so that “back” finds the same list. */
export interface WorkListSearch {
  queue?: Queue
  state?: CaseSummary['state']
  item?: string
  procedure?: CaseSummary['procedure']
  /** Who claimed it. */
  holder?: HolderFilter
  /** Only cases of major projects (直通车). */
  projects?: '1'
  /** The applicant's name as lists show it. */
  applicant?: string
  /** Came in, falls due on these days: `today`, `week`, `month`, or from a day to a day. */
  received?: string
  due?: string
  no?: string
}

const QUEUES: readonly string[] = ['mine', 'open', 'all']

export function workListSearch(search: Record<string, unknown>): WorkListSearch {
  const { queue, state, item, procedure, holder, projects, applicant, received, due, no } = search
  return {
    ...(typeof queue === 'string' && QUEUES.includes(queue) ? { queue: queue as Queue } : {}),
    ...(typeof state === 'string' && (CASE_STATES as readonly string[]).includes(state)
      ? { state: state as CaseSummary['state'] }
      : {}),
    ...(typeof procedure === 'string' && (PROCEDURES as readonly string[]).includes(procedure)
      ? { procedure: procedure as CaseSummary['procedure'] }
      : {}),
    ...(typeof holder === 'string' && (HOLDERS as readonly string[]).includes(holder)
      ? { holder: holder as HolderFilter }
      : {}),
    ...(String(projects) === '1' ? { projects: '1' as const } : {}),
    ...(typeof item === 'string' && item !== '' ? { item } : {}),
    ...(typeof applicant === 'string' && applicant.length >= 2 ? { applicant } : {}),
    ...(isDayRange(received) ? { received } : {}),
    ...(isDayRange(due) ? { due } : {}),
    ...(typeof no === 'string' || typeof no === 'number' ? { no: String(no) } : {}),
  }
}

/** The same list as a file for a spreadsheet, with these columns. */
export function fileUrl(search: WorkListSearch, columns: readonly string[]): string {
  const query = new URLSearchParams({ ...search, columns: columns.join(',') })
  return `/api/v1/case-list/export?${query.toString()}`
}

/** Something was asked for, so that an empty list says nothing about the work. */
export function isFiltered(search: WorkListSearch): boolean {
  return asksFor(search) > 0
}

/** How many questions narrow the list. */
export function asksFor({ queue: _queue, ...asked }: WorkListSearch): number {
  return Object.values(asked).filter((value) => value !== undefined).length
}

/** The same list, in whatever order its questions stand in the address. */
export function sameSearch(one: WorkListSearch, other: WorkListSearch): boolean {
  const sorted = (search: WorkListSearch) => JSON.stringify(Object.entries(search).sort())
  return sorted(one) === sorted(other)
}
