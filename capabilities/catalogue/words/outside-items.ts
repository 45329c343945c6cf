import type { Sentences } from '#platform/http/problem.ts'
import type { OutsideItemRefusal, SystemMode } from '../contract/outside-item-routes.ts'

export const outsideItemRefusalWords: Readonly<Record<OutsideItemRefusal, Sentences[string]>> = {
  'outside-system-not-found': '没有登记这个系统。请先登记系统，再填它的事项。',
  'outside-item-not-found': '没有这个系统事项。请填写系统事项名称后再保存。',
  'outside-item-taken': ({ system, code, name }) =>
    `平台的一个事项只能对应一个系统事项。它已经对应“${String(system ?? '')} ${String(name ?? '')}（${String(code ?? '')}）”。请先解除那一条，再对应。`,
  'outside-item-twice': ({ item }) =>
    `这个系统事项已经对应平台事项“${String(item ?? '')}”。请先解除，再改为别的事项。`,
  'outside-file-headings-missing':
    '没有找到表头。表头要有“系统编号”“系统事项编码”“系统事项名称”。可以先导出，照着填。',
}

export const SYSTEM_MODE_TITLES: Readonly<Record<SystemMode, string>> = {
  none: '未对接',
  'front-end': '前端整合',
  interface: '接口对接',
}

export const outsideItemWords = {
  title: '系统事项对应表',
  columns: {
    system: '系统编号',
    systemName: '系统名称',
    owner: '主管单位',
    mode: '对接方式',
    code: '系统事项编码',
    name: '系统事项名称',
    promisedDays: '承诺工作日数',
    materials: '申请材料',
    item: '平台事项编号',
    itemName: '平台事项名称',
    standing: '对应情况',
  },
  mapped: '已对应',
  unmapped: '没有对应平台事项',
  ownUnmapped: '没有对应系统事项',
  incomplete: '系统编号、系统事项编码和系统事项名称都要填。请补上后重新导入。',
  systemIdWrong: '系统编号只能用字母、数字、“-”和“_”，不超过40个。请改正后重新导入。',
  daysWrong: '承诺工作日数要填数字，例如5。请改正后重新导入。',
  papersWrong: '申请材料最多60份，每份的名称不超过100个字。请改短后重新导入。',
  unknownItem: (item: string) => `平台没有事项“${item}”。请核对平台事项编号。`,
  unknownMode: (mode: string) => `对接方式“${mode}”不认识。请填未对接、前端整合或者接口对接。`,
} as const
