import { legalDay } from '#engine/day.ts'
import type { ItemSummary, ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PortalMeans } from './means.ts'

/** Everybody's first page lists them all; they change when an item is published. */
const KEPT_FOR_MS = 10_000

export interface Items {
  inForce(): Promise<readonly ItemVersion[]>
}

/** The items in force today, by name. */
export function itemsOf({ area, catalogue, clock }: PortalMeans): Items {
  let kept: { day: string; since: number; items: readonly ItemVersion[] } | undefined
  return {
    async inForce() {
      const [day, now] = [legalDay(clock.now()), Date.parse(clock.now())]
      if (kept?.day === day && now >= kept.since && now < kept.since + KEPT_FOR_MS) return kept.items
      const items = (await catalogue.itemsInForce(area, day)).map(({ item }) => item)
      kept = { day, since: now, items }
      return items
    },
  }
}

export function summaryOf(item: ItemVersion): ItemSummary {
  const { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits } = item
  return { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits }
}
