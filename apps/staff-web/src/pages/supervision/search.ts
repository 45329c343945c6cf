import { isDay } from '#ui/format/day.ts'

/** Period and place live in the address, so that “back” and a sent link show the same numbers. */
export interface SupervisionSearch {
  from?: string
  to?: string
  place?: string
}

export function supervisionSearch(search: Record<string, unknown>): SupervisionSearch {
  const { from, to, place } = search
  return {
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(typeof to === 'string' && isDay(to) ? { to } : {}),
    ...(typeof place === 'string' && place !== '' ? { place } : {}),
  }
}

/** Where the same list comes as a file. */
export function exportUrl(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value)
  const text = search.toString()
  return `/api/v1${path}/export${text === '' ? '' : `?${text}`}`
}
