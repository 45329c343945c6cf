import type { PackParameters, Succession, SuccessionKind } from '../contract.ts'

export const SUCCESSION_WORDS: Readonly<Record<SuccessionKind, string>> = {
  rename: '更名',
  merge: '合并',
  split: '拆分',
  transfer: '改隶',
  recode: '改码',
}

export const SUBJECT_WORDS: Readonly<Record<Succession['subject'], string>> = {
  region: '区划',
  place: '场所',
  body: '机构',
}

type Formula = NonNullable<PackParameters['villageCoverage']>['value']['formula']
export const COVERAGE_FORMULA_WORDS: Readonly<Record<Formula, string>> = {
  'own-or-served': '有自己的站点，或者在别的站点的服务范围内，都算覆盖',
  'own-room': '村里有自己的便民服务室才算覆盖',
}

/** Where a standard comes from that no place has set. */
export const FROM_PACK = '本地方案'

export const CHANGED_FIELD_WORDS: Readonly<Record<string, string>> = {
  name: '名称',
  shortName: '简称',
  address: '地址',
  phone: '咨询电话',
  supervisionPhone: '监督电话',
  openingHours: '开放时间',
  signDesign: '标识样式',
  processEdition: '流程版本',
  place: '服务场所',
  found: '新设',
  abolish: '撤销',
  merge: '合并',
  split: '拆分',
  rename: '更名',
  recode: '改码',
}

export const CHANGE_STATE_WORDS: Readonly<Record<'coming' | 'in-force' | 'withdrawn' | 'stopped', string>> = {
  coming: '未到日期',
  'in-force': '已生效',
  withdrawn: '已撤回',
  stopped: '没有生效',
}

export const SERVED_WORDS = '服务范围'
