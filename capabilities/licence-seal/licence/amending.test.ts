import { describe, expect, test } from 'vitest'
import { licence } from './procedure.ts'
import {
  EXPIRED,
  type Line,
  NOTICE,
  OPENED,
  type Step,
  TOLD_ON,
  after,
  calendar,
  outcome,
  UNSAID,
} from './testing/steps.ts'

describe('行政许可法第八条第二款: 依职权变更', () => {
  const told: Step[] = [
    ...OPENED,
    ['2026-06-01', 'reviewer', 'intend', { ground: 'change-law-changed', change: '营业面积改为90平方米' }],
    NOTICE(2),
    ['2026-06-01', 'clerk', 'serve-intent'],
  ]
  const heard: Step[] = [...told, ['2026-06-02', 'reviewer', 'hear']]
  const decided: Step[] = [...heard, ['2026-06-03', 'approver', 'alter', { validUntil: '2026-09-30' }]]
  const paper: Step = ['2026-06-03', 'system', 'record-paper', { kind: 'amendment', seq: 6 }]
  const served: Step = ['2026-06-05', 'clerk', 'serve-amendment']
  const change = (input: object): Step => [
    '2026-06-01',
    'reviewer',
    'intend',
    input as Record<string, unknown>,
  ]
  test.each<Line>([
    ['told without saying what', OPENED, change({ ground: 'change-law-changed' }), 'change-unsaid'],
    ['a revocation with a change', OPENED, change({ change: '改为90平方米' }), 'change-unsaid'],
    ['told on no law', OPENED, change({ basis: '内部规定' }), 'basis-not-law'],
    [
      'not what has run out',
      EXPIRED,
      ['2027-01-05', 'reviewer', 'intend', { ground: 'change-law-changed', change: '改为90平方米' }],
      'intent-ground-other',
    ],
    ['not without being told', OPENED, ['2026-06-03', 'approver', 'alter'], 'not-for-this-dossier'],
    [
      'not before the notice is served',
      told.slice(0, -1),
      ['2026-06-03', 'approver', 'alter'],
      'intent-not-served',
    ],
    ['not while the holder may answer', told, ['2026-06-08', 'approver', 'alter'], 'statement-days-running'],
    ['once the days are over', told, ['2026-06-09', 'approver', 'alter'], 'valid'],
    ['once heard', heard, ['2026-06-03', 'approver', 'alter'], 'valid'],
    [
      'never without saying what is made good',
      heard,
      ['2026-06-03', 'approver', 'alter', { compensation: undefined }],
      'compensation-unsaid',
    ],
    [
      'not to a longer term',
      heard,
      ['2026-06-03', 'approver', 'alter', { validUntil: '2027-06-30' }],
      'amended-term-other',
    ],
    [
      'nor to one that is over',
      heard,
      ['2026-06-03', 'approver', 'alter', { validUntil: '2026-06-03' }],
      'amended-term-other',
    ],
    ['not by who proposed it', heard, ['2026-06-03', 'approver who proposed', 'alter'], 'role-separation'],
    ['not by a window', heard, ['2026-06-03', 'approver at a window', 'alter'], 'window-never-refuses'],
    ['not withdrawn instead', heard, ['2026-06-03', 'approver', 'withdraw'], 'not-for-this-dossier'],
    ['not served before it is made', decided, served, 'licence-paper-not-ready'],
    [
      'nothing else is meant before it is served',
      decided,
      ['2026-06-04', 'reviewer', 'intend'],
      'amendment-unserved',
    ],
    [
      'served once',
      [...decided, paper, served],
      ['2026-06-06', 'clerk', 'serve-amendment'],
      'not-for-this-dossier',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))

  test('the licence stands as it was until the decision is served, and then as it says', () => {
    expect(after(decided)).toMatchObject({
      state: 'valid',
      validUntil: '2026-12-31',
      amendment: { how: 'changed' },
    })
    expect(after(decided).clocks['delivery']!.ended).toBeUndefined()
    const then = after([...decided, paper, served])
    expect(then).toMatchObject({ state: 'valid', validUntil: '2026-09-30' })
    expect(then.amendments).toMatchObject([{ how: 'changed', on: '2026-06-05' }])
    expect(then.amendment).toBeUndefined()
    expect(then.clocks['delivery']!.ended).toBeDefined()
    expect(licence.timers(then, { calendar })).toEqual([{ action: 'expire', at: '2026-09-30T16:00:00.000Z' }])
  })
  test('announced, it takes effect thirty days later; into an account, as soon as it is made', () => {
    const announced = {
      ...{ mode: 'announcement', announcedAt: '区政府网站', reason: '登记住所查无此人，电话停机' },
      announcedOn: '2026-06-04',
    }
    const waiting: Step[] = [
      ...decided,
      paper,
      ['2026-06-05', 'clerk', 'serve-amendment', { ...UNSAID, ...announced }],
    ]
    expect(after(waiting)).toMatchObject({ validUntil: '2026-12-31', announced: { what: 'amendment' } })
    expect(after([...waiting, ['2026-07-07', 'system', 'end-announcement']]).amendments).toMatchObject([
      { on: '2026-07-06' },
    ])
    const electronic: Step[] = [
      ['2026-01-05', 'system', 'open', { electronic: true }],
      ...decided.slice(1),
      paper,
    ]
    const actions = licence.timers(after(electronic), { calendar }).map(({ action }) => action)
    expect(actions).toEqual(['expire', 'serve-amendment-electronically'])
    expect(outcome(electronic, ['2026-06-03', 'system', 'serve-amendment-electronically'])).toBe('valid')
  })
  test('a licence that is lost meanwhile has nothing left to change', () => {
    const lost = after([...decided, ['2026-06-04', 'system', 'cancel-applied']])
    expect(lost).toMatchObject({ state: 'cancelled' })
    expect(lost.amendment).toBeUndefined()
    expect(lost.clocks['delivery']!.ended).toBeDefined()
  })
})

describe('更正: a slip of the pen', () => {
  const corrected: Step[] = [...OPENED, ['2026-06-03', 'approver', 'correct']]
  const paper: Step = ['2026-06-03', 'system', 'record-paper', { kind: 'amendment', seq: 2 }]
  test.each<Line>([
    ['is written right under the seal', OPENED, ['2026-06-03', 'approver', 'correct'], 'valid'],
    ['by who decides, not who examines', OPENED, ['2026-06-03', 'reviewer', 'correct'], 'not-your-step'],
    ['nor a window', OPENED, ['2026-06-03', 'approver at a window', 'correct'], 'window-never-refuses'],
    ['nor another body', OPENED, ['2026-06-03', 'approver of another body', 'correct'], 'power-none'],
    [
      'not where nothing is different',
      OPENED,
      ['2026-06-03', 'approver', 'correct', { right: '示列路8号 ' }],
      'correction-same',
    ],
    [
      'not while the last one lies in the office',
      corrected,
      ['2026-06-04', 'approver', 'correct'],
      'amendment-unserved',
    ],
    ['not while something is meant', TOLD_ON, ['2026-06-03', 'approver', 'correct'], 'intent-running'],
    ['not on what is over', EXPIRED, ['2027-01-05', 'approver', 'correct'], 'not-in-this-state'],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))
  test('reaches the holder, and changes neither term nor anything granted', () => {
    const then = after([...corrected, paper, ['2026-06-05', 'clerk', 'serve-amendment']])
    expect(then).toMatchObject({ state: 'valid', validUntil: '2026-12-31' })
    expect(then.amendments).toMatchObject([{ how: 'corrected', on: '2026-06-05' }])
  })
})
