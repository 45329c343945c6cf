import type { Instant, LegalDay } from '#engine/day.ts'
import type { DossierBase } from '#engine/procedure/procedure.ts'
import type { AnswerForm } from '../model/answering.ts'
import type {
  AboutKind,
  Amendment,
  Ending,
  EndingGround,
  HeardCancelGround,
  LicenceOpening,
  LicenceState,
  Meant,
  RevokeGround,
  WithdrawGround,
} from '../contract.ts'

/** Text under the holder's key: erased with it, and the chain still verifies. */
export type Sealed = string

export interface Mark {
  person?: string
  post?: string
  place?: string
  at: Instant
  day: LegalDay
}

/** An application about the licence that is still open. */
export interface OpenApplication {
  case: string
  kind: AboutKind
  filedOn: LegalDay
  /** Filed in time, so that the licence stays in force until it is decided (行政许可法第五十条第二款). */
  inTime: boolean
}

export const LICENCE_PAPERS = ['intent', 'ending', 'amendment', 'service'] as const

export interface LicencePaper {
  id: string
  kind: (typeof LICENCE_PAPERS)[number]
  /** The fact that caused it. */
  seq: number
  number?: string
  file: string
  hash: string
  at: Instant
}

/** What a body means to do, told to the holder beforehand (拟撤销、拟撤回、拟变更、拟注销). */
export interface Intent {
  how: Meant
  ground: RevokeGround | WithdrawGround | HeardCancelGround
  /** Reason and legal basis, and what is to be different. */
  text: Sealed
  /** The fact that told it, and so its notice. */
  seq: number
  /** The day the notice reached the holder; until then nobody can be said to have been silent. */
  servedOn?: LegalDay
  by: Mark
  /** What the holder said in defence (陈述、申辩), once it is on record. */
  statement?: { result: 'stated' | 'waived'; form?: AnswerForm; text: Sealed; by: Mark }
}

export interface EndingDecision {
  how: Ending
  ground: EndingGround
  /** Reason, basis, compensation. */
  text: Sealed
  grant: string
  seal: string
  number?: string
  /** The fact that decided it, and so its paper. */
  seq?: number
  by: Mark
}

/** A decision that changes or corrects a licence which stays in force; it takes effect when it has been served. */
export interface AmendmentDecision {
  how: Amendment
  /** The fact that decided it, and so its paper. */
  seq: number
  /** What was and what is now, line by line. */
  what: Sealed
  /** The new last day, where a change brings it forward. */
  validUntil?: LegalDay
  by: Mark
}

/** What of a licence is served. */
export type Servable = 'intent' | 'ending' | 'amendment'

/** A paper that no other way would bring to the holder, made public until it counts as served (公告送达). */
export interface Announced {
  what: Servable
  on: LegalDay
  /** The day with which it counts as served. */
  until: LegalDay
  /** Where and why: the file has to say both. */
  text: Sealed
}

/** A licence on the register (证照台账), folded from its facts. */
export interface LicenceDossier extends DossierBase, Omit<LicenceOpening, 'validUntil' | 'paper'> {
  state: LicenceState | 'none'
  validUntil?: LegalDay
  paper?: string
  /** The first day of the present term; a renewal begins a new one. */
  termFrom: LegalDay
  /** The case whose form says what is licensed now: the grant, or the last change. */
  formCase: string
  application?: OpenApplication
  changes: readonly { case: string; on: LegalDay; what: Sealed }[]
  renewals: readonly { case: string; on: LegalDay; from: LegalDay; until: LegalDay; deemed: boolean }[]
  intent?: Intent
  ending?: EndingDecision
  /** Decided and not served yet. */
  amendment?: AmendmentDecision
  /** Those that took effect; none on a licence from before they were known. */
  amendments?: readonly (Pick<AmendmentDecision, 'how' | 'what'> & { on: LegalDay })[]
  announced?: Announced
  /** Since when it is no longer in force, and how that came. */
  over?: { how: Exclude<LicenceState, 'valid' | 'ending'>; on: LegalDay; byCase?: string }
  /** Revoked because it was got by fraud (第六十九条第二款); what follows later does not wipe it out. */
  fraudOn?: LegalDay
  papers: readonly LicencePaper[]
  /** The last step a person takes note of; facts that only add a paper do not count. */
  last: { seq: number; by: Mark }
}

const NOWHERE: Mark = { at: '', day: '' }

export const NO_LICENCE: LicenceDossier = {
  ...{
    state: 'none',
    version: 0,
    clocks: {},
    id: '',
    area: '',
    number: '',
    item: '',
    itemVersion: 0,
    name: '',
  },
  ...{
    party: '',
    person: false,
    holder: '',
    body: '',
    place: '',
    grantedOn: '',
    case: '',
    electronic: false,
  },
  ...{ termFrom: '', formCase: '', changes: [], renewals: [], papers: [], last: { seq: 0, by: NOWHERE } },
}
