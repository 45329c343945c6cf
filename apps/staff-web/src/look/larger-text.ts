import { useSyncExternalStore } from 'react'

const KEY = 'staff-larger-text'
const listeners = new Set<() => void>()

/** Larger text (大字): kept on this machine, because it belongs to the eyes in front of it. */
export function useLargerText(): [boolean, (larger: boolean) => void] {
  return [useSyncExternalStore(listen, isLarger), choose]
}

export function applyLargerText(): void {
  document.documentElement.classList.toggle('larger', isLarger())
}

function choose(larger: boolean): void {
  localStorage.setItem(KEY, larger ? 'on' : 'off')
  applyLargerText()
  for (const listener of listeners) listener()
}

function isLarger(): boolean {
  return localStorage.getItem(KEY) === 'on'
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
