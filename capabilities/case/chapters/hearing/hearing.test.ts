import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { allowed, fold } from '#engine/procedure/decide.ts'
import { approval } from '../../model/approval.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { act, filing, INPUTS, INTO, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { calendar, caseWorld, PARAMETERS, PEOPLE, workday, type Who } from '../../testing/world.ts'

const day = (count: number): string => workday(count).slice(0, 10)
const dueOf = ({ clocks }: CaseDossier, clock: string) => due(clocks[clock]!, calendar)

/** The next unserved notice as a paper. */
function withNotice(steps: readonly Step[]): Step[] {
  const { hearing } = journey(steps).dossier
  const { id, kind } =
    hearing!.convened === undefined
      ? { id: hearing!.id, kind: 'hearing-right' }
      : { id: hearing!.convened.id, kind: 'hearing-notice' }
  const count = steps.length
  return [...steps, [steps.at(-1)![0], 'system', 'record-paper', { ...rendered(kind, 90 + count), id }]]
}

const tell = (more: object = {}): Step => [
  6,
  'approver',
  'notify-hearing-right',
  { ...INPUTS['notify-hearing-right'], ...more },
]
const TOLD = withNotice([...INTO.reviewed, tell()])
const TOLD_ALONE = withNotice([...INTO.reviewed, tell({ others: [] })])
const SERVED: Step[] = [...TOLD, [6, 'clerk', 'serve-hearing-notice']]
const SERVED_ALONE: Step[] = [...TOLD_ALONE, [6, 'clerk', 'serve-hearing-notice']]
const REQUESTED: Step[] = [...SERVED, [8, 'applicant', 'request-hearing', { reason: '希望当面说明' }]]
const call = (on: number, more: object = {}): Step => [
  9,
  'approver',
  'convene-hearing',
  { ...INPUTS['convene-hearing'], day: day(on), ...more },
]
const CONVENED = withNotice([...REQUESTED, call(17)])
const CALLED: Step[] = [...CONVENED, [10, 'clerk', 'serve-hearing-notice']]
const HELD: Step[] = [...CALLED, [18, 'issuer', 'record-hearing']]
const WEIGHED: Step[] = [...HELD, [18, 'approver', 'weigh-hearing']]
const PRESCRIBED: Step[] = [
  ...withNotice([...INTO.reviewed, tell({ ground: 'prescribed' })]),
  [6, 'clerk', 'serve-hearing-notice'],
]

/** Signed at a window on the day after the notice came. */
const SIGNATURE = { record: 'written', signer: '张示例', signedOn: day(7), kept: '案卷第9页' }

const CASES = {
  received: INTO.received,
  accepted: INTO.accepted,
  reviewed: INTO.reviewed,
  told: TOLD,
  served: SERVED,
  'served, nobody else concerned': SERVED_ALONE,
  'declined by the applicant': [...SERVED, [7, 'applicant', 'waive-hearing', {}]],
  requested: REQUESTED,
  'convened, no paper yet': [...REQUESTED, call(17)],
  convened: CONVENED,
  called: CALLED,
  held: HELD,
  weighed: WEIGHED,
  lapsed: [...SERVED, [12, 'system', 'lapse-hearing-right']],
  prescribed: PRESCRIBED,
  'objected to': [...CALLED, [11, 'applicant', 'object-to-presider']],
} satisfies Record<string, Step[]>

describe('who may do what around a hearing, and what comes of it', () => {
  test.each<[from: keyof typeof CASES, on: number, who: Who, action: string, gives: string, input?: Step[3]]>(
    [
      ['received', 2, 'approver', 'notify-hearing-right', 'refused: not-in-this-state'],
      ['accepted', 4, 'reviewer', 'notify-hearing-right', 'accepted'],
      ['reviewed', 6, 'approver', 'notify-hearing-right', 'reviewed'],
      ['reviewed', 6, 'clerk', 'notify-hearing-right', 'refused: not-your-step'],
      ['reviewed', 6, 'applicant', 'notify-hearing-right', 'refused: not-your-step'],
      ['told', 6, 'approver', 'notify-hearing-right', 'refused: not-for-this-dossier'],
      ['weighed', 19, 'approver', 'notify-hearing-right', 'refused: not-for-this-dossier'],

      ['told', 6, 'approver', 'grant', 'refused: hearing-not-held'],
      ['told', 6, 'approver', 'deny', 'refused: hearing-not-held'],
      ['told', 6, 'approver', 'return-to-review', 'accepted'],
      ['served', 7, 'approver', 'return-to-review', 'accepted'],
      ['requested', 9, 'approver', 'return-to-review', 'refused: hearing-not-held'],
      ['prescribed', 7, 'approver', 'return-to-review', 'refused: hearing-not-held'],
      ['called', 11, 'approver', 'grant', 'refused: hearing-not-held'],
      ['held', 18, 'approver', 'grant', 'refused: hearing-not-weighed'],
      ['held', 18, 'approver', 'deny', 'refused: hearing-not-weighed'],
      ['weighed', 18, 'approver', 'grant', 'decided'],
      ['weighed', 18, 'approver', 'deny', 'decided'],
      ['lapsed', 12, 'approver', 'grant', 'decided'],

      ['told', 6, 'clerk', 'serve-hearing-notice', 'reviewed'],
      ['told', 6, 'applicant', 'serve-hearing-notice', 'refused: not-your-step'],
      ['served', 7, 'clerk', 'serve-hearing-notice', 'refused: not-for-this-dossier'],
      ['convened, no paper yet', 9, 'clerk', 'serve-hearing-notice', 'refused: notice-not-ready'],
      ['convened', 10, 'clerk', 'serve-hearing-notice', 'reviewed'],
      ['convened', 11, 'clerk', 'serve-hearing-notice', 'refused: hearing-notice-short'],

      ['told', 6, 'applicant', 'request-hearing', 'refused: not-for-this-dossier'],
      ['served', 6, 'another citizen', 'request-hearing', 'refused: not-your-step'],
      ['declined by the applicant', 8, 'applicant', 'waive-hearing', 'refused: not-for-this-dossier', {}],
      [
        'declined by the applicant',
        8,
        'clerk',
        'waive-hearing',
        'refused: waiver-unsigned',
        { everybody: true },
      ],
      [
        'declined by the applicant',
        8,
        'clerk',
        'waive-hearing',
        'reviewed',
        { everybody: true, ...SIGNATURE },
      ],
      [
        'served, nobody else concerned',
        8,
        'clerk',
        'waive-hearing',
        'refused: answer-day-other',
        { ...SIGNATURE, signedOn: day(5) },
      ],
      [
        'served, nobody else concerned',
        8,
        'clerk',
        'waive-hearing',
        'refused: answer-record-incomplete',
        { signer: '张示例' },
      ],
      ['declined by the applicant', 8, 'approver', 'grant', 'refused: hearing-not-held'],
      [
        'declined by the applicant',
        8,
        'clerk',
        'request-hearing',
        'reviewed',
        {
          ...{ who: 'third-party', name: '李示例', reason: '影响水源' },
        },
      ],
      [
        'served',
        8,
        'clerk',
        'request-hearing',
        'refused: input-invalid',
        {
          ...{ who: 'third-party', reason: '影响水源' },
        },
      ],
      ['requested', 8, 'applicant', 'waive-hearing', 'refused: not-for-this-dossier', {}],

      ['served', 7, 'approver', 'convene-hearing', 'refused: not-for-this-dossier'],
      ['requested', 9, 'clerk', 'convene-hearing', 'refused: not-your-step'],
      ['called', 11, 'approver', 'record-hearing', 'refused: not-your-step'],
      ['called', 17, 'issuer', 'record-hearing', 'reviewed'],
      ['called', 16, 'issuer', 'record-hearing', 'refused: hearing-not-yet'],
      ['convened', 17, 'issuer', 'record-hearing', 'refused: hearing-notice-unserved'],
      [
        'called',
        17,
        'issuer',
        'record-hearing',
        'refused: hearing-unsigned',
        {
          ...{ people: ['张示例'], evidence: '勘验笔录', record: '各方陈述意见并质证。', signed: false },
        },
      ],
      [
        'called',
        17,
        'issuer',
        'record-hearing',
        'reviewed',
        {
          ...{ people: ['张示例'], evidence: '勘验笔录', record: '各方陈述意见并质证。', signed: false },
          refused: ['张示例：认为没有记下全部意见'],
        },
      ],
      ['called', 17, 'approver', 'weigh-hearing', 'refused: not-for-this-dossier'],
      ['held', 18, 'reviewer', 'weigh-hearing', 'refused: not-your-step'],
      ['requested', 9, 'applicant', 'object-to-presider', 'refused: not-for-this-dossier'],
      ['called', 11, 'applicant', 'object-to-presider', 'reviewed'],
      ['called', 11, 'another citizen', 'object-to-presider', 'refused: not-your-step'],
      ['called', 11, 'approver', 'keep-presider', 'refused: not-for-this-dossier'],
      ['objected to', 12, 'applicant', 'object-to-presider', 'refused: not-for-this-dossier'],
      ['objected to', 12, 'approver', 'keep-presider', 'reviewed'],
      ['objected to', 12, 'head', 'keep-presider', 'reviewed'],
      ['objected to', 12, 'issuer', 'keep-presider', 'refused: not-your-step'],
      ['objected to', 17, 'issuer', 'record-hearing', 'refused: presider-objected'],
      ['prescribed', 7, 'applicant', 'request-hearing', 'refused: not-for-this-dossier'],
      [
        'prescribed',
        7,
        'approver',
        'convene-hearing',
        'reviewed',
        {
          ...{ day: day(20), time: '09:30', place: '林业局会议室', presider: 'post-issuer-1' },
        },
      ],
    ],
  )('%s | day %i | %s | %s → %s', (from, on, who, action, gives, input) => {
    expect(outcome(act(journey(CASES[from]).dossier, [on, who, action, input]))).toBe(gives)
  })
})

describe('C8 a hearing may be asked for within five days of being told', () => {
  test('C8 five working days by default, in favour of whoever may ask; the notice says so', () => {
    const { dossier } = journey(SERVED)
    expect(dueOf(dossier, 'hearing-request')).toMatchObject({ state: 'running', day: day(11) })
    expect(explain(dossier.clocks['hearing-request']!, calendar)).toContain('行政许可法第四十七条第一款')
  })

  test('C8 an area that reads the law otherwise says so in its pack', () => {
    const world = caseWorld({
      parameters: { ...PARAMETERS, hearingRequest: { amount: 5, unit: 'calendar-day' } },
    })
    const { hearing } = journey([...INTO.reviewed, tell()], world).dossier
    expect(hearing?.within).toEqual({ amount: 5, unit: 'calendar-day' })
  })

  test.each<[on: number, gives: string]>([
    [6, 'reviewed'],
    [11, 'reviewed'],
    [12, 'refused: hearing-request-late'],
  ])('C8 asked for on the %i. day after receipt, told on the sixth: %s', (on, gives) => {
    const { dossier } = journey(SERVED)
    expect(outcome(act(dossier, [on, 'applicant', 'request-hearing', { reason: '要求听证' }]))).toBe(gives)
  })

  test('C8 nobody asks: the right lapses the morning after, and its days were counted', () => {
    const { dossier } = journey(SERVED)
    expect(outcome(act(dossier, [11, 'system', 'lapse-hearing-right']))).toBe('refused: not-overdue')
    expect(approval.timers(dossier, caseWorld()).map(({ action }) => action)).toEqual(['lapse-hearing-right'])
    const before = dueOf(journey(INTO.reviewed).dossier, 'statutory').day!
    // The job came three days late; the law did not wait for it.
    const after = journey([...SERVED, [14, 'system', 'lapse-hearing-right']]).dossier
    expect(after.hearing?.over).toEqual({ how: 'lapsed', on: day(11) })
    expect(dueOf(after, 'statutory').day).toBe(before)
  })

  test('C8 the applicant alone concerned declines: the limits never stood still', () => {
    const { dossier } = journey([...SERVED_ALONE, [7, 'applicant', 'waive-hearing', {}]])
    expect(dossier.hearing?.over).toEqual({ how: 'waived', on: day(7) })
    expect(dueOf(dossier, 'statutory')).toEqual(dueOf(journey(INTO.reviewed).dossier, 'statutory'))
    expect(outcome(act(dossier, [7, 'approver', 'grant']))).toBe('decided')
  })

  test('C8 others are concerned: the applicant’s word does not use up their right', () => {
    const { dossier } = journey(CASES['declined by the applicant'])
    expect(dossier.hearing).toMatchObject({ applicantWaivedOn: day(7), others: 1 })
    expect(dossier.hearing?.over).toBeUndefined()
    expect(dueOf(dossier, 'hearing-request').state).toBe('running')
  })
})

describe('C9 the hearing is held within twenty days of the request, with seven days’ notice', () => {
  test('C9 twenty working days from the request', () => {
    const { dossier } = journey(REQUESTED)
    expect(dueOf(dossier, 'hearing')).toMatchObject({ state: 'running', day: day(28) })
    expect(dueOf(dossier, 'hearing-request').state).toBe('ended')
  })

  test.each<[on: number, gives: string]>([
    [9, 'refused: hearing-notice-short'],
    [15, 'refused: hearing-notice-short'],
    [16, 'reviewed'],
    [28, 'reviewed'],
    [29, 'refused: hearing-too-late'],
  ])('C9 called on the ninth day for the %i. day: %s', (on, gives) => {
    expect(outcome(act(journey(REQUESTED).dossier, call(on)))).toBe(gives)
  })

  test('C9 once both days cannot be had, the notice comes first and the delay shows', () => {
    const { dossier } = journey(REQUESTED)
    const [, who, action, input] = call(33)
    expect(outcome(act(dossier, [24, who, action, input]))).toBe('reviewed')
  })

  test.each<[presider: string, gives: string]>([
    ['post-reviewer-1', 'refused: presider-reviewed'],
    ['post-issuer-1', 'reviewed'],
    ['post-town-approver', 'refused: presider-unknown'],
    ['post-of-nobody', 'refused: presider-unknown'],
  ])('C9 presided by %s: %s', (presider, gives) => {
    expect(outcome(act(journey(REQUESTED).dossier, call(17, { presider })))).toBe(gives)
  })

  test('C9 before the review, whoever convenes as reviewer does not preside', () => {
    const steps: Step[] = [
      ...withNotice([...INTO.accepted, [3, 'reviewer', 'notify-hearing-right']]),
      [3, 'clerk', 'serve-hearing-notice'],
      [4, 'applicant', 'request-hearing', { reason: '要求听证' }],
    ]
    const called = (presider: string): Step => [
      5,
      'reviewer',
      'convene-hearing',
      { ...INPUTS['convene-hearing'], day: day(14), presider },
    ]
    expect(outcome(act(journey(steps).dossier, called('post-reviewer-1')))).toBe('refused: presider-reviewed')
    const convened = withNotice([...steps, called('post-reviewer-4')])
    const held = journey([
      ...convened,
      [5, 'clerk', 'serve-hearing-notice'],
      [14, 'second reviewer', 'record-hearing'],
    ]).dossier
    // Whoever presided does not review afterwards; the other reviewer does.
    expect(outcome(act(held, [15, 'second reviewer', 'review']))).toBe('refused: presider-reviewed')
    expect(outcome(act(held, [15, 'reviewer', 'review']))).toBe('reviewed')
  })

  test('C9 a second post of the reviewing officer gives no way to preside', () => {
    const other = { ...PEOPLE.issuer, person: PEOPLE.reviewer.person }
    const { dossier } = journey(CALLED)
    expect(allowed(approval, dossier, PEOPLE.issuer, workday(17), caseWorld())).toContain('record-hearing')
    expect(allowed(approval, dossier, other, workday(17), caseWorld())).not.toContain('record-hearing')
  })

  test('C9 回避: another presider answers the objection, the same one does not', () => {
    const { dossier } = journey(CASES['objected to'])
    const again = (presider: string): Step => [
      12,
      'approver',
      'convene-hearing',
      { ...INPUTS['convene-hearing'], day: day(20), presider },
    ]
    expect(outcome(act(dossier, again('post-issuer-1')))).toBe('refused: presider-objected')
    const other = journey([...CASES['objected to'], again('post-reviewer-4')]).dossier
    expect(other.hearing?.objected).toBeUndefined()
    const kept = journey([...CASES['objected to'], [12, 'head', 'keep-presider']]).dossier
    expect(outcome(act(kept, [17, 'issuer', 'record-hearing']))).toBe('reviewed')
  })

  test('C9 called again, the later call counts and has to be served anew', () => {
    const { dossier } = journey([...CALLED, [11, 'approver', 'convene-hearing', call(20)[3]!]])
    expect(dossier.hearing?.convened).toMatchObject({ day: day(20) })
    expect(dossier.hearing?.convened?.served).toBeUndefined()
  })
})

describe('C6 听证 stops the limits from the request to the day of the hearing, and telling of it stops nothing', () => {
  test('C6 a hearing recorded a day later is over with its own day', () => {
    const before = dueOf(journey(INTO.reviewed).dossier, 'statutory').day!
    const { dossier } = journey(HELD)
    expect(dossier.hearing?.over).toEqual({ how: 'held', on: day(17) })
    // Asked for on the eighth day, held on the seventeenth.
    expect(dueOf(dossier, 'statutory').day).toBe(calendar.addWorkingDays(before, 9))
    expect(dueOf(dossier, 'hearing').state).toBe('ended')
    expect(explain(dossier.clocks['statutory']!, calendar)).toContain(
      '因听证不计入期限（行政许可法第四十五条）',
    )
  })

  test.each<[string, Step[]]>([
    ['told', TOLD],
    ['served', SERVED],
    ['declined by the applicant', CASES['declined by the applicant']],
  ])('C6 %s: nobody has asked, and every limit runs on as before', (_when, steps) => {
    const { dossier } = journey(steps)
    const before = journey(INTO.reviewed).dossier
    for (const clock of ['statutory', 'promised']) expect(dueOf(dossier, clock)).toEqual(dueOf(before, clock))
    const sentence = explain(dossier.clocks['statutory']!, calendar)
    expect(sentence).toBe(explain(before.clocks['statutory']!, calendar))
    expect(sentence).not.toContain('听证')
  })

  test('C6 from the request the limits stand still, once however many ask', () => {
    const { dossier } = journey(REQUESTED)
    expect(dueOf(dossier, 'statutory').state).toBe('stopped')
    expect(explain(dossier.clocks['statutory']!, calendar)).toContain('起因听证依法暂停计时')
    const stops = journey(REQUESTED).facts.flatMap(({ clock = [] }) =>
      clock.filter(({ entry, clock: name }) => entry === 'stop' && name === 'statutory'),
    )
    expect(stops).toMatchObject([{ day: day(8), ground: '听证' }])
  })

  test('C6 cases told under the former reading, whose limits stopped with the notice, run again when nobody asks', () => {
    const { facts } = journey(SERVED)
    const entries = journey(REQUESTED)
      .facts.at(-1)!
      .clock!.filter(({ entry }) => entry === 'stop')
    const old = facts.map((fact, index) =>
      index === facts.length - 1 ? { ...fact, clock: [...(fact.clock ?? []), ...entries] } : fact,
    )
    const dossier = fold(approval, old)
    expect(dueOf(dossier, 'statutory').state).toBe('stopped')
    const lapsed = act(dossier, [12, 'system', 'lapse-hearing-right'])
    expect('dossier' in lapsed && dueOf(lapsed.dossier, 'statutory').state).toBe('running')
  })

  test('a hearing that the law wants in any case waits for no request', () => {
    const { dossier } = journey(PRESCRIBED)
    expect(dossier.clocks['hearing-request']).toBeUndefined()
    expect(dueOf(dossier, 'statutory').state).toBe('stopped')
    expect(outcome(act(dossier, [7, 'approver', 'grant']))).toBe('refused: hearing-not-held')
  })

  test('an electronic notice is served with its paper; one that comes too late for the hearing is not', () => {
    const online: Step[] = [
      [0, 'applicant', 'file-online', filing({ delivery: 'electronic' })],
      ...INTO.reviewed.slice(1),
      tell(),
    ]
    const told = withNotice(online)
    expect(approval.timers(journey(told).dossier, caseWorld())).toEqual([
      { action: 'serve-hearing-electronically', at: workday(6) },
    ])
    const requested: Step[] = [
      ...told,
      [6, 'system', 'serve-hearing-electronically'],
      [8, 'applicant', 'request-hearing', { reason: '希望当面说明' }],
    ]
    const at16 = withNotice([...requested, call(16)])
    expect(approval.timers(journey(at16).dossier, caseWorld())).toEqual([
      { action: 'serve-hearing-electronically', at: workday(9) },
    ])
    const lateNotice: Step[] = [...at16.slice(0, -1), [10, 'system', 'record-paper', at16.at(-1)![3]!]]
    expect(approval.timers(journey(lateNotice).dossier, caseWorld())).toEqual([])
    expect(outcome(act(journey(lateNotice).dossier, [10, 'system', 'serve-hearing-electronically']))).toBe(
      'refused: hearing-notice-short',
    )
  })
})
