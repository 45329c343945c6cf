import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Flow } from '#ui/chart/index.ts'

/** 完整版; 简版 as 一次性告知单, 活页 and 折页 (DW-3.3.12-02). */
export const EDITIONS = ['full', 'short', 'leaf', 'fold'] as const
export type Edition = (typeof EDITIONS)[number]

/** A place that really offers an item, with what people need to get there. */
export interface GuidePlace {
  id: string
  name: string
  tier: 'hall' | 'centre' | 'station'
  address: string
  hours: string
  phone: string
  region: string
  /** It was given to this place by name; others of its tier do not take it in. */
  onlyHere?: boolean
}

export interface Guide {
  item: ItemVersion
  domainTitle: string
  itemTypeTitle: string
  decidingBodyName: string
  /** 编制单位: who drafted it and answers for it. */
  draftedBy: string
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
  'guide-notice-no-version',
  'guide-notice-not-yet',
  'guide-rack-not-yours',
  'guide-rack-old-version',
  'guide-rack-more-than-put',
  'guide-print-payer',
  'guide-print-no-town',
  'guide-print-layout',
  'guide-print-old-version',
  'guide-revision-past',
  'guide-revision-not-published',
  'guide-faq-not-in-item',
  'guide-question-many',
  'guide-question-short',
  'handbook-empty',
  'handbook-not-found',
  'guide-copy-not-found',
  'guide-copy-not-yours',
  'guide-copy-field-unknown',
] as const
