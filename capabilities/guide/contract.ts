import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Flow } from '#ui/chart/index.ts'

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
  /** The process as its chart draws it (办理流程图). */
  flow: Flow
  /** Since when its questions and error examples stand as they do (最近更新). */
  faqSince: string
  files: readonly GuideFileLine[]
}

/** What can be taken along beside the guide: 空白表格, 示范文本, 结果样本. */
export type GuideFile = 'form-blank' | 'form-sample' | 'result-sample'

export interface GuideFileLine {
  file: GuideFile
  /** As the file is called when it is kept. */
  name: string
}

/** 容缺受理、听证、公示、转报 …, with what it means and the law it stands on. */
export interface GuideWay {
  title: string
  text: string
  basis: string
}

export const guideRefusals = [
  'item-not-found',
  'guide-file-none',
  'guide-place-not-offering',
  'guide-situation-unknown',
] as const
