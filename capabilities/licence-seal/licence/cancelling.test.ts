import { describe, expect, test } from 'vitest'
import { CANCEL_GROUNDS } from '../contract.ts'
import type { LicenceWorld } from './world.ts'
import {
  CANCELLING,
  EXPIRED,
  FORFEITED,
  HEARD,
  type Line,
  OPENED,
  PERSONAL,
  REVOKED,
  type Step,
  TOLD_ON,
  WITHDRAWING,
  WORLD,
  after,
  outcome,
} from './testing/steps.ts'

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
    // Whether it dies with its holder is a table of its own, below.
    ['person-gone', 'person', '死亡医学证明', 'cancel-not-personal'],
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
  const card = { endsWith: 'death', basis: '示例优待办法' } as const
  const qualification = { endsWith: 'death-or-incapacity', basis: '示例执业条例' } as const
  const died = { befell: 'death', document: '死亡医学证明' }
  const lost = { befell: 'incapacity', document: '认定无民事行为能力的判决书' }
  test.each<[what: string, personal: LicenceWorld['personal'] | 'none', input: object, gives: string]>([
    ['a permit to fell trees outlives its holder', 'none', died, 'cancel-not-personal'],
    ['and its holder losing capacity', 'none', lost, 'cancel-not-personal'],
    ['a qualification ends with death', qualification, died, 'ending'],
    ['and with the loss of capacity', qualification, lost, 'ending'],
    ['a card of old people ends with death', card, died, 'ending'],
    ['and not with the loss of capacity, when it is needed most', card, lost, 'cancel-not-personal'],
    ['nothing ends unsaid what befell', card, { document: '死亡医学证明' }, 'cancel-document-missing'],
    ['nor unproved', card, { befell: 'death', document: undefined }, 'cancel-document-missing'],
  ])('第七十条第二项: %s', (_what, personal, input, gives) => {
    const world = personal === 'none' ? WORLD : { ...WORLD, ...(personal ? { personal } : {}) }
    const step: Step = ['2026-06-05', 'approver', 'cancel', { ground: 'person-gone', ...input }]
    expect(outcome(PERSONAL, step, world)).toBe(gives)
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
      'given up by its holder while a fault of the office is meant: nobody is kept in a right',
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
