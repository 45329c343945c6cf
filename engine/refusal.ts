/**
 * An expected "no": a value, never an exception. It carries a stable code, the facts behind it and the legal basis;
 * the Chinese sentence for the code lives in the capability's `words.ts`.
 */
export interface Refusal {
  refused: true
  code: string
  facts?: Readonly<Record<string, unknown>>
  /** Law and article, or the clause of the plan, that says no. */
  basis?: string
  /** Recorded refusals (beyond power, pushing up) are appended to an attempt stream so that supervision sees them. */
  recorded?: boolean
}

export function refusal(code: string, more: Omit<Refusal, 'refused' | 'code'> = {}): Refusal {
  return { refused: true, code, ...more }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
}
