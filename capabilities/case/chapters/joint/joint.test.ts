import { describe, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { allowed } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { procedureOf } from '../../model/procedures.ts'
import { act, INTO, journey, outcome, type Step } from '../../testing/journey.ts'
import { caseWorld, PARAMETERS, PEOPLE, workday, type Who } from '../../testing/world.ts'
import { bodiesOf } from '../index.ts'
import { isJoint, questionsOf } from './dossier.ts'

const WEST = 'west-town'
const PARKS = 'parks-bureau'
const ask = (bodies: string[], more: object = {}) => ({ bodies, question: '是否影响古树保护', ...more })
const gives = (verdict: string) => ({ verdict, text: '按现场情况' })
const of = (body: string, more: object) => ({ body, ...more })
const WITHOUT = { reason: '已经两次催办，现有材料足以作出决定' }

const ASKED: Step[] = [...INTO.reviewed, [5, 'approver', 'ask-opinions', ask([WEST, PARKS])]]
const ONE: Step[] = [...ASKED, [6, 'reviewer of another body', 'give-opinion', gives('agree')]]
const BOTH: Step[] = [...ONE, [7, 'approver of a body with the same power', 'give-opinion', gives('object')]]
const LATE: Step[] = [...ONE, [11, 'system', 'opinion-overdue']]
const STAGES = {
  received: INTO.received,
  accepted: INTO.accepted,
  reviewed: INTO.reviewed,
  asked: ASKED,
  'one answered': ONE,
  'both answered, one objects': BOTH,
  'objection answered': [
    ...BOTH,
    [8, 'approver', 'answer-objection', of(PARKS, { text: '不采纳，已避让古树' })],
  ],
  'one late': LATE,
  'one late, one in time': [
    ...INTO.reviewed,
    [5, 'approver', 'ask-opinions', ask([PARKS], { workingDays: 2 })],
    [5, 'approver', 'ask-opinions', ask([WEST], { workingDays: 5 })],
    [8, 'system', 'opinion-overdue'],
  ],
  'went on without': [...LATE, [11, 'approver', 'decide-without', of(PARKS, WITHOUT)]],
  withdrawn: [...ONE, [7, 'approver', 'withdraw-question', of(PARKS, { reason: '不涉及园林绿地' })]],
} satisfies Record<string, Step[]>
type Stage = keyof typeof STAGES

const at = (stage: Stage) => journey(STAGES[stage]).dossier

describe('who may ask, answer and go on', () => {
  test.each<[Stage, Who, string, object, number, string]>([
    ['received', 'approver', 'ask-opinions', ask([WEST]), 1, 'refused: not-in-this-state'],
    ['accepted', 'reviewer', 'ask-opinions', ask([WEST]), 3, 'accepted'],
    ['reviewed', 'approver', 'ask-opinions', ask([WEST]), 5, 'reviewed'],
    ['reviewed', 'clerk', 'ask-opinions', ask([WEST]), 5, 'refused: not-your-step'],
    ['reviewed', 'approver of another body', 'ask-opinions', ask([WEST]), 5, 'refused: not-your-step'],
    ['reviewed', 'approver', 'ask-opinions', ask(['nowhere']), 5, 'refused: body-unknown'],
    ['reviewed', 'approver', 'ask-opinions', ask(['forestry-bureau']), 5, 'refused: body-unknown'],
    ['asked', 'approver', 'ask-opinions', ask([WEST]), 5, 'refused: opinion-asked-already'],
    ['reviewed', 'approver', 'ask-opinions', ask([WEST], { workingDays: 7 }), 5, 'reviewed'],
    [
      'reviewed',
      'approver',
      'ask-opinions',
      ask([WEST], { workingDays: 8 }),
      5,
      'refused: opinion-limit-too-long',
    ],
    // The promise is past; the law's own day still lies ahead.
    ['reviewed', 'approver', 'ask-opinions', ask([WEST], { workingDays: 8 }), 14, 'reviewed'],
    [
      'reviewed',
      'approver',
      'ask-opinions',
      ask([WEST], { workingDays: 9 }),
      14,
      'refused: opinion-limit-too-long',
    ],
    ['asked', 'reviewer of another body', 'give-opinion', gives('agree'), 6, 'reviewed'],
    ['asked', 'approver of another body', 'give-opinion', gives('conditions'), 6, 'reviewed'],
    ['asked', 'issuer of another body', 'give-opinion', gives('agree'), 6, 'refused: not-your-step'],
    ['asked', 'reviewer', 'give-opinion', gives('agree'), 6, 'refused: not-your-step'],
    [
      'one answered',
      'reviewer of another body',
      'give-opinion',
      gives('object'),
      7,
      'refused: not-your-step',
    ],
    ['asked', 'approver', 'withdraw-question', of(WEST, { reason: '问错了部门' }), 6, 'reviewed'],
    [
      'one answered',
      'approver',
      'withdraw-question',
      of(WEST, { reason: '问错了部门' }),
      6,
      'refused: opinion-not-asked',
    ],
    [
      'reviewed',
      'approver',
      'withdraw-question',
      of(WEST, { reason: '问错了部门' }),
      6,
      'refused: not-for-this-dossier',
    ],
    ['asked', 'system', 'opinion-overdue', {}, 10, 'refused: not-overdue'],
    ['asked', 'system', 'opinion-overdue', {}, 11, 'reviewed'],
    ['one late', 'system', 'opinion-overdue', {}, 12, 'refused: not-overdue'],
    // Late is better than never.
    ['one late', 'approver of a body with the same power', 'give-opinion', gives('agree'), 12, 'reviewed'],
    ['asked', 'approver', 'decide-without', of(PARKS, WITHOUT), 6, 'refused: not-for-this-dossier'],
    [
      'one late, one in time',
      'approver',
      'decide-without',
      of(WEST, WITHOUT),
      8,
      'refused: opinion-not-overdue',
    ],
    ['one late, one in time', 'approver', 'decide-without', of(PARKS, WITHOUT), 8, 'reviewed'],
    ['one late', 'approver', 'decide-without', of(WEST, WITHOUT), 12, 'refused: opinion-not-asked'],
    ['one late', 'reviewer', 'decide-without', of(PARKS, WITHOUT), 12, 'refused: not-your-step'],
    ['one late', 'approver', 'decide-without', of(PARKS, WITHOUT), 12, 'reviewed'],
    [
      'both answered, one objects',
      'reviewer',
      'answer-objection',
      of(PARKS, { text: '不采纳，已避让' }),
      8,
      'reviewed',
    ],
    [
      'both answered, one objects',
      'approver',
      'answer-objection',
      of(WEST, { text: '不采纳，已避让' }),
      8,
      'refused: opinion-not-asked',
    ],
    [
      'one answered',
      'approver',
      'answer-objection',
      of(WEST, { text: '不采纳，已避让' }),
      8,
      'refused: not-for-this-dossier',
    ],
  ])('%s | %s | %s %j | day %i → %s', (stage, who, action, input, day, expected) => {
    expect(outcome(act(at(stage), [day, who, action, { ...input }]))).toBe(expected)
  })
})

describe('CAS-14 the decision waits for every department that was asked', () => {
  test.each<[Stage, 'grant' | 'deny', string]>([
    ['asked', 'grant', 'refused: opinions-missing'],
    ['one answered', 'deny', 'refused: opinions-missing'],
    ['one late', 'grant', 'refused: opinions-missing'],
    ['went on without', 'grant', 'decided'],
    ['withdrawn', 'grant', 'decided'],
    ['both answered, one objects', 'grant', 'refused: objection-unanswered'],
    ['both answered, one objects', 'deny', 'decided'],
    ['objection answered', 'grant', 'decided'],
  ])('%s: %s → %s', (stage, action, expected) => {
    expect(outcome(act(at(stage), [12, 'approver', action]))).toBe(expected)
  })

  test('it names whom it waits for', () => {
    expect(act(at('asked'), [6, 'approver', 'grant'])).toMatchObject({
      facts: { bodies: ['西镇政府', '园林局'] },
    })
  })

  test('where the area takes silence for no objection, a late department does not hold up the decision; one in time does', () => {
    const world = caseWorld({ parameters: { ...PARAMETERS, silenceCountsAsNoObjection: true } })
    expect(outcome(act(at('one late'), [12, 'approver', 'grant'], world))).toBe('decided')
    expect(outcome(act(at('one answered'), [8, 'approver', 'grant'], world))).toBe(
      'refused: opinions-missing',
    )
  })
})

describe('CAS-14 each department has a clock of its own', () => {
  test('of the days the asker gave, else of the usual ones, else of what the promise leaves', () => {
    const amounts = (step: Step) => {
      const verdict = act(at('reviewed'), step)
      if (isRefusal(verdict)) throw new Error(verdict.code)
      return verdict.dossier.clocks[`opinion-${WEST}`]!.amount
    }
    expect(amounts([5, 'approver', 'ask-opinions', ask([WEST], { workingDays: 3 })])).toBe(3)
    expect(amounts([5, 'approver', 'ask-opinions', ask([WEST])])).toBe(5)
    expect(amounts([10, 'approver', 'ask-opinions', ask([WEST])])).toBe(2)
  })

  test('it ends with the answer, and silence is flagged once on the morning after its last day', () => {
    const { dossier } = journey(LATE)
    expect(dossier.clocks[`opinion-${WEST}`]!.ended).toEqual({ day: legalDay(workday(6)), at: workday(6) })
    expect(dossier.clocks[`opinion-${PARKS}`]!.ended).toBeUndefined()
    expect(questionsOf(dossier).map(({ overdueAt }) => overdueAt)).toEqual([undefined, workday(11)])
    const timers = procedureOf(at('asked')).timers(at('asked'), caseWorld())
    expect(timers.filter(({ action }) => action === 'opinion-overdue')).toHaveLength(1)
    expect(procedureOf(dossier).timers(dossier, caseWorld())).toEqual([])
  })

  test('an open question ends with the case that is withdrawn', () => {
    const { dossier } = journey([...ASKED, [6, 'applicant', 'withdraw']])
    expect(Object.values(dossier.clocks).every(({ ended }) => ended !== undefined)).toBe(true)
  })

  test('the same department can be asked again once it has answered', () => {
    const { dossier } = journey([...BOTH, [8, 'approver', 'ask-opinions', ask([WEST])]])
    expect(questionsOf(dossier)).toHaveLength(3)
    expect(dossier.clocks[`opinion-${WEST}`]!.ended).toBeUndefined()
  })
})

describe('who takes part', () => {
  test.each<[Stage, string[], string[], boolean]>([
    ['reviewed', [], [], false],
    ['asked', [WEST, PARKS], [WEST, PARKS], true],
    ['one answered', [WEST, PARKS], [PARKS], true],
    ['both answered, one objects', [WEST, PARKS], [], true],
    ['withdrawn', [WEST], [], true],
  ])('%s: partners %j, asked %j, joint %s', (stage, partners, asked, is) => {
    const dossier = at(stage)
    expect([bodiesOf('partners', dossier), bodiesOf('asked', dossier)]).toEqual([partners, asked])
    expect(isJoint(dossier)).toBe(is)
  })

  test('a department that is asked may answer and nothing else', () => {
    const may = (who: Who) =>
      allowed(procedureOf(at('asked')), at('asked'), PEOPLE[who], workday(6), caseWorld())
    expect(may('reviewer of another body')).toEqual(['give-opinion'])
    expect(may('issuer of another body')).toEqual([])
  })
})

test('nothing that was asked or said stands in a fact in the clear', () => {
  const world = caseWorld({ seal: () => 'sealed' })
  const stages = [STAGES['objection answered'], STAGES['went on without'], STAGES.withdrawn]
  const text = JSON.stringify(stages.map((steps) => journey(steps, world).facts.map(({ body }) => body)))
  for (const words of ['古树', '现场情况', '催办', '避让', '园林绿地']) expect(text).not.toContain(words)
})
