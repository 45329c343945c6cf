import { describe, expect, test } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { findPower, type Grant, type PowerQuestion } from './grant.ts'

const delegated: Grant = {
  id: 'grant-delegated',
  stream: 'grant-delegated',
  version: 3,
  item: 'tree-felling',
  body: 'east-town',
  place: '*',
  kind: 'delegated',
  powers: ['accept', 'decide'],
  from: '2026-01-05',
  to: '2026-03-31',
  basis: '县政府令第1号',
}
const here: Grant = { ...delegated, id: 'grant-here', item: 'well', place: 'east-centre', powers: ['accept'] }
const own: Grant = {
  ...delegated,
  id: 'grant-own',
  item: 'stall',
  kind: 'own',
  powers: ['accept', 'decide', 'seal'],
}
const { to: _end, ...endless } = own
const later: Grant = { ...delegated, id: 'grant-later', item: 'kiln', from: '2026-06-01', to: '2026-12-31' }
const first: Grant = { ...later, id: 'grant-first', from: '2025-01-01', to: '2025-12-31' }
const back: Grant = {
  ...delegated,
  id: 'grant-back',
  item: 'ferry',
  to: '2026-02-09',
  takenBack: '2026-02-10',
}
const called: Grant = {
  ...delegated,
  ...{ id: 'grant-called', item: 'dam', from: '2026-06-01', to: '2026-05-01', takenBack: '2026-05-02' },
}
const GRANTS = [delegated, here, { ...endless, id: 'grant-own' }, later, first, back, called]

const asked: PowerQuestion = {
  power: 'decide',
  item: 'tree-felling',
  body: 'east-town',
  place: 'east-centre',
  day: '2026-02-10',
}

describe('who may use which power (行政许可法第二十二条至第二十四条)', () => {
  test.each<[title: string, Partial<PowerQuestion>, gives: string]>([
    ['delegated and in force', {}, 'grant-delegated'],
    ['its first day', { day: '2026-01-05' }, 'grant-delegated'],
    ['its last day', { day: '2026-03-31' }, 'grant-delegated'],
    ['expired yesterday (下放到期)', { day: '2026-04-01' }, 'power-expired'],
    ['not yet', { day: '2026-01-04' }, 'power-not-yet'],
    ['between two terms', { item: 'kiln', day: '2026-02-01' }, 'power-expired'],
    ['in the second of two terms', { item: 'kiln', day: '2026-06-01' }, 'grant-later'],
    ['in the first of two terms', { item: 'kiln', day: '2025-06-01' }, 'grant-first'],
    ['before both', { item: 'kiln', day: '2024-12-31' }, 'power-not-yet'],
    ['taken back from today (收回)', { item: 'ferry' }, 'power-taken-back'],
    ['its last day before it was taken back', { item: 'ferry', day: '2026-02-09' }, 'grant-back'],
    [
      'called off before it began, on the last day it was still to begin',
      { item: 'dam', day: '2026-05-01' },
      'power-not-yet',
    ],
    ['called off before it began, from then on', { item: 'dam', day: '2026-05-02' }, 'power-taken-back'],
    ['own power without an end', { item: 'stall', day: '2099-12-31' }, 'grant-own'],
    ['anywhere in the area', { place: 'west-centre' }, 'grant-delegated'],
    ['tied to a place, there', { item: 'well', power: 'accept' }, 'grant-here'],
    [
      'tied to a place, elsewhere',
      { item: 'well', power: 'accept', place: 'west-centre' },
      'power-other-place',
    ],
    ['a power that was not given', { power: 'seal' }, 'power-none'],
    ['another body (越权)', { body: 'west-town' }, 'power-none'],
    ['another item', { item: 'bridge' }, 'power-none'],
    ['nobody', { body: '' }, 'power-none'],
  ])('%s', (_title, question, gives) => {
    // In whatever order the register holds them.
    for (const grants of [GRANTS, GRANTS.toReversed()]) {
      const answer = findPower({ ...asked, ...question }, grants)
      expect(isRefusal(answer) ? answer.code : answer.id).toBe(gives)
    }
  })

  test.each<[Partial<PowerQuestion>, object]>([
    [{ item: 'ferry' }, { power: 'decide', item: 'ferry', body: 'east-town', on: '2026-02-10' }],
    [
      { day: '2026-04-01' },
      { power: 'decide', item: 'tree-felling', body: 'east-town', lastDay: '2026-03-31' },
    ],
    [
      { item: 'kiln', day: '2026-02-01' },
      { power: 'decide', item: 'kiln', body: 'east-town', lastDay: '2025-12-31' },
    ],
    [
      { item: 'kiln', day: '2027-02-01' },
      { power: 'decide', item: 'kiln', body: 'east-town', lastDay: '2026-12-31' },
    ],
    [
      { item: 'kiln', day: '2024-02-01' },
      { power: 'decide', item: 'kiln', body: 'east-town', from: '2025-01-01' },
    ],
    [
      { item: 'well', power: 'accept', place: 'x' },
      { power: 'accept', item: 'well', place: 'x' },
    ],
    [{ body: 'west-town' }, { power: 'decide', item: 'tree-felling', body: 'west-town' }],
  ])('every refusal is recorded and says why: %j', (question, facts) => {
    for (const grants of [GRANTS, GRANTS.toReversed()]) {
      expect(findPower({ ...asked, ...question }, grants)).toMatchObject({
        refused: true,
        recorded: true,
        facts,
      })
    }
  })

  test('a body without the power is told the article that says so (第二十二条)', () => {
    expect(findPower({ ...asked, body: 'west-town' }, GRANTS)).toHaveProperty('basis', '行政许可法第二十二条')
  })
})
