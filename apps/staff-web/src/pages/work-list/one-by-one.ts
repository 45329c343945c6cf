import type { CaseSummary } from '#capabilities/case/contract.ts'
import { failure } from '../../server/failure.ts'

export interface Outcome {
  done: CaseSummary[]
  refused: { summary: CaseSummary; why: string }[]
}

/**
 * The same for each case, one after the other: every case is decided on by itself, refused by itself and recorded by itself, so that
 * twenty at once are nothing but twenty quick ones. Only who works on a case is ever done so; what is decided about an application
 * wants somebody who has read it (行政许可法第三十四条).
 */
export async function oneByOne(
  picked: readonly CaseSummary[],
  send: (summary: CaseSummary) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] }
  for (const summary of picked) {
    try {
      await send(summary)
      outcome.done.push(summary)
    } catch (error) {
      outcome.refused.push({ summary, why: failure(error).sentence })
    }
  }
  return outcome
}
