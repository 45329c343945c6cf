import { useEffect, useRef, type RefObject } from 'react'
import { useShortcuts, type Shortcut } from '../../../shell/shortcuts.ts'
import { isTyping } from '../../../shell/typing.ts'

/** Keys of the viewer: beside a page they are keys of the page and stand in its sheet, inside a dialog they are the dialog's. */
export function useViewerKeys(box: RefObject<HTMLElement | null>, shortcuts: readonly Shortcut[]): void {
  const dialog = () => box.current?.closest('[role=dialog]') ?? null
  useShortcuts(shortcuts)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const around = dialog()
      if (around === null || !(event.target instanceof Node) || !around.contains(event.target)) return
      const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event
      if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || isTyping(target)) return
      const found = latest.current.find(({ key }) => key === event.key)
      if (found === undefined) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
