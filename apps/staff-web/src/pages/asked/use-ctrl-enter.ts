import { useEffect, useRef } from 'react'

/** Ctrl+Enter presses the button of the open dialog from wherever one writes in it. */
export function useCtrlEnter(press: () => void): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      // A question above the dialog, such as why somebody wants to look, is answered by its own button.
      const above = [...document.querySelectorAll('[role=dialog]')].at(-1)
      if (above !== undefined && above.querySelector('[data-confirm]') === null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
