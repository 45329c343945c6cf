import { due } from '#engine/clock/clock.ts'
import type { PaperSource } from './paper-source.ts'

export function dueDay({ dossier, calendar, fact }: PaperSource<unknown>, name: string): string | undefined {
  // A paper tells the day its own act set, also when the clock has been started anew since.
  const started = fact.clock?.find((entry) => entry.entry === 'start' && entry.clock === name)
  const clock = dossier.clocks[name]
  if (clock === undefined) return undefined
  return due(
    started?.entry === 'start'
      ? { ...clock, start: started, amount: started.amount, stops: [], extensions: [] }
      : clock,
    calendar,
  ).day
}
