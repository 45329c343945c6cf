import type { ItemVersion } from '../contract.ts'
import type { OnlineRate } from '../contract/layer-routes.ts'
import { onlineRateTitles } from '../words/layers.ts'

/** The two rates a plan may ask of the items that are the same at every tier (DW-3.5.16-11, -12), as shares from 0 to 1. */
export interface OnlineTargets {
  accepted: number
  handled: number
}

/** 网办深度: 4 says that an application is accepted online, 5 that it is handled there from beginning to end. */
const DEPTH = { accepted: '4', handled: '5' } as const

/** 网上可受理率, 网上可办率: how many of these items say so, and which do not. */
export function onlineRates(
  items: readonly Pick<ItemVersion, 'id' | 'name' | 'onlineDepth'>[],
  targets: OnlineTargets,
): OnlineRate[] {
  return (['accepted', 'handled'] as const).map((rate) => {
    const lacking = items.filter(({ onlineDepth }) => !reaches(onlineDepth, DEPTH[rate]))
    const [of, count] = [items.length, items.length - lacking.length]
    return {
      ...{ rate, title: onlineRateTitles[rate], of, count, target: targets[rate] },
      // Nothing to count is no success.
      met: of > 0 && count / of >= targets[rate],
      lacking: lacking.map(({ id, name }) => ({ id, name })),
    }
  })
}

/** Who handles a matter online accepts it there, though a list may name the deeper step alone. */
const reaches = (depths: readonly string[], depth: string): boolean =>
  depths.some((each) => each >= depth && each <= DEPTH.handled)
