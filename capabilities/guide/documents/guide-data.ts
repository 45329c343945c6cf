import { fileURLToPath } from 'node:url'
import { qrSvg } from '#platform/documents/qr.ts'
import type { RenderRequest } from '#platform/documents/render.ts'
import type { Edition } from '../contract.ts'

/** What a service guide says (GB/T 36114, 行政许可法 art. 30), already in words; one shape for both editions. */
export type GuideData = {
  /** Effective date of this version, `YYYY-MM-DD`. */
  date: string
  version: string
  /** 编制单位. */
  draftedBy?: string
  name: string
  /** 实施编码 and 基本编码. */
  code: string
  baseCode?: string
  itemType: string
  caseType: string
  /** 行使层级. */
  level?: string
  decidingBody: string
  acceptingBody?: string
  entrustedBy?: string
  basis: readonly GuideBasis[]
  applicants: readonly string[]
  conditions: readonly string[]
  /** 数量限制; absent means none. */
  quota?: string
  materials: readonly GuideMaterial[]
  steps: readonly GuideStep[]
  /** Further lawful paths: 容缺受理、听证、公示 …, each with its basis. */
  ways?: readonly { title: string; text: string; basis: string }[]
  statutoryLimit?: GuideLimit
  promisedLimit: GuideLimit
  /** Where the limits count from (起算). */
  counting?: string
  /** 特别程序 whose time is not counted, each with its basis. */
  uncounted?: readonly string[]
  /** 特别程序 that may extend or suspend the limits, each with its basis. */
  special?: readonly string[]
  fee:
    | { charged: false }
    | { charged: true; items: readonly { name: string; standard: string; basis: string; relief?: string }[] }
  results: readonly { name: string; kind: string; validity?: string }[]
  resultDelivery: readonly string[]
  places: readonly { name: string; address: string; hours: string; phone: string; windows?: string }[]
  channels: readonly string[]
  visits: number
  progress: readonly string[]
  consultPhones: readonly string[]
  complaintPhones: readonly string[]
  rights: readonly string[]
  duties: readonly string[]
  /** Where a source does not tell rights from duties. */
  rightsAndDuties?: readonly string[]
  remedies: {
    reviewBody: string
    reviewPlace?: string
    court: string
    courtPlace?: string
    reviewFirst?: boolean
    /** What stands after “对办理结果不服的，” where a special law gives another period or way. */
    own?: string
  }
  faq: readonly { question: string; answer: string }[]
  /** 最近更新. */
  faqSince?: string
  onlineUrl: string
  demo: boolean
}

export type GuideBasis = {
  law: string
  number?: string
  article: string
  text?: string
  issuer: string
  /** Absent where the date could not be read in the source. */
  effectiveOn?: string
  /** The text was compared with an official source. */
  verified: boolean
}

export type GuideMaterial = {
  name: string
  source: string
  originals: number
  copies: number
  kind: string
  need: 'required' | 'conditional' | 'optional'
  /** 可容缺. */
  tolerable: boolean
  note?: string
}

export type GuideStep = {
  name: string
  role: string
  /** Absent: done on the spot. */
  limitWorkingDays?: number
  /** Does not count towards the limits (听证、检验、专家评审…). */
  uncounted?: boolean
  outcome?: string
  /** How a case may leave the process here: 不予受理, 一次告知补正. */
  exits?: readonly string[]
}

export type GuideLimit = { amount: number; unit: '工作日' | '自然日' | '小时' | '个月' } | { onTheSpot: true }

/** 完整版, 一次性告知单, and the short one as 活页 and 折页. */
export const LAYOUTS = {
  full: './guide.typ',
  short: './guide-short.typ',
  leaf: './guide-leaf.typ',
  fold: './guide-fold.typ',
} as const

/** The guide as PDF: `full`, `short` (the one-page 一次性告知单 of a window), `leaf` for a binder, `fold` for a rack. */
export function composeGuide(guide: GuideData, edition: Edition): RenderRequest {
  return {
    template: fileURLToPath(new URL(LAYOUTS[edition], import.meta.url)),
    data: guide,
    images: { qr: qrSvg(guide.onlineUrl) },
  }
}
