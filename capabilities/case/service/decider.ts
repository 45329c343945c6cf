import { whoDecides, type Holder } from '#engine/power/holder.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { GrantRow } from '#capabilities/catalogue/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Body, Place } from '#capabilities/organisation/contract.ts'
import type { ApprovalParameters } from '../model/world.ts'
import type { CaseMeans } from './means.ts'

export interface Decider extends Omit<Holder, 'grant'> {
  organ: Body
  grant?: GrantRow
}

/** Who decides a matter of a region on a day: by law, or by a power delegated or entrusted; nobody where law leaves a gap. */
export async function deciderOf(
  means: Pick<CaseMeans, 'organisation' | 'catalogue'>,
  area: string,
  item: ItemVersion,
  { region, day, fresh = false }: { region: string; day: string; fresh?: boolean },
): Promise<Decider | undefined> {
  const { kind, body, townsOnly } = item.decidingBody
  const grants = await means.catalogue.grantsInMemory(area, fresh)
  // Most items have never been given to anybody, and then no town needs to be looked up.
  const given = grants.some(
    (grant) => grant.item === item.id && grant.kind !== 'own' && grant.powers.includes('decide'),
  )
  const town = kind === 'town' || given ? await means.organisation.townBody(area, region, day) : undefined
  const lawful = town?.kind === 'street-office' && townsOnly ? undefined : town
  const own = kind === 'body' ? body : lawful?.id
  if (own === undefined) return undefined
  const ownOnly = item.delegation !== undefined && !item.delegation.entrust
  const asked = { item: item.id, own, ownOnly, day, ...(town === undefined ? {} : { town: town.id }) }
  const { grant: used, ...held } = whoDecides(asked, given ? await decidable(means, area, grants) : grants)
  const [organ] = await means.organisation.bodiesByIds(area, [held.body])
  const grant = used && grants.find(({ id }) => id === used.id)
  return organ && { ...held, organ, ...(grant === undefined ? {} : { grant }) }
}

/** A power that holds at a village station alone brings no matter to its town: stations take in, and nobody decides at one. */
async function decidable(
  { organisation }: Pick<CaseMeans, 'organisation'>,
  area: string,
  grants: readonly GrantRow[],
): Promise<readonly GrantRow[]> {
  const limited = grants.filter(({ kind, place }) => kind !== 'own' && place !== '*')
  if (limited.length === 0) return grants
  const places = await organisation.placesByIds(area, [...new Set(limited.map(({ place }) => place))])
  const stations = new Set(places.flatMap(({ id, kind }) => (kind === 'station' ? [id] : [])))
  return grants.filter(({ kind, place }) => kind === 'own' || !stations.has(place))
}

/** How a matter comes to be decided elsewhere than where it was taken in. */
export interface Route {
  /** 网上远程审批: a town takes in, a body above decides. */
  remote: boolean
}

/**
 * Whether a place may take this in for the body that decides: another town's matter only where the plan has 全域通办 (BS-2.2-08), a
 * matter of a body above only where neither plan nor law forbids deciding it from afar (BS-2.5-04).
 */
export function routeOf(
  { crossTown, remote }: Pick<ApprovalParameters, 'crossTown' | 'remote'>,
  { item, place, decider }: { item: ItemVersion; place: Place; decider: Decider },
): Route | Refusal {
  if (place.kind === 'hall') return { remote: false }
  const facts = { item: item.name, body: decider.organ.shortName }
  if (decider.organ.tier === 5) {
    const elsewhere = place.owner !== decider.organ.id
    return elsewhere && !crossTown ? refusal('not-cross-town', { facts }) : { remote: false }
  }
  if (item.delegation !== undefined && !item.delegation.remote)
    return refusal('remote-forbidden', { facts, basis: item.delegation.basis })
  return remote ? { remote: true } : refusal('remote-off', { facts })
}
