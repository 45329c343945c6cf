import { PART_TITLES } from '../authoring/part-titles.ts'
import type { Breach } from '../model/layers/ease.ts'
import type { Misplaced } from '../model/layers/apply.ts'
import type { CodeFlaw } from '../model/codes.ts'
import type { OwnerTier } from '../contract.ts'
import type { Standing } from '../contract/layer.ts'
import type { SameField } from '../model/layers/same.ts'

export const tierTitles: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>> = {
  1: '国家',
  2: '省（自治区、直辖市）',
  3: '市',
  4: '县（市、区）',
  5: '镇（街道）',
  6: '村（社区）',
}

export const ownerTierTitles: Readonly<Record<OwnerTier, string>> = {
  county: '区级自办',
  'county-to-town': '区级下放镇办',
  town: '镇级自有',
}

export const standingTitles: Readonly<Record<Standing, string>> = {
  locked: '下级不能改',
  'ease-only': '下级只能更方便',
  'widen-only': '下级只能增加',
  own: '下级自己写',
}

/** What a tier did, and how to mend it. */
export const breachWords: Readonly<Record<Breach | Misplaced, { what: string; remedy: string }>> = {
  changed: {
    what: '改了上级定的内容',
    remedy: '删去这一处，照上级的写；名称、类型、依据、编码确实不同的，写明例外的理由和批准文件',
  },
  added: { what: '增加了上级没有的内容', remedy: '删去增加的内容；下级不得增设条件、材料和问题' },
  dropped: { what: '去掉了不能去掉的内容', remedy: '从 drop 里去掉这一处' },
  longer: { what: '时限比上级的长', remedy: '改成不长于上级的时限' },
  'other-unit': { what: '时限换了算法，没法与上级比较', remedy: '用上级的单位和起算点写' },
  heavier: { what: '比上级要求得多', remedy: '改成不多于上级的要求' },
  'nothing-there': { what: '上级没有这一处', remedy: '核对编号；要新写整行的，把整行写上' },
  'other-key': { what: '这一行的编号与路径写的不一样', remedy: '路径最后一段写成这一行的编号' },
}

export const codeFlawWords: Readonly<Record<CodeFlaw, { what: string; remedy: string }>> = {
  malformed: {
    what: '编码的位数或者写法不对',
    remedy: '基本编码写 12 位，实施编码写 31 位：信用代码 18 位、层级 1 位、基本编码 12 位',
  },
  'credit-code': {
    what: '实施编码里的统一社会信用代码不对',
    remedy: '照实施机关的统一社会信用代码重写前 18 位',
  },
  'type-differs': { what: '基本编码里的类型与事项类型不一致', remedy: '核对编码第 3、4 位与事项类型' },
  'level-differs': { what: '实施编码里的层级不在行使层级里', remedy: '核对第 19 位与行使层级' },
  'basic-differs': { what: '实施编码里的基本编码与事项的不一致', remedy: '把实施编码的后 12 位写成基本编码' },
  'province-differs': { what: '基本编码是别的省的', remedy: '查国家或者本省的基本目录，写上那里的编码' },
  'body-differs': {
    what: '实施编码里的信用代码不是实施机关的',
    remedy: '照实施机关的统一社会信用代码重写前 18 位',
  },
}

export const layerRefusalWords = {
  'item-code-taken': '这个编码已经给了别的事项。查基本目录，改成没有用过的编码，再发布。',
  'item-against-upper': '有的内容超出了上级清单允许的范围。请按列出的位置逐处改正，再发布。',
  'situation-breaks-standard': '有的情形不合拆分标准。请按列出的问题逐条改写，再发布。',
  'item-owner-tier-missing': '还没有写权属层级。请选“区级自办”“区级下放镇办”或“镇级自有”，再发布。',
}

export const sameFieldTitles: Readonly<Record<SameField, string>> = {
  name: '事项名称',
  code: '基本编码',
  type: '事项类型',
  basis: '设定依据',
  serves: '服务对象',
  conditions: '受理条件',
  process: '办理流程',
  materials: '申请材料',
  statutoryLimit: '法定办结时限',
  result: '办理结果',
}

/** Fields of an item where people read who set what; a part of one by field and part. */
export const fieldTitles: Readonly<Record<string, string>> = {
  ...PART_TITLES,
  'codes/catalogCode': '基本编码',
  'codes/taskCode': '实施编码',
  'codes/legacyCode': '地方编码',
  'codes/verified': '是否核对',
  'process/procedure': '办理程序',
  'process/preReview': '网上预审',
  'process/steps': '环节',
  'process/commitment': '告知承诺',
  'process/forwardsTo': '转报',
  'process/together': '联合办理',
  'process/publicity': '公示',
  'lifecycle/change': '变更',
  'lifecycle/renew': '延续',
  'lifecycle/cancel': '注销',
  'fee/charged': '是否收费',
  'fee/basis': '收费依据',
  'fee/lines': '收费项目',
  'result/type': '结果类型',
  'result/name': '结果名称',
  'result/validity': '有效期',
  'result/term': '有效期规则',
  'result/personal': '公民特定资格',
  'result/sampleNote': '结果样本说明',
  'remedies/reconsideration': '行政复议',
  'remedies/litigation': '行政诉讼',
  'remedies/own': '特别救济',
  'remedies/*/body': '受理机关',
  'remedies/*/court': '管辖法院',
  'remedies/*/days': '期限',
  'remedies/*/months': '期限',
  'remedies/*/basis': '依据',
  'materials/*/copies': '复印件份数',
  'materials/*/originals': '原件份数',
  'form/title': '表单名称',
  'form/fields': '表单字段',
}

export const BOUNDARY_COLUMNS = [
  '权属层级',
  '序号:number',
  '事项',
  '类型',
  '决定机关',
  '基本编码',
  '事项编号',
] as const

export const DIFFERENCE_COLUMNS = [
  ...['事项', '要素', '比对层级', '上级写的', '本级写的', '例外理由', '批准文件', '事项编号', '位置'],
] as const

export const onlineRateTitles = { accepted: '网上可受理率', handled: '网上可办率' } as const

export const layerWords = {
  boundary: '区镇事权清单',
  differences: '差异清单',
  towns: '各镇（街道）',
  nothing: '（没有）',
}
