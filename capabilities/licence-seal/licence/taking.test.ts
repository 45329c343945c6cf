import { describe, expect, test } from 'vitest'
import {
  EXPIRED,
  HEARD,
  type Line,
  MADE,
  MEANT,
  NOTICE,
  OPENED,
  REVOKED,
  type Step,
  TOLD_ON,
  WITHDRAWING,
  after,
  outcome,
  take,
  WORLD,
} from './testing/steps.ts'

describe('行政许可法第六十九条第二款: fraud is decided whatever becomes of the licence meanwhile', () => {
  const fraud: Step[] = [
    ...OPENED,
    ['2026-06-01', 'reviewer', 'intend', { ground: 'fraud' }],
    NOTICE(2),
    ['2026-06-01', 'clerk', 'serve-intent'],
  ]
  const ways: Readonly<Record<string, Step>> = {
    'forfeited by another organ': ['2026-06-02', 'approver', 'record-forfeiture'],
    'given up by its holder': ['2026-06-02', 'system', 'cancel-applied'],
    'revoked with a broken promise': ['2026-06-02', 'system', 'follow-revocation'],
    'run out': ['2027-01-01', 'system', 'expire'],
  }
  const STATES: Readonly<Record<string, string>> = {
    ...{ 'forfeited by another organ': 'forfeited', 'given up by its holder': 'given-up' },
    ...{ 'revoked with a broken promise': 'revoked', 'run out': 'expired' },
  }
  test.each(Object.entries(ways))(
    '%s: the intent stays, and is decided, served and remembered',
    (how, way) => {
      const lost = after([...fraud, way])
      expect(lost).toMatchObject({ state: STATES[how], intent: { ground: 'fraud' } })
      expect(lost.clocks['statement']!.ended).toBeUndefined()
      const heard: Step = ['2027-01-04', 'reviewer', 'hear', { signedOn: '2027-01-04' }]
      const revoked: Step = ['2027-01-05', 'approver', 'revoke', { compensation: undefined }]
      const paper: Step = ['2027-01-05', 'system', 'record-paper', { seq: 99 }]
      const steps: Step[] = [...fraud, way, heard, revoked, paper, ['2027-01-05', 'clerk', 'serve']]
      expect(after(steps)).toMatchObject({ state: 'revoked', fraudOn: '2027-01-05' })
    },
  )
  test.each(['forfeited by another organ', 'revoked with a broken promise'])(
    '%s: the register is not closed over it before that',
    (how) => {
      const step: Step = ['2026-06-09', 'approver', 'cancel', { ground: 'taken-away' }]
      expect(outcome([...fraud, ways[how]!], step)).toBe('intent-running')
    },
  )
  test('what was given up is cancelled as asked once nothing is meant any more', () => {
    const before: Step[] = [...fraud, ways['given up by its holder']!]
    expect(outcome(before, ['2026-06-03', 'approver', 'cancel', { ground: 'taken-away' }])).toBe(
      'not-in-this-state',
    )
    const dropped = after([...before, ['2026-06-03', 'approver', 'drop-intent']])
    expect(dropped).toMatchObject({ state: 'cancelled', over: { how: 'cancelled', byCase: 'case-2' } })
    expect(dropped.fraudOn).toBeUndefined()
  })
  test('a notice that was not served yet still is, and so are its days', () => {
    const before: Step[] = [...fraud.slice(0, -1), ways['given up by its holder']!]
    expect(outcome(before, ['2026-06-03', 'approver', 'revoke'])).toBe('intent-not-served')
    const served: Step[] = [...before, ['2026-06-03', 'clerk', 'serve-intent']]
    expect(outcome(served, ['2026-06-10', 'approver', 'revoke'])).toBe('statement-days-running')
    const step: Step = ['2026-06-11', 'approver', 'revoke', { compensation: undefined }]
    expect(outcome(served, step)).toBe('ending')
  })
  test("another ground of revoking is not the office's to hold on to, nor is withdrawing", () => {
    expect(after([...TOLD_ON, ways['given up by its holder']!])).toMatchObject({ state: 'cancelled' })
    expect(after([...WITHDRAWING, ways['forfeited by another organ']!]).intent).toBeUndefined()
  })
})

describe('行政许可法第七条: a waiver counts only with a name under it, after service', () => {
  const unsigned = { record: undefined, signer: undefined, signedOn: undefined, kept: undefined }
  const waived = (input: object): Step => [
    '2026-06-03',
    'reviewer',
    'hear',
    { result: 'waived', text: '表示放弃陈述申辩', signedOn: '2026-06-02', ...input },
  ]
  test.each<[why: string, before: Step[], input: Record<string, unknown>, gives: string]>([
    ['in writing', TOLD_ON, {}, 'valid'],
    ['said, written down, read back and signed', TOLD_ON, { record: 'read-back' }, 'valid'],
    ['said on the phone', TOLD_ON, { form: 'oral', ...unsigned }, 'waiver-unsigned'],
    ['signed by nobody', TOLD_ON, { signer: ' ' }, 'answer-record-incomplete'],
    ['of which nobody knows what was signed', TOLD_ON, { record: undefined }, 'answer-record-incomplete'],
    ['lying nowhere', TOLD_ON, { kept: '' }, 'answer-record-incomplete'],
    ['signed before anybody was told', TOLD_ON, { signedOn: '2026-05-31' }, 'answer-day-other'],
    ['signed tomorrow', TOLD_ON, { signedOn: '2026-06-04' }, 'answer-day-other'],
    ['before the notice is served', MADE, {}, 'intent-not-served'],
  ])('%s', (_why, before, input, gives) => expect(outcome(before, waived(input))).toBe(gives))

  test.each<[why: string, before: Step[], input: Record<string, unknown>, gives: string]>([
    ['states it', TOLD_ON, { result: 'stated' }, 'valid'],
    ['waives it', TOLD_ON, { result: 'waived' }, 'valid'],
    ['was not served yet', MADE, { result: 'stated' }, 'intent-not-served'],
    ['has answered already', HEARD, { result: 'stated' }, 'not-for-this-dossier'],
    ['of a licence nobody means to take', OPENED, { result: 'stated' }, 'not-for-this-dossier'],
  ])('online, under their own account, the holder %s', (_why, before, input, gives) => {
    const said = { form: undefined, text: '说明了情况', ...unsigned, ...input }
    expect(outcome(before, ['2026-06-03', 'holder', 'hear', said])).toBe(gives)
  })

  test('what the holder says online counts as signed and ends the days; nobody else answers for them', () => {
    const said = { form: undefined, result: 'stated', text: '说明了情况', ...unsigned }
    const before: Step[] = [...TOLD_ON, ['2026-06-03', 'holder', 'hear', said]]
    expect(after(before).intent!.statement).toMatchObject({ result: 'stated', form: 'signed' })
    expect(after(before).clocks['statement']!.ended).toBeDefined()
    expect(outcome(before, ['2026-06-03', 'approver', 'revoke'])).toBe('ending')
    expect(outcome(TOLD_ON, ['2026-06-03', 'another citizen', 'hear', said])).toBe('not-your-step')
    expect(outcome(TOLD_ON, ['2026-06-03', 'holder', 'drop-intent'])).toBe('not-your-step')
  })

  test('what was only said is on record, and the days run on', () => {
    const oral = { result: 'stated', form: 'oral', ...unsigned }
    const before: Step[] = [...TOLD_ON, ['2026-06-02', 'reviewer', 'hear', oral]]
    expect(after(before).intent!.statement).toMatchObject({ result: 'stated', form: 'oral' })
    expect(after(before).clocks['statement']!.ended).toBeUndefined()
    expect(outcome(before, ['2026-06-08', 'approver', 'revoke'])).toBe('statement-days-running')
    expect(outcome(before, ['2026-06-09', 'approver', 'revoke'])).toBe('ending')
    // Whoever said it may still put it in writing.
    expect(
      outcome([...before, waived({ signedOn: '2026-06-03' })], ['2026-06-04', 'approver', 'revoke']),
    ).toBe('ending')
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
