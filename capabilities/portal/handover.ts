import type { StaffActor } from '#engine/actor.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { withOffset } from '#platform/clock.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import type { CitizenServices, HandoverView, PageRefusal, Visitor } from './contract.ts'
import { citizenActor, citizenOf, type PortalMeans } from './means.ts'
import { CODE_VALID_MS, codeHash, pickUpCode, WRONG_TRIES_MAX } from './pick-up-code.ts'
import { draftStore, type DraftRow } from './store.ts'
import { handoverStore } from './store/handover.ts'
import { said } from './words.ts'

type Part = 'handover' | 'makePickUpCode' | 'revokePickUpCode' | 'takeDraftBack'

/** 到窗口接着办: the owner's side. The code is shown to nobody else and opens the draft once. */
export function handovers(means: PortalMeans): Pick<CitizenServices, Part> {
  const { area, db, clock, keys } = means
  const store = handoverStore(db, area)
  return {
    async handover(visitor, id) {
      const row = await ownRow(means, visitor, id)
      return isRefused(row) ? said(row) : view(means, row)
    },
    async makePickUpCode(visitor, id) {
      const row = await ownRow(means, visitor, id)
      if (isRefused(row)) return said(row)
      if (row.atPost !== null) return said(refuse('draft-at-counter'))
      const until = new Date(Date.parse(clock.now()) + CODE_VALID_MS).toISOString()
      // Eight digits can meet another draft's; another nonce gives others.
      for (let made = false; !made;) {
        const nonce = newToken()
        made = await store.make(id, codeHash(keys, area, pickUpCode(keys, id, nonce)), nonce, until)
      }
      return undefined
    },
    async revokePickUpCode(visitor, id) {
      const row = await ownRow(means, visitor, id)
      if (isRefused(row)) return said(row)
      await store.revoke(id)
      return undefined
    },
    takeDraftBack: (visitor, id) => takeBack(means, visitor, id),
  }
}

async function ownRow(
  { db, area }: PortalMeans,
  visitor: Visitor,
  id: string,
): Promise<(DraftRow & { party: string }) | Refusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return citizen
  const row = await draftStore(db, area).find(citizen.party, id)
  return row === undefined || row.filedNo !== null
    ? refuse('draft-not-found')
    : { ...row, party: citizen.party }
}

async function view(means: PortalMeans, row: DraftRow): Promise<HandoverView> {
  const { area, db, clock, keys, catalogue, organisation } = means
  const [{ item }, handover, places] = await Promise.all([
    catalogue.pinned(area, row.item, row.shownVersion),
    handoverStore(db, area).find(row.id, clock.now(), WRONG_TRIES_MAX),
    row.atPlace === null ? [] : organisation.placesByIds(area, [row.atPlace]),
  ])
  return {
    id: row.id,
    itemName: item.name,
    ...(handover === undefined
      ? {}
      : {
          code: { digits: pickUpCode(keys, row.id, handover.nonce), until: withOffset(handover.expiresAt) },
        }),
    ...(row.atPost === null ? {} : { atCounter: places[0]?.name ?? '窗口' }),
  }
}

async function takeBack(means: PortalMeans, visitor: Visitor, id: string): Promise<void | PageRefusal> {
  const row = await ownRow(means, visitor, id)
  if (isRefused(row)) return said(row)
  const refused = await offCounter(means, row)
  return refused === undefined ? undefined : said(refused)
}

/** Back to its owner with every file; whoever asked for it was checked before. */
export async function offCounter(
  { db, area, clock, cases }: PortalMeans,
  draft: Pick<DraftRow, 'id' | 'files'> & { party: string },
): Promise<Refusal | undefined> {
  return db.transaction(async (tx) => {
    const store = handoverStore(tx, area)
    const holder = await store.holderOf(draft.id)
    if (holder === undefined) return undefined
    if (!(await store.giveBack(draft.id, clock.now()))) return refuse('draft-being-filed')
    const from = actorKey({ kind: 'staff', post: holder.post, person: holder.person } as StaffActor)
    const files = Object.values(draft.files).flat()
    await cases.attachments.handOver(tx, area, files, from, citizenActor(draft.party))
    return undefined
  })
}
