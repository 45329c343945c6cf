import type { Entrusted } from '../chapters/entrustment/dossier.ts'
import type { Handler } from '../chapters/handling/dossier.ts'
import type { DossierBase } from '#engine/procedure/procedure.ts'
import type { Instant, LegalDay } from '#engine/day.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { Barred, Forwarded, Heard, RefusalGround, Termination } from '../chapters/endings/dossier.ts'
import type { GapPromise, Gaps } from '../chapters/gaps/dossier.ts'
import type { FastLane } from '../chapters/fast-lane/dossier.ts'
import type { Question } from '../chapters/joint/dossier.ts'
import type { TakenOver } from '../chapters/linked/dossier.ts'
import type { Meeting, Task } from '../chapters/meetings/dossier.ts'
import type { Holder, Signer } from '../chapters/queue/dossier.ts'
import type { Correction } from '../chapters/correction/dossier.ts'
import type { OwnPapers } from '../chapters/own-papers/dossier.ts'
import type { VersionOffer } from '../chapters/newer-version/dossier.ts'
import type { SpecialAgain, SpecialProcedure } from '../chapters/special/dossier.ts'
import type { Hearing } from '../chapters/hearing/dossier.ts'
import type { Interested } from '../chapters/interested/dossier.ts'
import type { AnnouncedNotice, Intent, ServedNotice } from '../chapters/intent/dossier.ts'
import type { Extension } from '../chapters/extension/dossier.ts'
import type { Publicity, PublicitySpared } from '../chapters/publicity/dossier.ts'
import type { Urge } from '../chapters/urging/dossier.ts'
import type { About } from '../chapters/licences/about.ts'
import type { Sealed, StepMark } from './step-mark.ts'
import type { Supplement } from './supplement.ts'
import type { CASE_STATES, LEFT_OPEN_CODES, PaperName, ProcedureName } from '../contract.ts'

export interface HeldFile {
  id: string
  size: number
  mediaType: string
}

export interface HeldMaterial {
  files: readonly HeldFile[]
  paperOriginals: number
  paperCopies: number
  verdict: 'unchecked' | 'ok' | 'missing' | 'defective' | 'not-applicable'
  /** Sealed because clerks write what they see on personal papers. */
  note?: Sealed
  /** Versions the applicant replaced of their own accord: they count no more, and they stay. */
  superseded?: readonly Superseded[]
}

export interface Superseded extends Pick<HeldMaterial, 'files' | 'paperOriginals' | 'paperCopies'> {
  /** The day on which a later version took its place. */
  on: LegalDay
}

export interface Paper {
  id: string
  kind: PaperName
  /** The fact that caused it. */
  seq: number
  number?: string
  file?: string
  hash?: string
  at: Instant
}

/** The visit (当次到场) in which an on-the-spot matter is to be finished. */
export interface Visit {
  on: LegalDay
  /** Why it was left open, said by an officer or plain from the record. */
  left?: { code: (typeof LEFT_OPEN_CODES)[number]; text?: Sealed; by: StepMark }
  /** The day went by; `explained` says whether a reason stood by then. */
  ended?: { explained: boolean; at: Instant }
}

/** A result on its way by post (邮寄送达). */
export interface Posting {
  /** Ours, given to the carrier; a result posted again is another order. */
  order: string
  freight: 'collect' | 'prepaid'
  by: StepMark
  carrier?: string
  waybill?: string
  /** What the carrier said so far; sealed, for it may name who signed and the courier's phone. */
  track?: Sealed
  moves: number
  /** The carrier's picture of the signature, as stored. */
  receipt?: { file: string; hash: string }
}

/** The check after a promise (事后核查); the last one counts. */
export interface AfterCheck {
  result: 'met' | 'rectify' | 'broken'
  text: Sealed
  by: StepMark
  /** The notice of what has to be put right (责令限期整改通知书), and when it reached the party. */
  notice?: string
  served?: ServedNotice
}

/** A case as folded from its facts. Everything in it was recorded; nothing is set. */
export interface CaseDossier extends DossierBase {
  state: (typeof CASE_STATES)[number] | 'none'
  /** The legal procedure the case runs under; only a withdrawn promise changes it. */
  procedure: ProcedureName
  no: string
  area: string
  /** Pinned at receipt: the guide is the contract. Only the applicant's consent moves it to an easier version (`versions`). */
  item: { id: string; version: number; stream: string }
  /** Easier versions that came later, and what the applicant said to each. */
  versions?: readonly VersionOffer[]
  pack: string
  /** The licence it is about, when it is about one (变更、延续、注销). */
  about?: About
  /** The situation (情形) of the item that the form made, by its number. */
  situation?: string
  party: string
  applicant: Sealed
  form: Sealed
  channel: 'online' | 'window'
  acceptPlace: string
  /** The window that took it in, with its kind at that time. */
  window?: { id: string; kind: string }
  region: string
  decidingBody: string
  /** The entrusting organ, where the deciding body decides in its name (委托, 行政许可法第二十四条第三款). */
  inNameOf?: string
  /** Taken in by a town for a body above that decides over the network (网上远程审批). */
  remote?: boolean
  /** How far its steps have sunk to the station that accepts it (环节下沉, LC-3.4-10); a case keeps what it was received with. */
  sunk?: 'accept' | 'handle'
  /** The agreement under which the centre takes it in for the body that decides (委托受理, DW-3.2.4-05). */
  entrusted?: Entrusted
  /** The unit that deals with it for the organ that decides (承办单位, BS-2.4-08). */
  handler?: Handler
  /** The station that took it in for its town, with the clerk (代受理). */
  sentFrom?: { place: string; post: string }
  /** Decisions printed at the counter. */
  printed?: readonly { paper: string; by: StepMark }[]
  delivery: DeliveryMode
  /** Receiver, phone and address of a result by post. */
  postal?: Sealed
  /** Why the same was applied for once more while an earlier application was under way. */
  again?: Sealed
  firstReceivedOn: LegalDay
  /** Day of the latest complete hand-in: what deemed acceptance dates back to. */
  receivedOn: LegalDay
  materials: Readonly<Record<string, HeldMaterial>>
  /** Mistakes of the form mended on the spot. */
  corrections?: readonly Correction[]
  supplement?: Supplement
  /** What the applicant handed in of their own accord, beside any notice. */
  ownPapers?: readonly OwnPapers[]
  /** Materials among them that no clerk has looked at; over with the state. */
  freshPapers?: readonly string[]
  /** Last days that stand on papers people were served, by clock. */
  served?: Readonly<Record<string, LegalDay>>
  preReview?: { passed: boolean; at: Instant }
  proposal?: { reason: Sealed; basis?: Sealed; by: StepMark; ground?: RefusalGround; competentBody?: string }
  promise?: {
    how: 'online' | 'on-paper'
    at: Instant
    /** Who promised, also where the case is another's: filed online it belongs to the account, at a window to the firm. */
    by?: string
    withdrawnAt?: Instant
  }
  visit?: Visit
  survey?: { on: LegalDay; result: 'met' | 'not-met'; text: Sealed; by: StepMark }
  acceptance?: { on: LegalDay; deemed: boolean; by: StepMark }
  gapPromise?: GapPromise
  gaps?: Gaps
  review?: { opinion: 'grant' | 'deny'; text: Sealed; by: StepMark }
  special?: readonly SpecialProcedure[]
  specialAgain?: readonly SpecialAgain[]
  hearing?: Hearing
  extension?: Extension
  publicity?: Publicity
  publicitySpared?: PublicitySpared
  decision?: {
    result: 'granted' | 'denied' | 'refused'
    reason: Sealed
    grant: string
    by: StepMark
    ground?: RefusalGround
    competentBody?: string
  }
  /** Whose matter it is, where somebody else files it under their own account and the law may bar the applicant. */
  applicantParty?: string
  barred?: Barred
  termination?: Termination
  /** What is meant against the party's wish, told before it is done (拟撤销、拟终止). */
  intent?: Intent
  noticeAnnounced?: AnnouncedNotice
  /** A statement of before such notices were served. */
  heard?: Heard
  forwarded?: Forwarded
  creditRestored?: { at: Instant; by: StepMark }
  seal?: { seal: string; by: StepMark }
  posting?: Posting
  delivered?: { mode: DeliveryMode; by: StepMark }
  check?: AfterCheck
  revocation?: {
    reason: Sealed
    grant: string
    seal: string
    by: StepMark
    /** Made public because no other way would bring it to the applicant (公告送达). */
    announced?: { on: LegalDay; until: LegalDay; record: Sealed }
  }
  ended?: {
    how: 'closed' | 'withdrawn' | 'lapsed' | 'revoked' | 'returned' | 'terminated' | 'forwarded'
    at: Instant
  }
  /** Departments asked for their opinions (联审联办). */
  joint?: readonly Question[]
  meetings?: readonly Meeting[]
  /** What meetings gave bodies to do. */
  tasks?: readonly Task[]
  fastLane?: FastLane
  /** Others whose interests the decision directly touches (利害关系人). */
  interested?: readonly Interested[]
  /** Materials the office got by itself (免于提交). */
  linked?: readonly TakenOver[]
  /** Who claimed the step the case waits for (认领); ends with the state. */
  holder?: Holder
  /** Whom the decision waits for (会签, 加签); ends with the state. */
  signers?: readonly Signer[]
  /** Who was urged to act (催办), and what came of it. */
  urges?: readonly Urge[]
  papers: readonly Paper[]
  /** The last act, so that whoever comes second reads who came first. */
  last: { act: string; seq: number; by: StepMark }
}

export const NO_CASE: CaseDossier = {
  state: 'none',
  procedure: 'approval',
  version: 0,
  clocks: {},
  no: '',
  area: '',
  item: { id: '', version: 0, stream: '' },
  pack: '',
  party: '',
  applicant: '',
  form: '',
  channel: 'online',
  acceptPlace: '',
  region: '',
  decidingBody: '',
  delivery: 'window',
  firstReceivedOn: '',
  receivedOn: '',
  materials: {},
  papers: [],
  last: { act: '', seq: 0, by: { at: '', day: '' } },
}
