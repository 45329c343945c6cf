import type { DifferenceLine } from '#capabilities/catalogue/contract/layer-routes.ts'

/** What of the differences somebody wants to see; left out, all of it. */
export interface DifferenceFilter {
  /** Part of the name of the item, or of what differs. */
  q?: string
  /** Against which tier. */
  tier?: number
  /** With an approved exception, or without one. */
  approved?: 'yes' | 'no'
}

export function filtered(lines: readonly DifferenceLine[], { q = '', tier, approved }: DifferenceFilter) {
  const typed = q.trim()
  return lines.filter(
    (line) =>
      (typed === '' || line.name.includes(typed) || line.fieldTitle.includes(typed)) &&
      (tier === undefined || line.tier === tier) &&
      (approved === undefined || (line.exception !== undefined) === (approved === 'yes')),
  )
}
