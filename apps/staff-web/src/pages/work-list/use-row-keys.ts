import type { RefObject } from 'react'
import { useShortcuts } from '../../shell/shortcuts.ts'
import { workListWords as words } from './words.ts'

/** J and K walk through the rows, C claims the one in focus, X picks it, Enter opens it. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  function walk(step: 1 | -1): void {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    rows[Math.max(rows.indexOf(document.activeElement as HTMLElement) + step, 0)]?.focus()
  }
  function press(part: string): void {
    document.activeElement?.closest('li')?.querySelector<HTMLElement>(part)?.click()
  }
  useShortcuts([
    { key: 'j', means: words.rowKeys.next, onLine: true, run: () => walk(1) },
    { key: 'k', means: words.rowKeys.previous, onLine: true, run: () => walk(-1) },
    { key: 'c', means: words.rowKeys.claim, onLine: true, run: () => press('[data-claim]') },
    { key: 'x', means: words.rowKeys.pick, onLine: true, run: () => press('[data-pick]') },
  ])
}
