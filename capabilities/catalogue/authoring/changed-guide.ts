import type { GuideParts, ItemVersion } from '../contract.ts'
import type { Difference } from './difference.ts'
import { PART_TITLES } from './part-titles.ts'
import { same } from './same.ts'

const TITLES: Readonly<Record<keyof GuideParts, string>> = {
  issuer: '发布机构',
  scope: '适用范围',
  example: '示范文本',
  commonErrors: '常见错误示例',
  notApplicable: '不适用的要素',
}

/** What only readers of the guide need, part by part: what is a sentence is quoted, what is long is named. */
export function changedGuide(before: ItemVersion, now: ItemVersion): Difference[] {
  const keys = Object.keys(TITLES) as (keyof GuideParts)[]
  return keys
    .filter((key) => !same(before.guide?.[key], now.guide?.[key]))
    .map((key) => ({
      at: `/guide/${key}`,
      part: PART_TITLES.guide,
      text: sentence(TITLES[key], before.guide?.[key], now.guide?.[key]),
    }))
}

function sentence(title: string, was: unknown, now: unknown): string {
  if (now === undefined) return `指南里不再写“${title}”。`
  if (typeof now === 'string') return `指南的“${title}”${was === undefined ? '写了' : '改为'}：${now}`
  return was === undefined ? `指南里写了“${title}”。` : `指南里的“${title}”有变化。`
}
