import type { Actor, CitizenActor } from '#engine/actor.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import type { CaseDetail, CaseProgress, RevealedCase } from './contract.ts'
import type { Publicity } from './contract/publicity.ts'
import type { ObjectionView, PublicNotice } from './contract/public-notice.ts'
import type { caseRoutes } from './contract/routes.ts'
import type { LicenceRegister } from './chapters/licences/register/index.ts'
import type { ActRequest } from './service/act.ts'
import type { Attachments } from './service/attachments.ts'
import type { Looking } from './service/detail.ts'
import type { FilingRequest } from './service/file.ts'
import type { FiledTogether } from './service/file-together.ts'
import type { ListRequest, Page } from './service/list.ts'
import type { OwnAsked, OwnMatters } from './service/own-matters.ts'
import type { ListFileRequest } from './service/list-file.ts'
import type { Printing } from './service/print-file.ts'
import type { Objecting } from './service/objections.ts'
import type { OfficeNotices } from './notices/index.ts'
import type { Download, IssuedPaper } from './service/papers.ts'
import type { WatchedCase } from './service/watched.ts'
import type { CaseRow } from './store.ts'
import type { AttachmentRow } from './store/rows.ts'
import type { Way } from './words/ways.ts'

/** What the capability does for whoever asks: routes, portal, jobs and screens. */
export interface Cases {
  attachments: Attachments
  file(request: FilingRequest): Promise<Done | Refusal>
  /** Several applications of one person in one go (几件事一起办): all of them, or none. */
  fileTogether(requests: readonly FilingRequest[]): Promise<FiledTogether>
  act(request: ActRequest): Promise<Done | Refusal>
  list(actor: Actor, now: string, request: ListRequest): Promise<Page>
  /** The same list as a file for a spreadsheet. */
  listFile(actor: Actor, now: string, request: ListFileRequest): Promise<SheetFile>
  /** Papers of several cases as one PDF, in their order, under a cover that lists them. */
  printing: Printing
  /** One's own cases under way and over, and one's objections: whatever of these a page shows, read together. */
  ownMatters(actor: CitizenActor, now: string, asked: OwnAsked): Promise<OwnMatters>
  counts(actor: Actor, now: string): Promise<ReplyOf<typeof caseRoutes.counts>>
  detail(no: string, looking: Looking): Promise<CaseDetail | Refusal>
  /** The same with the row it was made from and its query code (查询码), for pages that say more of the case than its detail. */
  seen(
    no: string,
    looking: Looking,
  ): Promise<{ row: CaseRow; detail: CaseDetail; queryCode: string } | Refusal>
  facts(actor: Actor, no: string): Promise<StoredFact[] | Refusal>
  /** The applicant unmasked, for a stated reason that goes into the audit trail. */
  reveal(actor: Actor, no: string, reason: string, ip: string): Promise<RevealedCase | Refusal>
  paper(actor: Actor, no: string, id: string): Promise<Download | Refusal>
  caseFile(actor: Actor, no: string, id: string): Promise<Download | Refusal>
  /** What this actor uploaded and has not handed in yet. */
  ownUpload(area: string, actor: Actor, upload: string | AttachmentRow): Promise<Download | Refusal>
  issuedPaper(token: string): Promise<IssuedPaper | undefined>
  /** Masked progress of the cases of a place, for anybody who looks at its wall. */
  publicity(area: string, place: string, now: string): Promise<Publicity>
  /** What hangs in public in an area now: 公示 and 听证公告. */
  publicNotices(area: string, now: string): Promise<PublicNotice[]>
  /** Somebody objects online to what hangs in public (公示异议); they see no more of the case than the notice says. */
  object(objecting: Objecting): Promise<Done | Refusal>
  /** Of what hangs now, the ids of what stands for an own application. */
  ownNotices(area: string, actor: CitizenActor): Promise<string[]>
  /** What this person said online of anything that hung, and what came of it. */
  objectionsOf(area: string, actor: CitizenActor): Promise<ObjectionView[]>
  /** Masked progress for whoever holds the number and its query code (查询码); nothing when either is wrong. */
  progressByCode(no: string, code: string, now: string): Promise<CaseProgress | undefined>
  /** Those of these cases that are open, for whoever watches that none of them is stuck. */
  watched(area: string, streams: readonly string[]): Promise<WatchedCase[]>
  /** The row of a case this actor may see. */
  find(actor: Actor, no: string): Promise<CaseRow | undefined>
  /** What may happen to an application beside its ordinary steps (容缺、听证、公示 …), for the guide of its item. */
  waysOf(area: string, item: ItemVersion): Promise<Way[]>
  /** The register of licences (证照台账). */
  licences: LicenceRegister
  /** What happened to an officer's cases since they last looked (工作提醒). */
  notices: OfficeNotices
  register(worker: Worker): void
}
