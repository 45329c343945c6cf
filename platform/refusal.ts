/**
 * An expected "no" of the platform: a value, never an exception. The same shape as the engine's, which the
 * platform does not know.
 */
export interface Refusal<Code extends string = string> {
  refused: true
  code: Code
  facts?: Readonly<Record<string, unknown>>
  basis?: string
}

export function refuse<Code extends string>(
  code: Code,
  more: Omit<Refusal, 'refused' | 'code'> = {},
): Refusal<Code> {
  return { refused: true, code, ...more }
}

export function isRefused(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
}
