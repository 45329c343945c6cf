import { refusal, type Refusal } from '#engine/refusal.ts'
import { inSituation } from '#ui/form/situation.ts'
import type { GuideSource } from './compose.ts'

/** One place, one situation (情形) of the item, or both. */
export interface Local {
  place?: string
  situation?: string
}

/**
 * The guide as one place hands it out (颗粒化服务指南): everything is the item's, and only where and when to go is the place's, so what
 * two towns print differs in nothing else.
 */
export function localTo(source: GuideSource, { place, situation }: Local): GuideSource | Refusal {
  const places = place === undefined ? source.places : source.places.filter(({ id }) => id === place)
  if (places.length === 0 && place !== undefined)
    return refusal('guide-place-not-offering', { facts: { place } })
  const named = source.item.situations?.find(({ no }) => no === situation)
  if (situation !== undefined && named === undefined)
    return refusal('guide-situation-unknown', { facts: { situation } })
  const item = inSituation(source.item, situation)
  return {
    ...source,
    ...{ places, item: named === undefined ? item : { ...item, name: `${item.name}（${named.name}）` } },
    ...(place === undefined ? {} : { onePlace: true }),
  }
}
