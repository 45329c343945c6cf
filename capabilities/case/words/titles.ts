import type { CASE_STATES } from '../contract.ts'

type State = (typeof CASE_STATES)[number]

export const STATE_TITLES: Readonly<Record<State, string>> = {
  received: '已收件，待受理',
  supplementing: '待补正材料',
  'refusal-proposed': '拟不予受理，待审定',
  accepted: '已受理，审查中',
  reviewed: '审查完成，待决定',
  decided: '已作出决定，待制证',
  issued: '已制证，待送达',
  'not-accepted': '不予受理，待送达',
  closed: '已办结',
  withdrawn: '已撤回',
  lapsed: '逾期未补正，视为撤回',
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
}

export const CLOCK_TITLES: Readonly<Record<string, string>> = {
  notice: '受理或一次告知期限',
  supplement: '补正期限',
  statutory: '法定办结期限',
  promised: '承诺办结期限',
  'step-review': '审查环节时限',
  'step-decide': '决定环节时限',
  delivery: '送达期限',
}

/** Steps a citizen follows, in order. */
export const STEP_TITLES = {
  received: '收件',
  accepted: '受理',
  refused: '不予受理',
  reviewed: '审查',
  decided: '决定',
  issued: '制证',
  closed: '送达办结',
}

interface ActTitle {
  title: string
  tone: 'primary' | 'normal' | 'danger'
  help?: string
}

export const ACT_TITLES: Readonly<Record<string, ActTitle>> = {
  'pre-review': { title: '预审', tone: 'normal', help: '先看一遍材料，不影响五个工作日的告知期限。' },
  accept: { title: '受理', tone: 'primary', help: '逐项核对材料，齐全且符合要求即受理，开始计算办理期限。' },
  'notify-supplement': {
    title: '一次告知补正',
    tone: 'normal',
    help: '把缺少和不合要求的材料一次写全；以后不能再提新的问题。',
  },
  supply: { title: '提交补正材料', tone: 'primary' },
  'supply-at-window': { title: '接收补正材料', tone: 'primary' },
  'propose-refusal': {
    title: '建议不予受理',
    tone: 'danger',
    help: '窗口没有不予受理的权力，提交给有权人员审定。',
  },
  'return-to-window': { title: '退回窗口继续受理', tone: 'normal' },
  'refuse-acceptance': { title: '不予受理', tone: 'danger' },
  review: { title: '提交审查意见', tone: 'primary' },
  'return-to-review': { title: '退回重审', tone: 'normal' },
  grant: { title: '准予', tone: 'primary' },
  deny: { title: '不予', tone: 'danger' },
  seal: { title: '签章发文', tone: 'primary', help: '用决定机关的印章制作决定书，印章使用会记入办件。' },
  'deliver-at-window': { title: '窗口送达', tone: 'primary' },
  withdraw: { title: '撤回申请', tone: 'danger', help: '撤回后本次办理终止，可以重新申请。' },
}

export const PAPER_TITLES: Readonly<Record<string, string>> = {
  receipt: '收件凭证',
  acceptance: '受理通知书',
  supplement: '补正告知书',
  'not-accepted': '不予受理决定书',
  grant: '准予决定书',
  denial: '不予决定书',
  delivery: '送达回证',
}
