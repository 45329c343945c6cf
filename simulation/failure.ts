import { Broken } from './journal.ts'
import type { Run } from './run.ts'
import type { Wish } from './wish.ts'

/** A failure with everything that is needed to see it again. */
export class SimulationFailed extends Error {
  readonly seed: number
  readonly step: number
  readonly problems: readonly string[]
  constructor(seed: number, step: number, problems: readonly string[], text: string, cause: unknown) {
    super(text, { cause })
    this.seed = seed
    this.step = step
    this.problems = problems
  }
}

export function lastWords(error: unknown, { journal, town }: Run, wish: Wish): SimulationFailed {
  const { seed } = wish
  const problems = error instanceof Broken ? error.problems : [String((error as Error)?.stack ?? error)]
  const text = [
    `seed ${seed}, step ${journal.step}, ${town.clock.now()}:`,
    ...problems.slice(0, 20).map((problem) => `  ${problem}`),
    'before that:',
    ...journal.lastLines.map((line) => `  ${line.slice(0, 200)}`),
    `replay: npm run simulate -- ${replayed(wish)}`,
  ].join('\n')
  return new SimulationFailed(seed, journal.step, problems, text, error)
}

/** What to ask for to see the same days again. */
export function replayed({
  seed,
  days,
  scale,
  actsPerDay,
  from,
}: Pick<Wish, 'seed' | 'days' | 'scale' | 'actsPerDay' | 'from'>): string {
  return [
    `--seed ${seed} --days ${days}`,
    ...(scale === undefined ? [] : [`--scale ${scale}`]),
    ...(actsPerDay === undefined ? [] : [`--acts ${actsPerDay}`]),
    ...(from === undefined ? [] : [`--from ${from}`]),
  ].join(' ')
}
