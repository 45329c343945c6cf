export const VIEWS = ['batches', 'both-tiers', 'sorting', 'guiding', 'sinking'] as const
export type View = (typeof VIEWS)[number]

/** Which view, and whose readiness is open; in the address, so that a sent link shows the same. */
export interface DelegationSearch {
  view?: View
  batch?: string
}

export function delegationSearch({ view, batch }: Record<string, unknown>): DelegationSearch {
  const found = VIEWS.find((each) => each === view)
  const known = typeof batch === 'string' && /^[0-9a-f-]{36}$/.test(batch)
  return { ...(found === undefined ? {} : { view: found }), ...(known ? { batch } : {}) }
}

export const SINKING_FILE = '/api/v1/delegation/sinking/export'
export const BOTH_TIERS_FILE = '/api/v1/delegation/both-tiers/export'
export const readinessFileUrl = (batch: string): string =>
  `/api/v1/delegation/batches/${batch}/readiness/export`
