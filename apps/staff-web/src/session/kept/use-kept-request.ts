import { useContext, useRef } from 'react'
import { Refused } from '#platform/http/client.ts'
import { newRequestId } from '../../server/request-id.ts'
import { findKept, forget, forgetPart, keep } from './store.ts'
import { KeptPlaceContext } from './use-kept.ts'

interface Sent<Body> {
  requestId: string
  asked: string
  body: Body
}

const PART = 'request'

/**
 * One press is one request. Where the answer was lost, the same press sends the very same request again, also after a reload:
 * the server answers as it did the first time. A refusal wrote nothing, so what is sent next is another request.
 */
export function useKeptRequest<Body>() {
  const place = useContext(KeptPlaceContext)
  const sent = useRef<Sent<Body>>(undefined)
  sent.current ??= place && findKept<Sent<Body>>(place.matter, PART, '')?.value
  return {
    /** `asked` tells two presses apart; `body` is what goes out with the first of the same. */
    begin(asked: string, body: Body): { requestId: string; body: Body } {
      if (sent.current?.asked !== asked) {
        sent.current = { requestId: newRequestId(), asked, body }
        if (place !== undefined) keep(place.matter, PART, '', sent.current)
      }
      return sent.current
    },
    /** What was typed has become a record. */
    done(): void {
      if (place !== undefined) forget(place.matter)
    },
    failed(error: unknown): void {
      if (!(error instanceof Refused) || error.problem.status >= 500) return
      sent.current = undefined
      if (place !== undefined) forgetPart(place.matter, PART)
    },
  }
}
