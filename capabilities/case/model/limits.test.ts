import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { due, foldClock } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { ItemVersion, Limit } from '#capabilities/catalogue/contract.ts'
import { FELLING } from '../testing/item.ts'
import { act, filing, INTO, into, journey, outcome, type Stage, type Step } from '../testing/journey.ts'
import { at, calendar, caseWorld, workday } from '../testing/world.ts'
import { nearestDueDay } from '../store/row-values.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { acceptanceClocks } from './limits.ts'

const item = (more: Partial<ItemVersion>) => caseWorld({ item: { ...FELLING, ...more } })
const dueDay = (dossier: CaseDossier, clock: string) => due(dossier.clocks[clock]!, calendar).day
const clocksOf = (dossier: CaseDossier) =>
  Object.fromEntries(
    Object.values(dossier.clocks).map((clock) => [
      clock.name,
      clock.ended ? 'ended' : due(clock, calendar).day,
    ]),
  )

describe('which clocks run in which state, over Mid-Autumn and National Day', () => {
  test.each<[Stage, Record<string, string>]>([
    // Received on Monday 2026-09-21; accepted on 09-23, reviewed on 09-29, decided on 09-30, sealed on 10-08.
    ['received', { notice: '2026-09-29' }],
    ['supplementing', { notice: 'ended', supplement: '2026-10-20' }],
    ['refusal-proposed', { notice: '2026-09-29' }],
    [
      'accepted',
      { notice: 'ended', statutory: '2026-10-28', promised: '2026-10-14', 'step-review': '2026-10-09' },
    ],
    [
      'reviewed',
      {
        notice: 'ended',
        statutory: '2026-10-28',
        promised: '2026-10-14',
        'step-review': 'ended',
        'step-decide': '2026-10-08',
      },
    ],
    [
      'decided',
      {
        notice: 'ended',
        statutory: 'ended',
        promised: 'ended',
        'step-review': 'ended',
        'step-decide': 'ended',
        delivery: '2026-10-20',
      },
    ],
    ['not-accepted', { notice: 'ended', delivery: '2026-10-14' }],
    ['withdrawn', { notice: 'ended' }],
    ['lapsed', { notice: 'ended', supplement: 'ended' }],
  ])('%s', (stage, clocks) => {
    expect(clocksOf(into(stage))).toEqual(clocks)
  })

  test.each<Stage>(['received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed'])(
    'a withdrawal ends everything that runs in %s',
    (stage) => {
      const { dossier } = journey([...INTO[stage], [6, 'applicant', 'withdraw']])
      expect(new Set(Object.values(clocksOf(dossier)))).toEqual(new Set(['ended']))
      expect(dossier.ended).toEqual({ how: 'withdrawn', at: workday(6) })
    },
  )

  test('sent back, the step starts again and the promise runs on', () => {
    const { dossier } = journey([...INTO.reviewed, [6, 'approver', 'return-to-review']])
    expect(clocksOf(dossier)).toMatchObject({
      promised: '2026-10-14',
      statutory: '2026-10-28',
      'step-review': '2026-10-14',
      'step-decide': 'ended',
    })
    expect(dossier.clocks['step-review']!.start.event).toBe('退回重审')
    const { dossier: again } = journey([
      ...INTO.reviewed,
      [6, 'approver', 'return-to-review'],
      [7, 'reviewer', 'review'],
    ])
    expect(clocksOf(again)).toMatchObject({ 'step-review': 'ended', 'step-decide': '2026-10-10' })
  })

  test('half days of a step are rounded down, and a step of less than a day has no clock', () => {
    expect(into('accepted').clocks['step-review']).toMatchObject({ amount: 6, kind: 'step' })
    const steps = FELLING.process.steps.map((step) => ({ ...step, limitWorkingDays: 0.5 }))
    const world = item({ process: { ...FELLING.process, steps } })
    const { dossier } = journey(
      [
        ...INTO.reviewed,
        [6, 'approver', 'return-to-review'],
        [7, 'reviewer', 'review'],
        [8, 'approver', 'grant'],
      ],
      world,
    )
    expect(Object.keys(dossier.clocks)).toEqual(['notice', 'statutory', 'promised', 'delivery'])
  })

  test('a step of one day has a clock', () => {
    const steps = FELLING.process.steps.map((step) => ({ ...step, limitWorkingDays: 1 }))
    const { dossier } = journey(INTO.accepted, item({ process: { ...FELLING.process, steps } }))
    expect(dueDay(dossier, 'step-review')).toBe('2026-09-24')
  })

  test('an item without a limit in law only has the promise', () => {
    const { statutoryLimit: _none, ...rest } = FELLING
    const { dossier } = journey(INTO.accepted, caseWorld({ item: rest }))
    expect(Object.keys(dossier.clocks)).toEqual(['notice', 'promised', 'step-review'])
    expect(journey(INTO.decided, caseWorld({ item: rest })).dossier.state).toBe('decided')
  })

  test('the pack says how long a supplement may take and how soon a result is handed over', () => {
    const parameters = { ...caseWorld().parameters, supplementWorkingDays: 3, deliveryWorkingDays: 4 }
    expect(dueDay(journey(INTO.supplementing, caseWorld({ parameters })).dossier, 'supplement')).toBe(
      '2026-09-28',
    )
    expect(dueDay(journey(INTO.decided, caseWorld({ parameters })).dossier, 'delivery')).toBe('2026-10-12')
  })
})

describe('deemed acceptance (视为受理): five working days without a notice, dated back to receipt', () => {
  const system: Step = [6, 'system', 'deem-accept']

  test('over a holiday: received on September 21, the fifth working day is September 29', () => {
    const { dossier, facts } = journey([...INTO.received, system])
    expect(dossier.acceptance).toMatchObject({ on: '2026-09-21', deemed: true, by: { day: '2026-09-30' } })
    expect(facts.at(-1)).toMatchObject({ kind: 'accepted', body: { on: '2026-09-21', deemed: true } })
    expect(clocksOf(dossier)).toMatchObject({
      notice: 'ended',
      promised: '2026-10-12',
      statutory: '2026-10-26',
    })
    expect(dossier.clocks['promised']!.start).toMatchObject({
      day: '2026-09-21',
      at: workday(0),
      event: '视为受理',
    })
  })

  test.each<[string, string, string]>([
    ['23:59:59.999 of the fifth day in Shanghai', '2026-09-29T15:59:59.999Z', 'refused: not-overdue'],
    ['midnight after it', '2026-09-29T16:00:00.000Z', 'accepted'],
  ])('the limit ends with the Shanghai day: %s', (_title, now, gives) => {
    expect(outcome(act(into('received'), [now, 'system', 'deem-accept']))).toBe(gives)
  })

  test.each<[string, Step, string, boolean]>([
    [
      'on the last evening a clerk still accepts on that day',
      ['2026-09-29T15:59:59.999Z', 'clerk', 'accept'],
      '2026-09-29',
      false,
    ],
    [
      'a minute later the law has accepted already',
      ['2026-09-29T16:00:00.000Z', 'clerk', 'accept'],
      '2026-09-21',
      true,
    ],
    ['a clerk who presses first in the morning as well', [6, 'clerk', 'accept'], '2026-09-21', true],
  ])('%s', (_title, step, on, deemed) => {
    expect(journey([...INTO.received, step]).dossier.acceptance).toMatchObject({ on, deemed })
  })

  test('a clerk and the due job give the same clocks', () => {
    const clerk = journey([...INTO.received, [6, 'clerk', 'accept']]).dossier
    expect(clerk.clocks).toEqual(journey([...INTO.received, system]).dossier.clocks)
  })

  test('received late in the evening in Shanghai counts from that day', () => {
    const { dossier } = journey([['2026-09-21T15:59:59.999Z', 'applicant', 'file-online']])
    expect(dossier).toMatchObject({ receivedOn: '2026-09-21', firstReceivedOn: '2026-09-21' })
    const later = journey([['2026-09-21T16:00:00.000Z', 'applicant', 'file-online']]).dossier
    expect(dueDay(later, 'notice')).toBe('2026-09-30')
  })

  test('received on a day off counts from that day, the first working day is day 1', () => {
    const { dossier } = journey([[at('2026-09-26'), 'applicant', 'file-online']])
    expect(dossier.receivedOn).toBe('2026-09-26')
    expect(dueDay(dossier, 'notice')).toBe('2026-10-09')
  })

  test('a pre-review delays nothing (预审不影响五日期限)', () => {
    const looked = journey([
      ...INTO.received,
      [1, 'clerk', 'pre-review'],
      [4, 'clerk', 'pre-review', { passed: false }],
    ])
    expect(looked.dossier.preReview).toEqual({ passed: false, at: workday(4) })
    expect(looked.dossier.clocks['notice']).toEqual(into('received').clocks['notice'])
    expect(looked.last.timers).toEqual(journey(INTO.received).last.timers)
    expect(journey([...INTO.received, [4, 'clerk', 'pre-review'], system]).dossier.acceptance!.on).toBe(
      '2026-09-21',
    )
  })

  test('a proposal not to accept delays nothing either', () => {
    const { dossier } = journey([...INTO['refusal-proposed'], system])
    expect(dossier).toMatchObject({ state: 'accepted', acceptance: { on: '2026-09-21', deemed: true } })
    const returned = journey([...INTO['refusal-proposed'], [2, 'approver', 'return-to-window'], system])
    expect(returned.dossier.acceptance).toMatchObject({ on: '2026-09-21', deemed: true })
  })

  test('after a supplement it dates back to the day the supplement came in, not to the first papers', () => {
    const { dossier } = journey([
      ...INTO.supplementing,
      [3, 'applicant', 'supply'],
      [9, 'system', 'deem-accept'],
    ])
    expect(dossier).toMatchObject({ firstReceivedOn: '2026-09-21', receivedOn: '2026-09-24' })
    expect(dossier.acceptance).toMatchObject({ on: '2026-09-24', deemed: true })
    expect(
      outcome(
        act(journey([...INTO.supplementing, [3, 'applicant', 'supply']]).dossier, [
          8,
          'system',
          'deem-accept',
        ]),
      ),
    ).toBe('refused: not-overdue')
  })
})

describe('a limit counts from acceptance or from receipt, as its law says (Limit.from)', () => {
  const from = (statutory: Partial<Limit>, promised: Partial<Limit> = {}) =>
    item({
      statutoryLimit: { ...FELLING.statutoryLimit!, ...statutory },
      promisedLimit: { ...FELLING.promisedLimit, ...promised },
    })

  test.each<[string, ReturnType<typeof from>, Step[], string, string]>([
    ['nothing said: acceptance', from({}), INTO.accepted, '2026-10-28', '2026-10-14'],
    [
      'acceptance',
      from({ from: 'acceptance' }, { from: 'acceptance' }),
      INTO.accepted,
      '2026-10-28',
      '2026-10-14',
    ],
    ['the law from receipt', from({ from: 'receipt' }), INTO.accepted, '2026-10-26', '2026-10-14'],
    ['the promise from receipt', from({}, { from: 'receipt' }), INTO.accepted, '2026-10-28', '2026-10-12'],
    [
      'from receipt after a supplement: from the complete hand-in',
      from({ from: 'receipt' }),
      [...INTO.supplementing, [3, 'applicant', 'supply'], [5, 'clerk', 'accept']],
      '2026-10-29',
      '2026-10-19',
    ],
    [
      'deemed acceptance makes no difference',
      from({ from: 'receipt' }, { from: 'receipt' }),
      [...INTO.received, [6, 'system', 'deem-accept']],
      '2026-10-26',
      '2026-10-12',
    ],
  ])('%s', (_title, world, steps, statutory, promised) => {
    const { dossier } = journey(steps, world)
    expect(dueDay(dossier, 'statutory')).toBe(statutory)
    expect(dueDay(dossier, 'promised')).toBe(promised)
  })

  test('法律援助法43: seven calendar days from receipt, and the sentence says so', () => {
    const world = from({ amount: 7, unit: 'calendar-day', from: 'receipt', basis: '法律援助法第四十三条' })
    const { dossier } = journey(INTO.accepted, world)
    expect(explain(dossier.clocks['statutory']!, calendar)).toBe(
      '2026年9月21日（星期一）收到申请（当日不计，次日起算），法律援助法第四十三条：7日。到期日：2026年9月28日（星期一）。',
    )
  })

  test('hours from receipt count from the moment the papers came in', () => {
    const looked: Step[] = [...INTO.received, [1, 'clerk', 'pre-review'], [2, 'clerk', 'accept']]
    const { dossier } = journey(looked, from({ amount: 48, unit: 'hour', from: 'receipt' }))
    expect(due(dossier.clocks['statutory']!, calendar).at).toBe(workday(2))
    const accepted = journey(INTO.accepted, from({ amount: 48, unit: 'hour' })).dossier
    expect(due(accepted.clocks['statutory']!, calendar).at).toBe(at('2026-09-25'))
  })
})

describe('the sentence names the law that started the clock', () => {
  const sentence = (dossier: CaseDossier, clock: string) => explain(dossier.clocks[clock]!, calendar)
  const deny: Step[] = [...INTO.reviewed, [6, 'approver', 'deny']]
  test.each<[string, CaseDossier, string, string]>([
    [
      'received',
      into('received'),
      'notice',
      '收到申请材料（当日不计，次日起算），行政许可法第三十二条第一款第四项：5个工作日',
    ],
    [
      'supplied',
      journey([...INTO.supplementing, [3, 'applicant', 'supply']]).dossier,
      'notice',
      '收到补正材料（',
    ],
    [
      'notified',
      into('supplementing'),
      'supplement',
      '送达补正告知书（当日不计，次日起算），补正告知书载明的期限：15个工作日',
    ],
    [
      'accepted',
      into('accepted'),
      'statutory',
      '受理（当日不计，次日起算），行政许可法第四十二条第一款：20个工作日',
    ],
    [
      'accepted',
      into('accepted'),
      'promised',
      '受理（当日不计，次日起算），服务指南承诺办结时限：10个工作日',
    ],
    [
      'accepted',
      into('accepted'),
      'step-review',
      '受理（当日不计，次日起算），服务指南“审查”环节时限：6个工作日',
    ],
    [
      'reviewed',
      into('reviewed'),
      'step-decide',
      '审查完成（当日不计，次日起算），服务指南“决定”环节时限：2个工作日',
    ],
    [
      'granted',
      into('decided'),
      'delivery',
      '作出准予决定（当日不计，次日起算），行政许可法第四十四条：10个工作日',
    ],
    [
      'denied',
      journey(deny).dossier,
      'delivery',
      '作出不予决定（当日不计，次日起算），行政许可法第三十八条第二款，期限参照第四十四条：',
    ],
    [
      'refused',
      into('not-accepted'),
      'delivery',
      '作出不予受理决定（当日不计，次日起算），行政许可法第三十二条第二款，期限参照第四十四条：',
    ],
  ])('%s: %#', (_title, dossier, clock, words) => {
    expect(sentence(dossier, clock)).toContain(words)
  })

  test('a law that names no article of its own is the licensing law', () => {
    const { dossier } = journey(INTO.accepted, item({ statutoryLimit: { amount: 20, unit: 'working-day' } }))
    expect(sentence(dossier, 'statutory')).toContain('行政许可法第四十二条：20个工作日')
  })

  test.each<[ItemVersion['itemType'], string]>([
    ['01', '，行政许可法第三十二条第一款第四项：'],
    ['05', '，参照行政许可法第三十二条第一款第四项：'],
    ['20', '，参照行政许可法第三十二条第一款第四项：'],
  ])('only a licence is bound by the licensing law itself (type %s)', (itemType, words) => {
    const { dossier } = journey(INTO.received, item({ itemType }))
    expect(sentence(dossier, 'notice')).toContain(words)
  })
})

describe('due jobs', () => {
  const electronic: Step[] = [
    [0, 'applicant', 'file-online', filing({ delivery: 'electronic' })],
    ...INTO.issued.slice(1),
  ]
  const paper = { id: 'p', kind: 'grant', seq: 4, file: 'f', hash: 'h' }
  test.each<[string, Step[], object[]]>([
    [
      'received: deemed acceptance the morning after the fifth day',
      INTO.received,
      [{ action: 'deem-accept', at: '2026-09-29T16:00:00.000Z' }],
    ],
    [
      'a proposal keeps it',
      INTO['refusal-proposed'],
      [{ action: 'deem-accept', at: '2026-09-29T16:00:00.000Z' }],
    ],
    [
      'supplementing: lapse after the last day of the notice',
      INTO.supplementing,
      [{ action: 'lapse', at: '2026-10-20T16:00:00.000Z' }],
    ],
    [
      'supplied: five days again',
      [...INTO.supplementing, [3, 'applicant', 'supply']],
      [{ action: 'deem-accept', at: '2026-10-09T16:00:00.000Z' }],
    ],
    ['accepted: nothing happens by itself', INTO.accepted, []],
    ['reviewed', INTO.reviewed, []],
    ['decided', INTO.decided, []],
    ['issued, paper made, to be collected', INTO['issued, paper made'], []],
    ['issued, to be sent, paper not made', electronic, []],
    [
      'issued, to be sent, paper made',
      [...electronic, [8, 'system', 'record-paper', paper]],
      [{ action: 'deliver-electronically', at: workday(7) }],
    ],
    ['closed', INTO.closed, []],
    ['withdrawn', INTO.withdrawn, []],
    ['lapsed', INTO.lapsed, []],
  ])('%s', (_title, steps, timers) => {
    expect(journey(steps).last.timers).toEqual(timers)
  })
})

test('a promise in office hours runs while the office is open, and its case is listed under the day of its last moment', () => {
  const hours = [
    {
      since: '2000-01-01',
      workday: [
        { from: '08:30', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
    },
  ]
  const open = compileCalendar({ ...UP_TO_2026, version: 'with-hours', hours })
  const promisedLimit: Limit = { amount: 4, unit: 'hour', within: 'office-hours' }
  const moment = {
    day: '2026-09-21',
    at: at('2026-09-21', 16),
    world: { ...item({ promisedLimit }), calendar: open },
  }
  const entry = acceptanceClocks(moment, '受理').find(({ clock }) => clock === 'promised')!
  const clock = foldClock({}, entry)['promised']!
  expect(due(clock, open).at).toBe(at('2026-09-22', 11.5))
  expect(explain(clock, open)).toContain(
    '按办公时间计算，工作日08:30至12:00、13:00至17:00，午间12:00至13:00不计',
  )
  expect(nearestDueDay({ ...NO_CASE, clocks: { promised: clock } }, open)).toBe('2026-09-22')
})
