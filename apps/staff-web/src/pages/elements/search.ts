/** What is looked at lives in the address, so that “back” finds the same list. */
export interface ElementSearch {
  view?: 'papers'
  q?: string
}

export function elementSearch({ view, q }: Record<string, unknown>): ElementSearch {
  return {
    ...(view === 'papers' ? { view } : {}),
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.trim().slice(0, 60) } : {}),
  }
}
