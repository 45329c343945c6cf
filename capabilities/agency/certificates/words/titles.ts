import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { CheckedBy, CertificateStanding, DeclineGround, VoidGround } from '../../contract/certificate.ts'

export const CHECK_TITLES: Readonly<Record<CheckedBy, string>> = {
  register: '查了登记册、台账',
  papers: '看了合同、档案、原件',
  visit: '上门看过',
  neighbours: '问过两名以上知情人',
  meeting: '村（居）民委员会开会研究过',
}

export const DECLINE_TITLES: Readonly<Record<DeclineGround, string>> = {
  'not-so': '核实的情况与申请不符',
  'not-provable': '村（社区）没法核实',
  'not-ours': '不是本村（社区）的人和事',
  'not-needed': '用证照、系统数据就能证明，不用开',
}

export const VOID_TITLES: Readonly<Record<VoidGround, string>> = {
  wrong: '内容写错',
  changed: '情况变了',
  'false-statement': '申请人说了假话',
  'not-fetched': '没有人来取',
}

export const STANDING_TITLES: Readonly<Record<CertificateStanding, string>> = {
  asked: '待核实',
  checked: '已核实，待开具',
  issued: '已开具',
  declined: '不予开具',
  withdrawn: '已撤回',
  void: '已作废',
}

/** What each act is called; what is not named here is nobody's to press. */
export const ACT_TITLES: Readonly<Record<string, Pick<AllowedAct, 'title' | 'tone' | 'help'>>> = {
  check: { title: '登记核实情况', tone: 'primary' },
  issue: {
    ...{ title: '开具', tone: 'primary' },
    help: '开具后自动编号，打印出来盖章。内容只写核实过的事实。',
  },
  decline: { title: '不予开具', tone: 'normal', help: '申请人会看到情形、理由和可以找谁。' },
  withdraw: { title: '申请人撤回', tone: 'normal' },
  'report-lost': {
    ...{ title: '挂失补发', tone: 'normal' },
    help: '丢了的那张马上失效，扫码能看到；补发的编号不变，核验码换新的。',
  },
  void: { title: '作废', tone: 'danger', help: '作废以后，谁扫码都会看到这份证明不能再用。' },
}
