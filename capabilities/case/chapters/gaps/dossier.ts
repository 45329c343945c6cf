import type { Instant, LegalDay } from '#engine/day.ts'
import type { CaseDossier } from '../../model/dossier.ts'

/** How what is missing will come in: at a window, by post or uploaded. What counts is the day it arrives. */
export const GAP_WAYS = ['at-window', 'by-post', 'upload'] as const
export type GapWay = (typeof GAP_WAYS)[number]

/** What an applicant promised online before anybody accepted it. */
export interface GapPromise {
  materials: readonly string[]
  /** Working days, counted from the acceptance. */
  days: number
  how: GapWay
  at: Instant
}

export interface Gap {
  standing: 'open' | 'handed-in' | 'ok' | 'defective'
  /** The day it arrived. */
  arrived?: LegalDay
}

/** An acceptance with tolerated gaps (容缺受理): what may follow, and how it was promised. */
export interface Gaps {
  signed: 'online' | 'on-paper'
  how: GapWay
  materials: Readonly<Record<string, Gap>>
  /** Working days before the last day on which the applicant is reminded. */
  remindBefore: number
  reminded?: Instant
  /** Time to mend was given once after the last day, because the look at what came in time took so long. */
  mended?: boolean
  /** Not kept: until the credit is restored this applicant is not offered it again. */
  broken?: boolean
}

/** What a window has to look at stands in its place's queue under this name, beside the bodies that owe something. */
export function windowQueue(place: string): string {
  return `window:${place}`
}

/** Materials still owed: never handed in, or handed in and not in order. */
export function owed({ gaps }: Pick<CaseDossier, 'gaps'>): string[] {
  return withStanding(gaps, ['open', 'defective'])
}

/** Materials that came in and wait to be looked at. */
export function toVerify({ gaps }: Pick<CaseDossier, 'gaps'>): string[] {
  return withStanding(gaps, ['handed-in'])
}

/** Everything that is not yet found in order: the decision waits for it. */
export function openGaps({ gaps }: Pick<CaseDossier, 'gaps'>): string[] {
  return withStanding(gaps, ['open', 'handed-in', 'defective'])
}

function withStanding(gaps: Gaps | undefined, standings: readonly Gap['standing'][]): string[] {
  return Object.entries(gaps?.materials ?? {})
    .filter(([, { standing }]) => standings.includes(standing))
    .map(([id]) => id)
}
