import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal as EngineRefusal } from '#engine/refusal.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import type { Filing } from '#capabilities/case/contract.ts'
import { variantOf } from '#capabilities/case/model.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { charge, forgive, type AttemptLimit } from '#platform/auth/attempts.ts'
import { withOffset } from '#platform/clock.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { newId } from '#platform/id.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { regionName } from '#ui/form/index.ts'
import type { DraftAtCounter, DraftForPerson, HeldDraft, NameTyped } from './contract/routes.ts'
import { DRAFTS_MAX } from './drafts.ts'
import { afterFiling } from './filing.ts'
import { FILES_MAX } from './draft-files.ts'
import { placesToFile } from './guide-pages.ts'
import { offCounter } from './handover.ts'
import { citizenActor, type PortalMeans } from './means.ts'
import { answersOf, keepable } from './model.ts'
import { nameDiffers } from './name-check.ts'
import { namedBy, openRow, sealValues, wayOf } from './open-draft.ts'
import { codeHash, WRONG_TRIES_MAX } from './pick-up-code.ts'
import { draftStore, type DraftRow } from './store.ts'
import { handoverStore, type DraftAtCounter as Held } from './store/handover.ts'
import { isPageRefusal } from './words.ts'

/** A clerk may mistype; a post that goes on guessing is stopped for a while. */
const BY_POST: AttemptLimit = { failuresMax: 10, blockedMinutes: 30, windowMinutes: 60 }

export interface Asking {
  actor: StaffActor
  ip: string
  requestId: string
  reliesOn: readonly ReliedOn[]
}

/** The counter's side of a draft (线上线下融合, POR-09): picked up there, filed there, or saved there for its owner. */
export interface Counter {
  pickUp(asking: Asking, input: { code: string; idTail: string }): Promise<DraftAtCounter | Refusal>
  held(asking: Asking, id: string): Promise<DraftAtCounter | Refusal>
  /** What this post picked up and has neither filed nor given back, the oldest first. */
  mine(asking: Asking): Promise<HeldDraft[]>
  file(asking: Asking, id: string, filing: Filing): Promise<{ no: string } | Refusal | EngineRefusal>
  giveBack(asking: Asking, id: string): Promise<{ done: true } | Refusal>
  saveForPerson(asking: Asking, input: DraftForPerson): Promise<{ id: string } | Refusal>
  nameDiffers(asking: Asking, input: NameTyped): Promise<{ differs: boolean } | Refusal>
}

/** `meansOf` gives the portal of the clerk's own area: drafts of another are not theirs to find. */
export function counter(meansOf: (area: string) => PortalMeans): Counter {
  return {
    pickUp: (asking, input) => pickUp(meansOf(asking.actor.area), asking, input),
    async held({ actor }, id) {
      const means = meansOf(actor.area)
      const held = await handoverStore(means.db, means.area).heldBy(id, actor.post)
      return held === undefined || held.filedNo !== null ? refuse('draft-not-found') : shown(means, held)
    },
    mine: ({ actor }) => mine(meansOf(actor.area), actor),
    file: (asking, id, filing) => file(meansOf(asking.actor.area), asking, id, filing),
    async giveBack({ actor, ip }, id) {
      const means = meansOf(actor.area)
      const held = await handoverStore(means.db, means.area).heldBy(id, actor.post)
      if (held === undefined || held.filedNo !== null) return refuse('draft-not-found')
      const refused = await offCounter(means, held)
      if (refused) return refused
      await recorded(means, actor, 'draft-given-back', id, ip)
      return { done: true }
    },
    saveForPerson: (asking, input) => saveForPerson(meansOf(asking.actor.area), asking, input),
    nameDiffers: ({ actor }, input) => nameDiffers(meansOf(actor.area), actor, input),
  }
}

/**
 * A wrong code, another's last signs, a code that ran out, was taken back or used: one answer to all of them. Whoever has the
 * code but not the person before them is counted against the code, which five wrong tries close for good.
 */
async function pickUp(
  means: PortalMeans,
  { actor, ip }: Asking,
  { code, idTail }: { code: string; idTail: string },
): Promise<DraftAtCounter | Refusal> {
  const { area, db, clock, keys, parties, cases } = means
  const now = clock.now()
  const who = `pick-up:${actor.post}`
  if ((await charge(db, who, BY_POST, now)) === null) return refuse('pick-up-too-often')
  const store = handoverStore(db, area)
  const found = await store.byCode(codeHash(keys, area, code), now, WRONG_TRIES_MAX)
  const nothing = refuse('pick-up-not-found')
  if (found === undefined) return nothing
  const details = await parties.details(found.party)
  if (details?.idNumber.slice(-4) !== idTail) {
    await store.wrong(found.id)
    return nothing
  }
  // On record before anything of the person is shown.
  await recorded(means, actor, 'draft-picked-up', found.id, ip)
  const { post, person, place } = actor
  const taken = await db.transaction(async (tx) => {
    if (!(await handoverStore(tx, area).pickUp(found.id, { post, person, place }, now))) return false
    const from = actorKey(citizenActor(found.party))
    await cases.attachments.handOver(tx, area, Object.values(found.files).flat(), from, actor)
    return true
  })
  if (!taken) return nothing
  await forgive(db, who)
  return shown(means, found)
}

async function mine(
  { area, db, catalogue, parties }: PortalMeans,
  { post }: StaffActor,
): Promise<HeldDraft[]> {
  const rows = await handoverStore(db, area).allHeldBy(post)
  return Promise.all(
    rows.map(async ({ id, item, shownVersion, savedAt, party, about }) => {
      const [{ item: known }, details] = await Promise.all([
        catalogue.pinned(area, item, shownVersion),
        parties.details(party),
      ])
      return {
        ...{ id, item, itemName: variantOf(known, about?.kind).name, savedAt: withOffset(savedAt) },
        person: maskName(details?.name ?? ''),
      }
    }),
  )
}

async function shown(means: PortalMeans, held: Held): Promise<DraftAtCounter | Refusal> {
  const draft = await openRow(means, held.party, held)
  if (isPageRefusal(draft)) return refuse(draft.code)
  const { row, item, values, postal } = draft
  const way = wayOf(draft)
  const views = await means.cases.attachments.views(means.area, Object.values(row.files).flat())
  const files = item.materials.flatMap(({ id, name }) => {
    const uploaded = (row.files[id] ?? []).flatMap((file) => views.get(file) ?? [])
    if (uploaded.length === 0) return []
    return [
      [id, uploaded.map((view, index) => ({ ...view, name: namedBy(name, index, view.name) }))] as const,
    ]
  })
  return {
    ...{ id: row.id, item: item.id, itemVersion: item.version, itemName: item.name },
    form: answersOf(item.form, values),
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.acceptPlace === null ? {} : { acceptPlace: row.acceptPlace }),
    ...(row.delivery === null ? {} : { delivery: row.delivery }),
    ...(row.postal === null ? {} : { postal }),
    ...(way === undefined ? {} : { way }),
    ...(row.about === null ? {} : { about: row.about }),
    files: Object.fromEntries(files),
    savedAt: withOffset(row.savedAt),
  }
}

/** One draft, one case, on whichever channel: claimed first, filed as the owner's, then marked with the number. */
async function file(
  means: PortalMeans,
  { actor, reliesOn }: Asking,
  id: string,
  filing: Filing,
): Promise<{ no: string } | Refusal | EngineRefusal> {
  const { area, db, clock, cases } = means
  const held = await handoverStore(db, area).heldBy(id, actor.post)
  if (held === undefined) return refuse('draft-not-found')
  if (held.filedNo !== null) return { no: held.filedNo }
  if (filing.item !== held.item) return refuse('draft-other-item')
  const draft = await openRow(means, held.party, held)
  if (isPageRefusal(draft)) return refuse(draft.code)
  const store = draftStore(db, area)
  if (!(await store.claim(held.party, id, 'window', clock.now()))) return refuse('draft-being-filed')
  const done = await cases.file({
    ...{ area, actor, reliesOn, party: held.party, now: clock.now(), warns: true },
    // What it is about was chosen with the licence in hand, and is no question of the form.
    filing: held.about === null ? filing : { ...filing, about: held.about },
    requestId: `draft:${id}`,
    requestHash: sm3(canonical({ draft: id })),
  })
  if (isRefusal(done)) {
    await store.unclaim(held.party, id)
    return done
  }
  const { no } = done.answer as { no: string }
  await afterFiling(means, draft, filing.form, no, false)
  await store.filed(held.party, id, no)
  return { no }
}

/** What was typed at a counter becomes the draft of a person who has an account; they finish it online. */
async function saveForPerson(
  means: PortalMeans,
  { actor, ip, requestId }: Asking,
  input: DraftForPerson,
): Promise<{ id: string } | Refusal> {
  const { area, db, clock, catalogue, cases } = means
  const party = await personWithAccount(means, input)
  if (party === undefined) return refuse('draft-person-unknown')
  const published = await catalogue.itemInForce(area, input.item, legalDay(clock.now()))
  if (published === undefined) return refuse('item-not-found')
  const { item } = published
  if (!isOnline(item)) return refuse('not-online')
  const store = draftStore(db, area)
  const request = `${actorKey(actor)}/${requestId}`
  const before = await store.madeBy(party, request)
  if (before !== undefined) return { id: before }
  const files = await ownFiles(means, actor, item, input.files ?? [])
  if (isRefused(files)) return files
  if ((await store.open(party)).length >= DRAFTS_MAX)
    return refuse('too-many-drafts', { facts: { max: DRAFTS_MAX } })
  const { delivery } = input
  if (delivery !== undefined && !item.delivery.includes(delivery)) return refuse('delivery-mode-other')
  const { kept, tooLong } = keepable(item.form, input.form)
  if (tooLong.length > 0) return refuse('form-invalid', { facts: { problems: tooLong } })
  const draft = {
    ...{ id: newId(), item: item.id, begunVersion: item.version, savedAt: clock.now(), files },
    values: await sealValues(means, party, kept),
    ...(await placeOf(means, actor, item.id, input.region)),
    delivery: delivery ?? null,
    postal: input.postal === undefined ? null : await sealValues(means, party, input.postal),
    savedAtPlace: actor.place,
  }
  const id = await db.transaction(async (tx) => {
    const ids = Object.values(files).flat()
    await cases.attachments.handOver(tx, area, ids, actorKey(actor), citizenActor(party))
    return draftStore(tx, area).insert(party, draft, request)
  })
  await recorded(means, actor, 'draft-saved-for-person', id, ip)
  return { id }
}

async function personWithAccount(
  { parties, accounts }: PortalMeans,
  { citizenId, name }: DraftForPerson,
): Promise<string | undefined> {
  const party = await parties.find('citizen-id', citizenId)
  if (party === undefined) return undefined
  const [details, account] = await Promise.all([
    parties.details(party),
    accounts.findBySubject('citizen', party),
  ])
  // A digit that reads like somebody else's would put a stranger's matter among their own.
  return details?.name === name.trim() && account ? party : undefined
}

async function ownFiles(
  { cases, area }: PortalMeans,
  actor: StaffActor,
  item: { materials: readonly { id: string; fromForm?: boolean }[] },
  sent: NonNullable<DraftForPerson['files']>,
): Promise<Record<string, string[]> | Refusal> {
  const files: Record<string, string[]> = {}
  for (const { material, file: id } of sent) {
    if (!item.materials.some((each) => each.id === material && !each.fromForm))
      return refuse('material-unknown')
    if ((await cases.attachments.find(area, id))?.uploaded_by !== actorKey(actor))
      return refuse('file-not-yours')
    const held = (files[material] ??= [])
    if (held.push(id) > FILES_MAX) return refuse('too-many-files', { facts: { max: FILES_MAX } })
  }
  return files
}

/** The counter's own place stays chosen where it takes this matter for the region; the owner may choose another. */
async function placeOf(
  means: PortalMeans,
  actor: StaffActor,
  item: string,
  region: string | undefined,
): Promise<Pick<DraftRow, 'region' | 'acceptPlace'>> {
  const regions = await means.organisation.regionDirectory(means.area, legalDay(means.clock.now()))
  if (region === undefined || regionName(regions, region) === undefined)
    return { region: null, acceptPlace: null }
  const takes = (await placesToFile(means, item, region)).some(({ id }) => id === actor.place)
  return { region, acceptPlace: takes ? actor.place : null }
}

function recorded(
  { audit, area }: PortalMeans,
  { post }: StaffActor,
  event: string,
  draft: string,
  ip: string,
): Promise<void> {
  return audit.record({ area, actor: `post:${post}`, event, success: true, object: `draft:${draft}`, ip })
}
