import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Filing } from '#capabilities/case/contract.ts'
import type { FilingRequest } from '#capabilities/case/index.ts'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { partyOfForm } from '#capabilities/party/index.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { birthProblems, type FormValues } from '#ui/form/index.ts'
import type { CitizenServices, FilingOptions, PageRefusal, Visitor } from './contract.ts'
import { findDraft, wayOf, type OpenDraft } from './open-draft.ts'
import { citizenActor, citizenOf, type PortalMeans } from './means.ts'
import {
  answersOf,
  answersToKeep,
  isPostal,
  papersAsked,
  postalProblems,
  refusedPapers,
  reuseCount,
} from './model.ts'
import { draftStore } from './store.ts'
import { reuseStore } from './store/reuse.ts'
import { isPageRefusal, said } from './words.ts'

export function filing(means: PortalMeans): Pick<CitizenServices, 'file'> {
  return {
    async file(visitor, id, _requestId, options) {
      const answer = await file(means, visitor, id, options ?? {})
      if (!isPageRefusal(answer)) return answer
      // The other press of a double click may have filed it while this one was looking.
      const citizen = citizenOf(visitor)
      const row = isRefused(citizen)
        ? undefined
        : await draftStore(means.db, means.area).find(citizen.party, id)
      return row?.filedNo ? { no: row.filedNo } : answer
    },
  }
}

/**
 * A draft becomes one case, from whichever page it is sent: its own id is the request id, so that a double click, a
 * second tab and a press after a lost answer all hear the one number.
 */
async function file(
  means: PortalMeans,
  visitor: Visitor,
  id: string,
  { keep = false, again }: FilingOptions,
): Promise<{ no: string } | PageRefusal> {
  const { area, clock } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const store = draftStore(means.db, area)
  const row = await store.find(citizen.party, id)
  if (row?.filedNo) return { no: row.filedNo }
  const draft = await findDraft(means, visitor, id)
  if (isPageRefusal(draft)) return draft
  // Before a question nobody has seen yet is called unanswered.
  if (draft.row.shownVersion !== draft.item.version) return said(refuse('item-changed'))
  if (!isOnline(draft.item)) return said(refuse('not-online'))
  const request = filingOf(draft, legalDay(clock.now()))
  if (isRefused(request)) return said(request)
  if (!(await store.claim(citizen.party, id, 'online', clock.now()))) return said(refuse('draft-at-counter'))
  const done = await means.cases.file(requestOf(means, citizen.party, draft, request, again))
  if (isRefusal(done)) {
    await store.unclaim(citizen.party, id)
    return refusedPapers(said(done), done.facts, heldPapers(draft))
  }
  const { no } = done.answer as { no: string }
  // Before the draft is marked: pressed again after a crash, all of it is done once more and comes out the same.
  await afterFiling(means, draft, request.form, no, keep)
  await store.filed(citizen.party, id, no)
  return { no }
}

/** The draft's own id is the request id, however it is filed. */
export function requestOf(
  { area, clock }: Pick<PortalMeans, 'area' | 'clock'>,
  party: string,
  { row: { id } }: Pick<OpenDraft, 'row'>,
  filing: Filing,
  again?: string,
): FilingRequest {
  return {
    area,
    filing: { ...filing, ...(again === undefined ? {} : { again: { reason: again } }) },
    actor: citizenActor(party),
    now: clock.now(),
    requestId: `draft:${id}`,
    requestHash: sm3(canonical({ draft: id })),
    reliesOn: [],
    warns: true,
  }
}

export function heldPapers({ row, item }: OpenDraft) {
  return item.materials.map(({ id, name }) => ({ material: id, name, files: row.files[id] ?? [] }))
}

/** What the filing leaves behind: how much of it nobody had to write again, and what may be kept for the next one. */
export async function afterFiling(
  { area, db, clock, dataSpace, organisation, parties }: PortalMeans,
  { party, item, reused }: Pick<OpenDraft, 'party' | 'item' | 'reused'>,
  form: FormValues,
  no: string,
  keep: boolean,
): Promise<void> {
  const now = clock.now()
  const count = { ...reuseCount(item.form, form, reused), no, party, item: item.id, filedAt: now }
  await reuseStore(db, area).record(count)
  if (!keep || (await isOfAnother(parties, party, item.form, form))) return
  const regions = await organisation.regionDirectory(area, legalDay(now))
  await dataSpace.keep(party, answersToKeep(item.form, form, regions), no, now)
}

/** An agent (代办人) agrees for nobody else: what was said of the applicant is not kept as the agent's own. */
async function isOfAnother(
  parties: PortalMeans['parties'],
  party: string,
  asked: FormSchema,
  form: FormValues,
): Promise<boolean> {
  const applicant = partyOfForm(asked, form)
  if (applicant?.idKind !== 'citizen-id') return false
  return applicant.idNumber !== (await parties.details(party))?.idNumber
}

/** What is filed: the version last shown to the person, answers to questions that are asked, files by material. */
export function filingOf(
  { row, item, values, postal }: OpenDraft,
  today: string,
): Filing | ReturnType<typeof refuse> {
  const { region, acceptPlace, delivery, shownVersion } = row
  const missing = [
    ...(region === null ? [{ field: 'region', message: '请选择这件事属于哪个村或社区' }] : []),
    ...(acceptPlace === null ? [{ field: 'acceptPlace', message: '请选择由哪个地方收您的材料' }] : []),
    ...(delivery === null ? [{ field: 'delivery', message: '请选择办好以后怎样拿结果' }] : []),
    ...(delivery === 'post' ? postalProblems(postal) : []),
  ]
  if (region === null || acceptPlace === null || delivery === null || missing.length > 0) {
    return refuse('draft-incomplete', { facts: { problems: missing } })
  }
  const births = birthProblems(item.form, values, today)
  if (births.length > 0) return refuse('form-invalid', { facts: { problems: births } })
  const way = wayOf({ row, item, values })
  if (row.way === 'commitment' && way === undefined) return refuse('promise-to-confirm')
  // What the answers ruled out after it was uploaded stays behind; nobody asked for it.
  const asked = new Set(papersAsked(item, values, way).asked.map(({ material }) => material.id))
  return {
    item: row.item,
    itemVersion: shownVersion,
    region,
    acceptPlace,
    form: answersOf(item.form, values),
    materials: item.materials.flatMap(({ id }) => {
      const files = asked.has(id) ? (row.files[id] ?? []) : []
      return files.length === 0
        ? []
        : [{ material: id, files: [...files], paperOriginals: 0, paperCopies: 0 }]
    }),
    delivery,
    ...(delivery === 'post' && isPostal(postal) ? { postal } : {}),
    ...(way === 'commitment' ? { commitment: { confirmed: true } } : {}),
    ...(row.about === null ? {} : { about: row.about }),
  }
}
