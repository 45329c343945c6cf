import type { CASE_STATES, LEFT_OPEN_CODES, PaperName, ProcedureName } from '../contract.ts'

import { beforeRevoking } from '../chapters/intent/words.ts'
import { grantFields } from '../chapters/licences/grant-fields.ts'
import { decidesNext } from '../chapters/queue/next.ts'
import { joinedWords } from '../chapters/words.ts'
import type { ActTitle } from '../chapters/chapter-words.ts'
import type { About } from '../chapters/chapter-page.ts'
import type { ActField } from '../contract/act-field.ts'
import { PROCEDURE_TITLES, STATE_TITLES } from '../contract/titles.ts'
import { hasStep } from '../model/limits.ts'
import { decisionSeals, powerKind } from '../model/powers.ts'
import { denyFields } from './deny-fields.ts'
import { NEXT_STEPS } from './next-step.ts'
import { partedFrom } from './parted.ts'
import { SERVING_FIELDS } from './serving.ts'

export { PROCEDURE_TITLES, STATE_TITLES }

type State = (typeof CASE_STATES)[number]

export const LEFT_OPEN_TITLES: Readonly<Record<(typeof LEFT_OPEN_CODES)[number], string>> = {
  'papers-missing': '材料需要补正',
  'outside-power': '不属于本机关权限，已转请决定机关办理',
  'needs-checking': '有情况需要核实',
  'system-failure': '系统或设备故障',
  'applicant-left': '申请人先行离开',
  other: '其他原因',
}

/** The state as people read it: where nobody reviews in between, what is accepted waits for its decision. */
export function stateTitle(state: State, procedure: ProcedureName, ground?: string): string {
  if (state === 'not-accepted' && ground === 'not-needed') return '不受理，待送达告知书'
  return state === 'accepted' && procedure !== 'approval' ? '已受理，待决定' : STATE_TITLES[state]
}

/** Whom a case waits for, as citizens and clerks both read it. */
export const ROLE_TITLES: Readonly<Record<string, string>> = {
  applicant: '申请人',
  'window-clerk': '窗口',
  reviewer: '审查人员',
  approver: '审批人员',
  issuer: '制证人员',
  system: '系统',
  '': '无',
  ...joinedWords('roles'),
}

export const CLOCK_TITLES: Readonly<Record<string, string>> = {
  notice: '受理或一次告知期限',
  supplement: '补正期限',
  statutory: '法定办结期限',
  promised: '承诺办结期限',
  'step-review': '审查环节时限',
  'step-decide': '决定环节时限',
  delivery: '送达期限',
  'step-survey': '现场勘验环节时限',
  check: '事后核查期限',
  rectify: '整改期限',
  revocation: '撤销决定期限',
  ...joinedWords('clocks'),
}

/** `opinion-health`, `task-2`: clocks of one kind that run for several share the title of the kind. */
export function clockTitle(clock: string): string {
  return CLOCK_TITLES[clock] ?? CLOCK_TITLES[clock.split('-')[0]!] ?? clock
}

/** Steps a citizen follows, in order. */
export const STEP_TITLES = {
  received: '收件',
  accepted: '受理',
  refused: '不予受理',
  surveyed: '现场勘验',
  heard: '听证',
  publicised: '公示',
  reviewed: '审查',
  decided: '决定',
  issued: '制证',
  closed: '送达办结',
  forwarded: '转报上级机关',
  checked: '事后核查',
  revoked: '撤销',
}

/** The seals the plan and the law allow for this decision; there is mostly one. */
function sealFields({ dossier, world, today }: About): ActField[] {
  const lawful = decisionSeals(dossier, world, powerKind(dossier, world, today))
  if (lawful.length === 0) return []
  const options = lawful.map(({ id, name }) => ({ value: id, label: name }))
  return [{ name: 'seal', label: '印章', type: 'choice', required: true, options, start: options[0]!.value }]
}

export const ACT_TITLES: Readonly<Record<string, ActTitle>> = {
  'pre-review': { title: '预审', tone: 'normal', help: '先看一遍材料，不影响五个工作日的告知期限。' },
  accept: {
    title: '受理',
    tone: 'primary',
    help: '逐项核对材料，齐全且符合要求即受理，开始计算办理期限。',
    next: async (about) => {
      const next = await decidesNext(about)
      return next === undefined ? NEXT_STEPS.accept(about) : `受理以后，由${next}`
    },
  },
  'notify-supplement': {
    title: '一次告知补正',
    tone: 'normal',
    help: '把缺少和不合要求的材料一次写全；以后不能再提新的问题。',
    next: NEXT_STEPS['notify-supplement'],
  },
  supply: { title: '提交补正材料', tone: 'primary' },
  'supply-at-window': {
    title: '接收补正材料',
    tone: 'primary',
    fields: [
      {
        ...{ name: 'arrivedOn', label: '邮寄送到的日子', type: 'date', required: false },
        hint: '邮寄来的填，受理或者告知的五个工作日从这一天起算；当面交的不填。',
      },
    ],
  },
  'propose-refusal': {
    title: '建议不予受理',
    tone: 'danger',
    help: '窗口没有不予受理的权力，提交给有权人员审定。',
  },
  'return-to-window': {
    title: '退回窗口继续受理',
    tone: 'normal',
    next: NEXT_STEPS['return-to-window'],
  },
  'refuse-acceptance': { title: '不予受理', tone: 'danger' },
  review: {
    title: '提交审查意见',
    tone: 'primary',
    next: NEXT_STEPS.review,
    waits: ({ item, dossier }) =>
      hasStep(item, 'survey') && dossier.survey === undefined
        ? '要先由两名以上工作人员现场勘验并登记。'
        : undefined,
  },
  'return-to-review': { title: '退回重审', tone: 'normal', next: NEXT_STEPS['return-to-review'] },
  grant: { title: '准予', tone: 'primary', fields: grantFields, next: NEXT_STEPS.grant },
  deny: {
    ...{ title: '不予', tone: 'danger', group: 'forward' },
    fields: denyFields,
    next: NEXT_STEPS.deny,
  },
  seal: {
    title: '签章发文',
    tone: 'primary',
    help: '用决定机关的印章制作决定书，印章使用会记入办件。',
    fields: sealFields,
    next: NEXT_STEPS.seal,
  },
  'deliver-at-window': { title: '窗口送达', tone: 'primary', next: NEXT_STEPS['deliver-at-window'] },
  'record-survey': {
    title: '登记现场勘验',
    tone: 'primary',
    help: '两名以上工作人员到场，写明看到的情况和结论。',
    next: NEXT_STEPS['record-survey'],
  },
  'leave-open': {
    title: '说明未当场办结的原因',
    tone: 'normal',
    group: 'special',
    help: '即办件应当次办结；确实不能的，在申请人离开前写明原因。',
  },
  'withdraw-commitment': {
    title: '撤回承诺，改按一般程序办理',
    tone: 'normal',
    group: 'special',
    help: '作出决定之前可以撤回；从窗口撤回的，要有申请人的书面说明或者当场签字。撤回后要补交承诺替代的材料。',
  },
  'hand-to-post': {
    title: '交付邮寄',
    tone: 'primary',
    help: '把决定书和证照交给邮政，系统登记运单并跟踪到签收。',
  },
  'record-waybill': { title: '登记运单号', tone: 'normal' },
  'deliver-by-post': { title: '登记邮件签收', tone: 'primary' },
  'return-from-post': { title: '登记邮件退回', tone: 'normal' },
  'record-check': {
    title: '登记事后核查',
    tone: 'primary',
    help: '对照承诺内容核查；不符合的限期整改或者转入撤销。',
  },
  revoke: {
    title: '撤销决定',
    tone: 'danger',
    group: 'forward',
    help: '承诺不实或者逾期没有改正的，撤销原决定并告知救济途径。',
    waits: (about) => partedFrom(about) ?? beforeRevoking(about),
  },
  'serve-revocation': { title: '送达撤销决定', tone: 'primary', fields: SERVING_FIELDS },
  withdraw: { title: '撤回申请', tone: 'danger', help: '撤回后本次办理终止，可以重新申请。' },
  ...joinedWords('acts'),
}

export const PAPER_TITLES: Readonly<Record<PaperName, string>> = {
  receipt: '申请材料接收凭证',
  commitment: '告知承诺书',
  rectification: '责令限期整改通知书',
  revocation: '撤销决定书',
  acceptance: '受理通知书',
  supplement: '补正告知书',
  'not-accepted': '不予受理决定书',
  grant: '准予决定书',
  denial: '不予决定书',
  delivery: '送达回证',
  'opinion-request': '征求意见函',
  'meeting-notice': '会议通知',
  'meeting-minutes': '会议纪要',
  'gap-notice': '容缺受理告知书',
  'return-notice': '退件通知书',
  'lapse-notice': '视为撤回申请通知书',
  withdrawal: '终止办理（撤回）确认书',
  termination: '终止办理通知书',
  forwarding: '转报告知书',
  'special-procedure': '特别程序告知书',
  'special-extension': '特别程序延长告知书',
  'hearing-right': '听证告知书',
  'hearing-notice': '听证通知书',
  'hearing-record': '听证笔录',
  extension: '办理期限延长告知书',
  'publicity-notice': '公示',
  'interested-notice': '利害关系人告知书',
  'interested-service': '送达回证（利害关系人）',
  'intent-notice': '拟处理告知书',
  'notice-service': '送达回证（告知文书）',
}
