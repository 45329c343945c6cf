import type { LegalDay } from '#engine/day.ts'
import type { Grant } from '../contract.ts'

type Given = Pick<Grant, 'item' | 'place' | 'powers' | 'from' | 'to'>

/** Places to which taking an item in was given by name (定向放权, LC-2.3-02): no other of their tier has it. */
export const targetedPlaces = (grants: readonly Given[], item: string, day: LegalDay): ReadonlySet<string> =>
  new Set(
    grants
      .filter(
        (grant) =>
          grant.item === item &&
          grant.place !== '*' &&
          grant.powers.includes('accept') &&
          grant.from <= day &&
          (grant.to === undefined || grant.to >= day),
      )
      .map(({ place }) => place),
  )
