import { shellWords } from './words.ts'

export function Waiting() {
  return (
    <p className="page muted" role="status">
      {shellWords.waiting}
    </p>
  )
}
