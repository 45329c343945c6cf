import type { Sentences } from '#platform/http/problem.ts'
import type { SealRefusalCode } from './contract.ts'
import type { Seal } from './model.ts'

export const SEAL_KIND_TITLES: Readonly<Record<Seal['kind'], string>> = {
  own: '本机关专用章',
  numbered: '编号审批专用章',
  bureau: '审批局审批专用章',
  centre: '便民服务中心审批专用章',
}

export const SEAL_STATE_TITLES: Readonly<Record<Seal['state'], string>> = {
  'in-use': '在用',
  suspended: '停用',
  retired: '作废',
}

/** Kinds of papers a seal stands on, as the log shows them. */
export const PAPER_TITLES: Readonly<Record<string, string>> = {
  grant: '准予决定书',
  denial: '不予决定书',
  revocation: '撤销决定书',
  // Of a licence on the register, and so without a case of its own.
  revoked: '撤销决定书',
  withdrawn: '撤回决定书',
  cancelled: '注销决定书',
  changed: '变更决定书',
  corrected: '更正决定书',
  'not-accepted': '不予受理决定书',
}

export const USE_COLUMNS = [
  '时间:moment',
  '印章',
  '编号',
  '事项',
  '办件编号',
  '文书',
  '操作人',
  '场所',
] as const

const name = (facts: Readonly<Record<string, unknown>>): string =>
  facts['seal'] === undefined ? '这枚印章' : `“${String(facts['seal'])}”`

export const sealRefusalWords: Readonly<Record<SealRefusalCode, Sentences[string]>> = {
  'seal-not-found': '没有找到这枚印章。请刷新印章登记后再办理。',
  'seal-number-out-of-range': ({ from, to }) =>
    `审批专用章的编号只能是${String(from)}号至${String(to)}号。请核对印章编号后重新选择。`,
  'seal-number-taken': ({ number }) =>
    `${String(number)}号审批专用章已经在册，不能重号。请先作废旧章，或换一个编号。`,
  'seal-holder-unknown': '印章要由登记在册的机关持有，编号章和中心章由镇（街道）持有。请重新选择机关。',
  'seal-items-missing': '编号审批专用章要绑定事项。请选择这枚印章用于哪些下放事项。',
  'seal-kind-other': (facts) => `${name(facts)}不是编号审批专用章，不绑定镇（街道）和事项。请选择编号章。`,
  'seal-wrong-state': (facts) => `${name(facts)}现在的状态不能这样办理。请刷新印章登记后再操作。`,
  'seal-twice': (facts) => `已经有一枚${name(facts)}，不能再启用一枚。请先作废旧章。`,
  'seal-not-in-use': '这枚印章没有启用，或者已经停用、作废。请选择在用的印章，或联系印章管理人员。',
  'seal-of-other-purpose': (facts) => `${name(facts)}不是用于决定的印章。请选择审批专用章。`,
  'seal-only-delegated': (facts) =>
    `${name(facts)}只在镇（街道）行使区级下放权限时使用，这个办件不能用。请改用本机关的印章。`,
  'seal-of-other-town': (facts) =>
    `${name(facts)}由其他镇（街道）持有，不能在这里使用。请选择本镇（街道）持有的编号章。`,
  'seal-of-other-item': (facts) =>
    `${name(facts)}没有绑定这个事项，不能使用。请选择绑定了这个事项的编号章，或联系印章管理人员变更绑定。`,
  'seal-not-numbered': (facts) =>
    `行使区级下放权限要用编号审批专用章，不能用${name(facts)}。请选择本镇（街道）持有的编号章。`,
  'seal-of-former-department': (facts) =>
    `这个事项已经划转到行政审批服务局，不能再用原部门的${name(facts)}。请使用审批局的审批专用章。`,
  'seal-not-the-bureaus': (facts) =>
    `划转事项统一使用审批局的一枚审批专用章，不能用${name(facts)}。请改用审批专用章。`,
  'seal-not-the-centres': (facts) =>
    `镇（街道）便民服务中心的决定统一加盖中心印章，不能用${name(facts)}。请改用本中心的印章。`,
  'seal-law-exception': (facts) =>
    `法律、法规对这个事项的印章有特殊规定，不能加盖${name(facts)}。请使用作出决定的机关的印章。`,
  'seal-of-other-body': (facts) => `${name(facts)}不是作出决定的机关的印章，不能使用。请选择决定机关的印章。`,
}
