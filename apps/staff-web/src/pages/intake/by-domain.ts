import type { ItemSummary } from '#capabilities/catalogue/contract.ts'
import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'

const titles: Readonly<Record<string, string>> = domainTitles

/** The items under their domains, both by the alphabet of their names (拼音), as a shelf is labelled. */
export function byDomain(items: readonly ItemSummary[]): { domain: string; items: ItemSummary[] }[] {
  const domains = new Map<string, ItemSummary[]>()
  for (const item of items) domains.set(item.domain, [...(domains.get(item.domain) ?? []), item])
  return [...domains]
    .map(([domain, own]) => ({ domain, items: own.sort((one, other) => order(one.name, other.name)) }))
    .sort((one, other) => order(titleOf(one.domain), titleOf(other.domain)))
}

export function titleOf(domain: string): string {
  return titles[domain] ?? domain
}

const { compare: order } = new Intl.Collator('zh-CN')
