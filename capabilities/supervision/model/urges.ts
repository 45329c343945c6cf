import { legalDay, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'

/** How often somebody was urged to act on a case (催办), and whether each time something came of it. */
export interface Urges {
  urges: number
  /** The last day on which somebody was urged. */
  urgedDay: LegalDay | null
  /** Each was answered: in words, by taking the step, or by doing what was owed beside it. */
  urgesAnswered: boolean
}

/** What is owed beside the step ends its own limit once it is done; a step says itself that the urge was met. */
const ofStep = ({ body }: Fact): boolean => body['to'] === 'step'

export function urgesOf(facts: readonly Fact[]): Urges {
  const urged = facts.filter(({ kind }) => kind === 'urged')
  const last = urged.at(-1)
  return {
    urges: urged.length,
    urgedDay: last === undefined ? null : legalDay(last.at),
    urgesAnswered: urged.every((one) => isAnswered(one, facts)),
  }
}

function isAnswered(urge: Fact, facts: readonly Fact[]): boolean {
  const { id, limit } = urge.body as { id: string; limit: string }
  const names = ({ body }: Fact): boolean => ((body['ids'] ?? []) as string[]).includes(id)
  return facts
    .filter(({ seq }) => seq > urge.seq)
    .some((fact) => {
      if (fact.kind === 'urge-answered') return names(fact)
      if (fact.kind === 'urge-ended') return fact.body['met'] === true && names(fact)
      return (
        !ofStep(urge) && (fact.clock ?? []).some((entry) => entry.entry === 'end' && entry.clock === limit)
      )
    })
}
