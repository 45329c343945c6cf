import type { PlaceChange } from '../contract/ground-routes.ts'
import type { Place } from '../contract/place.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'

export interface Change {
  field: string
  before: unknown
  after: unknown
}

/** What really differs; a wish that repeats what is there changes nothing. */
export function changedFields(before: object, wish: Readonly<Record<string, unknown>>): Change[] {
  const known = before as Readonly<Record<string, unknown>>
  return Object.entries(wish).flatMap(([field, after]) =>
    JSON.stringify(known[field]) === JSON.stringify(after)
      ? []
      : [{ field, before: known[field] ?? null, after: after ?? null }],
  )
}

const PHONE = /^(0\d{2,3}-)?\d{7,8}(-\d{1,4})?$|^1\d{10}$|^\d{5}$|^400-?\d{3}-?\d{4}$/

/**
 * Why a place cannot be changed so. Names follow the plan's pattern (××便民服务中心): one that ends otherwise than the names
 * of its kind needs a reason, and no two places go by one name.
 */
export function placeChangeProblem(
  place: Pick<Place, 'id' | 'kind' | 'name'>,
  { name, nameBasis, phone, supervisionPhone }: Partial<PlaceChange>,
  others: readonly Pick<Place, 'id' | 'kind' | 'name'>[],
): OrganisationRefusal | undefined {
  for (const number of [phone, supervisionPhone])
    if (number !== undefined && !PHONE.test(number)) return refuse('phone-malformed', { phone: number })
  if (name === undefined || name === place.name) return undefined
  const twin = others.find((other) => other.name === name && other.id !== place.id)
  if (twin) return refuse('place-name-twice', { id: place.id, name, also: twin.id })
  const ending = commonEnding(others.filter(({ kind }) => kind === place.kind).map((other) => other.name))
  return nameBasis === undefined && !name.endsWith(ending)
    ? refuse('place-name-malformed', { name, ending }, 'DW-3.1.1-02')
    : undefined
}

/** 便民服务中心: what the names of a kind have in common at their end; a single place binds nobody. */
function commonEnding([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return ''
  let length = first.length
  for (const other of others) {
    while (length > 0 && !other.endsWith(first.slice(-length))) length -= 1
  }
  return length === 0 ? '' : first.slice(-length)
}
