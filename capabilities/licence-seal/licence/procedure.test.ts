import { describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '#engine/actor.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay } from '#engine/day.ts'
import { decide } from '#engine/procedure/decide.ts'
import { walk } from '#engine/procedure/walk.ts'
import { isRefusal } from '#engine/refusal.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import { CANCEL_GROUNDS } from '../contract.ts'
import type { LicenceDossier } from './dossier.ts'
import { LICENCE_DAYS } from './limits.ts'
import { licence } from './procedure.ts'
import { lastDayToRenew, renewedUntil, spanFrom } from './term.ts'
import type { LicenceWorld } from './world.ts'

const calendar = compileCalendar(UP_TO_2026)
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
} satisfies Record<string, Actor>
type Who = keyof typeof PEOPLE

const WORLD: LicenceWorld = {
  ...{ calendar, reliesOn: [], deliveryWorkingDays: 10, reviewAndDecideDiffer: true, days: LICENCE_DAYS },
  grants: [
    {
      ...{ id: 'g', stream: 'grant:2026:g', version: 1, item: 'books', body: BODY, place: '*', kind: 'own' },
      ...{ powers: ['accept', 'decide', 'seal'], from: '2020-01-01', basis: '出版管理条例' },
    },
  ],
  seals: [{ id: 's', stream: 'seal:2026:s', version: 1, name: '审批专用章' }],
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
const HANDED = { mode: 'window', receiver: '测试甲', relation: 'self', identified: '营业执照' }
/** Nothing of what another way of serving asks. */
const UNSAID = { receiver: undefined, relation: undefined, identified: undefined }
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
  hear: { result: 'stated', text: '说明了情况' },
  'serve-intent': HANDED,
  'serve-intent-electronically': {},
  'drop-intent': { reason: '陈述申辩成立' },
  revoke: { publicInterest: 'no-grave-harm', ...SAID, compensation: '没有造成损失' },
  withdraw: { ...SAID, compensation: '依法补偿装修损失' },
  cancel: { ground: 'organisation-ended', document: '市场监督管理局注销登记通知书', ...SAID },
  'record-forfeiture': { organ: '示例区市场监督管理局', document: '示例罚〔2026〕5号', on: '2026-06-01' },
  'end-announcement': {},
  serve: HANDED,
  'serve-electronically': {},
  'record-paper': { id: 'paper', kind: 'ending', seq: 99, file: 'f', hash: 'h' },
  'recompute-clocks': {},
}

type Step = [day: string, who: Who, act: string, input?: Record<string, unknown>]

const at = (day: string) => new Date(Date.parse(startOfDay(day)) + 10 * 3_600_000).toISOString()

function take(dossier: LicenceDossier, [day, who, act, input = {}]: Step, world = WORLD) {
  return decide(licence, dossier, act, { ...INPUTS[act], ...input }, PEOPLE[who], at(day), world)
}

function after(steps: readonly Step[]): LicenceDossier {
  return steps.reduce<LicenceDossier>((dossier, step) => {
    const done = take(dossier, step)
    if (isRefusal(done)) throw new Error(`${step.slice(0, 3).join(' ')}: ${done.code}`)
    return done.dossier
  }, licence.initial)
}

const OPENED: Step[] = [['2026-01-05', 'system', 'open']]
const PERSONAL: Step[] = [['2026-01-05', 'system', 'open', { person: true }]]
const EXPIRED: Step[] = [...OPENED, ['2027-01-01', 'system', 'expire']]
const REVOKED: Step[] = [...OPENED, ['2026-06-01', 'system', 'follow-revocation']]
const NOTICE = (seq: number): Step => ['2026-06-01', 'system', 'record-paper', { kind: 'intent', seq }]
const MEANT: Step[] = [...OPENED, ['2026-06-01', 'reviewer', 'intend']]
const MADE: Step[] = [...MEANT, NOTICE(2)]
const TOLD_ON: Step[] = [...MADE, ['2026-06-01', 'clerk', 'serve-intent']]
const HEARD: Step[] = [...TOLD_ON, ['2026-06-02', 'reviewer', 'hear']]
const WITHDRAWING: Step[] = [
  ...OPENED,
  ['2026-06-01', 'reviewer', 'intend', { ground: 'law-changed' }],
  NOTICE(2),
  ['2026-06-01', 'reviewer', 'serve-intent'],
  ['2026-06-02', 'reviewer', 'hear', { result: 'waived', text: '放弃陈述' }],
]
const ENDING: Step[] = [...HEARD, ['2026-06-03', 'approver', 'revoke']]
const PAPER: Step = ['2026-06-03', 'system', 'record-paper']
const NOTED: Step[] = [...OPENED, ['2026-11-20', 'system', 'note-application']]

test('the procedure is sound', () => expect(walk(licence)).toEqual([]))

type Line = [why: string, before: Step[], step: Step, gives: string]

describe('a licence', () => {
  test.each<Line>([
    ['in force, from its grant', [], OPENED[0]!, 'valid'],
    ['changed', OPENED, ['2026-06-01', 'system', 'change'], 'valid'],
    ['renewed', OPENED, ['2026-12-01', 'system', 'renew'], 'valid'],
    [
      'renewed twice for one term',
      OPENED,
      ['2026-12-01', 'system', 'renew', { from: '2025-12-31' }],
      'not-for-this-dossier',
    ],
    ['not expired on its last day', OPENED, ['2026-12-31', 'system', 'expire'], 'licence-term-running'],
    ['expired the day after', OPENED, ['2027-01-01', 'system', 'expire'], 'expired'],
    [
      'kept in force by a renewal filed in time',
      NOTED,
      ['2027-01-01', 'system', 'expire'],
      'licence-term-running',
    ],
    ['one application at a time', NOTED, ['2026-11-21', 'system', 'note-application'], 'application-running'],
    ['renewed late, where its rule allows', EXPIRED, ['2027-01-05', 'system', 'renew'], 'valid'],
    ['cancelled as its holder asked', OPENED, ['2026-06-01', 'system', 'cancel-applied'], 'cancelled'],
    [
      'revoked with the decision that granted it',
      OPENED,
      ['2026-06-01', 'system', 'follow-revocation'],
      'revoked',
    ],
    ['nothing for its holder to do here', OPENED, ['2026-06-01', 'holder', 'intend'], 'not-your-step'],
    [
      'served only when the paper is there',
      ENDING,
      ['2026-06-03', 'clerk', 'serve'],
      'licence-paper-not-ready',
    ],
    ['over when the decision is served', [...ENDING, PAPER], ['2026-06-04', 'clerk', 'serve'], 'revoked'],
    [
      'a post that decides hands nothing over',
      [...ENDING, PAPER],
      ['2026-06-04', 'approver', 'serve'],
      'not-your-step',
    ],
    [
      'and then waits to be cancelled',
      REVOKED,
      ['2026-06-05', 'approver', 'cancel', { ground: 'taken-away' }],
      'ending',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))
})

function outcome(before: Step[], step: Step): string {
  const done = take(after(before), step)
  return isRefusal(done) ? done.code : done.dossier.state
}

/** 拟注销, told and heard. */
const CANCELLING = (ground: string): Step[] => [
  ...OPENED,
  ['2026-06-01', 'reviewer', 'intend', { ground }],
  NOTICE(2),
  ['2026-06-01', 'clerk', 'serve-intent'],
  ['2026-06-02', 'reviewer', 'hear'],
]
const FORFEITED: Step[] = [...OPENED, ['2026-06-02', 'approver', 'record-forfeiture']]

describe('行政许可法第七十条: the six grounds of 注销', () => {
  const states: Readonly<Record<string, Step[]>> = {
    valid: OPENED,
    expired: EXPIRED,
    revoked: REVOKED,
    forfeited: FORFEITED,
    person: PERSONAL,
    'heard on force majeure': CANCELLING('cancel-force-majeure'),
    'heard on another law': CANCELLING('cancel-other-law'),
    'to be revoked': HEARD,
  }
  test.each<[ground: string, of: keyof typeof states, document: string | undefined, gives: string]>([
    ['not-renewed', 'expired', undefined, 'ending'],
    ['not-renewed', 'valid', undefined, 'cancel-ground-other'],
    ['person-gone', 'person', '死亡医学证明', 'ending'],
    ['person-gone', 'person', undefined, 'cancel-document-missing'],
    ['person-gone', 'valid', '死亡医学证明', 'cancel-ground-other'],
    ['organisation-ended', 'valid', '注销登记通知书', 'ending'],
    ['organisation-ended', 'valid', undefined, 'cancel-document-missing'],
    ['organisation-ended', 'person', '注销登记通知书', 'cancel-ground-other'],
    ['taken-away', 'revoked', undefined, 'ending'],
    ['taken-away', 'forfeited', undefined, 'ending'],
    // What takes it away is an act of its own on the register; a document alone closes nothing.
    ['taken-away', 'valid', '示例罚〔2026〕5号', 'cancel-ground-other'],
    ['taken-away', 'expired', undefined, 'cancel-ground-other'],
    ['force-majeure', 'valid', undefined, 'cancel-not-told'],
    ['force-majeure', 'expired', undefined, 'cancel-not-told'],
    ['force-majeure', 'heard on force majeure', undefined, 'ending'],
    ['force-majeure', 'heard on another law', undefined, 'intent-running'],
    ['force-majeure', 'revoked', undefined, 'cancel-ground-other'],
    ['other-law', 'valid', undefined, 'cancel-document-missing'],
    ['other-law', 'valid', '出版管理条例', 'cancel-document-missing'],
    ['other-law', 'valid', '出版管理条例第三十七条', 'cancel-not-told'],
    ['other-law', 'heard on another law', '出版管理条例第三十七条', 'ending'],
    // One thing at a time: nothing else is ended past an open 拟撤销.
    ['organisation-ended', 'to be revoked', '注销登记通知书', 'intent-running'],
  ])('%s of one that is %s with %s: %s', (ground, of, document, gives) => {
    const input = { ground, document }
    expect(outcome(states[of]!, ['2027-01-05', 'approver', 'cancel', input])).toBe(gives)
  })
  test('every ground has its line', () => expect(CANCEL_GROUNDS).toHaveLength(6))
  test('what a renewal is still asked for is not cancelled as not renewed', () => {
    const late: Step = ['2026-12-20', 'system', 'note-application', { inTime: false }]
    const before: Step[] = [...OPENED, late, ['2027-01-01', 'system', 'expire']]
    const step: Step = ['2027-01-05', 'approver', 'cancel', { ground: 'not-renewed' }]
    expect(outcome(before, step)).toBe('application-running')
  })
  test.each<Line>([
    [
      'not before the days to answer are over',
      CANCELLING('cancel-other-law').slice(0, -1),
      ['2026-06-08', 'approver', 'cancel', { ground: 'other-law', document: '出版管理条例第三十七条' }],
      'statement-days-running',
    ],
    [
      'not by who proposed it',
      CANCELLING('cancel-other-law'),
      ['2026-06-09', 'approver who proposed', 'cancel', { ground: 'other-law' }],
      'role-separation',
    ],
    [
      'given up by its holder while something else is meant: nobody is kept in a right',
      HEARD,
      ['2026-06-03', 'system', 'cancel-applied'],
      'cancelled',
    ],
    ['a penalty is followed', OPENED, ['2026-06-02', 'approver', 'record-forfeiture'], 'forfeited'],
    [
      'not before it is in force',
      OPENED,
      ['2026-05-31', 'approver', 'record-forfeiture'],
      'forfeiture-not-in-force',
    ],
    ['and no window records it', OPENED, ['2026-06-02', 'clerk', 'record-forfeiture'], 'not-your-step'],
    [
      'nor another body',
      OPENED,
      ['2026-06-02', 'approver of another body', 'record-forfeiture'],
      'power-none',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))

  test('what runs out meanwhile is still revoked, and no more withdrawn', () => {
    const runOut = (before: Step[]) => after([...before, ['2027-01-01', 'system', 'expire']])
    expect(runOut(TOLD_ON).intent).toMatchObject({ how: 'revoked' })
    expect(runOut(TOLD_ON).clocks['statement']!.ended).toBeUndefined()
    expect(runOut(WITHDRAWING).intent).toBeUndefined()
    const step: Step = ['2027-01-04', 'approver', 'revoke']
    expect(outcome([...TOLD_ON, ['2027-01-01', 'system', 'expire']], step)).toBe('ending')
  })
})

describe('送达: the day of service, by the way it was served', () => {
  const posted = { mode: 'post', waybill: 'XA00000000037', signer: '测试甲', receivedOn: '2026-06-08' }
  const announced = {
    ...{ mode: 'announcement', announcedAt: '区政府网站', reason: '登记住所查无此人，电话停机' },
    announcedOn: '2026-06-04',
  }
  const left = { mode: 'leave', leftAt: '持证人住所', refusal: '本人拒收', witness: '居委会测试乙' }
  const DUE: Step[] = [...ENDING, PAPER]
  test.each<[why: string, on: string, input: Record<string, unknown>, gives: string]>([
    ['handed over', '2026-06-04', HANDED, '2026-06-04'],
    ['handed over to nobody', '2026-06-04', { ...HANDED, receiver: ' ' }, 'serving-incomplete'],
    ['left', '2026-06-05', left, '2026-06-05'],
    ['left with nobody looking on', '2026-06-05', { ...left, witness: '' }, 'serving-incomplete'],
    ['posted: as the return receipt says', '2026-06-10', posted, '2026-06-08'],
    ['posted: not before it arrived', '2026-06-07', posted, 'serving-day-other'],
    ['posted before it was made', '2026-06-10', { ...posted, receivedOn: '2026-06-02' }, 'serving-day-other'],
    ['announced without saying why', '2026-06-04', { ...announced, reason: '' }, 'serving-incomplete'],
    ['announced for tomorrow', '2026-06-03', announced, 'serving-day-other'],
  ])('%s', (_why, day, input, gives) => {
    const done = take(after(DUE), [day, 'clerk', 'serve', { ...UNSAID, ...input }])
    expect(isRefusal(done) ? done.code : done.dossier.over?.on).toBe(gives)
  })

  test('公告送达 takes effect thirty days after the announcement, and nothing changes before', () => {
    const step: Step = ['2026-06-05', 'clerk', 'serve', { ...UNSAID, ...announced }]
    const waiting = after([...DUE, step])
    expect(waiting).toMatchObject({ state: 'ending', announced: { on: '2026-06-04', until: '2026-07-06' } })
    expect(waiting.clocks['delivery']!.ended).toBeDefined()
    expect(waiting.clocks['announcement']).toMatchObject({ start: { day: '2026-06-04', amount: 30 } })
    // The thirtieth day, the 4th of July, is a Saturday.
    expect(licence.timers(waiting, { calendar })).toEqual([
      { action: 'end-announcement', at: '2026-07-06T16:00:00.000Z' },
    ])
    expect(outcome([...DUE, step], ['2026-06-06', 'clerk', 'serve', { ...UNSAID, ...announced }])).toBe(
      'announcement-running',
    )
    expect(outcome([...DUE, step], ['2026-07-06', 'system', 'end-announcement'])).toBe('announcement-running')
    const over = after([...DUE, step, ['2026-07-07', 'system', 'end-announcement']])
    expect(over).toMatchObject({ state: 'revoked', over: { on: '2026-07-06' } })
    expect(over.announced).toBeUndefined()
    expect(over.clocks['announcement']!.ended).toBeDefined()
    // Whoever comes to fetch it meanwhile has it from that day.
    expect(after([...DUE, step, ['2026-06-20', 'clerk', 'serve']]).over).toMatchObject({ on: '2026-06-20' })
  })

  test('the days to answer run from the return receipt, or from the end of the announcement', () => {
    const meant = [...MADE]
    const byPost = after([...meant, ['2026-06-10', 'clerk', 'serve-intent', { ...UNSAID, ...posted }]])
    expect(byPost.clocks['statement']).toMatchObject({ start: { day: '2026-06-08' } })
    const made = after([...meant, ['2026-06-04', 'reviewer', 'serve-intent', { ...UNSAID, ...announced }]])
    expect(made.clocks['statement']).toBeUndefined()
    const before: Step[] = [...meant, ['2026-06-04', 'reviewer', 'serve-intent', { ...UNSAID, ...announced }]]
    expect(outcome(before, ['2026-07-06', 'approver', 'revoke'])).toBe('intent-not-served')
    const told: Step[] = [...before, ['2026-07-07', 'system', 'end-announcement']]
    expect(after(told).intent).toMatchObject({ servedOn: '2026-07-06' })
    expect(outcome(told, ['2026-07-13', 'approver', 'revoke'])).toBe('statement-days-running')
    expect(outcome(told, ['2026-07-14', 'approver', 'revoke'])).toBe('ending')
  })
})

describe('行政许可法第六十九条: revoking', () => {
  const told = (ground: string): Step[] => [
    ...OPENED,
    ['2026-06-01', 'reviewer', 'intend', { ground }],
    NOTICE(2),
    ['2026-06-01', 'clerk', 'serve-intent'],
    ['2026-06-02', 'reviewer', 'hear'],
  ]
  test.each<[ground: string, compensation: string | undefined, gives: string]>([
    ['abuse-of-office', '赔偿直接损失', 'ending'],
    ['beyond-power', '赔偿直接损失', 'ending'],
    ['against-procedure', '没有造成损失', 'ending'],
    ['not-qualified', '没有造成损失', 'ending'],
    ['other-law', '没有造成损失', 'ending'],
    ['not-qualified', undefined, 'compensation-unsaid'],
    ['fraud', undefined, 'ending'],
    ['fraud', '赔偿直接损失', 'fraud-not-compensated'],
  ])('%s with compensation %s: %s', (ground, compensation, gives) => {
    expect(outcome(told(ground), ['2026-06-03', 'approver', 'revoke', { compensation }])).toBe(gives)
  })

  const grave = { publicInterest: 'grave-harm' }
  test.each<Line>([
    ['not without being told first', OPENED, ['2026-06-03', 'approver', 'revoke'], 'not-for-this-dossier'],
    [
      'nor before the notice is made',
      MEANT,
      ['2026-06-02', 'clerk', 'serve-intent'],
      'licence-paper-not-ready',
    ],
    [
      'nor while the notice lies in the office',
      MADE,
      ['2026-06-30', 'approver', 'revoke'],
      'intent-not-served',
    ],
    ['nor is anybody heard on it', MADE, ['2026-06-02', 'reviewer', 'hear'], 'intent-not-served'],
    ['the notice is served once', TOLD_ON, ['2026-06-02', 'clerk', 'serve-intent'], 'not-for-this-dossier'],
    ['not told twice', TOLD_ON, ['2026-06-02', 'reviewer', 'intend'], 'intent-running'],
    [
      'not while the holder may still answer',
      TOLD_ON,
      ['2026-06-08', 'approver', 'revoke'],
      'statement-days-running',
    ],
    ['once the days have gone by', TOLD_ON, ['2026-06-09', 'approver', 'revoke'], 'ending'],
    [
      'not where it gravely harms the public interest',
      HEARD,
      ['2026-06-03', 'approver', 'revoke', grave],
      'public-interest-bars',
    ],
    ['but dropped then', HEARD, ['2026-06-03', 'approver', 'drop-intent'], 'valid'],
    ['not by who proposed it', HEARD, ['2026-06-03', 'approver who proposed', 'revoke'], 'role-separation'],
    ['not by a window', HEARD, ['2026-06-03', 'approver at a window', 'revoke'], 'window-never-refuses'],
    ['not by another body', HEARD, ['2026-06-03', 'approver of another body', 'revoke'], 'power-none'],
    ['not withdrawn instead', HEARD, ['2026-06-03', 'approver', 'withdraw'], 'not-for-this-dossier'],
    [
      'told to nobody on a licence that is over',
      REVOKED,
      ['2026-06-03', 'reviewer', 'intend'],
      'not-in-this-state',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))

  test('not without a seal, and not on a power that has ended', () => {
    const step: Step = ['2026-06-03', 'approver', 'revoke']
    expect(take(after(HEARD), step, { ...WORLD, seals: [] })).toMatchObject({ code: 'seal-none' })
    expect(take(after(HEARD), step, { ...WORLD, grants: [] })).toMatchObject({ code: 'power-none' })
  })
})

describe('行政许可法第八条: withdrawing', () => {
  test.each<Line>([
    ['with what is made good', WITHDRAWING, ['2026-06-03', 'approver', 'withdraw'], 'ending'],
    [
      'never without',
      WITHDRAWING,
      ['2026-06-03', 'approver', 'withdraw', { compensation: undefined }],
      'compensation-unsaid',
    ],
    ['not revoked instead', WITHDRAWING, ['2026-06-03', 'approver', 'revoke'], 'not-for-this-dossier'],
    [
      'not what has run out: the register is closed over it',
      EXPIRED,
      ['2027-01-05', 'reviewer', 'intend', { ground: 'law-changed' }],
      'intent-ground-other',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))
})

test('the days to answer run from the service of the notice, and an account is served by itself', () => {
  const served = after([...MADE, ['2026-06-15', 'clerk', 'serve-intent']])
  expect(served.clocks['statement']).toMatchObject({ start: { day: '2026-06-15' } })
  expect(after(MADE).clocks['statement']).toBeUndefined()
  const electronic: Step[] = [['2026-01-05', 'system', 'open', { electronic: true }], ...MADE.slice(1)]
  const actions = (steps: Step[]) => licence.timers(after(steps), { calendar }).map(({ action }) => action)
  expect(actions(electronic)).toEqual(['expire', 'serve-intent-electronically'])
  expect(actions([...electronic, ['2026-06-01', 'system', 'serve-intent-electronically']])).toEqual([
    'expire',
  ])
})

test('its timer stands on the morning after the last day, and not while a renewal in time is open', () => {
  const timers = (steps: Step[]) => licence.timers(after(steps), { calendar })
  expect(timers(OPENED)).toEqual([{ action: 'expire', at: '2026-12-31T16:00:00.000Z' }])
  expect(timers(NOTED)).toEqual([])
  expect(timers([...NOTED, ['2026-12-01', 'system', 'application-over']])).toHaveLength(1)
})

test.each<[from: string, until: string, next: string]>([
  ['2021-11-23', '2026-11-22', '2031-11-22'],
  ['2021-11-23', '2026-11-23', '2031-11-23'],
  ['2024-02-29', '2027-02-28', '2030-02-28'],
  ['2023-03-01', '2024-02-29', '2025-02-28'],
  ['2026-01-01', '2026-06-30', '2026-12-27'],
])('C11 a term from %s to %s is renewed to %s', (from, until, next) => {
  expect(renewedUntil(from, until)).toBe(next)
})

// 民法典第二百零一条、第二百零二条: the day of the grant does not count.
test.each<[from: string, amount: number, unit: 'year' | 'month', until: string]>([
  ['2026-11-22', 5, 'year', '2031-11-22'],
  ['2024-02-29', 5, 'year', '2029-02-28'],
  ['2024-02-29', 4, 'year', '2028-02-29'],
  ['2026-08-31', 6, 'month', '2027-02-28'],
  ['2026-12-15', 1, 'month', '2027-01-15'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2026-11-30', 13, 'month', '2027-12-30'],
])('a term from %s for %i %s runs to %s', (from, amount, unit, until) => {
  expect(spanFrom(from, { amount, unit })).toBe(until)
})

test.each<[until: string, amount: number, unit: 'calendar-day' | 'working-day', last: string]>([
  ['2026-12-31', 30, 'calendar-day', '2026-12-01'],
  ['2026-12-31', 15, 'working-day', '2026-12-10'],
  // The last day is a Sunday: one working day, Friday the 27th, lies after Thursday.
  ['2026-11-29', 1, 'working-day', '2026-11-26'],
])('C11 a licence to %s is renewed %i %s before, by %s', (until, amount, unit, last) => {
  expect(lastDayToRenew(until, { amount, unit }, calendar)).toBe(last)
})
