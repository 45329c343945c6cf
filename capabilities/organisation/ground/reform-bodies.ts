import type { Queryable } from '#platform/db/db.ts'
import type { Body } from '../contract/body.ts'
import type { Reform, Successor } from '../contract/reform.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { creditCodeProblem, demoCreditCode } from '../model/credit-code.ts'
import { organisationReader } from '../store/reader.ts'
import { bodyRow, dutyRow, placeRow } from '../store/rows.ts'
import type { ReformAsked, ReformPlan } from './reform.ts'
import { latest } from './reform-regions.ts'

/**
 * 机构 founded, merged, split or abolished. Its places, the bodies under it and its lines in the duty register go to the one body that
 * follows; where none or several follow, they have to be parted first. Powers and posts move by their own acts before that day.
 */
export async function reformBodies(
  tx: Queryable,
  { area, wish, shape, ends }: ReformAsked,
): Promise<ReformPlan | OrganisationRefusal> {
  const { from, into, of } = wish
  const read = organisationReader(tx)
  // One after the other: they share the connection of the transaction.
  const all = await read.bodies(area, from)
  const places = await read.places(area, from)
  const duties = await read.duties(area, from)
  const bodies = new Map(all.map((body) => [body.id, body]))
  const stranger = of.find((id) => !bodies.has(id))
  if (stranger !== undefined) return refuse('body-unknown', { id: stranger })
  const fresh: Body[] = []
  for (const successor of into) {
    if (successor.name === undefined && bodies.has(successor.id ?? '')) continue
    const body = newBody(area, successor, wish, bodies.get(of[0] ?? ''), bodies)
    if ('refused' in body) return body
    fresh.push(body)
  }
  const owned = places.filter(({ owner }) => ends.includes(owner))
  const below = all.filter(({ parent, id }) => ends.includes(parent ?? '') && !ends.includes(id))
  const charged = duties.filter(({ body }) => ends.includes(body))
  const heir = shape.into.length === 1 ? shape.into[0] : undefined
  if (heir === undefined && owned.length + below.length + charged.length > 0)
    return refuse('body-still-charged', {
      names: [...owned, ...below].map(({ name }) => name),
      duties: charged.map(({ subjectName }) => subjectName),
    })
  return {
    grounds: [...of, ...fresh.flatMap(({ parent }) => parent ?? [])],
    since: latest(of.map((id) => bodies.get(id)!.validFrom)),
    end: ends.map((id) => ['body', id] as const),
    begin: [
      ...fresh.map((body) => ['body', bodyRow(body)] as const),
      ...(heir === undefined
        ? []
        : [
            ...owned.map((place) => ['place', placeRow({ ...place, owner: heir, validFrom: from })] as const),
            ...below.map((body) => ['body', bodyRow({ ...body, parent: heir, validFrom: from })] as const),
            ...charged.map((duty) => ['duty', dutyRow({ ...duty, body: heir, validFrom: from })] as const),
          ]),
    ],
    names: new Map([...all, ...fresh].map(({ id, name }) => [id, name])),
  }
}

function newBody(
  area: string,
  { id = '', name, shortName = name, creditCode, bodyKind, parent, region }: Successor,
  { from }: Reform,
  like: Body | undefined,
  bodies: ReadonlyMap<string, Body>,
): Body | OrganisationRefusal {
  if (name === undefined || shortName === undefined) return refuse('successor-nameless', { id })
  const under = parent ?? like?.parent ?? null
  const above = under === null ? like : bodies.get(under)
  const kind = bodyKind ?? like?.kind
  if (above === undefined || kind === undefined)
    return refuse('successor-incomplete', { missing: kind === undefined ? ['bodyKind'] : ['parent'] })
  const code = creditCode ?? demoCreditCode(area, id, kind)
  const wrong = creditCodeProblem(code)
  if (wrong) return wrong
  const twin = [...bodies.values()].find((body) => body.creditCode === code)
  if (twin) return refuse('credit-code-duplicate', { code, also: twin.id })
  return {
    ...{ area, id, version: 1, name, shortName, kind, tier: like?.tier ?? above.tier },
    ...{ region: region ?? like?.region ?? above.region, parent: under, creditCode: code },
    ...{ syntheticCode: creditCode === undefined, certainty: 'stated', validFrom: from, validTo: null },
  }
}
