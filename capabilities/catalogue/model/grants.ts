import type { Grant, ItemVersion } from '../contract.ts'

export interface GrantingBodies {
  /** Governments of towns and streets of the area. */
  towns: readonly { id: string; street: boolean }[]
  /** The body that runs the hall's comprehensive windows. */
  hall: string
  /** Sources of the powers, shown with each grant. */
  resident: string
}

type GrantWithoutDates = Omit<Grant, 'from' | 'to'>

/**
 * The powers an item needs on its first day: whoever the law names decides and seals it; the windows of the places
 * it is resident at may accept it for them (应进必进, BS-2.1-03; 受理或直接办理, LC-3.4-02). Every power is a grant of
 * its own, so that one can be taken back without touching the others.
 */
export function grantsOf(item: ItemVersion, bodies: GrantingBodies): GrantWithoutDates[] {
  const { kind, body: named, townsOnly } = item.decidingBody
  const all = bodies.towns.map((town) => town.id)
  const lawful = townsOnly ? bodies.towns.filter((town) => !town.street).map((town) => town.id) : all
  const deciders = kind === 'town' ? lawful : [named!]
  const legal = item.legalBasis[0]!
  const own = deciders.map((body) =>
    grant(item, body, 'own', ['accept', 'decide', 'seal'], `${legal.law}${legal.article}`),
  )
  const windows = [
    ...(item.entryModes.centre === undefined ? [] : all),
    ...(item.entryModes.hall === undefined ? [] : [bodies.hall]),
  ].filter((body) => !deciders.includes(body))
  return [...own, ...windows.map((body) => grant(item, body, 'entrusted', ['accept'], bodies.resident))]
}

function grant(
  item: ItemVersion,
  body: string,
  kind: Grant['kind'],
  powers: Grant['powers'],
  basis: string,
): GrantWithoutDates {
  return { id: `${item.id}.${body}`, item: item.id, body, place: '*', kind, powers, basis }
}
