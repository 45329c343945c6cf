/** Filters of the quality list; they live in the address, so that “back” finds the same list. */
export interface QualitySearch {
  q?: string
  check?: string
  severity?: 'block' | 'warn'
}

export const SEVERITIES = ['block', 'warn'] as const

export function qualitySearch({ q, check, severity }: Record<string, unknown>): QualitySearch {
  const known = SEVERITIES.find((one) => one === severity)
  return {
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.trim().slice(0, 100) } : {}),
    ...(typeof check === 'string' && check !== '' ? { check: check.slice(0, 100) } : {}),
    ...(known === undefined ? {} : { severity: known }),
  }
}

/** The same list as a file, with a line for each finding. */
export function qualityFileUrl(search: QualitySearch): string {
  const query = new URLSearchParams({ ...search }).toString()
  return `/api/v1/item-quality/export${query === '' ? '' : `?${query}`}`
}
