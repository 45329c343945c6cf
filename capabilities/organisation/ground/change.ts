import { Value } from 'typebox/value'
import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { onRegister, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { DutyAct } from '../contract/duty.ts'
import type { BodyChange, PlaceChange, ServedChange, StandardChange } from '../contract/ground-routes.ts'
import { OpeningHours } from '../contract/place.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { actProblem } from '../model/duties.ts'
import { changedFields, placeChangeProblem, type Change } from '../model/place-change.ts'
import { organisationReader } from '../store/reader.ts'
import { organisationWriter } from '../store/writer.ts'

export interface GroundMeans {
  db: Queryable
  ledger: Ledger
}

export interface Decided {
  changes: readonly Change[]
  write(): Promise<OrganisationRefusal | undefined>
}

export interface Asked {
  act: string
  subject: 'place' | 'body' | 'served'
  of: string
  wish: { from: string; basis: string }
}

export function changePlace(means: GroundMeans, request: RegisterRequest, id: string, wish: PlaceChange) {
  const { from, nameBasis: _why, basis: _basis, ...fields } = wish
  const asked: Asked = { act: 'change-place', subject: 'place', of: id, wish }
  return record(means, request, asked, async (tx) => {
    const { area } = request.actor
    const [place] = await organisationReader(tx).placesByIds(area, [id])
    if (place === undefined) return refuse('place-unknown', { place: id })
    const refused = (await notOurs(tx, request, place.owner)) ?? dayProblem(place, from, request)
    if (refused) return refused
    const others = await organisationReader(tx).places(area, from)
    const problem = placeChangeProblem(place, wish, others)
    if (problem) return problem
    return {
      changes: changedFields(place, fields),
      write: () => organisationWriter(tx).changePlace(area, id, fields, from),
    }
  })
}

export function changeBody(means: GroundMeans, request: RegisterRequest, id: string, wish: BodyChange) {
  const { from, basis: _basis, ...fields } = wish
  const asked: Asked = { act: 'change-body', subject: 'body', of: id, wish }
  return record(means, request, asked, async (tx) => {
    const { area } = request.actor
    const [body] = await organisationReader(tx).bodiesByIds(area, [id])
    if (body === undefined) return refuse('body-unknown', { id })
    const refused = (await notOurs(tx, request, id)) ?? dayProblem(body, from, request)
    if (refused) return refused
    return {
      changes: changedFields(body, fields),
      write: () => organisationWriter(tx).changeBody(area, id, fields, from),
    }
  })
}

export function changeStandard(
  means: GroundMeans,
  request: RegisterRequest,
  id: string,
  wish: StandardChange,
) {
  const { name, value, from } = wish
  const asked: Asked = { act: 'change-standard', subject: 'place', of: id, wish }
  return record(means, request, asked, async (tx) => {
    const { area } = request.actor
    const [place] = await organisationReader(tx).placesByIds(area, [id])
    if (place === undefined) return refuse('place-unknown', { place: id })
    const refused = (await notOurs(tx, request, place.owner)) ?? dayProblem(place, from, request)
    if (refused) return refused
    if (Value.Check(OpeningHours, value) !== (name === 'openingHours')) return refuse('standard-malformed')
    return {
      changes: changedFields(place.standards, { [name]: value }),
      write: () => organisationWriter(tx).setStandard(area, id, name, value, from),
    }
  })
}

export function changeServed(means: GroundMeans, request: RegisterRequest, wish: ServedChange) {
  const { region, place, from } = wish
  const asked: Asked = { act: 'change-served', subject: 'served', of: region, wish }
  return record(means, request, asked, async (tx) => {
    const { area } = request.actor
    const read = organisationReader(tx)
    const [before] = await read.servedByRegions(area, [region], from)
    const ids = [place, before?.place].filter((id) => id !== undefined)
    const at = await read.placesByIds(area, ids)
    for (const id of ids) {
      const owner = at.find((each) => each.id === id)?.owner
      if (owner === undefined) return refuse('place-unknown', { place: id })
      const refused = await notOurs(tx, request, owner)
      if (refused) return refused
    }
    if (from > legalDay(request.now)) return refuse('day-in-future', { from })
    const write = organisationWriter(tx)
    return {
      changes: changedFields({ place: before?.place }, { place }),
      write: () =>
        place === undefined
          ? write.withdrawServed(area, region, addDays(from, -1))
          : write.serve(area, region, place, from),
    }
  })
}

/** An act outside the duty of the officer's own body (机构职责分工) is refused, and so is one on another town's ground. */
export async function notOurs(
  tx: Queryable,
  { actor, now }: RegisterRequest,
  ground: string,
  act: DutyAct = 'places',
): Promise<OrganisationRefusal | undefined> {
  const read = organisationReader(tx)
  const [body] = await read.bodiesByIds(actor.area, [actor.body])
  if (body === undefined) return refuse('body-unknown', { id: actor.body })
  const [duties, bodies] = await Promise.all([
    read.duties(actor.area, legalDay(now)),
    read.bodies(actor.area, legalDay(now)),
  ])
  return actProblem(duties, body, act, ground, (id) => bodies.find((each) => each.id === id)?.shortName)
}

/** The versions before it stay as they were; what is still to come is registered on its day. */
function dayProblem(
  { validFrom }: { validFrom: string },
  from: string,
  { now }: RegisterRequest,
): OrganisationRefusal | undefined {
  if (from > legalDay(now)) return refuse('day-in-future', { from })
  return from < validFrom ? refuse('day-before-version', { from, since: validFrom }) : undefined
}

export function record(
  { ledger }: GroundMeans,
  request: RegisterRequest,
  { act, subject, of, wish }: Asked,
  decide: (tx: Queryable) => Promise<Decided | OrganisationRefusal>,
) {
  const { actor, now } = request
  return onRegister<{ id: string }>(ledger, request, { act, asked: { of, ...wish } }, async (tx) => {
    // Two changes of one place wait for each other.
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`ground/${actor.area}/${subject}/${of}`])
    const decided = await decide(tx)
    if (isRefusal(decided)) return decided
    if (decided.changes.length === 0) return refuse('nothing-changes', { of })
    const refused = await decided.write()
    if (refused) return refused
    const id = newId()
    const stream = streamId('ground-change', id, now)
    const changes = JSON.parse(JSON.stringify(decided.changes)) as Json
    const body = { subject, of, from: wish.from, basis: wish.basis, changes }
    return {
      statement: SAVE,
      viewValues: [
        ...[actor.area, id, stream, subject, of, wish.from, now, actor.post],
        ...[JSON.stringify(changes), wish.basis],
      ],
      streams: [
        {
          stream,
          expectedVersion: 0,
          prevHash: null,
          facts: [{ kind: `ground-${act}`, body, schemaVersion: 1 }],
        },
      ],
      result: { id },
    }
  })
}

const SAVE = commitStatement('organisation.ground-change', (n) => {
  const types = ['text', 'uuid', 'text', 'text', 'text', 'date', 'timestamptz', 'text', 'jsonb', 'text']
  const values = types.map((type, at) => `$${n + at}::${type}`)
  return `view AS (
    INSERT INTO organisation.ground_change (area_code, id, stream, subject, of, from_day, at, post, changes, basis)
    SELECT ${values.join(', ')} FROM committed WHERE committed.outcome = 'done'
  )`
})
