import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { act, journey, outcome, type Step } from '../testing/journey.ts'
import { CAFE, STALL } from '../testing/item.ts'
import { filedAs, ON_A_PROMISE, ON_THE_SPOT, standing, SURVEYED, type Way } from '../testing/ways.ts'
import { at, calendar, caseWorld } from '../testing/world.ts'
import type { CaseDossier } from './dossier.ts'
import { procedureOf } from './procedures.ts'

const clocksOf = (dossier: CaseDossier) =>
  Object.fromEntries(
    Object.values(dossier.clocks).map((clock) => [
      clock.name,
      clock.ended ? 'ended' : due(clock, calendar).day,
    ]),
  )
const timersOf = (dossier: CaseDossier) => procedureOf(dossier).timers(dossier, { calendar })

describe('which clocks run; received on Monday 2026-09-21, Mid-Autumn and National Day follow', () => {
  test.each<[Way, string, Record<string, string | undefined>]>([
    [ON_THE_SPOT, 'received', { notice: '2026-09-29' }],
    [ON_THE_SPOT, 'accepted', { notice: 'ended', statutory: '2026-10-26', promised: '2026-09-21' }],
    [ON_THE_SPOT, 'decided', { promised: 'ended', statutory: 'ended', delivery: '2026-10-12' }],
    [ON_A_PROMISE, 'accepted', { notice: 'ended', statutory: '2026-10-26', promised: '2026-09-21' }],
    // Thirty working days from the decision, whenever the result reaches the applicant.
    [ON_A_PROMISE, 'decided', { promised: 'ended', delivery: '2026-10-12', check: '2026-11-09' }],
    [ON_A_PROMISE, 'issued', { delivery: '2026-10-12', check: '2026-11-09' }],
    [ON_A_PROMISE, 'under-check', { delivery: 'ended', check: '2026-11-09' }],
    // What has to be put right runs from the service of its notice; until then the office has its days to serve it.
    [ON_A_PROMISE, 'rectifying', { check: 'ended', delivery: '2026-10-23' }],
    [ON_A_PROMISE, 'rectifying, served', { delivery: 'ended', rectify: '2026-10-26' }],
    [ON_A_PROMISE, 'rectifying, announced', { delivery: 'ended', announcement: '2026-11-11' }],
    [ON_A_PROMISE, 'check-failed', { check: 'ended', revocation: '2026-11-06' }],
    [ON_A_PROMISE, 'check-failed, announced', { revocation: 'ended', announcement: '2026-11-11' }],
    // The days of the party are not the office’s: its own begin anew after them.
    [ON_A_PROMISE, 'check-failed, served', { revocation: 'ended', statement: '2026-10-19' }],
    [ON_A_PROMISE, 'check-failed, silent', { statement: 'ended', revocation: '2026-11-16' }],
    [ON_A_PROMISE, 'check-failed, heard', { statement: 'ended', revocation: '2026-11-09' }],
    [ON_A_PROMISE, 'revoking', { revocation: 'ended', delivery: '2026-10-27' }],
    [ON_A_PROMISE, 'revoked', { delivery: 'ended' }],
    [ON_A_PROMISE, 'closed', { check: 'ended', delivery: 'ended' }],
    [ON_A_PROMISE, 'denied, closed', { delivery: 'ended' }],
    [SURVEYED, 'accepted', { notice: 'ended', promised: '2026-10-10', 'step-survey': '2026-09-28' }],
    [SURVEYED, 'accepted, surveyed', { 'step-survey': 'ended', 'step-review': '2026-09-28' }],
    [SURVEYED, 'reviewed', { 'step-review': 'ended', 'step-decide': '2026-09-29' }],
    [SURVEYED, 'sent back', { 'step-decide': 'ended', 'step-review': '2026-10-08' }],
  ])('$name, %s', (way, stage, clocks) => {
    expect(clocksOf(standing(way, stage))).toMatchObject(clocks)
  })

  test('a denial on a promise leaves nothing to check, and a second look starts no second clock', () => {
    expect(standing(ON_A_PROMISE, 'denied, closed').clocks).not.toHaveProperty('check')
    const again: Step[] = [...SURVEYED.stages['accepted, found wanting']!, [3, 'reviewer', 'record-survey']]
    expect(journey(again, SURVEYED.world()).dossier.clocks['step-review']!.start.day).toBe('2026-09-23')
  })

  test('a promise withdrawn after acceptance: five days again from that day, the old limits end', () => {
    const steps: Step[] = [...ON_A_PROMISE.stages['accepted']!, [1, 'applicant', 'withdraw-commitment']]
    const { dossier } = journey(steps, ON_A_PROMISE.world())
    expect(clocksOf(dossier)).toEqual({ notice: '2026-09-30', statutory: 'ended', promised: 'ended' })
    expect(explain(dossier.clocks['notice']!, calendar)).toContain('2026年9月22日（星期二）撤回承诺')
    const accepted = journey([...steps, [2, 'clerk', 'accept']], ON_A_PROMISE.world()).dossier
    // The general way's own eight days, with its survey.
    expect(clocksOf(accepted)).toMatchObject({ promised: '2026-10-12', 'step-survey': '2026-09-29' })
  })

  test('a limit that its law counts from receipt starts anew as well', () => {
    const item = { ...CAFE, promisedLimit: { ...CAFE.promisedLimit, from: 'receipt' as const } }
    const steps: Step[] = [...ON_A_PROMISE.stages['received']!, [1, 'applicant', 'withdraw-commitment']]
    const { dossier } = journey(steps, caseWorld({ item }))
    expect(clocksOf(dossier)).toEqual({ notice: '2026-09-30', promised: '2026-10-10' })
  })

  test('while a notice is open the withdrawal starts nothing; the answer does', () => {
    const steps: Step[] = [...ON_A_PROMISE.stages['supplementing']!, [1, 'applicant', 'withdraw-commitment']]
    const { dossier } = journey(steps, ON_A_PROMISE.world())
    expect(clocksOf(dossier)).toEqual({ notice: 'ended', supplement: '2026-10-19' })
    expect(dossier.receivedOn).toBe('2026-09-21')
  })
})

describe('the sentence of an on-the-spot promise', () => {
  test.each<[string, CaseDossier, string]>([
    [
      'decided the same day',
      standing(ON_THE_SPOT, 'accepted'),
      '2026年9月21日（星期一）受理，服务指南承诺办结时限：当日办结。到期日：2026年9月21日（星期一）。',
    ],
    [
      'deemed to be accepted: the day of receipt is long over',
      journey([...ON_THE_SPOT.stages['received']!, [6, 'system', 'deem-accept']], ON_THE_SPOT.world())
        .dossier,
      '2026年9月21日（星期一）视为受理，服务指南承诺办结时限：当日办结。到期日：2026年9月21日（星期一）。',
    ],
    [
      'on a duty Saturday (周六值班) the day is that Saturday',
      journey(
        [
          [at('2026-09-19'), 'clerk', 'file-at-window', filedAs(STALL, 'on-the-spot')],
          [at('2026-09-19'), 'clerk', 'accept'],
        ],
        ON_THE_SPOT.world(),
      ).dossier,
      '2026年9月19日（星期六）受理，服务指南承诺办结时限：当日办结。到期日：2026年9月19日（星期六）。',
    ],
    [
      'after a promise',
      standing(ON_A_PROMISE, 'accepted'),
      '服务指南承诺办结时限：当日办结。到期日：2026年9月21日（星期一）。',
    ],
  ])('%s', (_title, dossier, sentence) => {
    expect(explain(dossier.clocks['promised']!, calendar)).toContain(sentence)
  })

  test.each<[string, string, string]>([
    ['under-check', 'check', '作出准予决定（当日不计，次日起算），国办发〔2020〕42号：30个工作日'],
    [
      'rectifying, served',
      'rectify',
      '送达责令限期整改通知书（当日不计，次日起算），限期整改通知：10个工作日',
    ],
    [
      'check-failed, served',
      'statement',
      '送达拟处理告知书（当日不计，次日起算），行政许可法第七条：5个工作日',
    ],
    [
      'check-failed',
      'revocation',
      '核查不符合承诺（当日不计，次日起算），期限参照行政许可法第四十二条：20个工作日',
    ],
    [
      'revoking',
      'delivery',
      '作出撤销决定（当日不计，次日起算），行政许可法第六十九条，期限参照第四十四条：10个工作日',
    ],
  ])('%s: %s', (stage, clock, sentence) => {
    expect(explain(standing(ON_A_PROMISE, stage).clocks[clock]!, calendar)).toContain(sentence)
  })
})

describe('due jobs', () => {
  const notice = { action: 'deem-accept', at: '2026-09-29T16:00:00.000Z' }
  const visit = { action: 'end-visit', at: '2026-09-21T16:00:00.000Z' }
  test.each<[Way, string, object[]]>([
    [ON_THE_SPOT, 'received', [notice, visit]],
    [ON_THE_SPOT, 'received online', [notice]],
    [ON_THE_SPOT, 'accepted', [visit]],
    [ON_THE_SPOT, 'accepted, left open', [visit]],
    [ON_THE_SPOT, 'accepted, visit over', []],
    [ON_THE_SPOT, 'decided', []],
    [ON_THE_SPOT, 'closed', []],
    [
      ON_THE_SPOT,
      'supplied at the window',
      [
        { action: 'deem-accept', at: '2026-10-08T16:00:00.000Z' },
        { action: 'end-visit', at: '2026-09-23T16:00:00.000Z' },
      ],
    ],
    [ON_A_PROMISE, 'accepted', [visit]],
    [ON_A_PROMISE, 'under-check', []],
    [ON_A_PROMISE, 'rectifying', []],
    [ON_A_PROMISE, 'rectifying, served', [{ action: 'rectification-over', at: '2026-10-26T16:00:00.000Z' }]],
    [ON_A_PROMISE, 'check-failed, told', []],
    [
      ON_A_PROMISE,
      'check-failed, notice made online',
      [{ action: 'serve-notice-electronically', at: at('2026-10-10') }],
    ],
    [ON_A_PROMISE, 'check-failed, served', [{ action: 'lapse-statement', at: '2026-10-19T16:00:00.000Z' }]],
    [ON_A_PROMISE, 'check-failed, heard', []],
    [ON_A_PROMISE, 'revoking', []],
    [ON_A_PROMISE, 'revoking, by e-mail', []],
    [
      ON_A_PROMISE,
      'revoking, by e-mail, paper made',
      [{ action: 'serve-revocation-electronically', at: at('2026-10-13') }],
    ],
    [ON_A_PROMISE, 'revoked', []],
  ])('$name, %s', (way, stage, timers) => {
    expect(timersOf(standing(way, stage))).toEqual(timers)
  })

  test('a case decided in its visit has no visit to end', () => {
    const decided = standing(ON_THE_SPOT, 'decided')
    expect(outcome(act(decided, [1, 'system', 'end-visit'], ON_THE_SPOT.world()))).toBe(
      'refused: not-in-this-state',
    )
  })

  test.each<[string, string, string]>([
    ['the last evening of rectification in Shanghai', '2026-10-26T15:59:59.999Z', 'refused: not-overdue'],
    ['midnight after it', '2026-10-26T16:00:00.000Z', 'check-failed'],
  ])('%s', (_title, now, gives) => {
    const dossier = standing(ON_A_PROMISE, 'rectifying, served')
    expect(outcome(act(dossier, [now, 'system', 'rectification-over'], ON_A_PROMISE.world()))).toBe(gives)
  })
})
