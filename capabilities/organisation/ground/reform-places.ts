import type { Queryable } from '#platform/db/db.ts'
import type { Place } from '../contract/place.ts'
import type { Reform, Successor } from '../contract/reform.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { placeChangeProblem } from '../model/place-change.ts'
import { organisationReader } from '../store/reader.ts'
import { placeRow, servedRow } from '../store/rows.ts'
import type { ReformAsked, ReformPlan } from './reform.ts'
import { latest } from './reform-regions.ts'

/**
 * 场所 founded, merged (联合设站), split or closed. Whoever was served by one that ends goes on to the first of those that follow; a place
 * that leaves villages or places below it without any is not closed.
 */
export async function reformPlaces(
  tx: Queryable,
  { area, wish, shape, ends }: ReformAsked,
): Promise<ReformPlan | OrganisationRefusal> {
  const { from, into, of } = wish
  const read = organisationReader(tx)
  const all = await read.places(area, from)
  const places = new Map(all.map((place) => [place.id, place]))
  const stranger = of.find((id) => !places.has(id))
  if (stranger !== undefined) return refuse('place-unknown', { place: stranger })
  const fresh: Place[] = []
  for (const successor of into) {
    if (successor.name === undefined && places.has(successor.id ?? '')) continue
    const place = newPlace(area, successor, wish, places.get(of[0] ?? ''))
    if ('refused' in place) return place
    const staying = all.filter(({ id }) => !ends.includes(id))
    const problem = placeChangeProblem(
      { ...place, name: '' },
      { ...successor, nameBasis: wish.basis },
      staying,
    )
    if (problem) return problem
    fresh.push(place)
  }
  const owners = new Set((await read.bodies(area, from)).map(({ id }) => id))
  const ownerless = fresh.find(({ owner }) => !owners.has(owner))
  if (ownerless) return refuse('place-owner-missing', { name: ownerless.name, owner: ownerless.owner })
  const heir = shape.into[0]
  const served = (await read.served(area, from)).filter(({ place }) => ends.includes(place))
  const below = all.filter(({ parent, id }) => ends.includes(parent ?? '') && !ends.includes(id))
  if (heir === undefined && served.length > 0)
    return refuse('place-still-serves', { count: served.length }, 'LC-3.2-06')
  if (heir === undefined && below.length > 0)
    return refuse('place-has-below', { names: below.map(({ name }) => name) })
  const windows = await read.windowsOfPlaces(area, ends, from)
  return {
    grounds: [...of.map((id) => places.get(id)!.owner), ...fresh.map(({ owner }) => owner)],
    since: latest(of.map((id) => places.get(id)!.validFrom)),
    end: [
      ...ends.map((id) => ['place', id] as const),
      ...windows.map(({ id }) => ['window_desk', id] as const),
    ],
    begin: [
      ...fresh.map((place) => ['place', placeRow(place)] as const),
      ...(heir === undefined
        ? []
        : [
            ...served.map(
              ({ region }) => ['served_region', servedRow({ region, place: heir, validFrom: from })] as const,
            ),
            ...below.map(
              (place) => ['place', placeRow({ ...place, parent: heir, validFrom: from })] as const,
            ),
          ]),
    ],
    names: new Map([...all, ...fresh].map(({ id, name }) => [id, name])),
  }
}

/** A new place is like the first of those it follows, but for what was said otherwise; one founded anew says everything. */
function newPlace(
  area: string,
  { id, name, placeKind, owner, region, parent, address, phone, supervisionPhone }: Successor,
  { from }: Reform,
  like: Place | undefined,
): Place | OrganisationRefusal {
  if (name === undefined) return refuse('successor-nameless', { id })
  const said = {
    ...{ kind: placeKind ?? like?.kind, owner: owner ?? like?.owner, region: region ?? like?.region },
    ...{ address: address ?? like?.address, phone: phone ?? like?.phone },
    supervisionPhone: supervisionPhone ?? like?.supervisionPhone,
  }
  const { kind, owner: of, region: at, address: where, phone: number, supervisionPhone: complaints } = said
  if (!kind || !of || !at || !where || !number || !complaints)
    return refuse('successor-incomplete', {
      missing: Object.entries(said).flatMap(([field, value]) => (value === undefined ? [field] : [])),
    })
  return {
    ...{
      area,
      id: id!,
      version: 1,
      kind,
      name,
      region: at,
      parent: parent ?? like?.parent ?? null,
      owner: of,
    },
    ...{ address: where, phone: number, supervisionPhone: complaints },
    synthetic: address === undefined && (like?.synthetic ?? false),
    ...{ standards: like?.standards ?? {}, validFrom: from, validTo: null },
  }
}
