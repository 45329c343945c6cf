import { Refused } from '#platform/http/client.ts'
import { failureWords } from './words.ts'

/** Why something did not happen, ready to be shown: a sentence, and the legal basis when there is one. */
export interface Failure {
  code: string
  sentence: string
  basis?: string
  facts?: Readonly<Record<string, unknown>>
}

export function failure(error: unknown): Failure {
  if (!(error instanceof Refused)) return { code: 'unreachable', sentence: failureWords.unreachable }
  const { code, detail, basis, facts } = error.problem
  const sentence = code === 'form-expired' ? failureWords.pressAgain : detail || failureWords.unreachable
  return {
    code,
    sentence,
    ...(basis === undefined ? {} : { basis }),
    ...(facts === undefined ? {} : { facts }),
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Refused && codes.includes(error.problem.code)
}
