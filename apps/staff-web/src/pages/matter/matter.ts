import type { QueryKey } from '@tanstack/react-query'
import type { AllowedAct } from '#capabilities/case/contract.ts'

/** A licence, a poor rating: something with a procedure of its own that is acted on as a case is. */
export interface Matter {
  /** As one calls it in a sentence: 这本证照, 这条差评. */
  what: string
  stateText: string
  version: number
  allowed: readonly AllowedAct[]
  /** Refusals that say it has moved on under the reader's eyes. */
  movedOn: readonly string[]
  /** What is read again after an act: itself, and the lists it stands in. */
  reads: { self: QueryKey; lists: QueryKey }
  send: (act: string, body: ActBody, requestId: string) => Promise<unknown>
}

export interface ActBody {
  version: number
  input: Record<string, unknown>
}
