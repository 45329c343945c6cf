import { describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '../actor.ts'
import { compileCalendar } from '../calendar/calendar.ts'
import type { Instant } from '../day.ts'
import type { Fact } from '../fact.ts'
import type { Grant } from '../power/grant.ts'
import { isRefusal, refusal } from '../refusal.ts'
import { UP_TO_2026 } from '../testing/published-years.ts'
import { allowed, decide, fold } from './decide.ts'
import { action, type DossierBase, type Procedure, type WorldBase } from './procedure.ts'

/** A borrowed umbrella: somebody asks, a keeper lends it within a day, the borrower brings it back. */
interface Loan extends DossierBase {
  state: string
  borrower: string
  notes: readonly string[]
}

const CLOCK = { clock: 'lending', calendar: 'any', day: '2026-03-02', at: '2026-03-02T02:00:00.000Z' }

const umbrella: Procedure<Loan, WorldBase> = {
  name: 'umbrella',
  version: 2,
  states: {
    asked: { waitsFor: ['keeper'], clocks: ['lending'] },
    lent: { waitsFor: ['borrower'], clocks: ['lending'] },
    back: { final: true, waitsFor: [], clocks: [] },
  },
  actions: [
    action<Loan, WorldBase, { borrower: string }>({
      name: 'ask',
      from: [],
      to: ['asked'],
      by: ['borrower'],
      input: {},
      facts: ({ input }) => [
        {
          kind: 'asked',
          body: { borrower: input.borrower },
          clock: [
            {
              ...CLOCK,
              entry: 'start',
              kind: 'promised',
              unit: 'working-day',
              amount: 1,
              event: '借伞',
              basis: '约定',
            },
          ],
        },
      ],
    }),
    action<Loan, WorldBase, { rain: boolean }>({
      name: 'lend',
      from: ['asked'],
      to: ['lent'],
      by: ['keeper', 'warden'],
      power: 'decide',
      input: {},
      refuse: ({ input }) => (input.rain ? undefined : refusal('no-rain', { facts: { sky: 'blue' } })),
      facts: ({ grant }) => [
        { kind: 'looked-up', body: { grant: grant?.id } },
        { kind: 'lent', body: {} },
      ],
      reliesOn: () => [{ stream: 'umbrella-7', version: 4 }],
    }),
    action<Loan, WorldBase, object>({
      name: 'repair',
      from: ['lent', 'back'],
      to: 'same',
      by: ['keeper'],
      power: 'decide',
      input: {},
      // Only an umbrella somebody complained about, and never by an apprentice.
      offered: ({ notes }) => notes.includes('torn'),
      bars: ({ actor, grant }) =>
        actor.kind === 'staff' && actor.roles.includes('apprentice')
          ? refusal('apprentice', { facts: { grant: grant?.id } })
          : undefined,
      refuse: () => refusal('no-thread'),
      facts: () => [],
    }),
    action<Loan, WorldBase, { text: string }>({
      name: 'note',
      from: ['asked', 'lent', 'back'],
      to: 'same',
      by: ['keeper', 'borrower'],
      input: {},
      facts: ({ input }) => [{ kind: 'noted', body: { text: input.text } }],
    }),
    action<Loan, WorldBase, object>({
      name: 'bring-back',
      from: ['lent'],
      to: ['back'],
      by: ['borrower'],
      input: {},
      facts: ({ now }) => [
        { kind: 'back', body: {}, clock: [{ clock: 'lending', entry: 'end', day: '2026-03-03', at: now }] },
      ],
    }),
    action<Loan, WorldBase, object>({
      name: 'lose',
      from: ['lent'],
      to: ['asked'],
      by: ['system'],
      input: {},
      facts: () => [{ kind: 'back', body: {} }],
    }),
    action<Loan, WorldBase, object>({
      name: 'forget',
      from: ['lent'],
      to: 'same',
      by: ['system'],
      input: {},
      facts: () => [{ kind: 'forgotten', body: {} }],
    }),
  ],
  initial: { state: 'none', version: 0, clocks: {}, borrower: '', notes: [] },
  apply: {
    asked: (dossier, { body }: Fact<{ borrower: string }>) => ({
      ...dossier,
      state: 'asked',
      borrower: body.borrower,
    }),
    'looked-up': (dossier) => dossier,
    lent: (dossier) => ({ ...dossier, state: 'lent' }),
    noted: (dossier, { body }: Fact<{ text: string }>) => ({
      ...dossier,
      notes: [...dossier.notes, body.text],
    }),
    back: (dossier) => ({ ...dossier, state: 'back' }),
  },
  rolesOf: (actor, dossier) => {
    if (actor.kind === 'system') return ['system']
    if (actor.kind === 'staff') return actor.body === 'lodge' ? actor.roles : []
    return dossier.version === 0 || dossier.borrower === actor.party ? ['borrower'] : []
  },
  powerQuestion: ({ actor, power }) => ({
    power,
    item: 'umbrella',
    body: actor.kind === 'staff' ? actor.body : '',
    place: actor.kind === 'staff' ? actor.place : '',
    day: '2026-03-02',
  }),
  timers: (dossier) =>
    dossier.state === 'asked' ? [{ action: 'lapse', at: '2026-03-04T16:00:00.000Z' }] : [],
}

const NOW: Instant = '2026-03-02T02:00:00.000Z'
const power: Grant = {
  id: 'lodge-power',
  stream: 'grant-1',
  version: 9,
  item: 'umbrella',
  body: 'lodge',
  place: '*',
  kind: 'own',
  powers: ['decide'],
  from: '2026-01-01',
  basis: '约定',
}
const world: WorldBase = {
  calendar: compileCalendar(UP_TO_2026),
  grants: [power, { ...power, id: 'shed-power', body: 'shed' }],
  reliesOn: [{ stream: 'post-1', version: 1 }],
}

const borrower: Actor = { kind: 'citizen', person: 'p1', party: 'anna' }
const other: Actor = { kind: 'citizen', person: 'p2', party: 'bert' }
const keeper: StaffActor = {
  kind: 'staff',
  person: 'k1',
  post: 'post-k1',
  roles: ['keeper'],
  place: 'door',
  body: 'lodge',
  area: '370304',
}
const system: Actor = { kind: 'system', job: 'tidy' }

function must(dossier: Loan, name: string, input: Record<string, unknown>, actor: Actor) {
  const verdict = decide(umbrella, dossier, name, input, actor, NOW, world)
  if (isRefusal(verdict)) throw new Error(verdict.code)
  return verdict
}
const asked = must(umbrella.initial, 'ask', { borrower: 'anna' }, borrower).dossier
const lent = must(asked, 'lend', { rain: true }, keeper).dossier
const back = must(lent, 'bring-back', {}, borrower).dossier
const torn = must(lent, 'note', { text: 'torn' }, borrower).dossier
const apprentice: StaffActor = { ...keeper, roles: ['keeper', 'apprentice'] }

describe('who may do what', () => {
  test.each<[state: string, dossier: Loan, who: string, actor: Actor, may: string[]]>([
    ['nothing yet', umbrella.initial, 'anna', borrower, ['ask']],
    ['nothing yet', umbrella.initial, 'the keeper', keeper, []],
    ['asked', asked, 'anna', borrower, ['note']],
    ['asked', asked, 'bert', other, []],
    ['asked', asked, 'the keeper', keeper, ['lend', 'note']],
    ['asked', asked, 'a keeper without power', { ...keeper, body: 'barn' }, []],
    ['lent', lent, 'anna', borrower, ['note', 'bring-back']],
    ['lent', lent, 'the system', system, ['lose', 'forget']],
    ['back', back, 'anna', borrower, ['note']],
    ['lent', lent, 'the keeper', keeper, ['note']],
    ['lent, torn', torn, 'the keeper', keeper, ['repair', 'note']],
    ['lent, torn', torn, 'an apprentice', apprentice, ['note']],
    ['lent, torn', torn, 'a keeper without power', { ...keeper, body: 'barn' }, []],
  ])('%s: %s%s may %s', (_state, dossier, _who, actor, may) => {
    expect(allowed(umbrella, dossier, actor, NOW, world)).toEqual(may)
  })
})

describe('what happens', () => {
  test('facts are numbered on from the dossier and name who and when', () => {
    expect(must(asked, 'lend', { rain: true }, keeper).facts).toEqual([
      { kind: 'looked-up', body: { grant: 'lodge-power' }, seq: 2, actor: keeper, at: NOW },
      { kind: 'lent', body: {}, seq: 3, actor: keeper, at: NOW },
    ])
  })

  test('the dossier after it, its clocks and its timers come along', () => {
    const opened = must(umbrella.initial, 'ask', { borrower: 'anna' }, borrower)
    expect(opened.dossier).toMatchObject({ state: 'asked', version: 1, borrower: 'anna' })
    expect(opened.dossier.clocks['lending']).toMatchObject({ amount: 1, kind: 'promised' })
    expect(opened.timers).toEqual([{ action: 'lapse', at: '2026-03-04T16:00:00.000Z' }])
    expect(must(lent, 'bring-back', {}, borrower).timers).toEqual([])
    expect(back.clocks['lending']!.ended).toEqual({ day: '2026-03-03', at: NOW })
  })

  test('it relies on the post, the grant and what the action names', () => {
    expect(must(asked, 'lend', { rain: true }, keeper).reliesOn).toEqual([
      { stream: 'post-1', version: 1 },
      { stream: 'grant-1', version: 9 },
      { stream: 'umbrella-7', version: 4 },
    ])
    expect(must(asked, 'note', { text: 'wet' }, keeper).reliesOn).toEqual([{ stream: 'post-1', version: 1 }])
  })

  test('deciding changes nothing it was given', () => {
    const before = JSON.stringify(asked)
    must(asked, 'note', { text: 'wet' }, keeper)
    expect(JSON.stringify(asked)).toBe(before)
  })
})

describe('why not', () => {
  test.each<[string, Loan, string, Record<string, unknown>, Actor, object]>([
    [
      'an act nobody knows',
      asked,
      'dance',
      {},
      keeper,
      { code: 'action-unknown', facts: { action: 'dance' } },
    ],
    [
      'too early',
      asked,
      'bring-back',
      {},
      borrower,
      { code: 'not-in-this-state', facts: { state: 'asked' } },
    ],
    ['opening twice', asked, 'ask', {}, borrower, { code: 'not-in-this-state' }],
    ['the state comes before the role', asked, 'bring-back', {}, other, { code: 'not-in-this-state' }],
    [
      'somebody else',
      lent,
      'bring-back',
      {},
      other,
      { code: 'not-your-step', facts: { needs: ['borrower'] } },
    ],
    ['a citizen at the keeper’s step', asked, 'lend', {}, borrower, { code: 'not-your-step' }],
    [
      'a rule of the action',
      asked,
      'lend',
      { rain: false },
      keeper,
      { code: 'no-rain', facts: { sky: 'blue' } },
    ],
  ])('%s', (_title, dossier, name, input, actor, expected) => {
    const verdict = decide(umbrella, dossier, name, input, actor, NOW, world)
    expect(verdict).toMatchObject({ refused: true, ...expected })
    expect(verdict).not.toHaveProperty('recorded')
  })

  test.each<[string, Loan, Actor, object]>([
    [
      'not offered to this dossier',
      lent,
      keeper,
      { code: 'not-for-this-dossier', facts: { action: 'repair' } },
    ],
    ['not offered comes before whose step it is', lent, borrower, { code: 'not-for-this-dossier' }],
    [
      'barred by who acts, power in hand',
      torn,
      apprentice,
      { code: 'apprentice', facts: { grant: 'lodge-power' } },
    ],
    ['whose step it is comes before the bar', torn, borrower, { code: 'not-your-step' }],
    ['the filled-in act is judged last', torn, keeper, { code: 'no-thread' }],
  ])('an act %s', (_title, dossier, actor, expected) => {
    expect(decide(umbrella, dossier, 'repair', {}, actor, NOW, world)).toMatchObject({
      refused: true,
      ...expected,
    })
  })

  test('without a power the rule is not even asked', () => {
    const verdict = decide(umbrella, asked, 'lend', { rain: false }, keeper, NOW, { ...world, grants: [] })
    expect(verdict).toMatchObject({ code: 'power-none', recorded: true })
  })

  test.each<[string, Partial<StaffActor>, object]>([
    [
      'a body without the power',
      { body: 'barn' },
      { code: 'power-none', recorded: true, facts: { body: 'barn' } },
    ],
    ['a body that has it elsewhere', { body: 'shed' }, { code: 'not-your-step', recorded: true }],
  ])(
    'the same title in another body reaches beyond its power (越权) and is recorded: %s',
    (_t, who, expected) => {
      const verdict = decide(umbrella, asked, 'lend', { rain: true }, { ...keeper, ...who }, NOW, world)
      expect(verdict).toMatchObject(expected)
    },
  )

  test('another title in another body is a wrong door, not an attempt', () => {
    const guest = { ...keeper, body: 'barn', roles: ['guest'] }
    const verdict = decide(umbrella, asked, 'lend', { rain: true }, guest, NOW, world)
    expect(verdict).toEqual(
      refusal('not-your-step', { facts: { action: 'lend', needs: ['keeper', 'warden'] } }),
    )
  })
})

describe('faults of a procedure are thrown', () => {
  test('leading where the action did not say', () => {
    expect(() => decide(umbrella, lent, 'lose', {}, system, NOW, world)).toThrow('lose led to back')
  })

  test('recording a fact nobody can fold', () => {
    expect(() => decide(umbrella, lent, 'forget', {}, system, NOW, world)).toThrow(
      'does not know the fact forgotten',
    )
  })
})

test('folding all facts gives the dossier that the acts gave one by one', () => {
  const facts = [
    ...must(umbrella.initial, 'ask', { borrower: 'anna' }, borrower).facts,
    ...must(asked, 'lend', { rain: true }, keeper).facts,
    ...must(lent, 'bring-back', {}, borrower).facts,
  ]
  expect(fold(umbrella, facts)).toEqual(back)
  expect(fold(umbrella, [])).toEqual(umbrella.initial)
})
