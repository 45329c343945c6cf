import { useSyncExternalStore } from 'react'
import { isThemeName, type ThemeName } from '#ui/tokens/colour.ts'

/** 颜色: one of the themes, or whatever the machine asks for. */
export type ColourChoice = ThemeName | 'system'

const KEY = 'staff-colours'
const SYSTEM = [
  window.matchMedia('(prefers-color-scheme: dark)'),
  window.matchMedia('(prefers-contrast: more)'),
]
const listeners = new Set<() => void>()

/** What was chosen on this machine, because it belongs to the eyes and the lamp in front of it. */
export function useColourChoice(): [ColourChoice, (choice: ColourChoice) => void] {
  return [useSyncExternalStore(listen, chosen), chooseColours]
}

/** The theme that results, for what cannot read the stylesheet. */
export function useThemeName(): ThemeName {
  return useSyncExternalStore(listen, themeName)
}

export function chooseColours(choice: ColourChoice): void {
  localStorage.setItem(KEY, choice)
  applyColours()
  for (const listener of listeners) listener()
}

/** The stylesheet follows the machine by itself; only a choice is written on the root. */
export function applyColours(): void {
  const choice = chosen()
  const root = document.documentElement
  if (choice === 'system') delete root.dataset.theme
  else root.dataset.theme = choice
}

function chosen(): ColourChoice {
  const kept = localStorage.getItem(KEY) ?? undefined
  return isThemeName(kept) ? kept : 'system'
}

function themeName(): ThemeName {
  const choice = chosen()
  if (choice !== 'system') return choice
  const [dark, more] = SYSTEM.map(({ matches }) => matches)
  if (more) return dark ? 'contrast-dark' : 'contrast-light'
  return dark ? 'dark' : 'light'
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  for (const query of SYSTEM) query.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    for (const query of SYSTEM) query.removeEventListener('change', listener)
  }
}
