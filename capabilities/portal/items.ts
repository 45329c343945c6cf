import { legalDay } from '#engine/day.ts'
import type { ItemSummary, ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  whySentence,
  type AreaNavigation,
  type Hit,
  type ListedInForce,
  type ListedItem,
  type Why,
} from '#capabilities/catalogue/index.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { calledOf, undertakingsOf } from '#capabilities/catalogue/model.ts'
import type { CalledItem, FoundItem, SuggestedItem, UndertakingView } from './contract.ts'
import type { PortalMeans } from './means.ts'

/** Everybody's first page lists them all; they change when an item is published. */
const KEPT_FOR_MS = 10_000

export interface Items {
  inForce(): Promise<readonly ListedInForce[]>
}

/** The items in force today, by name. */
export function itemsOf({ area, catalogue, clock }: PortalMeans): Items {
  let kept: { day: string; since: number; items: readonly ListedInForce[] } | undefined
  return {
    async inForce() {
      const [day, now] = [legalDay(clock.now()), Date.parse(clock.now())]
      if (kept?.day === day && now >= kept.since && now < kept.since + KEPT_FOR_MS) return kept.items
      const items = await catalogue.listedInForce(area, day)
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

/** Why a matter came up, in words; nothing where its own name says it. */
function becauseOf(why: Why | undefined, name: string): Pick<FoundItem, 'because' | 'why'> {
  const sentence = why === undefined ? undefined : whySentence(why)
  return {
    ...(why?.kind !== 'said' || why.phrase === name ? {} : { because: why.phrase }),
    ...(sentence === undefined ? {} : { why: sentence }),
  }
}

/** Told by the index alone: what is typed asks at every sign, and nothing of the items is read for it. */
export function suggestedItem({ id, name, alias, why }: Hit, names: Names): SuggestedItem {
  return { id, name, called: names.get(id) ?? alias ?? name, ...becauseOf(why, name) }
}

/** From the door outwards: the kind of place people reach first. */
const TIERS = ['station', 'centre', 'hall'] as const

/** Of one that was searched for also why it came up. */
export function foundItem(item: ListedItem, names: Names, why?: Why): FoundItem {
  const nearest = TIERS.find((tier) => item.entryModes[tier] !== undefined)
  return {
    ...calledItem(item, names),
    serves: item.serves,
    online: isOnline(item),
    ...becauseOf(why, item.name),
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
  return undertakingsOf(id, undertakings, inForce).map(({ key, title, steps }) => ({
    ...{ title, href: `/undertakings/${key}` },
    // What officers do at a step (工作规程) is theirs.
    steps: steps.map(({ ways, procedure: _internal, ...step }) => ({
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
