import { describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { licence } from './procedure.ts'
import {
  HANDED,
  MADE,
  PAPER,
  type Step,
  after,
  calendar,
  outcome,
  take,
  ENDING,
  UNSAID,
} from './testing/steps.ts'

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
