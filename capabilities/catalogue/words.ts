import type { ItemVersion, Limit } from './contract.ts'
import { layerRefusalWords } from './words/layers.ts'
import { changeRefusalWords } from './words/change.ts'
import { powerRefusalWords } from './words/powers.ts'
import { exchangeFileRefusalWords } from './words/exchange-files.ts'

/** GB/T 39046 附录 A.1. */
export const itemTypeTitles: Readonly<Record<ItemVersion['itemType'], string>> = {
  '01': '行政许可',
  '05': '行政给付',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他行政权力',
  '20': '公共服务',
}

const UNITS: Readonly<Record<Limit['unit'], string>> = {
  'working-day': '个工作日',
  'calendar-day': '日（自然日）',
  hour: '小时',
}

export function limitSentence(limit: Limit | undefined): string {
  if (limit === undefined) return '法律、法规没有规定办理期限'
  const unit = limit.within === undefined ? UNITS[limit.unit] : '个工作小时'
  const span = limit.amount === 0 ? '当场办结' : `${limit.amount}${unit}`
  return [span, limit.note].filter(Boolean).join('，')
}

export const catalogueWords = {
  ...powerRefusalWords,
  ...changeRefusalWords,
  ...layerRefusalWords,
  ...exchangeFileRefusalWords,
  'item-not-found': '没有找到这个事项，可能已经取消。请在首页重新搜索。',
  'item-not-in-force': '这个事项目前没有生效，暂时不能申请。请看指南上的生效日期，或拨打咨询电话。',
}
