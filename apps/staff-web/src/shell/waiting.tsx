import { shellWords } from './words.ts'
import './waiting.css'

const LINES = ['first', 'second', 'third', 'fourth'] as const

/** What is being read takes its place on the page already; listeners are told, and nobody sees it when it is quick. */
export function Waiting() {
  return (
    <div className="waiting">
      <p role="status" className="visually-hidden">
        {shellWords.waiting}
      </p>
      <div className="skeleton" aria-hidden="true">
        {LINES.map((line) => (
          <span key={line} className={`skeleton-${line}`} />
        ))}
      </div>
    </div>
  )
}
