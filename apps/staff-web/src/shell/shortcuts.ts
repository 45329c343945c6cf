import { useEffect, useRef, useSyncExternalStore } from 'react'
import { inDialog, isTyping } from './typing.ts'

/** A key of the page and what it does, in the words of the sheet that lists them. */
export interface Shortcut {
  /** Left out, it is found by name alone: there are more things to print than letters. */
  key?: string
  means: string
  /** It means the line the keyboard stands on: nothing to be found by name from elsewhere. */
  onLine?: boolean
  /** There are too many of them to be shown before somebody has typed a part of the name. */
  onceTyped?: boolean
  /** It is there on every page. */
  everywhere?: boolean
  run: () => void
}

const pages = new Set<{ readonly current: readonly Shortcut[] }>()

/** Keys of this page while it is open; never while somebody writes, nor behind a dialog. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (isTyping(target) || inDialog(target) || document.querySelector('[role=dialog]') !== null) return
      const found = latest.current.find((shortcut) => shortcut.key === key)
      if (found === undefined) return
      event.preventDefault()
      found.run()
    }
    pages.add(latest)
    window.addEventListener('keydown', press)
    return () => {
      pages.delete(latest)
      window.removeEventListener('keydown', press)
    }
  }, [])
}

/** What the keys of the open page do, for the sheet. */
export function currentShortcuts(): readonly Shortcut[] {
  return [...pages].flatMap(({ current }) => current)
}

let sheetOpen = false
const listeners = new Set<() => void>()

/** The sheet that lists the keys. */
export function useSheetOpen(): [boolean, (open: boolean) => void] {
  return [useSyncExternalStore(listen, () => sheetOpen), setSheetOpen]
}

function setSheetOpen(open: boolean): void {
  sheetOpen = open
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
