import { expect, test } from 'vitest'
import { action, type DossierBase, type Procedure, type State, type WorldBase } from './procedure.ts'
import { walk } from './walk.ts'

type Step = [name: string, from: string[], to: string[] | 'same', by: string[]]

const OPEN: State = { waitsFor: ['keeper'], clocks: ['lending'] }
const FINAL: State = { final: true, waitsFor: [], clocks: [] }
const STATES = { asked: OPEN, lent: { waitsFor: ['borrower'], clocks: ['lending'] }, back: FINAL }
const STEPS: Step[] = [
  ['ask', [], ['asked'], ['borrower']],
  ['lend', ['asked'], ['lent'], ['keeper']],
  ['note', ['asked', 'lent', 'back'], 'same', ['keeper']],
  ['bring-back', ['lent'], ['back'], ['borrower']],
]

function procedure(steps: readonly Step[], states: Record<string, State>): Procedure<DossierBase, WorldBase> {
  return {
    name: 'umbrella',
    version: 2,
    states,
    actions: steps.map(([name, from, to, by]) =>
      action<DossierBase, WorldBase, object>({ name, from, to, by, input: {}, facts: () => [] }),
    ),
    initial: { state: 'none', version: 0, clocks: {} },
    apply: {},
    rolesOf: () => [],
    powerQuestion: () => ({ power: 'decide', item: '', body: '', place: '', day: '' }),
    timers: () => [],
  }
}

const without = (name: string) => STEPS.filter(([step]) => step !== name)

test('a sound procedure gives no sentence', () => {
  expect(walk(procedure(STEPS, STATES))).toEqual([])
})

test.each<[string, Step[], Record<string, State>, string[]]>([
  ['a state nothing leads to', STEPS, { ...STATES, lost: FINAL }, ['the state lost cannot be reached']],
  [
    'a state only an unreachable state leads to',
    [...STEPS, ['lose', ['limbo'], ['back'], ['keeper']]],
    { ...STATES, limbo: OPEN },
    ['the state limbo cannot be reached'],
  ],
  [
    'a state only reached from one that is not',
    [...STEPS, ['lose', ['limbo'], ['attic'], ['keeper']]],
    { ...STATES, limbo: OPEN, attic: FINAL },
    ['the state limbo cannot be reached', 'the state attic cannot be reached'],
  ],
  [
    'nothing opens it',
    without('ask'),
    STATES,
    [
      'the state asked cannot be reached',
      'the state lent cannot be reached',
      'the state back cannot be reached',
    ],
  ],
  [
    'a dead end',
    without('bring-back'),
    STATES,
    [
      'no end can be reached from asked',
      'nothing leads out of lent',
      'lent waits for borrower, who can do nothing',
      'the state back cannot be reached',
    ],
  ],
  [
    'an act that stays does not lead out',
    [...without('bring-back'), ['keep', ['lent'], ['lent'], ['borrower']]],
    { asked: OPEN, lent: STATES.lent },
    [
      'note names the unknown state back',
      'no end can be reached from asked',
      'nothing leads out of lent',
      'lent waits for borrower, who can do nothing',
      'it never ends',
    ],
  ],
  [
    'a circle without an end',
    [
      ...STEPS,
      ['swap', ['asked'], ['round'], ['keeper']],
      ['again', ['round'], ['trip'], ['keeper']],
      ['turn', ['trip'], ['round'], ['keeper']],
    ],
    { ...STATES, round: OPEN, trip: OPEN },
    ['no end can be reached from round', 'no end can be reached from trip'],
  ],
  [
    'a final state that is left',
    [...STEPS, ['reopen', ['back'], ['asked'], ['keeper']]],
    STATES,
    ['the final state back is left by reopen'],
  ],
  ['waiting for nobody', STEPS, { ...STATES, asked: { ...OPEN, waitsFor: [] } }, ['asked waits for nobody']],
  [
    'waiting for somebody who can do nothing',
    STEPS,
    { ...STATES, asked: { ...OPEN, waitsFor: ['keeper', 'borrower'] } },
    ['asked waits for borrower, who can do nothing'],
  ],
  [
    'somebody who may only write a note moves nothing',
    STEPS,
    { ...STATES, lent: { ...OPEN, waitsFor: ['keeper'] } },
    ['lent waits for keeper, who can do nothing'],
  ],
  ['no clock', STEPS, { ...STATES, asked: { ...OPEN, clocks: [] } }, ['no clock runs in asked']],
  [
    'an unknown state before an act',
    [...STEPS, ['steal', ['shelf'], ['back'], ['keeper']]],
    STATES,
    ['steal names the unknown state shelf'],
  ],
  [
    'an unknown state after an act',
    [...STEPS, ['steal', ['asked'], ['shelf'], ['keeper']]],
    STATES,
    ['steal names the unknown state shelf'],
  ],
  ['an act nobody may take', [...STEPS, ['steal', ['asked'], ['back'], []]], STATES, ['nobody may steal']],
  [
    'two acts of one name',
    [...STEPS, ['lend', ['asked'], ['back'], ['keeper']]],
    STATES,
    ['two actions are called lend'],
  ],
  [
    'it never ends',
    [
      ['ask', [], ['asked'], ['borrower']],
      ['turn', ['asked'], ['lent'], ['keeper']],
      ['return', ['lent'], ['asked'], ['borrower']],
    ],
    { asked: OPEN, lent: STATES.lent },
    ['no end can be reached from asked', 'no end can be reached from lent', 'it never ends'],
  ],
])('%s', (_title, steps, states, sentences) => {
  expect(walk(procedure(steps, states))).toEqual(sentences.map((sentence) => `umbrella@2: ${sentence}`))
})
