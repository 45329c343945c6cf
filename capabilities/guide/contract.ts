import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

export type Edition = 'full' | 'short'

/** A place that really offers an item, with what people need to get there. */
export interface GuidePlace {
  id: string
  name: string
  tier: 'hall' | 'centre' | 'station'
  address: string
  hours: string
  phone: string
  region: string
}

export interface Guide {
  item: ItemVersion
  domainTitle: string
  itemTypeTitle: string
  decidingBodyName: string
  places: readonly GuidePlace[]
  promisedSentence: string
  statutorySentence: string
  onlineFiling: boolean
  /** Further lawful paths a case of it can take, from the rules that offer them. */
  ways: readonly GuideWay[]
}

/** 容缺受理、听证、公示、转报 …, with what it means and the law it stands on. */
export interface GuideWay {
  title: string
  text: string
  basis: string
}

export const guideRefusals = ['item-not-found'] as const
