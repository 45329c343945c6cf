import type { Catalogue } from '../index.ts'

/** Undertakings (一件事) of an area that send people to an item. */
export function bundlesCiting(catalogue: Pick<Catalogue, 'navigation'>) {
  return async (area: string, item: string): Promise<readonly string[]> => {
    const { undertakings } = await catalogue.navigation(area)
    return undertakings
      .filter(({ steps }) => steps.some(({ ways }) => Object.hasOwn(ways, item)))
      .map(({ title }) => title)
  }
}
