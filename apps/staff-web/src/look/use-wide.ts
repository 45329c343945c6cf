import { useSyncExternalStore } from 'react'
import { useLargerText } from './larger-text.ts'

/** Room for two columns of work side by side: the papers and what is asked about them. */
const WIDE = '(min-width: 1100px)'
/** Room for the trail too; with larger text there is none. */
const WIDER = '(min-width: 1280px)'
/** Room for the trail beside papers that are shown on the screen. */
const WIDEST = '(min-width: 1500px)'

export function useWide(): boolean {
  return useScreen(WIDE)
}

/** Where the trail of a case finds room besides its tab: a column of its own, or below what is asked. */
export function useRoomForTrail(papersShown: boolean): 'column' | 'below' | undefined {
  const [larger] = useLargerText()
  const wider = useScreen(WIDER)
  const widest = useScreen(WIDEST)
  if (larger || !wider) return undefined
  return widest || !papersShown ? 'column' : 'below'
}

function useScreen(query: string): boolean {
  return useSyncExternalStore(
    (listener) => listen(query, listener),
    () => window.matchMedia(query).matches,
  )
}

function listen(query: string, listener: () => void): () => void {
  const screen = window.matchMedia(query)
  screen.addEventListener('change', listener)
  return () => screen.removeEventListener('change', listener)
}
