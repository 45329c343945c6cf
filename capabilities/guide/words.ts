import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Edition } from './contract.ts'

export { FLOW_BEGINS, FLOW_ENDS, STEP_EXITS, STEP_ROLES } from './contract/step-words.ts'

const said = (facts: Readonly<Record<string, unknown>>, name: string): string => String(facts[name] ?? '')

export const guideRefusalWords = {
  'item-not-found': '没有找到这个事项，可能已经取消。请在首页重新搜索。',
  'guide-place-not-offering': '这个地方不办这个事项。请在办事指南里另选一个地方。',
  'guide-situation-unknown': '没有找到这种情形，可能已经调整。请在办事指南里重新选择。',
  'guide-notice-no-version': '没有这个版本的清单或者手册。请先编制，再登记公告。',
  'guide-notice-not-yet': '公告日期还没有到。请等公告发出以后再登记。',
  'guide-rack-not-yours': '只能登记本场所架上的指南。请选择自己的场所。',
  'guide-rack-old-version': '事项已经有了新版本，不能再补旧版。请撤下旧指南，另行登记新版。',
  'guide-rack-more-than-put': '盘点的份数比登记的多。请先用“补充”登记新添的份数。',
  'guide-print-payer': (facts: Readonly<Record<string, unknown>>) =>
    `“${said(facts, 'item')}”的指南印制费用由${said(facts, 'payer')}承担。请改选付费单位再下单。`,
  'guide-print-layout': (facts: Readonly<Record<string, unknown>>) =>
    `本地的指南只印${String(facts['layouts'])}。请换一种版式。`,
  'guide-print-no-town': (facts: Readonly<Record<string, unknown>>) =>
    `“${said(facts, 'item')}”是镇级事项，指南由镇（街道）印制。请选择一个镇（街道）的场所。`,
  'guide-print-old-version': '下单以后事项又改了，这批印的是旧版。请取消这一单，按新版重新下单。',
  'guide-revision-past': '修订期限已经过了。请选择今天或者以后的日期。',
  'guide-revision-not-published': '还没有发布新版本。请先在“事项变更”里改好并发布，再办结这项修订。',
  'guide-faq-not-in-item': '事项现在的版本里还没有这个问题。请先在“事项变更”里写进去并发布。',
  'guide-question-many': '今天这个事项的提问已经很多了。请明天再来，或者拨打咨询电话。',
  'guide-question-short': '问题太短，看不出要问什么。请写四个字以上。',
  'handbook-empty': '没有可以收录的事项，编不出来。请先发布事项。',
  'handbook-not-found': '没有找到这个版本。请在列表里重新选择。',
  'guide-copy-not-found': '没有找到这份指南，可能还没有下发到这个渠道。请先同步，再试一次。',
  'guide-copy-not-yours': '只能修改本场所的指南。请联系这个场所的负责人或者事项编制人员。',
  'guide-copy-field-unknown': '指南里没有这一项。请从列表里选择要登记的内容。',
  'guide-file-none': '这个事项的结果不由本机关出具，没有样本可以下载。请看办事指南里的说明。',
}

/** Before each ground on which an application is not taken in. */
export const NOT_ACCEPTED = '不予受理的情形：'

/** How the printed editions are called. */
export const EDITION_TITLES: Readonly<Record<Edition, string>> = {
  full: '办事指南',
  short: '一次性告知单',
  leaf: '办事指南（活页）',
  fold: '办事指南（折页）',
}

/** Who decides where the law names whichever town the matter falls to. */
export const TOWN_DECIDES = '所在镇人民政府（街道办事处）'
export const TOWN_ONLY_DECIDES = '所在镇人民政府'

export const LEVELS: Readonly<Record<ItemVersion['useLevels'][number], string>> = {
  '3': '市级',
  '4': '区（县）级',
  '5': '镇（街道）级',
  '6': '村（社区）级',
}

export const CASE_TYPES: Readonly<Record<ItemVersion['projectType'], string>> = {
  '1': '即办件',
  '2': '承诺件',
}

export const APPLICANTS: Readonly<Record<ItemVersion['serves'][number], string>> = {
  '1': '自然人',
  '2': '企业法人',
  '3': '事业法人',
  '4': '社会组织法人',
  '5': '非法人企业',
  '6': '行政机关',
  '9': '其他组织',
}

export const CHANNELS: Readonly<Record<ItemVersion['handleTypes'][number], string>> = {
  '1': '窗口办理',
  '2': '网上办理（电脑）',
  '3': '手机办理',
  '4': '快递申请',
  '9': '其他方式',
}

export const DELIVERY: Readonly<Record<ItemVersion['delivery'][number], string>> = {
  window: '窗口领取',
  electronic: '电子送达（在本站“我的办件”下载）',
  post: '邮寄送达',
}

export const RESULT_KINDS: Readonly<Record<ItemVersion['result']['type'], string>> = {
  '1': '证照',
  '2': '批文',
  '3': '其他',
  '4': '无',
}

export const MATERIAL_KINDS = { certificate: '证照', form: '表单', other: '其他' } as const
export const MATERIAL_SOURCES = {
  applicant: '申请人自备',
  government: '政府部门核发',
  other: '其他机构出具',
} as const

export const STEP_OUTCOMES = {
  accept: '申请材料接收凭证、受理通知书',
  survey: '现场勘验记录',
  review: '审查意见',
  decide: '准予或者不予的书面决定',
  issue: '送达办理结果',
} as const

export const AGENCY_CHANNEL = '就近到村（社区）便民服务站，由代办员帮办代办'
export const PROGRESS = ['凭办件编号在本站“我的办件”查看', '拨打咨询电话或者到窗口询问']
export const HOTLINE = '12345'

/** What is written across a sample form. */
export const SPECIMEN_FORM = '样表'

/** What can be taken along beside the guide, as people look for it. */
export const GUIDE_FILES = {
  'form-blank': '空白表格',
  'form-sample': '示范文本',
  'result-sample': '样本',
} as const

export const NO_RESULT_SAMPLE = '结果文书没有样本，也没有写明是什么样子'
