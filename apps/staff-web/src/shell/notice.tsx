import { Button } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { shellWords } from './words.ts'

const SHOWN_MS = 10_000
let text = ''
const listeners = new Set<() => void>()

/** Says what has just been done, at the foot of the page and to screen readers. */
export function announce(next: string): void {
  text = next
  for (const listener of listeners) listener()
}

export function Notice() {
  const shown = useSyncExternalStore(listen, () => text)
  useEffect(() => {
    if (shown === '') return undefined
    const timer = setTimeout(() => announce(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <div role="status" className="notice no-print">
      {shown !== '' && (
        <div className="notice-box">
          <span>{shown}</span>
          <Button size="small" onClick={() => announce('')}>
            {shellWords.close}
          </Button>
        </div>
      )}
    </div>
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
