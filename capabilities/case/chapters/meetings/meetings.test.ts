import { describe, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { allowed } from '#engine/procedure/decide.ts'
import { procedureOf } from '../../model/procedures.ts'
import { act, INTO, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { ON_THE_SPOT, standing } from '../../testing/ways.ts'
import { caseWorld, PEOPLE, workday, type Who } from '../../testing/world.ts'
import { bodiesOf } from '../index.ts'
import { questionsOf } from '../joint/dossier.ts'
import { meetingsOf, openTasks, tasksOf } from './dossier.ts'

const WEST = 'west-town'
const PARKS = 'parks-bureau'
const call = (more: object = {}) => ({
  ...{ kind: 'joint-review', time: '14:30', where: '二楼会议室', bodies: [WEST, PARKS] },
  ...{ question: '采伐是否影响古树保护', ...more },
})
const opinion = (body: string, verdict: string) => ({ kind: 'opinion', body, verdict, text: '保留三棵古树' })
const task = (body: string, more: object = {}) => ({
  ...{ kind: 'task', body, text: '现场标出古树', workingDays: 2, blocking: true },
  ...more,
})
const done = (id: string) => ({ task: id, text: '已挂牌标出' })

const CALLED: Step[] = [...INTO.reviewed, [5, 'approver', 'call-meeting', call()]]
const SPOKEN: Step[] = [...CALLED, [5, 'approver', 'record-resolution', opinion(WEST, 'conditions')]]
const GIVEN: Step[] = [...SPOKEN, [5, 'approver', 'record-resolution', task(PARKS)]]
const minutes = { came: [WEST, PARKS], minutes: '现场核对了古树位置' }
const HELD: Step[] = [...GIVEN, [5, 'approver', 'hold-meeting', minutes]]
const TASK = tasksOf(journey(HELD).dossier)[0]!.id
const STAGES = {
  received: INTO.received,
  supplementing: INTO.supplementing,
  accepted: INTO.accepted,
  reviewed: INTO.reviewed,
  called: CALLED,
  'called for later': [
    ...INTO.reviewed,
    [5, 'approver', 'call-meeting', call({ day: legalDay(workday(7)) })],
  ],
  spoken: SPOKEN,
  given: GIVEN,
  held: HELD,
  'coordination called': [...INTO.reviewed, [5, 'reviewer', 'call-meeting', call({ kind: 'coordination' })]],
  'task late': [...HELD, [8, 'system', 'task-overdue']],
} satisfies Record<string, Step[]>
type Stage = keyof typeof STAGES
const at = (stage: Stage) => journey(STAGES[stage]).dossier

describe('nobody speaks for an organ but the organ', () => {
  const own: Step = [
    6,
    'approver of another body',
    'give-opinion',
    { verdict: 'object', text: '会上没有同意，古树在采伐范围内' },
  ]

  test('a department puts right what the lead wrote down for it, and the decision hears it', () => {
    const held = at('held')
    expect(
      allowed(procedureOf(held), held, PEOPLE['approver of another body'], workday(6), caseWorld()),
    ).toEqual(['give-opinion'])
    const { dossier } = journey([
      ...HELD,
      own,
      [6, 'approver of a body with the same power', 'complete-task', done(TASK)],
    ])
    const [west] = questionsOf(dossier)
    expect(west).toMatchObject({ opinion: { verdict: 'object', by: { person: 'approver-2' } } })
    expect(west!.opinion).not.toHaveProperty('meeting')
    expect(outcome(act(dossier, [7, 'approver', 'grant']))).toBe('refused: objection-unanswered')
  })

  test('once, and whom the lead wrote nothing down for has nothing to put right', () => {
    const { dossier } = journey([...HELD, own])
    expect(outcome(act(dossier, own))).toBe('refused: not-your-step')
    expect(outcome(act(at('called'), own))).toBe('refused: not-your-step')
  })
})

describe('calling, speaking, resolving', () => {
  test.each<[Stage, Who, string, object, number, string]>([
    ['received', 'reviewer', 'call-meeting', call({ kind: 'coordination' }), 1, 'received'],
    ['received', 'reviewer', 'call-meeting', call(), 1, 'refused: joint-review-too-early'],
    ['supplementing', 'approver', 'call-meeting', call({ kind: 'coordination' }), 1, 'supplementing'],
    ['accepted', 'reviewer', 'call-meeting', call(), 3, 'accepted'],
    ['reviewed', 'clerk', 'call-meeting', call(), 5, 'refused: not-your-step'],
    ['reviewed', 'approver of another body', 'call-meeting', call(), 5, 'refused: not-your-step'],
    ['reviewed', 'approver', 'call-meeting', call({ bodies: ['nowhere'] }), 5, 'refused: body-unknown'],
    ['reviewed', 'approver', 'call-meeting', call({ day: '2026-09-21' }), 5, 'refused: input-invalid'],
    ['called', 'approver', 'call-meeting', call(), 5, 'refused: not-for-this-dossier'],
    [
      'called for later',
      'approver',
      'record-resolution',
      opinion(WEST, 'agree'),
      6,
      'refused: meeting-not-begun',
    ],
    ['called for later', 'approver', 'hold-meeting', minutes, 6, 'refused: meeting-not-begun'],
    ['called for later', 'approver', 'record-resolution', opinion(WEST, 'agree'), 7, 'reviewed'],
    ['reviewed', 'approver', 'record-resolution', opinion(WEST, 'agree'), 5, 'refused: not-for-this-dossier'],
    [
      'called',
      'approver',
      'record-resolution',
      opinion('water-bureau', 'agree'),
      5,
      'refused: not-at-the-meeting',
    ],
    [
      'called',
      'approver',
      'record-resolution',
      opinion('forestry-bureau', 'agree'),
      5,
      'refused: not-at-the-meeting',
    ],
    ['called', 'approver', 'record-resolution', task('forestry-bureau'), 5, 'reviewed'],
    [
      'called',
      'approver',
      'record-resolution',
      { ...opinion(WEST, 'agree'), verdict: undefined },
      5,
      'refused: input-invalid',
    ],
    [
      'called',
      'approver',
      'record-resolution',
      task(WEST, { workingDays: undefined }),
      5,
      'refused: input-invalid',
    ],
    [
      'called',
      'reviewer of another body',
      'record-resolution',
      opinion(WEST, 'agree'),
      5,
      'refused: not-your-step',
    ],
    ['called', 'approver', 'hold-meeting', minutes, 5, 'refused: meeting-unresolved'],
    [
      'given',
      'approver',
      'hold-meeting',
      { ...minutes, came: ['water-bureau'] },
      5,
      'refused: not-at-the-meeting',
    ],
    ['given', 'approver', 'hold-meeting', { ...minutes, came: [WEST] }, 5, 'reviewed'],
    ['given', 'approver', 'hold-meeting', { ...minutes, came: [PARKS] }, 5, 'refused: speaker-absent'],
    ['held', 'approver', 'hold-meeting', minutes, 5, 'refused: not-for-this-dossier'],
    ['called', 'approver', 'cancel-meeting', { reason: '部门领导外出' }, 5, 'reviewed'],
    ['given', 'approver', 'cancel-meeting', { reason: '部门领导外出' }, 5, 'refused: not-for-this-dossier'],
    ['held', 'approver of a body with the same power', 'complete-task', done(TASK), 6, 'reviewed'],
    ['held', 'reviewer of another body', 'complete-task', done(TASK), 6, 'refused: not-your-step'],
    [
      'held',
      'approver of a body with the same power',
      'complete-task',
      done('nothing'),
      6,
      'refused: task-unknown',
    ],
    ['held', 'approver', 'drop-task', { task: TASK, reason: '已另行处理' }, 6, 'reviewed'],
    ['held', 'approver', 'drop-task', { task: 'nothing', reason: '已另行处理' }, 6, 'refused: task-unknown'],
    [
      'called',
      'approver',
      'drop-task',
      { task: TASK, reason: '已另行处理' },
      6,
      'refused: not-for-this-dossier',
    ],
    ['held', 'system', 'task-overdue', {}, 7, 'refused: not-overdue'],
    ['held', 'system', 'task-overdue', {}, 8, 'reviewed'],
    ['task late', 'system', 'task-overdue', {}, 9, 'refused: not-overdue'],
    ['task late', 'approver of a body with the same power', 'complete-task', done(TASK), 9, 'reviewed'],
  ])('%s | %s | %s %j | day %i → %s', (stage, who, action, input, day, expected) => {
    expect(outcome(act(at(stage), [day, who, action, { ...input }]))).toBe(expected)
  })
})

describe('the decision waits', () => {
  const taskDone: Step = [6, 'approver of a body with the same power', 'complete-task', done(TASK)]
  test.each<[string, Step[], string]>([
    ['for a joint review that was called', CALLED, 'refused: meeting-pending'],
    ['for a task it was told to wait for', HELD, 'refused: tasks-open'],
    ['no longer once that task is done', [...HELD, taskDone], 'decided'],
    [
      'no longer once that task is dropped',
      [...HELD, [6, 'approver', 'drop-task', { task: TASK, reason: '已另行处理' }]],
      'decided',
    ],
    [
      'for the minutes of a coordination meeting at which opinions were written down',
      [...STAGES['coordination called'], [5, 'approver', 'record-resolution', opinion(WEST, 'agree')]],
      'refused: meeting-pending',
    ],
    ['for no coordination meeting', STAGES['coordination called'], 'decided'],
    [
      'for no other task',
      [
        ...SPOKEN,
        [5, 'approver', 'record-resolution', task(PARKS, { blocking: false })],
        [5, 'approver', 'hold-meeting', minutes],
      ],
      'decided',
    ],
  ])('%s', (_what, steps, expected) => {
    expect(outcome(act(journey(steps).dossier, [9, 'approver', 'grant']))).toBe(expected)
  })
})

describe('what a meeting resolves is written back to the case', () => {
  test('an opinion answers the question the body was asked, and ends its clock', () => {
    const asked: Step[] = [
      ...INTO.reviewed,
      [5, 'approver', 'ask-opinions', { bodies: [WEST], question: '是否影响古树保护' }],
      [5, 'approver', 'call-meeting', call()],
      [5, 'approver', 'record-resolution', opinion(WEST, 'object')],
    ]
    const { dossier } = journey(asked)
    expect(questionsOf(dossier)).toMatchObject([{ body: WEST, opinion: { verdict: 'object' } }])
    expect(dossier.clocks[`opinion-${WEST}`]!.ended).toBeDefined()
    expect(meetingsOf(dossier)[0]!.resolutions).toMatchObject([{ kind: 'opinion', verdict: 'object' }])
  })

  test('a body nobody had asked in writing stands in the result all the same', () => {
    const { dossier } = journey(SPOKEN)
    const [meeting] = meetingsOf(dossier)
    expect(questionsOf(dossier)).toMatchObject([
      {
        body: WEST,
        name: '西镇政府',
        question: meeting!.question,
        opinion: { verdict: 'conditions', meeting: meeting!.id },
      },
    ])
  })

  test('a task has a clock of its own, and its body finds it in its queue', () => {
    const dossier = at('held')
    expect(dossier.clocks['task-1']).toMatchObject({ kind: 'meeting', unit: 'working-day', amount: 2 })
    expect(bodiesOf('asked', dossier)).toEqual([PARKS])
    expect(bodiesOf('partners', dossier)).toEqual([WEST, PARKS])
    const may = (who: Who) => allowed(procedureOf(dossier), dossier, PEOPLE[who], workday(6), caseWorld())
    expect(may('approver of a body with the same power')).toEqual(['complete-task'])
    // West town's opinion was written down for it, and it may put that right; the task is another body's.
    expect(may('reviewer of another body')).toEqual(['give-opinion'])
  })
})

test('who was called to a meeting that was cancelled takes no part', () => {
  const { dossier } = journey([...CALLED, [5, 'approver', 'cancel-meeting', { reason: '部门领导外出' }]])
  expect(bodiesOf('partners', dossier)).toEqual([])
  expect(dossier.clocks['meeting']!.ended).toBeDefined()
})

test('an on-the-spot matter may be coordinated and not jointly reviewed', () => {
  const dossier = standing(ON_THE_SPOT, 'accepted')
  const calling = (kind: string): Step => [0, 'approver', 'call-meeting', call({ kind })]
  expect(outcome(act(dossier, calling('coordination'), ON_THE_SPOT.world()))).toBe('accepted')
  expect(outcome(act(dossier, calling('joint-review'), ON_THE_SPOT.world()))).toBe(
    'refused: joint-review-too-early',
  )
})

test('a task left open ends with the case, and may be done until then', () => {
  const open: Step[] = [
    ...SPOKEN,
    [5, 'approver', 'record-resolution', task(PARKS, { blocking: false })],
    [5, 'approver', 'hold-meeting', minutes],
    [6, 'approver', 'grant'],
    [7, 'issuer', 'seal'],
  ]
  const issued = journey(open).dossier
  const seq = issued.version
  expect(openTasks(issued)).toHaveLength(1)
  const { dossier } = journey([
    ...open,
    [7, 'system', 'record-paper', rendered('grant', seq)],
    [8, 'clerk', 'deliver-at-window'],
  ])
  expect(dossier.state).toBe('closed')
  expect(Object.values(dossier.clocks).every(({ ended }) => ended !== undefined)).toBe(true)
})

test('nothing that was said stands in a fact in the clear', () => {
  const world = caseWorld({ seal: () => 'sealed' })
  const text = JSON.stringify(journey(HELD, world).facts.map(({ body }) => body))
  for (const words of ['古树', '现场核对']) expect(text).not.toContain(words)
})
