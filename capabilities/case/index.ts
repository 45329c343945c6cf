import type { Actor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'

import { walk } from '#engine/procedure/walk.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { isSealed, type Sealed } from '#platform/crypto/sealed.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { PostalAddress, RevealedCase } from './contract.ts'
import { openLane } from './chapters/fast-lane/dossier.ts'
import { licencesOf } from './chapters/licences/register/parts.ts'
import { licenceRegister } from './chapters/licences/register/index.ts'
import type { Cases } from './cases.ts'
import { caseJobs } from './jobs.ts'
import { areaOfCaseNumber } from './model/case-number.ts'
import { PROCEDURES } from './model.ts'
import { act } from './service/act.ts'
import { attachments } from './service/attachments.ts'
import { detail } from './service/detail.ts'
import { answersOf, applicantView } from './service/detail/applicant.ts'
import { file } from './service/file.ts'
import { fileTogether } from './service/file-together.ts'
import { counts } from './service/counts.ts'
import { list } from './service/list.ts'
import { ownMatters } from './service/own-matters.ts'
import { listFile } from './service/list-file.ts'
import { printing } from './service/print-file.ts'
import type { CaseMeans } from './service/means.ts'
import { namesFor } from './service/names.ts'
import { caseNumbers } from './service/numbers.ts'
import { progressByCode } from './service/progress-by-code.ts'
import { object, objectionsOf, ownNotices } from './service/objections.ts'
import { officeNotices } from './notices/index.ts'
import { publicity } from './service/publicity.ts'
import { publicNotices } from './service/public-notices.ts'
import { caseFile, issuedPaper, ownUpload, paper } from './service/papers.ts'
import { worlds, type Worlds } from './service/worlds.ts'
import { watchedCases } from './service/watched.ts'
import { queryCode } from './papers/tokens.ts'
import { sightOfCases, sightUnmasked } from './sight.ts'
import { caseReader } from './store.ts'
import { waysOf } from './words/ways.ts'

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

export type { Cases }

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
