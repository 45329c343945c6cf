import type { Instant, LegalDay } from '#engine/day.ts'
import type { DossierBase } from '#engine/procedure/procedure.ts'
import type { Stars } from '../contract.ts'
import type { Contact, Finding, RectificationState, RevisitResult } from '../contract/rectification.ts'

/** Text under the rater's key: erased with it, and the chain still verifies. */
export type Sealed = string

export interface Mark {
  person?: string
  post?: string
  at: Instant
  day: LegalDay
}

/** A limit of the place that was overrun, by the run of its clock. */
export interface Missed {
  clock: string
  started: Instant
  dueDay: LegalDay
}

/** A poor rating being followed up (差评整改), folded from its facts. */
export interface RectificationDossier extends DossierBase {
  state: RectificationState | 'none'
  id: string
  area: string
  /** The stream of the rating it answers, and the case behind it. */
  rating: string
  no: string
  /** Whose key the texts are sealed under; shown to nobody. */
  party: string
  item: string
  itemVersion: number
  stars: Extract<Stars, 1 | 2>
  options: readonly string[]
  anonymous: boolean
  comment?: Sealed
  /** The place that was rated; scores stay with it wherever the work goes. */
  place: string
  handlingPlace: string
  /** Persons who stood at the window; none of them handles what was said of them. */
  served: readonly string[]
  ratedOn: LegalDay
  verified?: { finding: Finding; contact?: Contact; text: Sealed; by: Mark }
  review?: { upheld: boolean; text: Sealed; by: Mark }
  answer?: { measures: Sealed; text: Sealed; by: Mark }
  /** Tries of the present round; the ones before an unsatisfied rater sent it back are in the story. */
  notReachedOn: readonly LegalDay[]
  revisit?: { result: RevisitResult; text: Sealed; by: Mark }
  /** How often the rater stayed unsatisfied; once brings it back, twice closes it as it is. */
  unsatisfied: number
  missed: readonly Missed[]
  settledOn?: LegalDay
}

export const NO_RECTIFICATION: RectificationDossier = {
  ...{ state: 'none', version: 0, clocks: {}, id: '', area: '', rating: '', no: '', party: '', item: '' },
  ...{ itemVersion: 0 },
  ...{ stars: 1, options: [], anonymous: true, place: '', handlingPlace: '', served: [], ratedOn: '' },
  ...{ notReachedOn: [], unsatisfied: 0, missed: [] },
}
