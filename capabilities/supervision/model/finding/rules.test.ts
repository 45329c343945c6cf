import { compileCalendar } from '#engine/calendar/calendar.ts'
import type { Grant } from '#engine/power/grant.ts'
import { describe, expect, test } from 'vitest'
import { judge, type JudgedBy } from '../findings.ts'
import { handledCase, type Dataset, type KeptRow } from '../imported.ts'

// A calendar without holidays: Monday to Friday are worked.
const calendar = compileCalendar({ version: 'plain', years: { '2026': { off: [], work: [] } } })

const steps = [
  ['accept', '受理', 1],
  ['review', '审查', 4],
  ['decide', '决定', 3],
  ['issue', '送达', 2],
] as const

const VERSION = {
  itemType: '01',
  statutoryLimit: { amount: 20, unit: 'working-day', basis: '行政许可法第四十二条' },
  promisedLimit: { amount: 10, unit: 'working-day' },
  process: {
    procedure: 'approval',
    preReview: false,
    steps: steps.map(([step, name, limitWorkingDays]) => {
      return { step, name, limitWorkingDays, role: 'reviewer', standard: '按规定办理' }
    }),
  },
} as const

const grant = (body: string, more: Partial<Grant> = {}): Grant => ({
  ...{ id: `item.${body}`, stream: 'grant', version: 1, item: 'item', body, place: '*', kind: 'own' },
  ...{ powers: ['accept', 'decide'], from: '2026-01-01', basis: '示例法第一条' },
  ...more,
})

const BY: JudgedBy = {
  item: { id: 'item' },
  version: VERSION as unknown as NonNullable<JudgedBy['version']>,
  grants: [grant('bureau')],
  towns: new Set(['town']),
  nameOf: (body) => body,
  calendar,
  asOf: '2026-12-31',
  reviewAndDecideDiffer: true,
  acceptAndDecideDiffer: false,
}

type Line = readonly [Dataset, Record<string, string>]
const row = (dataset: Dataset, fields: Record<string, string>): Line => [dataset, fields]
const accept = (more: Record<string, string> = {}) =>
  row('accept', { acceptDate: '2026-03-02', orgName: 'bureau', handleUserName: '甲', ...more })
const step = (processName: string, from: string, to: string, handleUserName: string) =>
  row('process', {
    processName,
    eventName: processName,
    eventStartTime: from,
    eventEndTime: to,
    handleUserName,
  })
const special = (specialType: string, specialName: string, specialTime: string, endTime: string) =>
  row('special', { specialType, specialName, specialTime, endTime })
const result = (resultDate: string, more: Record<string, string> = {}) =>
  row('result', { resultType: '0', resultDate, handleUserName: '丙', ...more })

const REVIEW = step('审查', '2026-03-03', '2026-03-05', '乙')
const DECIDE = step('决定', '2026-03-06', '2026-03-09', '丙')

function judged(lines: readonly Line[], by: Partial<JudgedBy> = {}) {
  const rows = lines.map(([dataset, fields], at): KeptRow => {
    return { dataset, fields, projectNo: 'no-1', file: 'file', line: at + 2 }
  })
  const known = new Set(['bureau', 'town'])
  return judge(
    handledCase(rows, ({ name }) => (name !== undefined && known.has(name) ? name : undefined)),
    { ...BY, ...by },
  )
}

const codes = (lines: readonly Line[], by: Partial<JudgedBy> = {}) =>
  judged(lines, by).findings.map(({ code }) => code)

const GOOD = [accept(), REVIEW, DECIDE, result('2026-03-09')]

test('SUP-06 a case handled as the law and the guide have it has no finding and was judged by every rule', () => {
  expect(judged(GOOD)).toEqual({ findings: [], unjudged: [] })
})

describe('SUP-06/a beyond power', () => {
  test.each<[string, readonly Line[], Partial<JudgedBy>, string[], Record<string, unknown>]>([
    [
      'a body that holds nothing',
      [accept({ orgName: 'town' }), REVIEW, DECIDE, result('2026-03-09')],
      {},
      ['accept-without-power', 'decide-without-power'],
      { body: 'town', why: 'power-none' },
    ],
    [
      'a body whose item it is, accepted by another that may only accept',
      [accept({ orgName: 'town' }), REVIEW, DECIDE, result('2026-03-09')],
      { grants: [grant('bureau'), grant('town', { powers: ['accept'] })], implementing: 'bureau' },
      [],
      {},
    ],
    [
      'a power that had ended the day before the decision',
      GOOD,
      { grants: [grant('bureau', { to: '2026-03-08' })] },
      ['decide-without-power'],
      { why: 'power-expired', lastDay: '2026-03-08' },
    ],
    ['a power on its last day', GOOD, { grants: [grant('bureau', { to: '2026-03-09' })] }, [], {}],
    [
      'a power taken back meanwhile',
      GOOD,
      { grants: [grant('bureau', { to: '2026-03-05', takenBack: '2026-03-06' })] },
      ['decide-without-power'],
      { why: 'power-taken-back', on: '2026-03-06' },
    ],
    [
      'a power that had not begun',
      GOOD,
      { grants: [grant('bureau', { from: '2026-03-03' })] },
      ['accept-without-power'],
      { why: 'power-not-yet', from: '2026-03-03' },
    ],
    [
      'a power bound to a place within the area',
      GOOD,
      { grants: [grant('bureau', { place: 'hall' })] },
      [],
      {},
    ],
    [
      'a result that names the body that decided',
      [accept(), REVIEW, result('2026-03-09', { orgName: 'town' })],
      {},
      ['decide-without-power'],
      { body: 'town' },
    ],
  ])('%s', (_title, lines, by, expected, facts) => {
    const { findings } = judged(lines, by)
    const own = findings.filter(({ rule }) => rule === 'beyond-power')
    expect(own.map(({ code }) => code)).toEqual(expected)
    if (expected.length > 0) expect(own.at(-1)!.facts).toMatchObject(facts)
  })

  test('the evidence is the line of the file and what the register says of the power', () => {
    const { findings } = judged(GOOD, { grants: [grant('bureau', { to: '2026-03-08' })] })
    expect(findings[0]!.evidence).toMatchObject([
      { from: 'row', dataset: 'process', line: 4, fields: { eventEndTime: '2026-03-09' } },
      { from: 'grant', body: 'bureau', valid: '2026-01-01～2026-03-08', basis: '示例法第一条' },
    ])
  })

  test.each<[string, readonly Line[], Partial<JudgedBy>, string]>([
    ['an item we do not know', GOOD, { item: { unknown: 'item-unknown' } }, 'item-unknown'],
    ['an item not in force then', GOOD, { item: { unknown: 'item-not-in-force' } }, 'item-not-in-force'],
    ['a body we do not know', [accept({ orgName: '某局' }), result('2026-03-09')], {}, 'body-unknown'],
    ['no acceptance', [DECIDE], {}, 'not-accepted'],
  ])('is not asked of %s, and says so', (_title, lines, by, code) => {
    expect(judged(lines, by).unjudged).toContainEqual({ rule: 'beyond-power', code })
  })
})

describe('SUP-06/b over limit', () => {
  // Accepted on Monday 2 March: ten working days end on Monday 16 March, twenty on Monday 30 March.
  test.each<[string, readonly Line[], string[]]>([
    ['decided on the last day of the promise', [accept(), result('2026-03-16')], []],
    ['decided a day after the promise', [accept(), result('2026-03-17')], ['promised-limit']],
    ['decided on the last day the law leaves', [accept(), result('2026-03-30')], ['promised-limit']],
    ['decided after it', [accept(), result('2026-03-31')], ['statutory-limit', 'promised-limit']],
    [
      'a day that was told counts before the guide',
      [accept({ promiseDate: '2026-03-12' }), result('2026-03-13')],
      ['promised-limit'],
    ],
    ['a longer day that was told', [accept({ promiseDate: '2026-03-20' }), result('2026-03-20')], []],
    [
      'a hearing of five working days stops both',
      [accept(), special('2', '听证', '2026-03-04', '2026-03-11'), result('2026-03-23')],
      [],
    ],
    [
      'a day longer than the hearing allows',
      [accept(), special('2', '听证', '2026-03-04', '2026-03-11'), result('2026-03-24')],
      ['promised-limit'],
    ],
    [
      'two procedures at the same time stop it once',
      [
        accept(),
        special('2', '听证', '2026-03-04', '2026-03-11'),
        special('2', '检验', '2026-03-05', '2026-03-10'),
        result('2026-03-24'),
      ],
      ['promised-limit'],
    ],
    [
      'an extension adds its days',
      [accept(), special('1', '延长审批', '2026-03-27', '2026-04-10'), result('2026-04-13')],
      ['promised-limit'],
    ],
    [
      'an extension adds ten working days at most',
      [accept(), special('1', '延长审批', '2026-03-27', '2026-05-29'), result('2026-04-14')],
      ['statutory-limit', 'promised-limit'],
    ],
    ['no result and past the limit', [accept()], ['statutory-limit', 'promised-limit']],
    [
      'a step that took longer than its days',
      [accept(), step('审查', '2026-03-03', '2026-03-10', '乙'), result('2026-03-16')],
      ['step-limit'],
    ],
  ])('%s', (_title, lines, expected) => {
    const { findings } = judged(lines)
    expect(findings.filter(({ rule }) => rule === 'over-limit').map(({ code }) => code)).toEqual(expected)
  })

  test('the evidence is acceptance, stops and result, and the sentence why the day falls where it does', () => {
    const lines = [accept(), special('2', '听证', '2026-03-04', '2026-03-11'), DECIDE, result('2026-03-24')]
    const [finding] = judged(lines).findings.filter(({ code }) => code === 'promised-limit')
    expect(finding!.facts).toMatchObject({
      dueDay: '2026-03-23',
      endedDay: '2026-03-24',
      late: 1,
      deeds: [{ step: 'decide', day: '2026-03-09', person: '丙' }],
    })
    expect(finding!.evidence.map((piece) => (piece.from === 'row' ? piece.dataset : piece.from))).toEqual([
      ...['accept', 'special', 'result', 'clock'],
    ])
    expect(finding!.evidence.at(-1)).toMatchObject({
      text: expect.stringMatching(/听证.*到期日：2026年3月23日/),
    })
  })

  test('is not asked of what was never accepted', () => {
    expect(judged([DECIDE]).unjudged).toContainEqual({ rule: 'over-limit', code: 'not-accepted' })
  })
})

describe('SUP-06/c out of order', () => {
  test.each<[string, readonly Line[], string[]]>([
    [
      'decided before it was accepted',
      [accept({ acceptDate: '2026-03-10' }), REVIEW, DECIDE, result('2026-03-09')],
      ['decided-before-accepted'],
    ],
    [
      'decided in the morning, accepted in the afternoon',
      [
        accept({ acceptDate: '2026-03-09T07:00:00.000Z' }),
        REVIEW,
        result('2026-03-09T02:00:00.000Z'),
        step('决定', '2026-03-09T01:00:00.000Z', '2026-03-09T01:30:00.000Z', '丙'),
      ],
      ['decided-before-accepted'],
    ],
    // A day says nothing of the order within it.
    ['on one day', [accept({ acceptDate: '2026-03-09' }), REVIEW, DECIDE, result('2026-03-09')], []],
    [
      'accepted before it was applied for',
      [accept({ applyDate: '2026-03-03' }), REVIEW, DECIDE, result('2026-03-09')],
      ['accepted-before-applied'],
    ],
    [
      'reviewed after the decision',
      [accept(), step('审查', '2026-03-10', '2026-03-11', '乙'), DECIDE, result('2026-03-12')],
      ['reviewed-after-decided'],
    ],
    [
      'closed before the decision',
      [accept(), REVIEW, step('决定', '2026-03-10', '2026-03-11', '丙'), result('2026-03-10')],
      ['closed-before-decided'],
    ],
    ['no review at all', [accept(), DECIDE, result('2026-03-09')], ['step-missing']],
    ['no review yet', [accept(), DECIDE], []],
    [
      'not granted and not denied: sent back',
      [accept(), DECIDE, result('2026-03-09', { resultType: '5' })],
      [],
    ],
    ['no steps were reported', [accept(), result('2026-03-09')], []],
    [
      'one person reviewed and decided',
      [accept(), step('审核', '2026-03-03', '2026-03-05', '丙'), DECIDE, result('2026-03-09')],
      ['same-person'],
    ],
    [
      'one person accepted and decided, which this plan allows',
      [accept({ handleUserName: '丙' }), REVIEW, DECIDE, result('2026-03-09')],
      [],
    ],
  ])('%s', (_title, lines, expected) => {
    const { findings } = judged(lines)
    expect(findings.filter(({ rule }) => rule === 'out-of-order').map(({ code }) => code)).toEqual(expected)
  })

  test('a plan that separates acceptance and decision finds one person in both', () => {
    const lines = [accept({ handleUserName: '丙' }), REVIEW, DECIDE, result('2026-03-09')]
    expect(codes(lines, { acceptAndDecideDiffer: true })).toEqual(['same-person'])
  })

  test('the evidence is the two lines that stand in the wrong order', () => {
    const lines = [accept({ acceptDate: '2026-03-10' }), REVIEW, DECIDE, result('2026-03-09')]
    expect(judged(lines).findings[0]!.evidence).toMatchObject([
      { from: 'row', dataset: 'process', line: 4 },
      { from: 'row', dataset: 'accept', line: 2 },
      { from: 'row', dataset: 'result', line: 5 },
    ])
  })
})

describe('上推: what a town may decide itself was decided above it', () => {
  const HELD = [grant('bureau'), grant('town', { kind: 'delegated', by: 'bureau' })]
  const byBureau = row('process', {
    ...{ processName: '决定', eventName: '决定', eventStartTime: '2026-03-06', eventEndTime: '2026-03-09' },
    ...{ handleUserName: '丙', orgName: 'bureau' },
  })
  const sentUp = [accept({ orgName: 'town' }), REVIEW, byBureau, result('2026-03-09')]
  test.each<[string, readonly Line[], Partial<JudgedBy>, string[]]>([
    ['a power given to the town', sentUp, { grants: HELD }, ['decided-above']],
    ['a power the town has by law', sentUp, { grants: [grant('bureau'), grant('town')] }, ['decided-above']],
    [
      'a power that was taken back before',
      sentUp,
      { grants: [grant('bureau'), grant('town', { kind: 'delegated', to: '2026-03-08' })] },
      [],
    ],
    [
      'a town that may only accept',
      sentUp,
      { grants: [grant('bureau'), grant('town', { powers: ['accept'] })] },
      [],
    ],
    [
      'a town that decided what it accepted',
      [accept({ orgName: 'town' }), REVIEW, DECIDE, result('2026-03-09', { orgName: 'town' })],
      { grants: HELD },
      [],
    ],
    ['a bureau that decided what it accepted', GOOD, { grants: HELD }, []],
    ['two bodies of one tier', sentUp, { grants: HELD, towns: new Set(['town', 'bureau']) }, []],
    ['an item nobody knows', sentUp, { grants: HELD, item: { unknown: 'item-unknown' } }, []],
  ])('%s', (_what, lines, by, expected) => {
    const upward = judged(lines, by).findings.filter(({ rule }) => rule === 'upward')
    expect(upward.map(({ code }) => code)).toEqual(expected)
    for (const { facts, evidence, day } of upward) {
      expect([day, facts['bodyName'], facts['aboveName']]).toEqual(['2026-03-09', 'town', 'bureau'])
      expect(facts['deeds']).toEqual([
        { step: 'accept', day: '2026-03-02', person: '甲' },
        { step: 'decide', day: '2026-03-09', person: '丙' },
      ])
      expect(evidence.map(({ from }) => from)).toEqual(['row', 'row', 'grant'])
    }
  })
})
