import { shellWords as words } from './words.ts'

export function NotFound() {
  return (
    <div className="sheet stack">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
    </div>
  )
}
