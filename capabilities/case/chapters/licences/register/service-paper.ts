import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Serving } from '#capabilities/licence-seal/model.ts'
import { serviceRecord, type ServedBy } from '../../../papers/service-record.ts'
import { paperTitleOf } from './paper-words.ts'

/** Facts whose paper is the record of service (送达回证), and the facts whose paper was served. */
export const SERVED: Readonly<Record<string, string>> = {
  'licence-intent-served': 'licence-intent-told',
  'licence-ended': 'licence-ending-decided',
  'licence-amended': 'licence-amendment-decided',
}

interface Source {
  item: ItemVersion
  facts: readonly Fact[]
  place: string
  /** The record as it was opened; nothing where a job served it. */
  record: Partial<Serving>
}

export function serviceWords(fact: Fact, { item, facts, place, record }: Source) {
  const told = facts.findLast(({ kind, seq }) => kind === SERVED[fact.kind] && seq < fact.seq)!
  const number = told.body['number'] as string | undefined
  const { mode, on } = fact.body as { mode: ServedBy; on: string }
  return {
    kind: 'delivery' as const,
    served: [{ title: paperTitleOf(told, item), ...(number === undefined ? {} : { number }), copies: 1 }],
    servedOn: on,
    ...serviceRecord(mode, record, { window: place, whose: '持证人' }),
  }
}
