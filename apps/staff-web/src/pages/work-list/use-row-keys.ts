import { useEffect, type RefObject } from 'react'

/** j and k walk through the rows, c claims the one in focus, Enter opens it; never while somebody types. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function walk(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'c') {
        document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-claim]')?.click()
        return
      }
      if (event.key !== 'j' && event.key !== 'k') return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const at = rows.indexOf(document.activeElement as HTMLElement)
      const next = event.key === 'j' ? at + 1 : Math.max(at - 1, 0)
      rows[next]?.focus()
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [list])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null
  )
}
