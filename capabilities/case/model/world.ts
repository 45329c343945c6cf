import type { ReliedOn, WorldBase } from '#engine/procedure/procedure.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Letter } from '#capabilities/organisation/contract.ts'
import type { Thresholds } from '#engine/clock/near.ts'
import type { LicenceDays, Seal, SealQuestion } from '#capabilities/licence-seal/model.ts'
import type { About } from '../chapters/licences/about.ts'
import type { Sealed } from './step-mark.ts'

/** A seal (印章) of the register, with the stream that says it is still in force. */
export type SealInForce = Seal

/** How a post stands on the day of an act, for claims and 会签. */
export interface PostHere extends ReliedOn {
  post: string
  person: string
  personName: string
  title: string
  roles: readonly string[]
  place: string
  body: string
  onDuty: boolean
  /** Away today (离岗). */
  away?: object
  /** Who stands in meanwhile (B角). */
  cover?: string
  coverName?: string
  coverAway?: boolean
}

/** Pack parameters an approval depends on; each cites its source in the pack. */
export interface ApprovalParameters {
  pack: string
  /** Working days a citizen has to supply what the notice named. */
  supplementWorkingDays: number
  /** Working days to hand over the result; the law allows ten (行政许可法第四十四条), an area may promise less. */
  deliveryWorkingDays: number
  /** How long a tolerated gap may stay open (容缺受理); an area that names none tolerates none. */
  toleratedGapWorkingDays?: number
  gapReminderWorkingDays?: number
  /** Days to sign when colleagues are asked to (会签); three where the pack names none. */
  countersignWorkingDays?: number
  /** Days to revoke a decision on a promise that did not hold; twenty where the pack names none. */
  revocationWorkingDays?: number
  /** Whether the plan forbids one person to take both steps (岗位分设). */
  reviewAndDecideDiffer: boolean
  acceptAndDecideDiffer: boolean
  /** Whether the two steps are parted at a station too to which they have sunk (环节下沉); left out, they are not. */
  stationsDiffer?: boolean
  /** 一窗综合办理 (BS-2.2-03): whether a window also decides, or only accepts. */
  windowsDecide: boolean
  /** How long a hearing may be asked for (行政许可法第四十七条); five working days unless the pack says otherwise. */
  hearingRequest?: { amount: number; unit: 'working-day' | 'calendar-day' }
  /** Days of the register of licences and of announcements; those of the house where the pack names none. */
  licences?: LicenceDays
  /** From when on work counts as near its limit (临近); the usual thresholds where the pack names none. */
  near?: Thresholds
  /** How long a department has for its opinion unless the asker says otherwise. */
  opinionWorkingDays: number
  /** Whether a department silent past its limit counts as having no objection. */
  silenceCountsAsNoObjection: boolean
  /** 全域通办 (BS-2.2-08) and 网上远程审批 (BS-2.5-04), unless the plan says no. */
  crossTown: boolean
  remote: boolean
  /** 代受理 (BS-2.7-07): stations may take in for the centre; left out, they may. */
  proxyAcceptance?: boolean
  /** Whose seals decisions carry (一枚印章、编号审批专用章). */
  seals: Pick<SealQuestion, 'policy' | 'numbers'>
}

/** Everything outside the dossier that an act of an approval may depend on. */
export interface CaseWorld extends WorldBase {
  area: string
  /** The item as the case's procedure reads it (`effectiveItem`). */
  item: ItemVersion
  /** The item as published; differs from `item` only under a promise. */
  published: ItemVersion
  itemStream: string
  /** The licence the case is about, as it was at filing. */
  about?: About
  parameters: ApprovalParameters
  seals: readonly SealInForce[]
  /** Bodies of the area by id with their short names, for acts that ask other departments. */
  bodies: ReadonlyMap<string, string>
  /** Signed letters (授权委托书) of a representative in the hall, where the plan lets them decide by letter only. */
  letters?: { basis: string; of: readonly Letter[] }
  /** Governments of towns and streets, which have centres of their own. */
  towns: ReadonlySet<string>
  /** The posts that the case's claim and 会签 speak of, and those an act names. */
  posts: readonly PostHere[]
  /** Seals private text under the applicant's key. */
  seal(value: unknown): Sealed
  newId(): string
  /** The 文号 of the paper this act brings about, taken in the act's own transaction. */
  documentNumber?: string
}
