import { isRefusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { newId } from '#platform/id.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { CitizenServices, DraftView, PageRefusal, Visitor } from './contract.ts'
import { DRAFTS_MAX } from './drafts.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { draftView, findDraft, sealValues } from './open-draft.ts'
import { draftStore, type NewDraft } from './store.ts'
import { isPageRefusal, said } from './words.ts'

type Part = 'myLicences' | 'myLicence' | 'applyAbout' | 'actOnLicence' | 'licencePaper'

/** One's own licences (我的证照): what they are worth today, and what may be asked for. */
export function myLicences(means: PortalMeans): Pick<CitizenServices, Part> {
  const { cases, clock, area } = means
  const looking = (visitor: Visitor) => {
    const actor = citizenOf(visitor)
    return isRefused(actor) ? actor : { actor, now: clock.now(), reliesOn: [] }
  }
  return {
    async myLicences(visitor, cursor, within) {
      const who = looking(visitor)
      if (isRefused(who)) return said(who)
      return cases.licences.list(area, who, {
        ...(cursor === undefined ? {} : { cursor }),
        ...(within === undefined ? {} : { within }),
      })
    },
    async myLicence(visitor, number) {
      const who = looking(visitor)
      if (isRefused(who)) return said(who)
      const found = await cases.licences.detail(area, number, who)
      if (isRefusal(found)) return said(found)
      const own = `/my/licences/${encodeURIComponent(number)}`
      return {
        ...found,
        papers: found.papers.map((paper) => ({ ...paper, url: `${own}/papers/${paper.id}` })),
      }
    },
    applyAbout: (visitor, number, kind) => applyAbout(means, visitor, number, kind),
    async actOnLicence(visitor, number, { act, input }, requestId) {
      const who = looking(visitor)
      if (isRefused(who)) return said(who)
      const requestHash = sm3(canonical({ number, act, input } as Json))
      const done = await cases.licences.act({ ...who, area, number, act, input, requestId, requestHash })
      return isRefusal(done) ? said(done) : undefined
    },
    async licencePaper(visitor, number, id) {
      const who = looking(visitor)
      if (isRefused(who)) return said(who)
      const found = await cases.licences.paper(area, number, id, who)
      if (isRefusal(found)) return said(found)
      const parts: Buffer[] = []
      for await (const part of found.stream) parts.push(part as Buffer)
      return { fileName: found.fileName, bytes: Buffer.concat(parts) }
    },
  }
}

/** Goes on with the draft about this licence, or begins one with everything the register knows already. */
async function applyAbout(
  means: PortalMeans,
  visitor: Visitor,
  number: string,
  kind: AboutKind,
): Promise<DraftView | PageRefusal> {
  const { area, cases, catalogue, clock, db } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await cases.licences.find(area, number, citizen)
  if (row === undefined) return said(refuse('licence-not-found'))
  const published = await catalogue.itemInForce(area, row.dossier.item, legalDay(clock.now()))
  if (published === undefined) return said(refuse('item-not-in-force'))
  if (!isOnline(published.item)) return said(refuse('not-online'))
  if (published.item.lifecycle?.[kind] === undefined)
    return said(refuse('about-not-offered', { facts: { kind } }))
  const open = await draftStore(db, area).open(citizen.party)
  const begun = open.find(
    ({ about, atPost }) => about?.licence === number && about.kind === kind && atPost === null,
  )
  if (begun === undefined && open.length >= DRAFTS_MAX)
    return said(refuse('too-many-drafts', { facts: { max: DRAFTS_MAX } }))
  const { item } = published
  const id =
    begun?.id ??
    (await draftStore(db, area).insert(citizen.party, {
      ...{ id: newId(), item: item.id, begunVersion: item.version, savedAt: clock.now() },
      ...(await asBefore(means, citizen.party, row.dossier.formCase)),
      about: { licence: number, kind },
    }))
  const found = await findDraft(means, visitor, id)
  return isPageRefusal(found) ? found : draftView(means, found)
}

/** The answers, the place and the delivery of the application the licence rests on; nothing of it is asked twice. */
async function asBefore(
  means: PortalMeans,
  party: string,
  no: string,
): Promise<Pick<NewDraft, 'values' | 'region' | 'acceptPlace' | 'delivery'>> {
  const before = await means.cases.find({ kind: 'citizen', person: party, party }, no)
  if (before === undefined) return { values: null }
  const { form, region, acceptPlace, delivery } = before.dossier
  const text = await means.sealing.open(NO_AREA, subjectOf(party), form as Sealed)
  const values = text === null ? {} : (JSON.parse(text) as FormValues)
  return { values: await sealValues(means, party, values), region, acceptPlace, delivery }
}
