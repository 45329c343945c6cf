import { useRef } from 'react'
import { Refused } from '#platform/http/client.ts'
import { newRequestId } from './request-id.ts'

/**
 * One id for what one dialog sends, so that pressing twice is pressing once, and a press after a lost answer asks for that answer.
 * A refusal wrote nothing: what is sent next is another request.
 */
export function useRequestId() {
  const id = useRef<string>(undefined)
  return {
    read: () => (id.current ??= newRequestId()),
    failed(error: unknown): void {
      if (error instanceof Refused && error.problem.status < 500) id.current = undefined
    },
  }
}
