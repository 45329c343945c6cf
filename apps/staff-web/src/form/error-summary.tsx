import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import './form.css'
import { formWords } from './words.ts'

export interface FieldProblem {
  /** The id of the control to go to. */
  target: string
  message: string
}

/** What has to be mended before going on; gets the focus each time it is shown anew. */
export function ErrorSummary({ problems, times }: { problems: readonly FieldProblem[]; times: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
    // Only another press moves the focus; mending one field must not.
  }, [times])
  if (problems.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Alert
        type="error"
        role="presentation"
        title={formWords.summary}
        description={
          <ul className="problems">
            {problems.map((problem) => (
              <li key={problem.target + problem.message}>
                <a
                  href={`#${problem.target}`}
                  onClick={(event) => {
                    event.preventDefault()
                    goTo(problem.target)
                  }}
                >
                  {problem.message}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    </div>
  )
}

/** Focuses the control, or the first control of a group. */
function goTo(target: string): void {
  const field = document.getElementById(`${target}-field`)
  const control =
    document.getElementById(target) ?? field?.querySelector<HTMLElement>('input, textarea, select')
  ;(field ?? control)?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
