import type { Grant, ItemVersion } from '../contract.ts'
import { grantsOf, type GrantingBodies } from './grants.ts'

type Given = Pick<Grant, 'id' | 'item' | 'body' | 'place' | 'kind' | 'powers' | 'from' | 'to' | 'document'>
type Wanted = ReturnType<typeof grantsOf>[number]

export interface GrantPlan<G extends Given> {
  /** Powers that law or residency gives under the new version and gave nobody before. */
  give: readonly Wanted[]
  /** Powers that came with an earlier version and that the new one no longer gives. */
  end: readonly G[]
}

/**
 * What a new version changes in the register of powers: another deciding body, another way of entry. Powers that were given by a
 * document of their own (下放, 委托) are the registrar's and stay.
 */
export function grantPlan<G extends Given>(
  item: ItemVersion,
  bodies: GrantingBodies,
  given: readonly G[],
  from: string,
): GrantPlan<G> {
  const wanted = grantsOf(item, bodies)
  const standing = given.filter(
    ({ item: of, document, to }) =>
      of === item.id && document === undefined && (to === undefined || to >= from),
  )
  return {
    give: wanted.filter((wish) => !standing.some((grant) => isSame(grant, wish))),
    end: standing.filter((grant) => !wanted.some((wish) => isSame(grant, wish))),
  }
}

function isSame(grant: Given, wish: Wanted): boolean {
  return (
    grant.body === wish.body &&
    grant.place === wish.place &&
    grant.kind === wish.kind &&
    [...grant.powers].toSorted().join() === [...wish.powers].toSorted().join()
  )
}
