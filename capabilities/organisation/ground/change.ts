import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { onRegister, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { DutyAct } from '../contract/duty.ts'
import type { Reform } from '../contract/reform.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { dayProblem, meets } from '../model/coming.ts'
import { actProblem } from '../model/duties.ts'
import { organisationReader } from '../store/reader.ts'
import { comingIn, SAVE_CHANGE } from './change-rows.ts'
import type { GroundAct, Judged, Wish } from './ground-act.ts'
import { ending } from '../model/reform.ts'

export interface GroundMeans {
  db: Queryable
  ledger: Ledger
  /** Posts and powers that still hang on a place or a body on a day; the capabilities that keep them stand below this one. */
  stillUsed(area: string, asked: { subject: 'place' | 'body'; id: string; day: string }): Promise<StillUsed>
}

export interface StillUsed {
  posts: readonly string[]
  items: readonly string[]
}

/**
 * One change by hand. What begins today or before is written at once; what begins later is judged now, waits, and is judged once more on
 * its day (`coming.ts`).
 */
export function change<W extends Wish>(
  means: GroundMeans,
  request: RegisterRequest,
  act: GroundAct<W>,
  of: string,
  wish: W,
) {
  const { actor, now } = request
  const asked = { act: act.name, asked: { of, ...wish } }
  return onRegister<{ id: string; coming: boolean }>(means.ledger, request, asked, async (tx) => {
    await oneByOne(tx, actor.area)
    const judged = await judge(tx, { act, area: actor.area, of, wish, today: legalDay(now) })
    if (isRefusal(judged)) return judged
    const refused =
      (await notOurs(tx, request, judged.grounds, act.duty)) ?? (await stillNeeded(means, actor.area, wish))
    if (refused) return refused
    const coming = wish.from > legalDay(now)
    const problem = coming ? undefined : await judged.write()
    if (problem) return problem
    const id = newId()
    const stream = streamId('ground-change', id, now)
    const changes = JSON.parse(JSON.stringify(judged.changes)) as Json
    const body = { subject: subjectOf(act, wish), of, from: wish.from, basis: wish.basis, changes }
    return {
      statement: SAVE_CHANGE,
      viewValues: [
        ...[actor.area, id, stream, body.subject, of, wish.from, now, actor.post],
        ...[JSON.stringify(changes), wish.basis, act.name, JSON.stringify(wish)],
        ...[[...act.touches(of, wish)], coming ? 'coming' : 'in-force', null],
      ],
      streams: [
        {
          ...{ stream, expectedVersion: 0, prevHash: null },
          facts: [
            {
              kind: `ground-${act.name}`,
              body: {
                ...{
                  ...body,
                  wish: JSON.parse(JSON.stringify(wish)) as Json,
                  touches: [...act.touches(of, wish)],
                },
                ...(coming ? { coming } : {}),
              },
              schemaVersion: 1,
            },
          ],
        },
      ],
      result: { id, coming },
    }
  })
}

/** Changes of one area wait for each other: one of them may end what another is about. */
export async function oneByOne(tx: Queryable, area: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`ground/${area}`])
}

interface Asked<W extends Wish> {
  act: GroundAct<W>
  area: string
  of: string
  wish: W
  today: string
  /** The change that is looked at again on its own day. */
  itself?: string
}

/** Everything about a change but who asks for it. */
export async function judge<W extends Wish>(
  tx: Queryable,
  { act, area, of, wish, today, itself }: Asked<W>,
): Promise<Judged | OrganisationRefusal> {
  const touches = act.touches(of, wish)
  const others = (await comingIn(tx, area)).filter(({ id }) => id !== itself)
  const asked = { from: wish.from, touches, structural: act.structural }
  // Something that ends or begins meets any other change of it, whatever its fields are.
  if (act.structural) {
    const other = meets({ ...asked, fields: [] }, others, today)
    if (other) return waitsAlready(other)
  }
  const judged = await act.judge(tx, { area, of, wish })
  if (isRefusal(judged)) return judged
  const { since, changes } = judged
  const wrongDay = dayProblem(wish.from, { today, ...(since === undefined ? {} : { since }) })
  if (wrongDay) return wrongDay
  if (changes.length === 0) return refuse('nothing-changes', { of })
  const other = meets({ ...asked, fields: changes.map(({ field }) => field) }, others, today)
  return other ? waitsAlready(other) : judged
}

const waitsAlready = ({ id, from, basis }: { id: string; from: string; basis: string }) =>
  refuse('coming-change-meets', { id, from, basis })

const subjectOf = (act: GroundAct<never>, wish: Wish): string =>
  act.name === 'reform' ? (wish as Reform).subject : act.subject

/** A place with people in it and a body with powers in its hands do not end; both are moved by acts of their own before. */
export async function stillNeeded(
  { stillUsed }: Pick<GroundMeans, 'stillUsed'>,
  area: string,
  wish: Wish & Partial<Reform>,
): Promise<OrganisationRefusal | undefined> {
  const { subject, kind, of = [], into = [], from } = wish
  if (kind === undefined || (subject !== 'place' && subject !== 'body')) return undefined
  for (const id of ending({ kind, of, into: into.flatMap((each) => each.id ?? []) })) {
    const { posts, items } = await stillUsed(area, { subject, id, day: from })
    if (posts.length > 0) return refuse(`${subject}-still-staffed`, { id, posts, count: posts.length })
    if (items.length > 0) return refuse('body-still-empowered', { id, items, count: items.length })
  }
  return undefined
}

/** An act outside the duty of the officer's own body (机构职责分工) is refused, and so is one on another town's ground. */
async function notOurs(
  tx: Queryable,
  { actor, now }: RegisterRequest,
  grounds: readonly string[],
  act: DutyAct,
): Promise<OrganisationRefusal | undefined> {
  const read = organisationReader(tx)
  const [body] = await read.bodiesByIds(actor.area, [actor.body])
  if (body === undefined) return refuse('body-unknown', { id: actor.body })
  const duties = await read.duties(actor.area, legalDay(now))
  const bodies = await read.bodies(actor.area, legalDay(now))
  const nameOf = (id: string) => bodies.find((each) => each.id === id)?.shortName
  return [undefined, ...grounds].reduce<OrganisationRefusal | undefined>(
    (refused, ground) => refused ?? actProblem(duties, body, act, ground, nameOf),
    undefined,
  )
}
