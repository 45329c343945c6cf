import { addDays, legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { onRegister, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Grant } from '../contract.ts'
import type { AmendedPower, NewPower, TakenBack } from '../contract/power-routes.ts'
import { byOwnHand, mayAmend, mayGive, mayTakeBack } from '../model/power-rules.ts'
import { catalogueReader, type GrantRow } from '../store.ts'
import { grantValues, LOCK_ITEMS, SAVE_GRANTS } from './store.ts'

export interface RegisterMeans {
  db: Queryable
  ledger: Ledger
  organisation: Organisation
  staff: {
    postsOfPerson(person: string, at: Instant): Promise<readonly Pick<Post, 'area' | 'body' | 'roles'>[]>
  }
}

export interface Registered {
  ids: string[]
}

type PowerFact = 'power-granted' | 'power-amended' | 'power-taken-back'

interface Change {
  kind: PowerFact
  after: GrantRow
  /** Hash of the stream's newest fact; none for a new one. */
  prevHash: string | null
  fact: Json
}

/** Gives powers by a document, one grant for each item and place, all together or none. */
export function grantPower(means: RegisterMeans, request: RegisterRequest, wish: NewPower) {
  const { items, ...one } = wish
  return record(means, request, { act: 'grant-power', asked: wish, items }, async (tx) => {
    const own = await ownHand(means, request, one.body)
    if (own) return own
    const around = await surroundings(means.organisation, tx, request.actor.area, one)
    const changes: Change[] = []
    for (const id of items) {
      const published = await catalogueReader(tx).itemInForce(request.actor.area, id, legalDay(request.now))
      if (published === undefined) return refusal('item-not-in-force')
      const { item } = published
      const refused = mayGive(one, {
        ...around,
        item,
        grants: around.grants.filter((grant) => grant.item === id),
      })
      if (refused) return refused
      const places = one.places.length === 0 ? ['*'] : one.places
      changes.push(...places.map((place) => given(request, id, place, one)))
    }
    return changes
  })
}

function given({ now }: RegisterRequest, item: string, place: string, wish: Omit<NewPower, 'items'>): Change {
  const { body, kind, powers, by, from, to, document, conditions } = wish
  const id = newId()
  const basis = `${document.title}（${document.number}）`
  const grant: Grant = {
    ...{ id, item, body, place, kind, powers: [...powers], by, from, basis, document },
    ...(to === undefined ? {} : { to }),
    ...(conditions === undefined ? {} : { conditions }),
  }
  const after = { ...grant, stream: streamId('grant', id, now), version: 1 }
  return { kind: 'power-granted', after, prevHash: null, fact: grant as unknown as Json }
}

/** Changes the last day or the conditions of a grant. */
export function amendPower(means: RegisterMeans, request: RegisterRequest, id: string, wish: AmendedPower) {
  return changed(means, request, id, 'amend-power', wish, (grant) => {
    const refused = mayAmend(grant, wish, legalDay(request.now))
    if (refused) return refused
    const { to: until, ...rest } = grant
    const to = wish.to === undefined ? until : (wish.to ?? undefined)
    const conditions = wish.conditions ?? rest.conditions
    const after = {
      ...rest,
      document: wish.document,
      ...(to === undefined ? {} : { to }),
      ...(conditions === undefined ? {} : { conditions }),
    }
    return {
      kind: 'power-amended',
      after,
      fact: { ...wish, item: grant.item, body: grant.body } as unknown as Json,
    }
  })
}

/** Takes a grant back: from `on` nobody may use it, and a decision that relied on it a moment before it was recorded stands. */
export function takeBack(means: RegisterMeans, request: RegisterRequest, id: string, wish: TakenBack) {
  return changed(means, request, id, 'take-back', wish, (grant) => {
    const refused = mayTakeBack(grant, wish, legalDay(request.now))
    if (refused) return refused
    const lastDay = addDays(wish.on, -1)
    const to = grant.to !== undefined && grant.to < lastDay ? grant.to : lastDay
    const fact = { ...wish, item: grant.item, body: grant.body } as unknown as Json
    return { kind: 'power-taken-back', after: { ...grant, to, takenBack: wish.on }, fact }
  })
}

async function changed(
  means: RegisterMeans,
  request: RegisterRequest,
  id: string,
  act: string,
  wish: object,
  change: (grant: GrantRow) => Omit<Change, 'prevHash'> | Refusal,
) {
  const { area } = request.actor
  const found = await catalogueReader(means.db).grant(area, id)
  if (found === undefined) return refusal('power-grant-not-found')
  // The head is read first and compared inside, because the ledger reads on a connection of its own.
  const head = await means.ledger.head(area, found.stream)
  return record(means, request, { act, asked: { id, ...wish }, items: [found.item] }, async (tx) => {
    const grant = await catalogueReader(tx).grant(area, id)
    if (grant === undefined || head === undefined || head.version !== grant.version)
      return refusal('changed-since-read')
    const own = await ownHand(means, request, grant.body)
    if (own) return own
    const next = change(grant)
    if (isRefusal(next)) return next
    return [{ ...next, after: { ...next.after, version: grant.version + 1 }, prevHash: head.hash }]
  })
}

/** Whether the person who registers also decides for the body whose power it is, in whatever post. */
async function ownHand(
  { staff, organisation }: RegisterMeans,
  { actor, now }: RegisterRequest,
  body: string,
): Promise<Refusal | undefined> {
  const [held, found] = await Promise.all([
    staff.postsOfPerson(actor.person, now),
    organisation.bodiesByIds(actor.area, [body]),
  ])
  const approves = held.filter(({ area, roles }) => area === actor.area && roles.includes('approver'))
  return found[0] && byOwnHand(found[0], new Set(approves.map((post) => post.body)))
}

/** Registrars of one item wait for each other: two overlapping grants cannot both find none. */
function record(
  { ledger }: RegisterMeans,
  request: RegisterRequest,
  { items, ...asked }: { act: string; asked: object; items: readonly string[] },
  decide: (tx: Queryable) => Promise<readonly Change[] | Refusal>,
): Promise<Registered | Refusal> {
  const { area } = request.actor
  return onRegister<Registered>(ledger, request, asked, async (tx) => {
    await tx.query(LOCK_ITEMS, [area, items])
    const changes = await decide(tx)
    if (isRefusal(changes)) return changes
    const grants = changes.map(({ after }) => after)
    return {
      statement: SAVE_GRANTS,
      viewValues: grantValues(area, grants),
      streams: changes.map(({ kind, after, prevHash, fact }) => ({
        stream: after.stream,
        expectedVersion: after.version - 1,
        prevHash,
        facts: [{ kind, body: fact, schemaVersion: 1 }],
      })),
      result: { ids: grants.map(({ id }) => id) },
    }
  })
}

/** What the rules of giving look at: bodies, owners of the places, every grant of the area. */
export async function surroundings(
  organisation: Organisation,
  tx: Queryable,
  area: string,
  { body, by, places }: Pick<NewPower, 'body' | 'by' | 'places'>,
) {
  const [bodies, found, pack, grants] = await Promise.all([
    organisation.bodiesByIds(area, [body, by]),
    organisation.placesByIds(area, places),
    organisation.pack(area),
    catalogueReader(tx).grants(area),
  ])
  return {
    body: bodies.find(({ id }) => id === body),
    by: bodies.find(({ id }) => id === by),
    owners: new Map(found.map(({ id, owner }) => [id, owner])),
    villages: new Set(found.flatMap(({ id, kind }) => (kind === 'station' || kind === 'point' ? [id] : []))),
    grants,
    entrusting: pack?.body.parameters.delegation?.value.entrusted ?? true,
  }
}
