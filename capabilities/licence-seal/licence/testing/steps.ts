import type { Actor, StaffActor } from '#engine/actor.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay } from '#engine/day.ts'
import { decide } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { LicenceDossier } from '../dossier.ts'
import { LICENCE_DAYS } from '../limits.ts'
import { licence } from '../procedure.ts'
import type { LicenceWorld } from '../world.ts'

/** A licence that is told about, step by step, without a database: the tables of its tests begin from here. */
export const calendar = compileCalendar(UP_TO_2026)
const BODY = 'bureau'

const staff = (person: string, roles: string[], body = BODY, area = '370304'): StaffActor => ({
  ...{ kind: 'staff', person, post: `post-${person}`, roles, place: 'hall', body, area },
})
const PEOPLE = {
  system: { kind: 'system', job: 'licence' },
  clerk: staff('clerk-1', ['window-clerk']),
  reviewer: staff('reviewer-1', ['reviewer']),
  approver: staff('approver-1', ['approver']),
  'approver who proposed': staff('reviewer-1', ['approver']),
  'approver at a window': staff('approver-2', ['approver', 'window-clerk']),
  'approver of another body': staff('approver-3', ['approver'], 'other'),
  holder: { kind: 'citizen', person: 'zhang', party: 'zhang' },
  'another citizen': { kind: 'citizen', person: 'li', party: 'li' },
} satisfies Record<string, Actor>
type Who = keyof typeof PEOPLE

export const WORLD: LicenceWorld = {
  ...{ calendar, reliesOn: [], deliveryWorkingDays: 10, reviewAndDecideDiffer: true, days: LICENCE_DAYS },
  grants: [
    {
      ...{ id: 'g', stream: 'grant:2026:g', version: 1, item: 'books', body: BODY, place: '*', kind: 'own' },
      ...{ powers: ['accept', 'decide', 'seal'], from: '2020-01-01', basis: '出版管理条例' },
    },
  ],
  seals: [{ id: 's', stream: 'seal:2026:s', version: 1, name: '审批专用章' }],
  citesLaw: (text) => /第[一二三四五六七八九十]+条/u.test(text),
  seal: (value) => JSON.stringify(value),
  newId: () => 'paper',
}

const OPENING = {
  ...{
    id: 'l-1',
    area: '370304',
    number: '示例〔2026〕1号',
    item: 'books',
    itemVersion: 1,
    name: '经营许可证',
  },
  ...{ party: 'zhang', person: false, holder: 'sealed', body: BODY, place: 'hall', grantedOn: '2026-01-05' },
  ...{ validUntil: '2026-12-31', case: 'case-1', electronic: false },
}

const TOLD = { reason: '许可时提交的场所证明不真实', basis: '行政许可法第六十九条' }
const SAID = { conclusion: '核实无误，依法作出决定' }
export const HANDED = { mode: 'window', receiver: '测试甲', relation: 'self', identified: '营业执照' }
/** Nothing of what another way of serving asks. */
export const UNSAID = { receiver: undefined, relation: undefined, identified: undefined }
const CORRECTION = { found: 'holder', wrong: '示列路8号', right: '示例路8号', shownBy: '申请表第3项' }
export const SIGNED = {
  form: 'signed',
  record: 'written',
  signer: '测试甲',
  signedOn: '2026-06-02',
  kept: '案卷第2页',
}
const INPUTS: Readonly<Record<string, Record<string, unknown>>> = {
  open: OPENING,
  'note-application': { case: 'case-2', kind: 'renew', filedOn: '2026-11-20', inTime: true },
  'application-over': { case: 'case-2' },
  change: { case: 'case-2', on: '2026-06-01', holder: 'sealed', what: ['名称：甲 → 乙'] },
  renew: { case: 'case-2', on: '2026-12-01', until: '2027-12-31', deemed: false, from: '2026-12-31' },
  'cancel-applied': { case: 'case-2', on: '2026-06-01' },
  'follow-revocation': { case: 'case-1', on: '2026-06-01' },
  expire: {},
  intend: { ground: 'not-qualified', ...TOLD },
  hear: { result: 'stated', text: '说明了情况', ...SIGNED },
  'serve-intent': HANDED,
  'serve-intent-electronically': {},
  'drop-intent': { reason: '陈述申辩成立' },
  revoke: { publicInterest: 'no-grave-harm', ...SAID, compensation: '没有造成损失' },
  withdraw: { ...SAID, compensation: '依法补偿装修损失' },
  alter: { what: ['营业面积：120平方米 → 90平方米'], ...SAID, compensation: '补偿拆改费用' },
  correct: CORRECTION,
  'serve-amendment': HANDED,
  'serve-amendment-electronically': {},
  cancel: { ground: 'organisation-ended', document: '市场监督管理局注销登记通知书', ...SAID },
  'record-forfeiture': { organ: '示例区市场监督管理局', document: '示例罚〔2026〕5号', on: '2026-06-01' },
  'end-announcement': {},
  serve: HANDED,
  'serve-electronically': {},
  'record-paper': { id: 'paper', kind: 'ending', seq: 99, file: 'f', hash: 'h' },
  'recompute-clocks': {},
}

export type Step = [day: string, who: Who, act: string, input?: Record<string, unknown>]

const at = (day: string) => new Date(Date.parse(startOfDay(day)) + 10 * 3_600_000).toISOString()

export function take(dossier: LicenceDossier, [day, who, act, input = {}]: Step, world = WORLD) {
  return decide(licence, dossier, act, { ...INPUTS[act], ...input }, PEOPLE[who], at(day), world)
}

export function after(steps: readonly Step[]): LicenceDossier {
  return steps.reduce<LicenceDossier>((dossier, step) => {
    const done = take(dossier, step)
    if (isRefusal(done)) throw new Error(`${step.slice(0, 3).join(' ')}: ${done.code}`)
    return done.dossier
  }, licence.initial)
}

export const OPENED: Step[] = [['2026-01-05', 'system', 'open']]
export const PERSONAL: Step[] = [['2026-01-05', 'system', 'open', { person: true }]]
export const EXPIRED: Step[] = [...OPENED, ['2027-01-01', 'system', 'expire']]
export const REVOKED: Step[] = [...OPENED, ['2026-06-01', 'system', 'follow-revocation']]
export const NOTICE = (seq: number): Step => ['2026-06-01', 'system', 'record-paper', { kind: 'intent', seq }]
export const MEANT: Step[] = [...OPENED, ['2026-06-01', 'reviewer', 'intend']]
export const MADE: Step[] = [...MEANT, NOTICE(2)]
export const TOLD_ON: Step[] = [...MADE, ['2026-06-01', 'clerk', 'serve-intent']]
export const HEARD: Step[] = [...TOLD_ON, ['2026-06-02', 'reviewer', 'hear']]
export const WITHDRAWING: Step[] = [
  ...OPENED,
  ['2026-06-01', 'reviewer', 'intend', { ground: 'law-changed' }],
  NOTICE(2),
  ['2026-06-01', 'reviewer', 'serve-intent'],
  ['2026-06-02', 'reviewer', 'hear', { result: 'waived', text: '书面放弃陈述' }],
]
export const ENDING: Step[] = [...HEARD, ['2026-06-03', 'approver', 'revoke']]
export const PAPER: Step = ['2026-06-03', 'system', 'record-paper']
export const NOTED: Step[] = [...OPENED, ['2026-11-20', 'system', 'note-application']]

export type Line = [why: string, before: Step[], step: Step, gives: string]

export function outcome(before: Step[], step: Step, world = WORLD): string {
  const done = take(after(before), step, world)
  return isRefusal(done) ? done.code : done.dossier.state
}

/** 拟注销, told and heard. */
export const CANCELLING = (ground: string): Step[] => [
  ...OPENED,
  ['2026-06-01', 'reviewer', 'intend', { ground }],
  NOTICE(2),
  ['2026-06-01', 'clerk', 'serve-intent'],
  ['2026-06-02', 'reviewer', 'hear'],
]
export const FORFEITED: Step[] = [...OPENED, ['2026-06-02', 'approver', 'record-forfeiture']]
