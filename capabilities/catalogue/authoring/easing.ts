import type { ItemVersion } from '../contract.ts'
import type { Difference } from './difference.ts'
import { differences } from './differences.ts'

/** What a later version spares people, and what in it stands against moving anybody who applied under the one before. */
export interface Easing {
  eases: readonly Difference[]
  against: readonly Difference[]
}

/**
 * A later version held against an earlier one as whoever applied under it is touched (从旧兼有利: 立法法第一百零四条, until 2023 第九十三条 — no rule reaches
 * back, unless it was made the better to protect the rights of those it concerns). Whatever the words alone do not show to be as easy
 * stands against it, so that nobody is moved into what they could not foresee.
 */
export function easing(before: ItemVersion, now: ItemVersion): Easing {
  const all = differences(before, now).map((one) => ({
    ...one,
    weight: one.weight ?? weightOfPart(one, now),
  }))
  return {
    eases: all.filter(({ weight }) => weight === 'eases'),
    against: all.filter(({ weight }) => weight === 'burdens' || weight === undefined),
  }
}

export const isEasier = ({ eases, against }: Easing): boolean => eases.length > 0 && against.length === 0

/** Parts that lay nothing on whoever has applied already, however they change. */
const LAYS_NOTHING: ReadonlySet<string> = new Set<keyof ItemVersion>([
  ...(['name', 'aliases', 'domain', 'topics', 'themes', 'codes', 'summary', 'legalBasis'] as const),
  ...(['enquiryPhone', 'complaintPhone', 'rightsAndDuties', 'remedies', 'faq', 'guide'] as const),
  ...(['handleTypes', 'onlineDepth', 'visitReason', 'entryModes', 'useLevels', 'ownerTier'] as const),
  ...(['effectiveTo', 'unverified', 'source', 'situations', 'lifecycle', 'intermediaryServices'] as const),
])

/** Where nothing is paid the rest of what was said about paying lays nothing on anybody. */
const weightOfPart = ({ at }: Difference, { fee }: ItemVersion): 'neutral' | undefined =>
  LAYS_NOTHING.has(at.split('/')[1]!) || (at === '/fee' && !fee.charged) ? 'neutral' : undefined
