import type { ItemType } from './item-type.ts'
import type { PaperKind } from './paper-data.ts'

type Titled = Exclude<PaperKind, 'notice'> | 'not-needed'

/**
 * The noun that stands in the titles of a type. A licence has its titles in law; the others follow its
 * pattern.
 */
const noun: Record<ItemType, string> = {
  '01': '行政许可',
  '05': '行政给付',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  // [K] No common noun is prescribed for 其他行政权力 (备案、登记): the neutral 办理 says nothing wrong of any of them.
  '10': '事项办理',
  '20': '公共服务',
}

/** Titles of the papers of a licence; the two decisions are named so by 行政许可法 art. 38. */
const licenceTitle: Record<Titled, string> = {
  receipt: '行政许可申请材料接收凭证',
  // 国办发〔2020〕42号 names the paper 告知承诺书, whatever the type of the item.
  commitment: '告知承诺书',
  // [K] No statute names the notice; the words are those of 行政处罚法 art. 28 and local rules on commitment.
  rectification: '责令限期整改通知书',
  // 行政许可法 art. 69: a licence that should not have been granted is revoked (撤销).
  revocation: '撤销行政许可决定书',
  acceptance: '行政许可申请受理通知书',
  supplement: '行政许可申请材料补正告知书',
  'not-accepted': '行政许可申请不予受理决定书',
  // 行政许可法 art. 32 (1): where no licence is needed the body 告知不受理; it decides nothing.
  'not-needed': '行政许可申请不受理告知书',
  grant: '准予行政许可决定书',
  denial: '不予行政许可决定书',
  delivery: '送达回证',
  // [K] 行政许可法 arts. 42 and 45 want these notices and give them no name.
  extension: '行政许可办理期限延长告知书',
  'special-procedure': '行政许可特别程序告知书',
}

/**
 * Where the pattern of the licence would be wrong. All [K]: local model forms differ, and a pack may word
 * them its own way.
 */
const ownTitle: Partial<Record<ItemType, Partial<Record<Titled, string>>>> = {
  // An award and a ruling are not granted or denied, they are decided upon.
  '08': { grant: '行政奖励决定书', denial: '不予行政奖励决定书' },
  '09': { grant: '行政裁决书', denial: '不予行政裁决决定书' },
  '10': {
    grant: '准予办理决定书',
    denial: '不予办理决定书',
    revocation: '撤销办理决定书',
    extension: '办理期限延长告知书',
  },
  // A public service is no exercise of power: people are told, nothing is decided over them.
  '20': {
    'not-accepted': '公共服务事项不予受理告知书',
    grant: '公共服务事项办理结果告知书',
    denial: '公共服务事项不予办理告知书',
  },
}

export function titleFor(kind: Titled, itemType: ItemType): string {
  return ownTitle[itemType]?.[kind] ?? licenceTitle[kind].replace('行政许可', noun[itemType])
}
