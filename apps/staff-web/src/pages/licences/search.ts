import type { LicenceSummary } from '#capabilities/case/contract/licence-routes.ts'

type State = LicenceSummary['state']

/** What is looked for; it lives in the address, so that “back” finds the same list. */
export interface LicencesSearch {
  q?: string
  item?: string
  state?: State
  /** In force and running out within so many days. */
  within?: number
}

export const STATES: readonly State[] = [
  'valid',
  'ending',
  'expired',
  'revoked',
  'withdrawn',
  'forfeited',
  'given-up',
  'cancelled',
]
export const WITHIN = [30, 60, 90] as const

export function licencesSearch({ q, item, state, within }: Record<string, unknown>): LicencesSearch {
  const known = STATES.find((each) => each === state)
  const days = WITHIN.find((each) => each === Number(within))
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(typeof item === 'string' && item !== '' ? { item } : {}),
    ...(known === undefined ? {} : { state: known }),
    ...(days === undefined ? {} : { within: days }),
  }
}

/** The same list as a file for a spreadsheet. */
export function fileUrl(search: LicencesSearch): string {
  const query = new URLSearchParams(
    Object.entries(queryOf(search)).map(([name, value]) => [name, String(value)]),
  ).toString()
  return `/api/v1/licence-register/export${query === '' ? '' : `?${query}`}`
}

export function queryOf({ q, ...rest }: LicencesSearch) {
  return { ...rest, ...(q === undefined ? {} : { words: q }) }
}
