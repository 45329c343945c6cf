import { rangeWords } from '#capabilities/case/contract/day-range.ts'
import { PROCEDURE_TITLES, STATE_TITLES } from '#capabilities/case/contract/titles.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { WorkListSearch } from './search.ts'
import { workListWords as words } from './words.ts'

/** What a list was narrowed by, for whoever reads it on paper; which item it is stands in every line. */
export function askedWords(search: WorkListSearch, today: string): string[] {
  const { queue, state, procedure, holder, projects, applicant, received, due, no } = search
  return [
    queue && words.queues[queue],
    state && STATE_TITLES[state],
    procedure && PROCEDURE_TITLES[procedure],
    holder && words.holders[holder],
    projects && words.projectsOnly,
    received && `${words.days.received.label}：${rangeWords(received, today)}`,
    due && `${words.days.due.label}：${rangeWords(due, today)}`,
    applicant && `${words.applicant}：${applicant}`,
    no && `${words.no}：${groupedNumber(no)}`,
  ].filter((part) => part !== undefined)
}
