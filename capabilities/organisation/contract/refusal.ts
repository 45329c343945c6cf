import type { Refusal } from '#engine/refusal.ts'

/** Expected "no"s of this capability; their sentences are in `words.ts`. */
export const ORGANISATION_REFUSALS = [
  'region-code-malformed',
  'region-type-wrong',
  'region-parent-missing',
  'region-duplicate',
  'region-successor-missing',
  'successor-missing',
  'succession-day-wrong',
  'succession-circular',
  'region-unknown',
  'region-served-elsewhere',
  'credit-code-wrong',
  'credit-code-duplicate',
  'body-unknown',
  'place-unknown',
  'place-parent-missing',
  'place-owner-missing',
  'place-parent-circular',
  'place-name-twice',
  'place-name-off-pattern',
  'window-other-matters',
  'window-kind-missing',
  'window-set-incomplete',
  'station-window-count',
  'duty-body-unknown',
  'duty-act-nobodys',
  'outside-duty',
  'place-name-malformed',
  'day-before-version',
  'day-in-future',
  'standard-malformed',
  'phone-malformed',
  'nothing-changes',
  'transfer-to-itself',
  'transfer-of-nothing',
  'cost-not-theirs',
  'quota-not-a-town',
  'office-not-pilot',
  'office-founded',
  'clause-not-in-force',
  'clause-not-for-place',
  'inspection-of-nothing',
  'days-reversed',
  'liaison-rank-wrong',
  'calendar-day-outside-year',
  'calendar-day-twice',
  'calendar-make-up-not-weekend',
  'calendar-not-published',
  'local-holiday-not-one-year',
  'pack-file-malformed',
] as const
export type OrganisationRefusalCode = (typeof ORGANISATION_REFUSALS)[number]

export interface OrganisationRefusal extends Refusal {
  code: OrganisationRefusalCode
}

export function refuse(
  code: OrganisationRefusalCode,
  facts?: Record<string, unknown>,
  basis?: string,
): OrganisationRefusal {
  return { refused: true, code, ...(facts && { facts }), ...(basis && { basis }) }
}
