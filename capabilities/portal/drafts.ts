import { legalDay } from '#engine/day.ts'
import { mayPromise, variantOf } from '#capabilities/case/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { newId } from '#platform/id.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { filledIn, prefill, regionName, villageField } from '#ui/form/index.ts'
import type { CitizenServices, DraftLine, DraftView, PageRefusal, Visitor } from './contract.ts'
import { placesToFile } from './guide-pages.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { answersOf, holderOf, keepable, reusableAnswers } from './model.ts'
import { draftView, findDraft, sealValues, type OpenDraft } from './open-draft.ts'
import { draftStore, type DraftRow } from './store.ts'
import { isPageRefusal, said } from './words.ts'

type Change = Parameters<CitizenServices['saveDraft']>[2]

export const DRAFTS_MAX = 20

export function drafts(
  means: PortalMeans,
): Pick<CitizenServices, 'openDraft' | 'draft' | 'drafts' | 'saveDraft' | 'reuse' | 'dropDraft'> {
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
      return draftLines(means, await store.open(citizen.party))
    },
    async saveDraft(visitor, id, change) {
      const found = await findDraft(means, visitor, id)
      return isPageRefusal(found) ? found : saveDraft(means, found, change)
    },
    async reuse(visitor, id, use) {
      const found = await findDraft(means, visitor, id)
      return isPageRefusal(found) ? found : takeOver(means, found, use)
    },
    async dropDraft(visitor, id) {
      const found = await findDraft(means, visitor, id)
      if (isPageRefusal(found) && found.code !== 'item-not-in-force') return found
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      return (await store.drop(citizen.party, id)) ? undefined : said(refuse('draft-not-found'))
    },
  }
}

async function draftLines(
  { area, catalogue, organisation }: PortalMeans,
  rows: readonly DraftRow[],
): Promise<DraftLine[]> {
  const ids = rows.flatMap(({ savedAtPlace, atPlace }) => [savedAtPlace, atPlace]).filter((id) => id !== null)
  const places = new Map(
    (await organisation.placesByIds(area, [...new Set(ids)])).map(({ id, name }) => [id, name]),
  )
  return Promise.all(
    rows.map(async ({ id, item, shownVersion, savedAt, savedAtPlace, atPost, atPlace, about }) => {
      const { item: known } = await catalogue.pinned(area, item, shownVersion)
      return {
        ...{ id, itemName: variantOf(known, about?.kind).name, savedAt },
        ...(savedAtPlace === null ? {} : { savedBy: places.get(savedAtPlace) ?? '窗口' }),
        ...(atPost === null ? {} : { atCounter: places.get(atPlace ?? '') ?? '窗口' }),
      }
    }),
  )
}

/** Takes answers of earlier filings over, or notes that the person would rather not; asked once. */
async function takeOver(
  means: PortalMeans,
  draft: OpenDraft,
  use: boolean,
): Promise<DraftView | PageRefusal> {
  const { party, row, item } = draft
  const kept = use && !row.reuseAsked ? await means.dataSpace.kept(party) : []
  const taken = Object.fromEntries(
    reusableAnswers(item.form, draft.values, kept).map(({ field, value }) => [field, value]),
  )
  const values = { ...draft.values, ...taken }
  const reused = { ...draft.reused, ...taken }
  const change = {
    ...row,
    values: await sealValues(means, party, values),
    reused: await sealValues(means, party, reused),
    reuseAsked: true,
  }
  return saved(means, { ...draft, values, reused }, change)
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
  const begun = open.find((row) => row.item === itemId && row.atPost === null && row.about === null)
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
  // A firm's form asks for the firm's name, which no account knows.
  const isOwn = holderOf(item.form, {}) === 'person'
  const prefilled = prefill(item.form, {
    ...(isOwn ? { 'party.name': known?.name } : {}),
    'party.phone': known?.phone,
    ...(known?.idKind === 'citizen-id' ? { 'party.citizenId': known.idNumber } : {}),
  })
  const id = newId()
  const values = await sealValues(means, party, filledIn(item.form, prefilled))
  const draft = { id, item: item.id, begunVersion: item.version, values, savedAt: means.clock.now() }
  await draftStore(means.db, means.area).insert(party, draft)
  return id
}

/** Keeps what was typed before it is judged; only choices that cannot be are refused. */
async function saveDraft(
  means: PortalMeans,
  draft: OpenDraft,
  asked: Change,
): Promise<DraftView | PageRefusal> {
  const { party, row, item } = draft
  const change = await whereTheFormSays(means, draft, asked)
  const where = await choiceOfPlace(means, draft, change)
  if (isRefused(where)) return said(where)
  const delivery = change.delivery ?? row.delivery
  if (delivery !== null && !item.delivery.includes(delivery)) return said(refuse('delivery-mode-other'))
  const { kept: typed, tooLong } = keepable(item.form, { ...draft.values, ...change.values })
  // Chosen anew for the whole matter, the village moves along in the form where it repeated the one before.
  const moved = movedRegions(item.form, typed, { from: row.region, to: where.region })
  const kept = filledIn(item.form, moved, where.region ?? undefined)
  if (change.way === 'commitment' && !mayPromise(item, answersOf(item.form, kept)))
    return said(refuse('commitment-not-offered'))
  const postal = { ...draft.postal, ...change.postal }
  const whole = {
    ...{ ...row, ...where, delivery, ...wayTo(draft, change, kept) },
    values: await sealValues(means, party, kept),
    postal: change.postal === undefined ? row.postal : await sealValues(means, party, postal),
  }
  const again = await saved(means, { ...draft, values: kept, postal }, whole)
  if (isPageRefusal(again) || tooLong.length === 0) return again
  return said(refuse('form-invalid', { facts: { problems: tooLong } }))
}

/** Who decides follows from the place the form names: chosen anew there, the matter moves along, and with it where papers are taken in. */
async function whereTheFormSays(
  { area, clock, organisation }: PortalMeans,
  { row, item }: OpenDraft,
  change: Change,
): Promise<Change> {
  const said = change.values?.[villageField(item.form)?.name ?? '']
  if (change.region !== undefined || row.region === null || typeof said !== 'string') return change
  if (said === '' || said === row.region) return change
  const regions = await organisation.regionDirectory(area, legalDay(clock.now()))
  return regionName(regions, said) === undefined ? change : { ...change, region: said }
}

function movedRegions(
  { fields }: ItemVersion['form'],
  values: OpenDraft['values'],
  { from, to }: { from: string | null; to: string | null },
): OpenDraft['values'] {
  if (from === null || to === null || from === to) return values
  const repeating = fields.filter(({ type, name }) => type === 'region' && values[name] === from)
  return { ...values, ...Object.fromEntries(repeating.map(({ name }) => [name, to])) }
}

/** The way as it will stand: a promise holds for the version in force, and only while the answers allow it. */
function wayTo(
  { row, item }: OpenDraft,
  { way, values }: Change,
  kept: OpenDraft['values'],
): Pick<DraftRow, 'way' | 'promisedVersion'> {
  if (way === 'commitment') return { way, promisedVersion: item.version }
  if (way === 'ordinary') return { way, promisedVersion: null }
  const lost =
    row.way === 'commitment' && values !== undefined && !mayPromise(item, answersOf(item.form, kept))
  return lost ? { way: null, promisedVersion: null } : { way: row.way, promisedVersion: row.promisedVersion }
}

async function saved(
  means: PortalMeans,
  draft: OpenDraft,
  change: DraftRow,
): Promise<DraftView | PageRefusal> {
  const store = draftStore(means.db, means.area)
  const done = await store.save(draft.party, draft.row.id, change, means.clock.now())
  const row = done ? await store.find(draft.party, draft.row.id) : undefined
  return row === undefined ? said(refuse('draft-not-found')) : draftView(means, { ...draft, row })
}

/** The region and the place as they will stand; a place chosen for another region does not stay. */
async function choiceOfPlace(means: PortalMeans, { row, item }: OpenDraft, change: Change) {
  const region = change.region ?? row.region
  const acceptPlace = change.acceptPlace ?? row.acceptPlace
  if (change.region === undefined && change.acceptPlace === undefined) return { region, acceptPlace }
  const regions = await means.organisation.regionDirectory(means.area, legalDay(means.clock.now()))
  if (region === null || regionName(regions, region) === undefined) return refuse('region-unknown')
  const offered = (await placesToFile(means, item, region)).some(({ id }) => id === acceptPlace)
  if (change.acceptPlace !== undefined && !offered) return refuse('place-not-offered')
  return { region, acceptPlace: offered ? acceptPlace : null }
}
