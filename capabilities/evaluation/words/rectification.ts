import type {
  Contact,
  Finding,
  RectificationRefusalCode,
  RectificationState,
  RevisitResult,
} from '../contract/rectification.ts'

export const STATE_TITLES: Readonly<Record<RectificationState, string>> = {
  'to-verify': '待核实',
  'appeal-review': '待复核',
  rectifying: '整改中',
  revisit: '待回访',
  closed: '已办结',
  excluded: '已剔除',
}

/** Where it stands, as the rater reads it. */
export const TOLD_THE_RATER: Readonly<Record<RectificationState, string>> = {
  'to-verify': '您的评价已经转给负责人核实。',
  'appeal-review': '您的评价正在复核。',
  rectifying: '您反映的问题正在整改。',
  revisit: '已经作出整改答复，会有人回访您。',
  closed: '您反映的问题已经处理完。',
  excluded: '经复核，这条评价不计入评分。您不同意的，可以拨打 12345 反映。',
}

export const WAITS_FOR: Readonly<Record<string, string>> = { director: '场所负责人', supervisor: '监督人员' }

export const FINDING_TITLES: Readonly<Record<Finding, string>> = {
  true: '属实',
  'not-true': '不属实',
  mistaken: '误评',
}

export const CONTACT_TITLES: Readonly<Record<Contact, string>> = {
  'by-phone': '已电话联系',
  'in-person': '已当面联系',
  'not-reached': '没有联系上',
}

export const REVISIT_TITLES: Readonly<Record<RevisitResult, string>> = {
  satisfied: '满意',
  unsatisfied: '不满意',
  'not-reached': '没有联系上',
}

export const CLOCK_TITLES: Readonly<Record<string, string>> = {
  verify: '联系核实期限',
  rectify: '整改答复期限',
  appeal: '复核期限',
  revisit: '回访期限',
}

export const FIELD_TITLES = {
  contact: '联系评价人',
  finding: '核实结论',
  found: '核实情况',
  review: '复核意见',
  measures: '整改措施',
  answer: '给评价人的答复',
  answerHint: '评价人在网上能看到这段话，请直接写给本人。',
  result: '回访结果',
  said: '评价人怎么说',
  place: '转给哪里',
  reason: '转办理由',
} as const

export const ACT_TITLES: Readonly<
  Record<string, { title: string; tone: 'primary' | 'normal' | 'danger'; help?: string }>
> = {
  verify: {
    title: '登记核实',
    tone: 'primary',
    help: '属实的转入整改；认为不属实或误评的，交监督人员复核，复核期间整改期限暂停。',
  },
  'uphold-appeal': {
    title: '同意剔除',
    tone: 'danger',
    help: '这条差评确实不属实或是误评，不再计入评分和整改率。',
  },
  'reject-appeal': { title: '退回整改', tone: 'primary', help: '差评成立，由原场所继续整改并答复。' },
  answer: { title: '整改答复', tone: 'primary', help: '写明怎样整改，并答复评价人。实名评价接着要回访。' },
  'record-revisit': {
    title: '登记回访',
    tone: 'primary',
    help: '不满意的退回重新整改一次；三个不同的日子都没有联系上的，按未联系上办结。',
  },
  'hand-over': {
    title: '转办',
    tone: 'normal',
    help: '负责人本人就是被评价的人，或者场所没有负责人时，转给别的大厅或中心处理。评分仍归原场所。',
  },
}

/** Refusals of the engine are worded for cases; those of a poor rating have codes and sentences of their own. */
export const rectificationWords: Readonly<Record<RectificationRefusalCode, string>> = {
  'rectification-not-found': '没有找到这条差评，或者它不归您的岗位处理。请从差评整改列表进入。',
  'rectification-moved-on': '这条差评刚才有了新进展，请看过最新情况再办理，您填写的内容还在。',
  'rectification-not-your-step': '这一步由别的岗位办理。请切换到有职责的岗位，或转告负责的同事。',
  'rated-yourself': '这条差评评价的是您本人的服务，不能由您处理。请联系监督人员转给别的负责人。',
  'own-finding': '这条差评是您核实的，复核要由另一位监督人员作出。请转给同事处理。',
  'contact-missing': '实名差评要先联系评价人。请选择联系情况后再登记。',
  'rater-anonymous': '这是匿名评价，不得查找或联系评价人。请去掉联系情况后再登记。',
  'mistake-needs-rater': '误评要由评价人本人确认。请先联系上评价人，或者改选其他结论。',
  'revisited-today': '今天已经登记过一次没有联系上，请改天再回访。',
  'rectification-place-unknown': '没有这个大厅或中心，请从列表中选择。',
  'rectification-place-same': '这条差评本来就由这个场所处理，请选择别的场所。',
}
