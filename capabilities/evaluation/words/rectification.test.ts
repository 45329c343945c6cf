import { expect, test } from 'vitest'
import { poorRating } from '../model/poor-rating.ts'
import { rectificationRefusals, RECTIFICATION_STATES } from '../contract/rectification.ts'
import { ANSWERED, APPEALED, journey, type Step } from '../testing/poor-rating.ts'
import {
  ACT_TITLES,
  CLOCK_TITLES,
  rectificationWords,
  STATE_TITLES,
  TOLD_THE_RATER,
  WAITS_FOR,
} from './rectification.ts'
import { tellRectification } from './rectification-story.ts'

test('every refusal has a sentence that ends as one', () => {
  expect(Object.keys(rectificationWords).toSorted()).toEqual([...rectificationRefusals].toSorted())
  for (const sentence of Object.values(rectificationWords)) expect(sentence).toMatch(/。$/)
})

test('every state, clock, role and act of a person has a name', () => {
  expect(Object.keys(STATE_TITLES)).toEqual([...RECTIFICATION_STATES])
  expect(Object.keys(TOLD_THE_RATER)).toEqual([...RECTIFICATION_STATES])
  const states = Object.values(poorRating.states)
  for (const clock of states.flatMap(({ clocks }) => clocks)) expect(CLOCK_TITLES).toHaveProperty(clock)
  for (const role of states.flatMap(({ waitsFor }) => waitsFor)) expect(WAITS_FOR).toHaveProperty(role)
  const byPeople = poorRating.actions.filter(({ by }) => !by.includes('system')).map(({ name }) => name)
  expect(Object.keys(ACT_TITLES).toSorted()).toEqual(byPeople.toSorted())
})

test('every kind of fact is told in Chinese', () => {
  const unsatisfied = { result: 'unsatisfied', text: '还是不满意' }
  const ways: Step[][] = [
    [...APPEALED, [2, 'supervisor', 'uphold-appeal']],
    [...APPEALED, [2, 'supervisor', 'reject-appeal'], [2, 'supervisor', 'hand-over']],
    [...ANSWERED, [5, 'director', 'record-revisit', unsatisfied], [20, 'system', 'mark-overdue']],
  ]
  const facts = ways.flatMap((steps) => [...journey(steps).facts])
  const told = facts.map(
    (fact) => [fact.kind, tellRectification(fact, { open: String, place: (id) => id }).text] as const,
  )
  const kinds = new Set([...told.map(([kind]) => kind), 'rectification-clock-recomputed'])
  expect([...kinds].toSorted()).toEqual(Object.keys(poorRating.apply).toSorted())
  for (const [kind, text] of told) expect(text).not.toBe(kind)
  expect(told.find(([kind]) => kind === 'rectification-overdue')![1]).toBe('整改答复期限（2026-11-16）已过')
})
