import type { FactRow } from '#platform/ledger/ledger.ts'
import type { Known } from '../journal.ts'
import type { CaseTruth } from './truth.ts'

/** What was acknowledged is stored, once, and nothing stands there that nobody was told of. */
export function wrongWithMemory(known: Known, truth: CaseTruth | undefined): string[] {
  if (truth === undefined) return [`${known.no} was acknowledged and is lost`]
  const acts = new Set(truth.facts.filter(byPeople).map(({ at }) => at))
  const told = new Set(known.acknowledged.map(({ at }) => at))
  const lost = known.acknowledged.filter(({ at, version }) => !acts.has(at) || version > truth.row.version)
  const unasked = [...acts].filter((at) => !told.has(at))
  return [
    ...lost.map(({ act, at }) => `${known.no}: ${act} of ${at} was acknowledged and is lost`),
    ...unasked.map((at) => `${known.no}: a fact of ${at} that nobody was told of`),
  ]
}

const byPeople = ({ actor }: FactRow): boolean => (JSON.parse(actor) as { kind: string }).kind !== 'system'
