import { addDays } from '#engine/day.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Succession } from '../contract/succession.ts'

type Line = Pick<Succession, 'id' | 'successor' | 'on'>

/**
 * What stands on a day where `id` stood: itself while nothing has followed it, else whatever followed, and what followed that.
 * Several after a split; the same one for all that were merged. What ended without a successor stands for itself, so that
 * an old case still names its village.
 */
export function standingFor(lines: readonly Line[], id: string, day: string): string[] {
  const next = Map.groupBy(
    lines.filter(({ on }) => on <= day),
    (line) => line.id,
  )
  return walked(next, id, 'successor')
}

/** What stood before where `id` stands now, back to the beginning; `id` itself first. */
export function cameFrom(lines: readonly Line[], id: string, day: string): string[] {
  const before = Map.groupBy(
    lines.filter(({ on }) => on <= day),
    (line) => line.successor,
  )
  const found = new Set([id])
  for (const each of found) for (const line of before.get(each) ?? []) found.add(line.id)
  return [...found]
}

function walked(next: ReadonlyMap<string, readonly Line[]>, start: string, to: 'successor'): string[] {
  const ends = new Set<string>()
  const seen = new Set<string>()
  const go = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    const lines = next.get(id) ?? []
    // One that gave up a part and goes on is its own successor.
    if (lines.length === 0 || lines.some((line) => line[to] === id)) ends.add(id)
    for (const line of lines) go(line[to])
  }
  go(start)
  return [...ends].toSorted()
}

/** A line must lead to something that is there, on the day after the old one ended, and never back in a circle. */
export function successionProblems(
  lines: readonly Line[],
  known: ReadonlySet<string>,
  endOf: ReadonlyMap<string, string | undefined> = new Map(),
): OrganisationRefusal[] {
  return lines.flatMap((line) => {
    const { id, successor, on } = line
    if (!known.has(successor)) return [refuse('successor-missing', { id, successor })]
    if (id === successor) return []
    const end = endOf.get(id)
    if (endOf.has(id) && end !== addDays(on, -1))
      return [refuse('succession-day-wrong', { id, on, ...(end ? { end } : {}) })]
    return leadsBack(lines, line) ? [refuse('succession-circular', { id, successor })] : []
  })
}

function leadsBack(lines: readonly Line[], { id, successor }: Line): boolean {
  const found = new Set([successor])
  for (const each of found)
    for (const line of lines) if (line.id === each && line.successor !== each) found.add(line.successor)
  return found.has(id)
}
