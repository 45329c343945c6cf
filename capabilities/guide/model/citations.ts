import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

/** A law or policy with the items whose guides cite it. */
export interface CitedLaw {
  law: string
  items: { id: string; name: string }[]
}

/** `《中华人民共和国行政许可法》（2019年修正）` and `行政许可法` are one law: marks, years in brackets and the name of the State say nothing. */
export const plainLaw = (law: string): string =>
  law
    .normalize('NFKC')
    .replaceAll(/[《》〈〉\s]/gu, '')
    .replaceAll(/\([^)]*\)/gu, '')
    .replace(/^中华人民共和国/u, '')

/** The register of laws (法规库), made of the items themselves: what nobody cites is not in it. */
export function citedLaws(items: readonly Pick<ItemVersion, 'id' | 'name' | 'legalBasis'>[]): CitedLaw[] {
  const laws = new Map<string, { law: string; items: Map<string, { id: string; name: string }> }>()
  for (const { id, name, legalBasis } of items)
    for (const { law } of legalBasis) {
      const held = laws.get(plainLaw(law)) ?? { law, items: new Map() }
      held.items.set(id, { id, name })
      laws.set(plainLaw(law), held)
    }
  return [...laws.values()]
    .map(({ law, items: citing }) => ({ law, items: [...citing.values()] }))
    .toSorted((a, b) => b.items.length - a.items.length || a.law.localeCompare(b.law, 'zh'))
}

export function citing(items: readonly ItemVersion[], law: string): ItemVersion[] {
  const wanted = plainLaw(law)
  return items.filter(({ legalBasis }) => legalBasis.some((basis) => plainLaw(basis.law) === wanted))
}
