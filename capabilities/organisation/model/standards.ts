import type { Place } from '../contract/place.ts'

type PlaceLine = Pick<Place, 'id' | 'parent' | 'standards'>

/**
 * Inherited standards (ORG-01): the nearest place up the tree that sets a standard decides; above the hall
 * stands the pack. `from` says whose word it is, so that a deviation can be shown.
 */
export function standardOf(
  name: string,
  placeId: string,
  places: ReadonlyMap<string, PlaceLine>,
  packValue: unknown,
): { value: unknown; from: string } {
  for (let at = places.get(placeId); at; at = at.parent === null ? undefined : places.get(at.parent)) {
    if (Object.hasOwn(at.standards, name)) return { value: at.standards[name], from: at.id }
  }
  return { value: packValue, from: 'pack' }
}
