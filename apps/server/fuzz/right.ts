import type { Reply } from '../testing/signed.ts'
import type { CallerName } from './callers.ts'
import { asJson, type Asked } from './requests.ts'
import type { Json } from './values.ts'

/** A request that goes through as it is: who sends it, and to which operation. */
export interface Right {
  caller: CallerName
  operation: string
  asked: Asked
}

export function right(
  caller: CallerName,
  operation: string,
  method: string,
  path: string,
  body?: unknown,
): Right {
  const sent = body === undefined ? { headers: {} } : asJson(body as Json)
  return { caller, operation, asked: { method, url: `/api/v1${path}`, ...sent } }
}

/** The answer of a request that had to go through. */
export function got({ status, body }: Reply): unknown {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
