import type { StoryLine } from '#capabilities/case/contract.ts'
import { dayOf } from '#ui/format/day.ts'

/** The trail by days in China, the latest day and in it the latest step first. */
export function byDay(story: readonly StoryLine[]): { day: string; lines: StoryLine[] }[] {
  const days = new Map<string, StoryLine[]>()
  for (const line of [...story].sort((one, other) => other.seq - one.seq)) {
    const day = dayOf(line.at)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days].map(([day, lines]) => ({ day, lines }))
}
