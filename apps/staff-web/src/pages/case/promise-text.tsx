import type { CaseDetail } from '#capabilities/case/contract.ts'
import { caseWords as words } from './words.ts'

/** What was promised and what a false promise leads to, in the words that were signed. */
export function PromiseText({ promise }: { promise: NonNullable<CaseDetail['promise']> }) {
  return (
    <details>
      <summary>{words.promiseLines(promise.promises.length)}</summary>
      <ol>
        {promise.promises.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <strong>{words.liability}</strong>
      </p>
      <ul>
        {promise.liability.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="muted">{words.basis + promise.basis}</p>
    </details>
  )
}
