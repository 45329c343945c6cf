import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import './palette.css'
import { paletteWords as words } from './words.ts'

const Palette = lazy(() => import('./palette.tsx'))

/** The way to everything: a button for the hand, Ctrl K or ⌘ K for the keyboard, also while somebody is writing. */
export function PaletteButton({ session }: { session: SessionView }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      // A dialog is finished first: what is typed in it would lie below.
      if (document.querySelector('[role=dialog]') === null) setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Button
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <span>
          {words.short}
          <span className="desk-only">{words.rest}</span>
        </span>
        <kbd className="keyboard-only" aria-hidden="true">
          {words.key}
        </kbd>
      </Button>
      {open && (
        <Suspense>
          <Palette session={session} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
