import type { ItemVersion, Limit } from './contract.ts'
import { listSentences } from './words/lists.ts'
import { residencySentences } from './words/residency.ts'
import { layerRefusalWords } from './words/layers.ts'
import { changeRefusalWords } from './words/change.ts'
import { delegationRefusalWords } from './words/delegation.ts'
import { powerRefusalWords } from './words/powers.ts'
import { outsideItemRefusalWords } from './words/outside-items.ts'
import { materialAnalysisWords } from './words/material-analysis.ts'
import { itemImportRefusalWords } from './words/item-imports.ts'
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
  ...delegationRefusalWords,
  ...changeRefusalWords,
  ...layerRefusalWords,
  ...exchangeFileRefusalWords,
  ...itemImportRefusalWords,
  ...materialAnalysisWords,
  ...outsideItemRefusalWords,
  ...listSentences,
  ...residencySentences,
  'element-not-found': '数据元目录里没有这一个，可能已经改名。请回到“数据元”重新查找。',
  'paper-not-found': '没有事项要这份材料，可能已经精简。请回到“标准材料”重新查找。',
  'item-not-found': '没有找到这个事项，可能已经取消。请在首页重新搜索。',
  'item-not-in-force': '这个事项目前没有生效，暂时不能申请。请看指南上的生效日期，或拨打咨询电话。',
}
