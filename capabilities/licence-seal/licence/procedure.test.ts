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
import { licence } from './procedure.ts'
import { lastDayToRenew, renewedUntil } from './term.ts'
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
  ...{ calendar, reliesOn: [], deliveryWorkingDays: 10, reviewAndDecideDiffer: true },
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
  'serve-intent': { mode: 'window', text: '本人签收' },
  'serve-intent-electronically': {},
  'drop-intent': { reason: '陈述申辩成立' },
  revoke: { publicInterest: 'no-grave-harm', ...SAID, compensation: '没有造成损失' },
  withdraw: { ...SAID, compensation: '依法补偿装修损失' },
  cancel: { ground: 'force-majeure', ...SAID },
  serve: { mode: 'window', text: '本人签收' },
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

const MAJEURE = 'force-majeure'

describe('行政许可法第七十条: the six grounds of 注销', () => {
  const states: Readonly<Record<string, Step[]>> = {
    valid: OPENED,
    expired: EXPIRED,
    revoked: REVOKED,
    person: PERSONAL,
  }
  test.each<[ground: string, of: keyof typeof states, document: string | undefined, gives: string]>([
    ['not-renewed', 'expired', undefined, 'ending'],
    ['not-renewed', 'valid', undefined, 'cancel-ground-other'],
    ['person-gone', 'person', undefined, 'ending'],
    ['person-gone', 'valid', undefined, 'cancel-ground-other'],
    ['organisation-ended', 'valid', undefined, 'ending'],
    ['organisation-ended', 'person', undefined, 'cancel-ground-other'],
    ['taken-away', 'revoked', undefined, 'ending'],
    ['taken-away', 'valid', undefined, 'forfeiture-document-missing'],
    ['taken-away', 'valid', '区市场监管局〔2026〕5号吊销决定', 'ending'],
    ['taken-away', 'expired', undefined, 'cancel-ground-other'],
    [MAJEURE, 'valid', undefined, 'ending'],
    [MAJEURE, 'revoked', undefined, 'cancel-ground-other'],
    ['other-law', 'valid', undefined, 'forfeiture-document-missing'],
    ['other-law', 'valid', '出版管理条例第三十七条', 'ending'],
  ])('%s of one that is %s with %s: %s', (ground, of, document, gives) => {
    const input = { ground, ...(document === undefined ? {} : { document }) }
    expect(outcome(states[of]!, ['2027-01-05', 'approver', 'cancel', input])).toBe(gives)
  })
  test('every ground has its line', () => expect(CANCEL_GROUNDS).toHaveLength(6))
  test('what a renewal is still asked for is not cancelled as not renewed', () => {
    const late: Step = ['2026-12-20', 'system', 'note-application', { inTime: false }]
    const before: Step[] = [...OPENED, late, ['2027-01-01', 'system', 'expire']]
    const step: Step = ['2027-01-05', 'approver', 'cancel', { ground: 'not-renewed' }]
    expect(outcome(before, step)).toBe('application-running')
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

test.each<[until: string, amount: number, unit: 'calendar-day' | 'working-day', last: string]>([
  ['2026-12-31', 30, 'calendar-day', '2026-12-01'],
  ['2026-12-31', 15, 'working-day', '2026-12-10'],
  // The last day is a Sunday: one working day, Friday the 27th, lies after Thursday.
  ['2026-11-29', 1, 'working-day', '2026-11-26'],
])('C11 a licence to %s is renewed %i %s before, by %s', (until, amount, unit, last) => {
  expect(lastDayToRenew(until, { amount, unit }, calendar)).toBe(last)
})
