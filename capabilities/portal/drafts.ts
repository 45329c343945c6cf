import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { newId } from '#platform/id.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { prefill, regionName, type FormValues } from '#ui/form/index.ts'
import type { CitizenServices, DraftView, PageRefusal, Visitor } from './contract.ts'
import { placesToFile } from './guide-pages.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { changesOf, keepable } from './model.ts'
import { draftStore, type DraftRow } from './store.ts'
import { isPageRefusal, said } from './words.ts'

type Change = Parameters<CitizenServices['saveDraft']>[2]

const DRAFTS_MAX = 20

export function drafts(
  means: PortalMeans,
): Pick<CitizenServices, 'openDraft' | 'draft' | 'drafts' | 'saveDraft' | 'dropDraft'> {
  const store = draftStore(means.db, means.area)
  return {
    openDraft: (visitor, itemId) => openDraft(means, visitor, itemId),
    async draft(visitor, id) {
      const found = await findDraft(means, visitor, id)
      return isPageRefusal(found) ? found : draftView(means, found)
    },
    async drafts(visitor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return []
      const rows = await store.open(citizen.party)
      return Promise.all(
        rows.map(async ({ id, item, shownVersion, savedAt }) => {
          const { item: known } = await means.catalogue.pinned(means.area, item, shownVersion)
          return { id, itemName: known.name, savedAt }
        }),
      )
    },
    async saveDraft(visitor, id, change) {
      const found = await findDraft(means, visitor, id)
      return isPageRefusal(found) ? found : saveDraft(means, found, change)
    },
    async dropDraft(visitor, id) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      return (await store.drop(citizen.party, id)) ? undefined : said(refuse('draft-not-found'))
    },
  }
}

/** A draft with the version in force and what was written so far. */
export interface OpenDraft {
  party: string
  row: DraftRow
  item: ItemVersion
  values: FormValues
}

/** The visitor's own draft that has not been filed; another's looks like none. */
export async function findDraft(means: PortalMeans, visitor: Visitor, id: string): Promise<OpenDraft | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await draftStore(means.db, means.area).find(citizen.party, id)
  if (row === undefined || row.filedNo !== null) return said(refuse('draft-not-found'))
  const published = await means.catalogue.itemInForce(means.area, row.item, legalDay(means.clock.now()))
  if (published === undefined) return said(refuse('item-not-in-force'))
  return { party: citizen.party, row, item: published.item, values: await opened(means, citizen.party, row.values) }
}

/** Shows the draft with everything that has changed since it was begun; what was shown may be filed. */
export async function draftView(means: PortalMeans, draft: OpenDraft): Promise<DraftView> {
  const { row, item, values, party } = draft
  const begun = await means.catalogue.pinned(means.area, row.item, row.begunVersion)
  if (row.shownVersion !== item.version) await draftStore(means.db, means.area).shown(party, row.id, item.version)
  const ids = Object.values(row.files).flat()
  const views = await means.cases.attachments.views(means.area, ids)
  const files = item.materials.flatMap((material) => {
    const held = (row.files[material.id] ?? []).flatMap((id) => views.get(id) ?? [])
    // People's own file names tell too much, so a file is called by what it is for; nobody downloads it from a draft.
    const named = held.map((view, index) => ({ ...view, name: namedBy(material.name, index, view.name), url: '' }))
    return named.length === 0 ? [] : [[material.id, named] as const]
  })
  return {
    id: row.id,
    item,
    changes: changesOf(begun.item, item),
    values,
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.acceptPlace === null ? {} : { acceptPlace: row.acceptPlace }),
    ...(row.delivery === null ? {} : { delivery: row.delivery }),
    files: Object.fromEntries(files),
    savedAt: row.savedAt,
  }
}

export function namedBy(material: string, index: number, name: string): string {
  return `${material}-${index + 1}${name.slice(name.lastIndexOf('.'))}`
}

/** Goes on with the person's draft of this item, or begins one that already holds what the office knows of them. */
async function openDraft(means: PortalMeans, visitor: Visitor, itemId: string): Promise<DraftView | PageRefusal> {
  const { area, catalogue, clock, parties } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const published = await catalogue.itemInForce(area, itemId, legalDay(clock.now()))
  if (published === undefined) return said(refuse('item-not-found'))
  const { item } = published
  if (!isOnline(item)) return said(refuse('not-online'))
  const store = draftStore(means.db, area)
  const open = await store.open(citizen.party)
  const begun = open.find((row) => row.item === itemId)
  if (begun === undefined && open.length >= DRAFTS_MAX) return said(refuse('too-many-drafts', { facts: { max: DRAFTS_MAX } }))
  const id = begun?.id ?? newId()
  if (begun === undefined) {
    const known = await parties.details(citizen.party)
    const values = prefill(item.form, {
      'party.name': known?.name,
      'party.phone': known?.phone,
      ...(known?.idKind === 'citizen-id' ? { 'party.citizenId': known.idNumber } : {}),
    })
    const sealed = await sealValues(means, citizen.party, values)
    await store.insert(citizen.party, { id, item: itemId, begunVersion: item.version, values: sealed, savedAt: clock.now() })
  }
  const found = await findDraft(means, visitor, id)
  return isPageRefusal(found) ? found : draftView(means, found)
}

/** Keeps what was typed before it is judged; only choices that cannot be are refused. */
async function saveDraft(means: PortalMeans, draft: OpenDraft, change: Change): Promise<DraftView | PageRefusal> {
  const { party, row, item } = draft
  const where = await choiceOfPlace(means, draft, change)
  if (isRefused(where)) return said(where)
  const delivery = change.delivery ?? row.delivery
  if (delivery !== null && !item.delivery.includes(delivery)) return said(refuse('delivery-mode-other'))
  const { kept, tooLong } = keepable(item.form, { ...draft.values, ...change.values })
  const values = change.values === undefined ? row.values : await sealValues(means, party, kept)
  const saved = await draftStore(means.db, means.area).save(party, row.id, { values, ...where, delivery }, means.clock.now())
  if (!saved) return said(refuse('draft-not-found'))
  if (tooLong.length > 0) return said(refuse('form-invalid', { facts: { problems: tooLong } }))
  const again = await draftStore(means.db, means.area).find(party, row.id)
  return again === undefined ? said(refuse('draft-not-found')) : draftView(means, { ...draft, row: again, values: kept })
}

/** The region and the place as they will stand; a place chosen for another region does not stay. */
async function choiceOfPlace(means: PortalMeans, { row, item }: OpenDraft, change: Change) {
  const region = change.region ?? row.region
  const acceptPlace = change.acceptPlace ?? row.acceptPlace
  if (change.region === undefined && change.acceptPlace === undefined) return { region, acceptPlace }
  const regions = await means.organisation.regionDirectory(means.area, legalDay(means.clock.now()))
  if (region === null || regionName(regions, region) === undefined) return refuse('region-unknown')
  const offered = (await placesToFile(means, item.id, region)).some(({ id }) => id === acceptPlace)
  if (change.acceptPlace !== undefined && !offered) return refuse('place-not-offered')
  return { region, acceptPlace: offered ? acceptPlace : null }
}

async function sealValues({ sealing }: PortalMeans, party: string, values: FormValues): Promise<string> {
  return (await sealing.sealFor(NO_AREA, subjectOf(party))).seal(JSON.stringify(values))
}

async function opened({ sealing }: PortalMeans, party: string, values: string | null): Promise<FormValues> {
  const text = values === null ? null : await sealing.open(NO_AREA, subjectOf(party), values as Sealed)
  return text === null ? {} : (JSON.parse(text) as FormValues)
}
