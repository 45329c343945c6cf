import type { VNode } from 'preact'
import { mendWords } from './words.ts'

export interface Problem {
  /** Id of the control on this page, or a path with one; without either the sentence stands by itself. */
  target?: string
  message: string
}

/** All that has to be mended, once and together, at the head of the page; it takes the focus without a script. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }): VNode | null {
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autofocus>
      <h2 id="error-summary-title">{mendWords.count(problems.length)}</h2>
      <ul class="error-summary-list">
        {problems.map((problem) => (
          <li key={`${problem.target ?? ''}${problem.message}`}>
            {problem.target === undefined ? (
              problem.message
            ) : (
              <a href={hrefOf(problem.target)}>{problem.message}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function hrefOf(target: string): string {
  return target.startsWith('/') ? target : `#${target}`
}
