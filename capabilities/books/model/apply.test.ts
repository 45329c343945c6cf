import { expect, test } from 'vitest'
import type { Fact } from '#engine/fact.ts'
import { applyAct, type ActBody } from './apply.ts'
import { noEntry, type Entry } from './entry.ts'

// What a fact makes of an entry. 甲 records, 乙 judges.

const STATES = {
  asked: { title: '待批', waits: ['director'] },
  agreed: { title: '已批', stands: true },
  lent: { title: '在借', stands: true },
  over: { title: '已到期', final: true },
  refused: { title: '未同意', final: true },
}
const fold = applyAct(STATES, new Set(['send-back']))

const fact = (body: Partial<ActBody> & { state: string }, person = '甲', day = '2026-03-16'): Fact => ({
  ...{ seq: 1, kind: 'lending-act', at: `${day}T02:00:00.000Z`, schemaVersion: 1 },
  actor: { kind: 'staff', area: '370304', person, post: `post-${person}`, body: 'b', place: 'p', roles: [] },
  body: { act: 'ask', said: {}, set: {}, ...body },
})

const folded = (...facts: readonly Fact[]): Entry =>
  facts.reduce(
    (entry, each) => ({ ...fold(entry, each), version: entry.version + 1 }),
    noEntry<object>('lending', {}),
  )

test('whoever writes in an entry has had a hand in it; whoever only sends it back has not', () => {
  const entry = folded(
    fact({ state: 'asked' }, '甲'),
    fact({ act: 'send-back', state: 'asked' }, '乙'),
    fact({ act: 'amend', state: 'asked' }, '丙'),
    fact({ act: 'amend', state: 'asked' }, '甲'),
  )
  expect(entry.hands).toEqual(['甲', '丙'])
  expect(entry.last['send-back']?.person).toBe('乙')
})

test('what is set to nothing is taken away, everything else stays', () => {
  const entry = folded(
    fact({ state: 'asked', set: { thing: '梯子', shelf: 'hall' } }),
    fact({ state: 'asked', set: { shelf: null } }),
  )
  expect(entry.body).toEqual({ thing: '梯子' })
})

test('it has stood since the first day on which it stood, whatever state follows', () => {
  const entry = folded(
    fact({ state: 'asked' }, '甲', '2026-03-16'),
    fact({ act: 'agree', state: 'agreed' }, '乙', '2026-03-17'),
    fact({ act: 'begin', state: 'lent' }, '乙', '2026-03-20'),
  )
  expect(entry.stoodOn).toBe('2026-03-17')
})

test.each([
  ['lapse', 'over', undefined],
  ['refuse', 'refused', '2026-03-18'],
  ['agree', 'agreed', undefined],
])('%s leads to %s and ends it before its time on %s', (act, state, endedOn) => {
  const entry = folded(fact({ state: 'asked' }), fact({ act, state }, '乙', '2026-03-18'))
  expect(entry.endedOn).toBe(endedOn)
})

test('a due day holds until a fact says another, or none', () => {
  const asked = fact({ state: 'asked', due: '2026-03-20' })
  expect(folded(asked).due).toBe('2026-03-20')
  expect(folded(asked, fact({ act: 'amend', state: 'asked', due: '2026-03-23' })).due).toBe('2026-03-23')
  expect(folded(asked, fact({ act: 'agree', state: 'agreed' })).due).toBeUndefined()
})
