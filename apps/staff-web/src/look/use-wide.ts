import { useSyncExternalStore } from 'react'

/** Room for two columns of work side by side: the papers and what is asked about them. */
const WIDE = '(min-width: 1100px)'

export function useWide(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(WIDE).matches)
}

function listen(listener: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
