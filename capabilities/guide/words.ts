import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

export const guideRefusalWords = {
  'item-not-found': '没有找到这个事项，可能已经取消。请在首页重新搜索。',
  'guide-place-not-offering': '这个地方不办这个事项。请在办事指南里另选一个地方。',
  'guide-situation-unknown': '没有找到这种情形，可能已经调整。请在办事指南里重新选择。',
  'guide-file-none': '这个事项的结果不由本机关出具，没有样本可以下载。请看办事指南里的说明。',
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

export const STEP_ROLES = {
  'window-clerk': '窗口人员',
  reviewer: '审查人员',
  approver: '审批人员',
  issuer: '制证人员',
} as const

export const STEP_OUTCOMES = {
  accept: '申请材料接收凭证、受理通知书',
  survey: '现场勘验记录',
  review: '审查意见',
  decide: '准予或者不予的书面决定',
  issue: '',
} as const

/** How a case may leave the process at a step. */
export const STEP_EXITS = {
  accept: ['材料不齐或不合要求：一次性告知补正', '依法不予受理：书面说明理由，告知救济途径'],
  decide: ['不予：书面说明理由，告知救济途径'],
} as const

export const AGENCY_CHANNEL = '就近到村（社区）便民服务站，由代办员帮办代办'
export const PROGRESS = ['凭办件编号在本站“我的办件”查看', '拨打咨询电话或者到窗口询问']
export const HOTLINE = '12345'

/** Where the flow chart begins, and where it ends when nothing is handed out. */
export const FLOW_BEGINS = '提出申请'
export const FLOW_ENDS = '告知办理结果'

/** What is written across a sample form. */
export const SPECIMEN_FORM = '样表'

/** What can be taken along beside the guide, as people look for it. */
export const GUIDE_FILES = {
  'form-blank': '空白表格',
  'form-sample': '示范文本',
  'result-sample': '样本',
} as const

export const NO_RESULT_SAMPLE = '结果文书没有样本，也没有写明是什么样子'
