import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useSheetOpen, useShortcuts } from './shortcuts.ts'
import { shellWords as words } from './words.ts'

const ShortcutTable = lazy(() => import('./shortcut-table.tsx'))

/** What every key of the open page does (?), for whoever works without a mouse. */
export function ShortcutSheet() {
  const [open, setOpen] = useSheetOpen()
  const show = () => setOpen(true)
  useShortcuts([
    { key: '?', means: words.shortcutsOpen, everywhere: true, run: show },
    // A Chinese keyboard layout may send the full-width mark.
    { key: '？', means: '', run: show },
  ])
  return (
    <>
      <Button className="keyboard-only" onClick={show}>
        {words.shortcuts}
      </Button>
      {open && (
        <Suspense>
          <ShortcutTable close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
