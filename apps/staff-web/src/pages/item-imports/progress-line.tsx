import type { ImportRunView } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { importWords as words } from './words.ts'

/** How far the server is, read out once and seen all the while. */
export function ProgressLine({ run: { state, reached, total } }: { run: ImportRunView }) {
  const text = words.progress(state, reached, total)
  return (
    <div className="stack-tight">
      <progress className="import-progress" max={Math.max(total, 1)} value={reached} aria-label={text} />
      <div className="small" role="status">
        {text}
      </div>
    </div>
  )
}
