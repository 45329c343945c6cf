import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { approval } from '../../model/approval.ts'
import { commitment } from '../../model/commitment.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { CAFE, FELLING } from '../../testing/item.ts'
import {
  act,
  checklist,
  filing,
  INPUTS,
  INTO,
  journey,
  outcome,
  rendered,
  type Step,
} from '../../testing/journey.ts'
import { calendar, caseWorld, PEOPLE, workday, type Who } from '../../testing/world.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES, type SpecialKind } from './dossier.ts'

const start = (kind: SpecialKind, more: object = {}): Step => [
  3,
  'reviewer',
  'start-special',
  { ...INPUTS['start-special'], kind, ...more },
]
const RECEIVER = { receiver: '张示例', relation: 'self', identified: '居民身份证' }

/** The papers of every special procedure that has none yet. */
function withNotices(steps: readonly Step[]): Step[] {
  const { dossier } = journey(steps)
  const unmade = (dossier.special ?? []).filter(({ id }) => dossier.papers.every((paper) => paper.id !== id))
  const made = unmade.map(({ id }, index): Step => [
    3,
    'system',
    'record-paper',
    { ...rendered('special-procedure', 90 + dossier.papers.length + index), id },
  ])
  return [...steps, ...made]
}

const STARTED = withNotices([...INTO.accepted, start('expert-review')])
const SERVED: Step[] = [...STARTED, [4, 'clerk', 'serve-special']]
const TESTING = withNotices([...INTO.accepted, start('testing')])
const TESTED: Step[] = [
  ...TESTING,
  [4, 'clerk', 'serve-special', { kind: 'testing', ...RECEIVER }],
  [5, 'reviewer', 'assign-inspectors'],
]
const ended = (kind: SpecialKind, result: string, more: object = {}) => ({ kind, result, ...more })
const STANDARD = { standard: 'GB/T 示例-2020' }
const FAILED: Step[] = [
  ...TESTED,
  [9, 'reviewer', 'end-special', ended('testing', 'not-met', STANDARD)],
  [10, 'reviewer', 'review'],
]
const PASSED: Step[] = [
  ...TESTED,
  [9, 'reviewer', 'end-special', ended('testing', 'met', STANDARD)],
  [10, 'reviewer', 'review'],
]

const ASKED_AGAIN: Step[] = [...SERVED, [7, 'reviewer', 'end-special'], [7, 'reviewer', 'ask-special-again']]
const RUN_AGAIN: Step[] = [
  ...withNotices([...ASKED_AGAIN, [7, 'head', 'answer-special-again'], [7, 'reviewer', 'start-special']]),
  [7, 'clerk', 'serve-special'],
  [7, 'reviewer', 'end-special'],
]
/** Told on the fourth day that it takes ten; told on the seventh that it takes five more. */
const LONGER: Step[] = (() => {
  const steps: Step[] = [...SERVED, [7, 'approver', 'extend-special']]
  const { id } = journey(steps).dossier.special![0]!.extension!
  return [...steps, [7, 'system', 'record-paper', { ...rendered('special-extension', 95), id }]]
})()
const LONGER_SERVED: Step[] = [...LONGER, [7, 'clerk', 'serve-special']]

const CASES = {
  received: INTO.received,
  accepted: INTO.accepted,
  reviewed: INTO.reviewed,
  decided: INTO.decided,
  'started, no paper yet': [...INTO.accepted, start('expert-review')],
  'started, paper made': STARTED,
  served: SERVED,
  'served, after the review': [
    ...withNotices([...INTO.reviewed, [5, 'approver', 'start-special']]),
    [6, 'clerk', 'serve-special'],
  ],
  ended: [...SERVED, [9, 'reviewer', 'end-special']],
  'called off unserved': [...STARTED, [4, 'reviewer', 'end-special', ended('expert-review', 'called-off')]],
  'asked again': ASKED_AGAIN,
  'allowed again': [...ASKED_AGAIN, [7, 'head', 'answer-special-again']],
  'not allowed again': [
    ...ASKED_AGAIN,
    [7, 'head', 'answer-special-again', { approved: false, reason: '没有新的情况' }],
  ],
  'run again': RUN_AGAIN,
  'told longer': LONGER,
  'served longer': LONGER_SERVED,
  'testing, nobody sent': TESTING,
  'testing under way': TESTED,
  'testing failed': FAILED,
  'testing passed': PASSED,
} satisfies Record<string, Step[]>

const LISTED: ItemVersion = {
  ...FELLING,
  specialProcedures: [{ name: '作业设计方案评审', basis: '森林法第五十九条（测试）' }],
}
const MUST_TEST: ItemVersion = { ...FELLING, specialProcedures: [{ name: '抽样检测', basis: '测试' }] }

describe('who may do what in a special procedure, and what comes of it', () => {
  test.each<[from: keyof typeof CASES, who: Who, action: string, gives: string, input?: Step[3]]>([
    ['received', 'reviewer', 'start-special', 'refused: not-in-this-state'],
    ['accepted', 'reviewer', 'start-special', 'accepted'],
    ['accepted', 'clerk', 'start-special', 'refused: not-your-step'],
    ['accepted', 'reviewer of another body', 'start-special', 'refused: not-your-step'],
    ['accepted', 'applicant', 'start-special', 'refused: not-your-step'],
    ['reviewed', 'approver', 'start-special', 'reviewed'],
    ['decided', 'approver', 'start-special', 'refused: not-in-this-state'],
    ['served', 'reviewer', 'start-special', 'refused: special-running'],
    ['served', 'reviewer', 'start-special', 'accepted', { ...INPUTS['start-special'], kind: 'appraisal' }],
    ['ended', 'reviewer', 'start-special', 'refused: special-once'],
    ['ended', 'reviewer', 'start-special', 'accepted', { ...INPUTS['start-special'], kind: 'appraisal' }],
    ['called off unserved', 'reviewer', 'start-special', 'accepted'],
    ['asked again', 'reviewer', 'start-special', 'refused: special-once'],
    ['not allowed again', 'reviewer', 'start-special', 'refused: special-once'],
    ['allowed again', 'reviewer', 'start-special', 'accepted'],
    [
      'allowed again',
      'reviewer',
      'start-special',
      'accepted',
      { ...INPUTS['start-special'], kind: 'appraisal' },
    ],
    ['run again', 'reviewer', 'start-special', 'refused: special-once'],

    ['ended', 'reviewer', 'ask-special-again', 'accepted'],
    ['ended', 'clerk', 'ask-special-again', 'refused: not-your-step'],
    [
      'ended',
      'reviewer',
      'ask-special-again',
      'refused: special-again-not-needed',
      { kind: 'tender', fact: '出现了以前不知道的新情况' },
    ],
    ['accepted', 'reviewer', 'ask-special-again', 'refused: not-for-this-dossier'],
    ['served', 'reviewer', 'ask-special-again', 'refused: not-for-this-dossier'],
    ['asked again', 'approver', 'ask-special-again', 'refused: not-for-this-dossier'],
    ['allowed again', 'reviewer', 'ask-special-again', 'refused: not-for-this-dossier'],
    ['not allowed again', 'reviewer', 'ask-special-again', 'accepted'],
    ['run again', 'reviewer', 'ask-special-again', 'accepted'],
    ['asked again', 'approver', 'answer-special-again', 'refused: not-your-step'],
    ['asked again', 'head', 'answer-special-again', 'accepted'],
    ['ended', 'head', 'answer-special-again', 'refused: not-for-this-dossier'],

    ['served', 'approver', 'extend-special', 'accepted'],
    ['served', 'reviewer', 'extend-special', 'refused: not-your-step'],
    ['started, paper made', 'approver', 'extend-special', 'refused: not-for-this-dossier'],
    ['told longer', 'approver', 'extend-special', 'refused: not-for-this-dossier'],
    [
      'served',
      'approver',
      'extend-special',
      'refused: special-extension-long',
      { ...INPUTS['extend-special'], amount: 11 },
    ],
    [
      'served',
      'approver',
      'extend-special',
      'refused: special-not-running',
      { ...INPUTS['extend-special'], kind: 'tender' },
    ],
    ['told longer', 'clerk', 'serve-special', 'accepted'],
    ['served longer', 'clerk', 'serve-special', 'refused: not-for-this-dossier'],

    ['accepted', 'clerk', 'serve-special', 'refused: not-for-this-dossier'],
    ['started, no paper yet', 'clerk', 'serve-special', 'refused: notice-not-ready'],
    ['started, paper made', 'clerk', 'serve-special', 'accepted'],
    ['started, paper made', 'approver', 'serve-special', 'accepted'],
    ['started, paper made', 'applicant', 'serve-special', 'refused: not-your-step'],
    [
      'started, paper made',
      'clerk',
      'serve-special',
      'refused: special-not-running',
      { kind: 'tender', ...RECEIVER },
    ],
    ['served', 'clerk', 'serve-special', 'refused: not-for-this-dossier'],

    ['started, paper made', 'reviewer', 'review', 'refused: special-running'],
    ['served', 'reviewer', 'review', 'refused: special-running'],
    ['served, after the review', 'approver', 'grant', 'refused: special-running'],
    ['served, after the review', 'approver', 'deny', 'refused: special-running'],
    ['served, after the review', 'approver', 'return-to-review', 'refused: special-running'],
    ['served, after the review', 'applicant', 'withdraw', 'withdrawn'],
    ['ended', 'reviewer', 'review', 'reviewed'],

    ['served', 'reviewer', 'end-special', 'accepted'],
    ['served, after the review', 'approver', 'end-special', 'reviewed'],
    ['served', 'clerk', 'end-special', 'refused: not-your-step'],
    ['served', 'reviewer', 'end-special', 'refused: special-not-running', ended('tender', 'met')],
    ['ended', 'reviewer', 'end-special', 'refused: not-for-this-dossier'],
    ['served', 'reviewer', 'end-special', 'accepted', ended('expert-review', 'called-off')],
  ])('%s | %s | %s → %s', (from, who, action, gives, input) => {
    expect(outcome(act(journey(CASES[from]).dossier, [7, who, action, input]))).toBe(gives)
  })

  test('what is decided at once on a promise has no special procedure', () => {
    const names = commitment.actions.map(({ name }) => name)
    expect(names).not.toContain('start-special')
    expect(approval.actions.map(({ name }) => name)).toContain('start-special')
  })

  const DELAYED: ItemVersion = { ...FELLING, specialProcedures: [{ name: '延长审批', basis: '测试' }] }
  test.each<[SpecialKind, ItemVersion, basis: string, string]>([
    ['expert-review', LISTED, '', 'accepted'],
    ['tender', LISTED, '', 'refused: special-not-lawful'],
    ['tender', LISTED, '领导要求招标', 'refused: special-not-lawful'],
    ['tender', LISTED, '招标投标法', 'refused: special-not-lawful'],
    ['tender', LISTED, '《中华人民共和国招标投标法》第三条', 'accepted'],
    ['tender', FELLING, '', 'refused: special-not-lawful'],
    ['tender', FELLING, '招标投标法（2017修正）第3条', 'accepted'],
    ['testing', MUST_TEST, '', 'accepted'],
    // What is listed beside article 45 (延长, 现场审核) is no special procedure.
    ['auction', DELAYED, '', 'refused: special-not-lawful'],
    ['auction', DELAYED, '《拍卖法》第九条', 'accepted'],
  ])(
    'C6 %s under a guide that lists what it lists, citing what they cite: %#',
    (kind, item, basis, gives) => {
      const world = caseWorld({ item })
      const { dossier } = journey(
        [[0, 'applicant', 'file-online', filing({}, { item })], ...INTO.accepted.slice(1)],
        world,
      )
      expect(outcome(act(dossier, start(kind, { basis }), world))).toBe(gives)
    },
  )
})

/** 受理 on 2026-09-23; twenty working days end on 2026-10-28, the ten promised on 2026-10-14. */
const dueOf = ({ clocks }: CaseDossier, clock: string) => due(clocks[clock]!, calendar)

describe('C6 the limits stand still for what article 45 names, from the service of the written notice', () => {
  test.each(SPECIAL_KINDS.map((kind) => [kind, SPECIAL_NAMES[kind]] as const))(
    'C6 %s（%s）stops what the law and the promise give',
    (kind, ground) => {
      const { dossier } = journey([
        ...withNotices([...INTO.accepted, start(kind)]),
        [4, 'clerk', 'serve-special', { kind, ...RECEIVER }],
      ])
      for (const clock of ['statutory', 'promised', 'step-review']) {
        expect(dueOf(dossier, clock)).toMatchObject({ state: 'stopped' })
        const sentence = explain(dossier.clocks[clock]!, calendar)
        expect(sentence).toContain(`因${ground}依法暂停计时（行政许可法第四十五条）`)
      }
      expect(dueOf(dossier, `special-${kind}`)).toMatchObject({ state: 'running' })
    },
  )

  test('C6 nothing stops before the notice is served', () => {
    const before = journey(INTO.accepted).dossier
    const { dossier } = journey(STARTED)
    for (const clock of ['statutory', 'promised']) expect(dueOf(dossier, clock)).toEqual(dueOf(before, clock))
  })

  test('C6 five working days between service and end are not counted; both days around them are', () => {
    const before = dueOf(journey(INTO.accepted).dossier, 'statutory').day!
    const { dossier } = journey(CASES.ended)
    expect(dueOf(dossier, 'statutory')).toMatchObject({
      state: 'running',
      day: calendar.addWorkingDays(before, 5),
    })
    expect(dossier.special?.[0]).toMatchObject({ ended: { result: 'met', on: workday(9).slice(0, 10) } })
    expect(dueOf(dossier, 'special-expert-review').state).toBe('ended')
  })

  test('C6 a visit to the place is no special procedure: its days count', () => {
    expect(SPECIAL_KINDS.map((kind) => SPECIAL_NAMES[kind])).not.toContain('现场勘验')
    const world = caseWorld({ item: CAFE })
    const form = { item: CAFE }
    const { dossier, facts } = journey(
      [
        [0, 'clerk', 'file-at-window', filing({}, form)],
        [1, 'clerk', 'accept', { checklist: checklist({}, CAFE) }],
        [2, 'reviewer', 'record-survey'],
      ],
      world,
    )
    expect(dossier.survey?.result).toBe('met')
    const entries = facts.flatMap(({ clock = [] }) => clock.map(({ entry }) => entry))
    expect(entries).not.toContain('stop')
  })

  test('C6 two at once: the time they share is taken out once, and the case waits for both', () => {
    const both = withNotices([...INTO.accepted, start('expert-review'), start('appraisal')])
    const steps: Step[] = [
      ...both,
      [4, 'clerk', 'serve-special'],
      [6, 'clerk', 'serve-special', { kind: 'appraisal', ...RECEIVER }],
      [9, 'reviewer', 'end-special'],
    ]
    const one = journey(steps).dossier
    expect(dueOf(one, 'statutory').state).toBe('stopped')
    expect(outcome(act(one, [9, 'reviewer', 'review']))).toBe('refused: special-running')
    const { dossier } = journey([...steps, [11, 'reviewer', 'end-special', ended('appraisal', 'met')]])
    const before = dueOf(journey(INTO.accepted).dossier, 'statutory').day!
    // From the fourth to the eleventh day after receipt: seven days, not five and five.
    expect(dueOf(dossier, 'statutory').day).toBe(calendar.addWorkingDays(before, 7))
    expect(outcome(act(dossier, [11, 'reviewer', 'review']))).toBe('reviewed')
  })

  test('C6 longer than was told: the limits run again from the last day that was told, and it is on record', () => {
    const { dossier } = journey(SERVED)
    expect(approval.timers(dossier, caseWorld())).toEqual([
      { action: 'flag-over-told', at: expect.any(String) as string },
    ])
    expect(outcome(act(dossier, [14, 'system', 'flag-over-told']))).toBe('refused: not-overdue')
    const late = journey([...SERVED, [15, 'system', 'flag-over-told']])
    expect(late.dossier.special?.[0]?.overToldSince).toBe(workday(15))
    // Served on the fourth day, told ten: the tenth of them is the fourteenth day.
    const before = dueOf(journey(INTO.accepted).dossier, 'statutory').day!
    expect(dueOf(late.dossier, 'statutory')).toMatchObject({
      state: 'running',
      day: calendar.addWorkingDays(before, 10),
    })
    expect(explain(late.dossier.clocks['statutory']!, calendar)).toContain('因专家评审不计入期限')
    expect(approval.timers(late.dossier, caseWorld())).toEqual([])
    expect(outcome(act(late.dossier, [15, 'system', 'flag-over-told']))).toBe('refused: not-overdue')
    expect(outcome(act(late.dossier, [15, 'approver', 'extend-special']))).toBe(
      'refused: not-for-this-dossier',
    )
    // However much later it ends, and whether or not the job of that night had run, no further day is left out.
    for (const steps of [[...SERVED, [15, 'system', 'flag-over-told']], SERVED] as Step[][]) {
      const { dossier: over } = journey([...steps, [20, 'reviewer', 'end-special']])
      expect(dueOf(over, 'statutory').day).toBe(calendar.addWorkingDays(before, 10))
    }
  })

  test('C6 told in writing within the told days that it needs longer, the limits stand still for longer', () => {
    const before = dueOf(journey(INTO.accepted).dossier, 'statutory').day!
    const { dossier } = journey(LONGER_SERVED)
    expect(dueOf(dossier, 'special-expert-review').day).toBe(workday(19).slice(0, 10))
    expect(outcome(act(dossier, [19, 'system', 'flag-over-told']))).toBe('refused: not-overdue')
    const late = journey([...LONGER_SERVED, [20, 'system', 'flag-over-told']]).dossier
    expect(dueOf(late, 'statutory').day).toBe(calendar.addWorkingDays(before, 15))
  })

  test('C6 a second notice nobody was served in time moves nothing', () => {
    expect(outcome(act(journey(SERVED).dossier, [15, 'approver', 'extend-special']))).toBe(
      'refused: special-extension-late',
    )
    const { dossier } = journey(LONGER)
    expect(outcome(act(dossier, [14, 'clerk', 'serve-special']))).toBe('accepted')
    expect(outcome(act(dossier, [15, 'clerk', 'serve-special']))).toBe('refused: special-extension-late')
    const late = journey([...LONGER, [15, 'system', 'flag-over-told']]).dossier
    expect(dueOf(late, 'statutory').state).toBe('running')
    expect(outcome(act(late, [15, 'clerk', 'serve-special']))).toBe('refused: not-for-this-dossier')
  })

  test('C6 the same kind once more stops the limits only on the head’s word, by a notice of its own', () => {
    const { dossier } = journey(RUN_AGAIN)
    expect(dossier.special).toHaveLength(2)
    expect(dossier.specialAgain).toMatchObject([{ kind: 'expert-review', used: true }])
    expect(new Set(dossier.clocks['statutory']!.stops.map(({ notice }) => notice)).size).toBe(2)
  })

  test('C6 an electronic notice is served as soon as it exists, and not at a window’s pleasure', () => {
    const online: Step[] = [
      [0, 'applicant', 'file-online', filing({ delivery: 'electronic' })],
      ...INTO.accepted.slice(1),
      start('expert-review'),
    ]
    const before = journey(online).dossier
    expect(approval.timers(before, caseWorld())).toEqual([])
    expect(outcome(act(before, [3, 'system', 'serve-special-electronically']))).toBe(
      'refused: notice-not-ready',
    )
    const made = withNotices(online)
    const { dossier } = journey(made)
    expect(approval.timers(dossier, caseWorld())).toEqual([
      { action: 'serve-special-electronically', at: workday(3) },
    ])
    const served = journey([...made, [3, 'system', 'serve-special-electronically']]).dossier
    expect(served.special?.[0]?.served).toEqual({ on: workday(3).slice(0, 10), mode: 'electronic' })
    expect(dueOf(served, 'statutory').state).toBe('stopped')
  })
})

describe('C10 检验、检测、检疫: two officers within five working days of acceptance, and the result decides', () => {
  test('C10 the five days run from acceptance, however late the need was noticed', () => {
    const { dossier } = journey(TESTING)
    const accepted = dossier.acceptance!.on
    expect(dueOf(dossier, 'inspection')).toMatchObject({
      state: 'running',
      day: calendar.addWorkingDays(accepted, 5),
    })
    expect(explain(dossier.clocks['inspection']!, calendar)).toContain('行政许可法第五十五条第二款')
    expect(dueOf(journey(TESTED).dossier, 'inspection').state).toBe('ended')
  })

  test('C10 an appraisal or a review by experts sends no officers', () => {
    expect(journey(SERVED).dossier.clocks['inspection']).toBeUndefined()
  })

  test.each<[from: keyof typeof CASES, who: Who, action: string, gives: string, input?: Step[3]]>([
    ['testing, nobody sent', 'reviewer', 'assign-inspectors', 'accepted'],
    [
      'testing, nobody sent',
      'reviewer',
      'assign-inspectors',
      'refused: inspectors-two',
      { kind: 'testing', people: ['测试甲'] },
    ],
    [
      'testing, nobody sent',
      'reviewer',
      'assign-inspectors',
      'refused: inspectors-two',
      { kind: 'testing', people: ['测试甲', '测试甲 '] },
    ],
    [
      'testing, nobody sent',
      'reviewer',
      'assign-inspectors',
      'refused: special-not-running',
      { kind: 'quarantine', people: ['测试甲', '测试乙'] },
    ],
    ['testing, nobody sent', 'clerk', 'assign-inspectors', 'refused: not-your-step'],
    ['served', 'reviewer', 'assign-inspectors', 'refused: not-for-this-dossier'],
    [
      'testing, nobody sent',
      'reviewer',
      'end-special',
      'refused: inspectors-missing',
      ended('testing', 'met', STANDARD),
    ],
    ['testing, nobody sent', 'reviewer', 'end-special', 'accepted', ended('testing', 'called-off')],
    [
      'testing under way',
      'reviewer',
      'end-special',
      'refused: inspection-standard-missing',
      ended('testing', 'met'),
    ],
    ['testing under way', 'reviewer', 'end-special', 'accepted', ended('testing', 'met', STANDARD)],
    ['testing failed', 'approver', 'grant', 'refused: inspection-failed'],
    ['testing failed', 'approver', 'deny', 'decided'],
    ['testing passed', 'approver', 'grant', 'decided'],
    ['testing passed', 'approver', 'deny', 'decided'],
  ])('C10 %s | %s | %s → %s', (from, who, action, gives, input) => {
    expect(outcome(act(journey(CASES[from]).dossier, [11, who, action, input]))).toBe(gives)
  })

  test('C10 where the guide wants a test there is no granting without its result', () => {
    const world = caseWorld({ item: MUST_TEST })
    const { dossier } = journey(
      [[0, 'applicant', 'file-online', filing({}, { item: MUST_TEST })], ...INTO.reviewed.slice(1)],
      world,
    )
    expect(outcome(act(dossier, [6, 'approver', 'grant'], world))).toBe('refused: inspection-missing')
    expect(allowed(approval, dossier, PEOPLE.approver, workday(6), world)).not.toContain('grant')
    expect(outcome(act(dossier, [6, 'approver', 'deny'], world))).toBe('decided')
  })

  test('a called-off test ends the wait for officers', () => {
    const { dossier } = journey([...TESTING, [4, 'reviewer', 'end-special', ended('testing', 'called-off')]])
    expect(dueOf(dossier, 'inspection').state).toBe('ended')
  })
})
