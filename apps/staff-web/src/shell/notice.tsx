import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useShortcuts } from './shortcuts.ts'
import { shellWords } from './words.ts'

const SHOWN_MS = 10_000
/** Long enough to see that it was the wrong line, and to get there by keyboard. */
const UNDO_MS = 30_000

interface Told {
  text: string
  /** Takes back what has just been done. */
  undo?: () => void
}

const NOTHING: Told = { text: '' }
let told = NOTHING
const listeners = new Set<() => void>()

/** Says what has just been done, at the foot of the page and to screen readers; with a way back where people err. */
export function announce(text: string, undo?: () => void): void {
  told = { text, ...(undo === undefined ? {} : { undo }) }
  for (const listener of listeners) listener()
}

export function Notice() {
  const shown = useSyncExternalStore(listen, () => told)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (shown.text === '' || held) return undefined
    const timer = setTimeout(() => announce(''), shown.undo === undefined ? SHOWN_MS : UNDO_MS)
    return () => clearTimeout(timer)
  }, [shown, held])
  return (
    <div role="status" className="notice no-print">
      {shown.text !== '' && (
        <div
          className="notice-box"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          <span>{shown.text}</span>
          {shown.undo && <Undo run={shown.undo} />}
          <Button size="small" onClick={() => announce('')}>
            {shellWords.close}
          </Button>
        </div>
      )}
    </div>
  )
}

function Undo({ run }: { run: () => void }) {
  const takeBack = () => {
    announce('')
    run()
  }
  useShortcuts([{ key: 'z', means: shellWords.undoKey, run: takeBack }])
  return (
    <Button size="small" onClick={takeBack}>
      {shellWords.undo}
    </Button>
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
