import type { Actor, CitizenActor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'

import { walk } from '#engine/procedure/walk.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { isSealed, type Sealed } from '#platform/crypto/sealed.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import type { CaseDetail, CaseProgress, PostalAddress, RevealedCase } from './contract.ts'
import type { Publicity } from './contract/publicity.ts'
import type { ObjectionView, PublicNotice } from './contract/public-notice.ts'
import type { caseRoutes } from './contract/routes.ts'
import { openLane } from './chapters/fast-lane/dossier.ts'
import { licencesOf } from './chapters/licences/register/parts.ts'
import { licenceRegister, type LicenceRegister } from './chapters/licences/register/index.ts'
import { caseJobs } from './jobs.ts'
import { areaOfCaseNumber } from './model/case-number.ts'
import { PROCEDURES } from './model.ts'
import { act, type ActRequest } from './service/act.ts'
import { attachments, type Attachments } from './service/attachments.ts'
import { detail, type Looking } from './service/detail.ts'
import { answersOf, applicantView } from './service/detail/applicant.ts'
import { file, type FilingRequest } from './service/file.ts'
import { fileTogether, type FiledTogether } from './service/file-together.ts'
import { counts } from './service/counts.ts'
import { list, type ListRequest, type Page } from './service/list.ts'
import { ownMatters, type OwnAsked, type OwnMatters } from './service/own-matters.ts'
import { listFile, type ListFileRequest } from './service/list-file.ts'
import { printing, type Printing } from './service/print-file.ts'
import type { CaseMeans } from './service/means.ts'
import { namesFor } from './service/names.ts'
import { caseNumbers } from './service/numbers.ts'
import { progressByCode } from './service/progress-by-code.ts'
import { object, objectionsOf, ownNotices, type Objecting } from './service/objections.ts'
import { officeNotices, type OfficeNotices } from './notices/index.ts'
import { publicity } from './service/publicity.ts'
import { publicNotices } from './service/public-notices.ts'
import { caseFile, issuedPaper, ownUpload, paper, type Download, type IssuedPaper } from './service/papers.ts'
import { worlds, type Worlds } from './service/worlds.ts'
import { watchedCases, type WatchedCase } from './service/watched.ts'
import { queryCode } from './papers/tokens.ts'
import { sightOfCases, sightUnmasked } from './sight.ts'
import { caseReader, type CaseRow } from './store.ts'
import type { AttachmentRow } from './store/rows.ts'
import { waysOf, type Way } from './words/ways.ts'

export { resultSpecimen, type SpecimenSource } from './papers/specimen.ts'

export { caseSubscribers, PAPERS } from './jobs.ts'
export { attachmentsBeside, type AttachmentRow } from './store/rows.ts'
export { handledSince, type HandledCount } from './store/handled.ts'
export type { WatchedCase } from './service/watched.ts'
export { keepCalendars } from './service/calendars.ts'
export { keepPowers } from './service/powers.ts'
export { runningCases } from './service/handling.ts'
export { rebuildCaseViews } from './service/rebuild.ts'
export { caseRefusalWords } from './words.ts'
export type { CaseMeans } from './service/means.ts'
export type { Download, IssuedPaper } from './service/papers.ts'
export type { FilingRequest } from './service/file.ts'
export type { ActRequest } from './service/act.ts'

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

export function cases(means: CaseMeans): Cases {
  const faults = Object.values(PROCEDURES).flatMap((procedure) => walk(procedure))
  if (faults.length > 0) throw new Error(`a procedure is not sound: ${faults.join('; ')}`)
  const known = worlds(means)
  const parts = {
    means,
    worlds: known,
    licences: licencesOf(means, known),
    attachments: attachments(means),
    numbers: caseNumbers(means.db),
    names: namesFor(means),
  }
  const reader = caseReader(means.db)
  const unmasked = (actor: Actor, no: string) => reader.find(areaOfCaseNumber(no), no, sightUnmasked(actor))
  const find = (actor: Actor, no: string) => reader.find(areaOfCaseNumber(no), no, sightOfCases(actor))
  const whole = (actor: Actor, no: string) => reader.whole(areaOfCaseNumber(no), no, sightOfCases(actor))
  return {
    attachments: parts.attachments,
    file: (request) => file(parts, request),
    fileTogether: (requests) => fileTogether(parts, requests),
    act: (request) => act(parts, request),
    list: (actor, now, request) => list(parts, actor, now, request),
    listFile: (actor, now, request) => listFile(parts, actor, now, request),
    printing: printing(parts),
    ownMatters: (actor, now, asked) => ownMatters(parts, actor, now, asked),
    counts: (actor, now) => counts(parts, actor, now),
    async detail(no, looking) {
      const row = await whole(looking.actor, no)
      return row === undefined ? refusal('case-not-found') : detail(parts, row, looking)
    },
    async seen(no, looking) {
      const row = await whole(looking.actor, no)
      if (row === undefined) return refusal('case-not-found')
      return { row, detail: await detail(parts, row, looking), queryCode: queryCode(means.keys, no) }
    },
    async facts(actor, no) {
      const row = await whole(actor, no)
      if (row === undefined) return refusal('case-not-found')
      return means.ledger.factsBeside(row.facts).map((fact) => unnamed(fact, row.dossier.party))
    },
    reveal: (actor, no, reason, ip) => reveal(parts, unmasked, actor, no, reason, ip),
    paper: (actor, no, id) => paper(means, actor, no, id),
    caseFile: (actor, no, id) => caseFile(means, actor, no, id),
    ownUpload: (area, actor, upload) => ownUpload(means, parts.attachments, area, actor, upload),
    issuedPaper: (token) => issuedPaper(means, token),
    publicity: (area, place, now) => publicity(parts, area, place, now),
    publicNotices: (area, now) => publicNotices(parts, area, now),
    object: (objecting) => object(parts, objecting),
    ownNotices: (area, actor) => ownNotices(parts, area, actor),
    objectionsOf: (area, actor) => objectionsOf(parts, area, actor),
    progressByCode: (no, code, now) => progressByCode(parts, no, code, now),
    find,
    waysOf: async (area, item) => waysOf(item, await known.parameters(area)),
    licences: licenceRegister(parts),
    notices: officeNotices(means),
    watched: (area, streams) => watchedCases(parts, area, streams),
    register: (worker) => caseJobs(worker, parts),
  }
}

/** Who objects online is known to the ledger alone: their party stands on their own cases beside their name. */
function unnamed(fact: StoredFact, applicant: string): StoredFact {
  const { kind, party } = fact.actor as { kind?: string; party?: string }
  return kind === 'citizen' && party !== applicant ? { ...fact, actor: { kind } } : fact
}

async function reveal(
  { means, worlds: { regions } }: { means: CaseMeans; worlds: Worlds },
  find: Cases['find'],
  actor: Actor,
  no: string,
  reason: string,
  ip: string,
): Promise<RevealedCase | Refusal> {
  const row = await find(actor, no)
  if (row === undefined || actor.kind !== 'staff') return refusal('case-not-found')
  // The trail is written before anything is shown; if it cannot be, nothing is.
  await means.audit.record({
    area: actor.area,
    actor: `post:${actor.post}`,
    event: 'applicant-revealed',
    success: true,
    object: `case:${no}`,
    ip,
    after: { reason },
  })
  const { party, applicant, postal, form, item } = row.dossier
  const opened = async <V>(sealed: string | undefined): Promise<V | undefined> => {
    if (sealed === undefined) return undefined
    const text = await means.sealing.open(NO_AREA, subjectOf(party), sealed as Sealed)
    return text === null ? undefined : (JSON.parse(text) as V)
  }
  const contact = openLane(row.dossier)?.contact
  // Facts of before carry the number in the clear.
  const phone = contact && (isSealed(contact.phone) ? await opened<string>(contact.phone) : contact.phone)
  return {
    ...applicantView(await opened<PartyDetails>(applicant), true, await opened<PostalAddress>(postal)),
    ...(contact === undefined ? {} : { contact: { name: contact.name, phone: phone ?? '' } }),
    form: answersOf(
      (await means.catalogue.pinned(row.area, item.id, item.version)).item,
      (await opened<Record<string, string>>(form)) ?? {},
      await regions(row.area),
    ),
  }
}

export { caseHttp } from './routes.ts'
export { mayMoveTo } from './service/newer-versions.ts'
export { openCasesByVersion } from './store/by-version.ts'
export { rebuildLicenceRegister } from './chapters/licences/register/rebuild.ts'
export { licenceHttp } from './chapters/licences/register/http.ts'
export { licenceFiles, licenceRoutes } from './contract/licence-routes.ts'
export { licenceRefusalWords } from './chapters/licences/register/words.ts'
export type { LicenceRegister } from './chapters/licences/register/index.ts'
export { caseLists, caseRoutes } from './contract/routes.ts'
export { noticeRoutes } from './contract/notice-routes.ts'
export { fileContract } from './contract/file-routes.ts'
export { screenEventRoutes, screenRoutes, type PublicLine, type ScreenView } from './contract/publicity.ts'
