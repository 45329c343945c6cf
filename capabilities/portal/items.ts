import { legalDay } from '#engine/day.ts'
import type { ItemSummary, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { whySentence, type AreaNavigation, type ListedItem, type Why } from '#capabilities/catalogue/index.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { calledOf, undertakingsOf } from '#capabilities/catalogue/model.ts'
import type { CalledItem, FoundItem, UndertakingView } from './contract.ts'
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

export function summaryOf(item: ItemSummary): ItemSummary {
  const { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits } = item
  return { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits }
}

export type Names = AreaNavigation['names']
type Named = ItemSummary & Pick<ItemVersion, 'aliases'>

export function calledItem(item: Named, names: Names): CalledItem {
  return { ...summaryOf(item), called: calledOf(item, names) }
}

/** From the door outwards: the kind of place people reach first. */
const TIERS = ['station', 'centre', 'hall'] as const

/** Of one that was searched for also why it came up. */
export function foundItem(item: ListedItem, names: Names, why?: Why): FoundItem {
  const sentence = why === undefined ? undefined : whySentence(why)
  const nearest = TIERS.find((tier) => item.entryModes[tier] !== undefined)
  return {
    ...calledItem(item, names),
    serves: item.serves,
    online: isOnline(item),
    ...(why?.kind !== 'said' || why.phrase === item.name ? {} : { because: why.phrase }),
    ...(sentence === undefined ? {} : { why: sentence }),
    ...(nearest === undefined ? {} : { nearest }),
  }
}

/** What a matter is part of, with the names people call its neighbours. */
export function undertakingsAround(
  id: string,
  inForce: readonly Named[],
  { undertakings, names }: Pick<AreaNavigation, 'undertakings' | 'names'>,
): UndertakingView[] {
  const byId = new Map(inForce.map((item) => [item.id, item]))
  return undertakingsOf(id, undertakings, inForce).map(({ title, steps }) => ({
    title,
    steps: steps.map(({ ways, ...step }) => ({
      ...step,
      ways: Object.entries(ways).flatMap(([matter, when]) => {
        const item = byId.get(matter)
        return item === undefined
          ? []
          : [{ id: matter, called: calledOf(item, names), name: item.name, when }]
      }),
    })),
  }))
}
