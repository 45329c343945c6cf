import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { withClauses } from '#ui/format/clauses.ts'
import { failure } from './failure.ts'
import { failureWords } from './words.ts'

/** A refusal or fault as one sentence with its legal basis; announced when it appears. */
export function FailureNote({
  error,
  retry,
  more,
}: {
  error: unknown
  retry?: () => void
  more?: ReactNode
}) {
  const { sentence, basis } = failure(error)
  return (
    <Alert
      type="error"
      role="alert"
      title={sentence}
      description={
        basis === undefined && more === undefined ? undefined : (
          <>
            {basis !== undefined && <p>{failureWords.basis + withClauses(basis)}</p>}
            {more}
          </>
        )
      }
      action={retry && <Button onClick={retry}>{failureWords.retry}</Button>}
    />
  )
}
