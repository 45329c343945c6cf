import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { onRegister, type RegisterEntry, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { BoundSeal, NewSeal } from './contract/seal-routes.ts'
import { SEAL_NUMBERS, type Seal } from './model.ts'
import { boundSeal, movedSeal, newSeal, type SealMove } from './model/register-rules.ts'
import { SAVE_SEAL, sealReader, sealValues } from './store.ts'

export interface SealRegisterMeans {
  db: Queryable
  ledger: Ledger
  organisation: Organisation
}

export interface WrittenSeal {
  id: string
  version: number
}

/** One registrar at a time in an area: the register is small, and no number may be engraved twice. */
const LOCK = {
  name: 'licence-seal.lock',
  text: 'SELECT id FROM licence_seal.seal WHERE area_code = $1 ORDER BY id FOR UPDATE',
}

/** Takes a new seal into use (启用). */
export function issueSeal(means: SealRegisterMeans, request: RegisterRequest, wish: NewSeal) {
  const { area } = request.actor
  return onRegister<WrittenSeal>(means.ledger, request, { act: 'issue-seal', asked: wish }, async (tx) => {
    await tx.query(LOCK, [area])
    const around = await surroundings(means, tx, request, wish)
    const seal = newSeal(wish, around)
    if (isRefusal(seal)) return seal
    const whole = { ...seal, stream: streamId('seal', seal.id, request.now), version: 1 }
    return entry(area, whole, null, { kind: 'seal-issued', body: seal })
  })
}

/** Hands a numbered seal over and binds it to items; every hand-over is a fact of its own (LS-2.1-03). */
export function bindSeal(means: SealRegisterMeans, request: RegisterRequest, id: string, wish: BoundSeal) {
  return change(means, request, id, { act: 'bind-seal', wish, kind: 'seal-bound' }, async (seal) => {
    const [holder] = await means.organisation.bodiesByIds(request.actor.area, [wish.holder])
    return boundSeal(seal, wish, holder)
  })
}

const FACTS = { suspend: 'seal-suspended', resume: 'seal-resumed', retire: 'seal-retired' } as const

/** Suspends, resumes or retires a seal (停用、恢复、作废); a sealing that relied on the older version is decided again. */
export function moveSeal(
  means: SealRegisterMeans,
  request: RegisterRequest,
  id: string,
  move: SealMove,
  wish: { reason: string },
) {
  const today = legalDay(request.now)
  return change(means, request, id, { act: `${move}-seal`, wish, kind: FACTS[move] }, async (seal) =>
    movedSeal(seal, move, today),
  )
}

async function change(
  { db, ledger }: SealRegisterMeans,
  request: RegisterRequest,
  id: string,
  { act, wish, kind }: { act: string; wish: object; kind: string },
  next: (seal: Seal) => Promise<Seal | Refusal>,
): Promise<WrittenSeal | Refusal> {
  const { area } = request.actor
  const seen = await sealReader(db).one(area, id)
  if (seen === undefined) return refusal('seal-not-found')
  // The head is read first and compared inside, because the ledger reads on a connection of its own.
  const head = await ledger.head(area, seen.stream)
  return onRegister<WrittenSeal>(ledger, request, { act, asked: { id, ...wish } }, async (tx) => {
    await tx.query(LOCK, [area])
    const seal = await sealReader(tx).one(area, id)
    if (seal === undefined || head?.version !== seal.version) return refusal('changed-since-read')
    const after = await next(seal)
    if (isRefusal(after)) return after
    const body = { ...wish, from: seal.state, to: after.state }
    return entry(area, { ...after, version: seal.version + 1 }, head.hash, { kind, body })
  })
}

function entry(
  area: string,
  seal: Seal,
  prevHash: string | null,
  fact: { kind: string; body: Json },
): RegisterEntry {
  return {
    statement: SAVE_SEAL,
    viewValues: sealValues(area, seal),
    streams: [
      {
        stream: seal.stream,
        expectedVersion: seal.version - 1,
        prevHash,
        facts: [{ ...fact, schemaVersion: 1 }],
      },
    ],
    result: { id: seal.id, version: seal.version },
  }
}

async function surroundings(
  { organisation }: SealRegisterMeans,
  tx: Queryable,
  { actor: { area }, now }: RegisterRequest,
  wish: NewSeal,
) {
  const ids = [wish.body, ...(wish.holder === undefined ? [] : [wish.holder])]
  const [bodies, pack, places, seals, areas] = await Promise.all([
    organisation.bodiesByIds(area, ids),
    organisation.pack(area),
    wish.kind === 'centre' ? organisation.places(area, legalDay(now)) : [],
    sealReader(tx).all(area),
    organisation.areas(legalDay(now)),
  ])
  const centre = places.find(({ kind, owner }) => kind === 'centre' && owner === wish.body)
  const policy = pack?.body.parameters.seal?.value
  const county = areas.find((each) => each.area === area)?.name ?? ''
  return {
    bodies: new Map(bodies.map((body) => [body.id, body])),
    seals,
    numbers: policy?.numbers ?? SEAL_NUMBERS,
    ...(policy ? { line: policy.special.decision } : {}),
    ...(centre ? { centreName: centreInscription(county, centre.name) } : {}),
  }
}

/** A town's seal bears the name of its county. */
export function centreInscription(county: string, centre: string): string {
  return centre.startsWith(county) ? centre : county + centre
}
