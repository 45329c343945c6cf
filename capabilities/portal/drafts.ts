import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { newId } from '#platform/id.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { prefill, regionName } from '#ui/form/index.ts'
import type { CitizenServices, DraftView, PageRefusal, Visitor } from './contract.ts'
import { placesToFile } from './guide-pages.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { keepable } from './model.ts'
import { draftView, findDraft, sealValues, type OpenDraft } from './open-draft.ts'
import { draftStore } from './store.ts'
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

/** Goes on with the person's draft of this item, or begins one. */
async function openDraft(
  means: PortalMeans,
  visitor: Visitor,
  itemId: string,
): Promise<DraftView | PageRefusal> {
  const { area, catalogue, clock } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const published = await catalogue.itemInForce(area, itemId, legalDay(clock.now()))
  if (published === undefined) return said(refuse('item-not-found'))
  if (!isOnline(published.item)) return said(refuse('not-online'))
  const open = await draftStore(means.db, area).open(citizen.party)
  const begun = open.find((row) => row.item === itemId)
  if (begun === undefined && open.length >= DRAFTS_MAX) {
    return said(refuse('too-many-drafts', { facts: { max: DRAFTS_MAX } }))
  }
  const id = begun?.id ?? (await beginDraft(means, citizen.party, published.item))
  const found = await findDraft(means, visitor, id)
  return isPageRefusal(found) ? found : draftView(means, found)
}

/** A new draft already holds what the office knows of the person: 共享可得的不重复填写. */
async function beginDraft(means: PortalMeans, party: string, item: ItemVersion): Promise<string> {
  const known = await means.parties.details(party)
  const prefilled = prefill(item.form, {
    'party.name': known?.name,
    'party.phone': known?.phone,
    ...(known?.idKind === 'citizen-id' ? { 'party.citizenId': known.idNumber } : {}),
  })
  const id = newId()
  const values = await sealValues(means, party, prefilled)
  const draft = { id, item: item.id, begunVersion: item.version, values, savedAt: means.clock.now() }
  await draftStore(means.db, means.area).insert(party, draft)
  return id
}

/** Keeps what was typed before it is judged; only choices that cannot be are refused. */
async function saveDraft(
  means: PortalMeans,
  draft: OpenDraft,
  change: Change,
): Promise<DraftView | PageRefusal> {
  const { party, row, item } = draft
  const where = await choiceOfPlace(means, draft, change)
  if (isRefused(where)) return said(where)
  const delivery = change.delivery ?? row.delivery
  if (delivery !== null && !item.delivery.includes(delivery)) return said(refuse('delivery-mode-other'))
  const { kept, tooLong } = keepable(item.form, { ...draft.values, ...change.values })
  const values = change.values === undefined ? row.values : await sealValues(means, party, kept)
  const saved = await draftStore(means.db, means.area).save(
    party,
    row.id,
    { values, ...where, delivery },
    means.clock.now(),
  )
  if (!saved) return said(refuse('draft-not-found'))
  if (tooLong.length > 0) return said(refuse('form-invalid', { facts: { problems: tooLong } }))
  const again = await draftStore(means.db, means.area).find(party, row.id)
  return again === undefined
    ? said(refuse('draft-not-found'))
    : draftView(means, { ...draft, row: again, values: kept })
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
