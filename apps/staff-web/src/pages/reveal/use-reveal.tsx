import { useState, type ReactNode } from 'react'
import { RevealDialog, type Revealing } from './reveal-dialog.tsx'

/** Masked until somebody says why they need it in clear; leaving the page masks it again. */
export function useReveal<Clear>(revealing: Revealing<Clear>): {
  clear: Clear | undefined
  ask: () => void
  hide: () => void
  dialog: ReactNode
} {
  const [clear, setClear] = useState<Clear>()
  const [asking, setAsking] = useState(false)
  return {
    clear,
    ask: () => setAsking(true),
    hide: () => setClear(undefined),
    dialog: asking && (
      <RevealDialog
        {...revealing}
        close={() => setAsking(false)}
        done={(next) => {
          setClear(next)
          setAsking(false)
        }}
      />
    ),
  }
}
