import { describe, expect, test } from 'vitest'
import { allowed, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { approval } from '../../model/approval.ts'
import { rowValues } from '../../store/row-values.ts'
import { noticeOf } from '../../notices/rules.ts'
import { queueOf } from '../../sight.ts'
import { debtorsOf } from '../../store/debtors.ts'
import { owedBy, urgesOpen } from '../owed.ts'
import { act, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { calendar, caseWorld, PEOPLE, workday, type Who } from '../../testing/world.ts'

/** The five days to name what lacks end on day 5; the last but one is near. Accepted on day 2, the step of the review is the nearest limit. */
const FILED: Step[] = [[0, 'applicant', 'file-online']]
const ACCEPTED: Step[] = [...FILED, [2, 'clerk', 'accept']]
const CLAIMED: Step[] = [...ACCEPTED, [2, 'reviewer', 'claim']]
const URGED: Step[] = [...FILED, [5, 'supervisor', 'urge']]
const ASKED: Step[] = [
  ...ACCEPTED,
  [3, 'reviewer', 'ask-opinions', { bodies: ['west-town'], question: '是否影响古树保护' }],
]
const CASES = {
  received: FILED,
  urged: URGED,
  supplementing: [...FILED, [1, 'clerk', 'notify-supplement']],
  accepted: ACCEPTED,
  claimed: CLAIMED,
  'opinion asked': ASKED,
  withdrawn: [...FILED, [1, 'applicant', 'withdraw']],
} satisfies Record<string, Step[]>

const saying = (more: object = {}) => ({ to: 'step', text: '请今天办完', ...more })

describe('第十条、第六十条: who may urge whom, and when', () => {
  test.each<[from: keyof typeof CASES, who: Who, day: number, input: object, gives: string]>([
    ['received', 'supervisor', 5, saying(), 'received'],
    ['received', 'supervisor', 9, saying(), 'received'],
    ['received', 'director of the hall', 5, saying(), 'received'],
    ['accepted', 'director of the hall', 30, saying(), 'refused: urge-nobody'],
    ['received', 'head', 5, saying(), 'refused: urge-nobody'],
    ['received', 'clerk', 5, saying(), 'refused: not-your-step'],
    ['received', 'applicant', 5, saying(), 'refused: not-your-step'],
    ['received', 'approver', 5, saying(), 'refused: not-your-step'],
    ['received', 'supervisor', 2, saying(), 'refused: urge-early'],
    ['received', 'supervisor', 5, saying({ to: 'west-town' }), 'refused: urge-nobody'],
    ['urged', 'supervisor', 5, saying(), 'refused: urge-once'],
    ['urged', 'supervisor', 6, saying(), 'received'],
    ['supplementing', 'supervisor', 15, saying(), 'refused: urge-nobody'],
    ['withdrawn', 'supervisor', 9, saying(), 'refused: urge-nobody'],
    ['accepted', 'head', 30, saying(), 'accepted'],
    ['accepted', 'head of another body', 30, saying(), 'refused: urge-nobody'],
    ['claimed', 'head', 30, saying(), 'accepted'],
    ['opinion asked', 'supervisor', 9, saying({ to: 'west-town' }), 'accepted'],
    ['opinion asked', 'head of another body', 9, saying({ to: 'west-town' }), 'accepted'],
    ['opinion asked', 'head', 9, saying({ to: 'west-town' }), 'refused: urge-nobody'],
    ['opinion asked', 'supervisor', 3, saying({ to: 'west-town' }), 'refused: urge-early'],
  ])('%s | %s | day %i | %o → %s', (from, who, day, input, gives) => {
    expect(outcome(act(journey(CASES[from]).dossier, [day, who, 'urge', { ...input }]))).toBe(gives)
  })

  test('a limit that lawfully stands still is never urged', () => {
    const started: Step[] = [...ACCEPTED, [3, 'reviewer', 'start-special']]
    const [special] = journey(started).dossier.special!
    const made: Step = [
      ...([3, 'system', 'record-paper'] as const),
      { ...rendered('special-procedure', 90), id: special!.id },
    ]
    const { dossier } = journey([...started, made, [4, 'clerk', 'serve-special']])
    expect(outcome(act(dossier, [30, 'supervisor', 'urge', saying()]))).toBe('refused: urge-stopped')
  })

  test('nobody urges themselves', () => {
    const [post] = caseWorld().posts
    const { person, body, place, roles } = PEOPLE.approver
    const world = caseWorld({ posts: [{ ...post!, post: 'post-approver-1', person, body, place, roles }] })
    const steps: Step[] = [...ACCEPTED, [3, 'reviewer', 'review'], [3, 'approver', 'claim']]
    const { dossier } = journey(steps, world)
    const asked = act(dossier, [30, 'approver who is head as well', 'urge', saying()], world)
    expect(outcome(asked)).toBe('refused: urge-oneself')
  })

  test('the button stands where there is somebody to urge, and nowhere else', () => {
    const { dossier } = journey(FILED)
    const may = (day: number) => allowed(approval, dossier, PEOPLE.supervisor, workday(day), caseWorld())
    expect([may(2).includes('urge'), may(5).includes('urge')]).toEqual([false, true])
  })

  test('the pack says what is near', () => {
    const parameters = { ...caseWorld().parameters, near: { nearPercent: 100, nearWorkingDays: 5 } }
    const { dossier } = journey(FILED)
    expect(outcome(act(dossier, [0, 'supervisor', 'urge', saying()], caseWorld({ parameters })))).toBe(
      'received',
    )
  })

  test('one a working day for whoever has it in hand: handed on, the next holder may be urged the same day', () => {
    const first = journey([...CLAIMED, [30, 'supervisor', 'urge', saying()]]).dossier
    expect(outcome(act(first, [30, 'head', 'urge', saying()]))).toBe('refused: urge-once')
    const on = journey([
      ...CLAIMED,
      [30, 'supervisor', 'urge', saying()],
      [30, 'reviewer', 'hand-over', { to: 'post-reviewer-4', reason: '下午要去参加培训' }],
    ]).dossier
    expect(outcome(act(on, [30, 'supervisor', 'urge', saying()]))).toBe('accepted')
  })
})

describe('what it does', () => {
  test('it moves no limit and makes nobody’s act stale, and the fact says whom, what and on which day', () => {
    const { dossier, facts } = journey(URGED)
    const before = journey(FILED).dossier
    expect(dossier.clocks).toEqual(before.clocks)
    expect(dossier.last).toEqual(before.last)
    expect(facts.at(-1)!.body).toMatchObject({
      ...{ to: 'step', limit: 'notice', late: false, on: workday(5).slice(0, 10) },
      who: { roles: ['window-clerk'], place: 'hall-place' },
    })
    expect(fold(approval, facts)).toEqual(dossier)
  })

  test.each<[string, Step[], object]>([
    ['the counter', URGED, { roles: ['window-clerk'], places: ['hall-place'] }],
    ['whoever claimed it', [...CLAIMED, [30, 'supervisor', 'urge']], { posts: ['post-reviewer-1'] }],
    [
      'a department asked for its opinion',
      [...ASKED, [9, 'supervisor', 'urge', saying({ to: 'west-town' })]],
      { roles: ['reviewer', 'approver'], bodies: ['west-town'] },
    ],
  ])('%s is told', (_who, steps, audience) => {
    const { dossier, facts } = journey(steps)
    const told = noticeOf({ fact: facts.at(-1)!, before: facts.slice(0, -1), dossier })
    expect(told).toEqual({ kind: 'urged', ...audience })
  })

  test('it stands in the queue of whoever is urged under a name of theirs, with the limit it is about', () => {
    const { dossier } = journey([...CLAIMED, [30, 'supervisor', 'urge']])
    const row = rowValues({
      ...{ area: '370304', stream: 'case:1', dossier, calendar, applicantMasked: '张*例' },
      ...{ receivedAt: workday(0), changedAt: workday(0) },
    })
    const [name] = ['urged:post-reviewer-1']
    expect(JSON.stringify(row)).toContain(name)
    const desk = { covering: [], ended: [] }
    expect(debtorsOf(queueOf(PEOPLE.reviewer, desk))).toContain(name)
    expect(debtorsOf(queueOf(PEOPLE['second reviewer'], desk))).not.toContain(name)
    const { post, roles, place, body } = PEOPLE.reviewer
    const officer = { posts: [post], roles, place, body }
    expect(owedBy(dossier, Object.values(dossier.clocks), officer, calendar)).toMatchObject({
      ...{ what: '办理，并答复催办', urged: true },
      clock: 'step-review',
    })
  })
})

describe('what comes of it', () => {
  test('whoever was urged answers in words, whoever urged is told', () => {
    const { dossier, facts } = journey([...URGED, [5, 'clerk', 'answer-urge']])
    expect(urgesOpen(dossier)).toEqual([])
    expect(noticeOf({ fact: facts.at(-1)!, before: facts.slice(0, -1), dossier })).toEqual({
      ...{ kind: 'urge-answered', posts: ['post-supervisor-1'] },
    })
    expect(outcome(act(dossier, [5, 'clerk', 'answer-urge']))).toBe('refused: not-your-step')
  })

  test.each<[Who, string]>([
    ['town clerk', 'refused: not-your-step'],
    ['reviewer', 'refused: not-your-step'],
    ['supervisor', 'refused: not-your-step'],
    ['applicant', 'refused: not-your-step'],
  ])('%s was not urged and answers nothing', (who, gives) => {
    expect(outcome(act(journey(URGED).dossier, [5, who, 'answer-urge']))).toBe(gives)
  })

  test('doing the work answers it, and withdrawing the application only ends it', () => {
    const done = journey([...URGED, [5, 'clerk', 'accept']])
    expect(done.facts.slice(-2).map(({ kind, body }) => [kind, body['met']])).toEqual([
      ['urge-ended', true],
      ['accepted', undefined],
    ])
    expect(urgesOpen(done.dossier)).toEqual([])
    const over = journey([...URGED, [5, 'applicant', 'withdraw']])
    expect(over.dossier.urges).toMatchObject([{ ended: { met: false } }])
    expect(fold(approval, over.facts)).toEqual(over.dossier)
  })

  test('a step that leaves the case where it is ends nothing', () => {
    expect(urgesOpen(journey([...URGED, [5, 'clerk', 'pre-review']]).dossier)).toHaveLength(1)
  })

  test('an opinion that comes is the answer to the urge for it', () => {
    const steps: Step[] = [...ASKED, [9, 'supervisor', 'urge', saying({ to: 'west-town' })]]
    expect(urgesOpen(journey(steps).dossier)).toHaveLength(1)
    const { dossier } = journey([...steps, [9, 'reviewer of another body', 'give-opinion']])
    expect(urgesOpen(dossier)).toEqual([])
  })

  test('the last step of a case is never left with an urge open', () => {
    const { dossier } = journey([...URGED, [5, 'applicant', 'withdraw']])
    expect(isRefusal(act(dossier, [5, 'clerk', 'answer-urge']))).toBe(true)
  })
})
