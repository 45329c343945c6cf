import { expect, test } from 'vitest'
import type { Actor } from '#engine/actor.ts'
import { bothAway, hearsOf } from './both-away.ts'
import type { Post } from './contract.ts'

const TODAY = '2026-03-02'
const away = (...days: [from: string, to: string][]) =>
  days.map(([from, to], index) => ({ id: `absence-${index}`, from, to, kind: 'leave' as const }))
const post = (id: string, more: Partial<Post> = {}): Post => ({
  ...{ id, person: `person-${id}`, title: '岗位', roles: ['approver'], place: 'centre', body: 'town' },
  ...{ window: null, validFrom: '2026-01-01', validTo: null, area: '370304', cover: null, absences: [] },
  ...{ stream: `post/${id}`, version: 1 },
  ...more,
})
const A = (absences: Post['absences'], more: Partial<Post> = {}) =>
  post('a', { cover: 'b', absences, ...more })
const B = (absences: Post['absences']) => post('b', { absences })

test.each<[string, Post[], [from: string, to: string] | undefined]>([
  ['nobody is away', [A([]), B([])], undefined],
  ['only A is away: B is on duty', [A(away(['2026-03-02', '2026-03-06'])), B([])], undefined],
  [
    'both are away today',
    [A(away(['2026-03-01', '2026-03-06'])), B(away(['2026-03-02', '2026-03-03']))],
    ['2026-03-02', '2026-03-03'],
  ],
  [
    'both will be away next week, and it is said today',
    [A(away(['2026-03-09', '2026-03-13'])), B(away(['2026-03-12', '2026-03-20']))],
    ['2026-03-12', '2026-03-13'],
  ],
  [
    'of several stretches the nearest',
    [
      A(away(['2026-04-01', '2026-04-02'], ['2026-03-09', '2026-03-10'])),
      B(away(['2026-03-01', '2026-04-30'])),
    ],
    ['2026-03-09', '2026-03-10'],
  ],
  [
    'one after the other',
    [A(away(['2026-03-02', '2026-03-03'])), B(away(['2026-03-04', '2026-03-05']))],
    undefined,
  ],
  ['it is over', [A(away(['2026-02-01', '2026-02-10'])), B(away(['2026-02-01', '2026-02-10']))], undefined],
  [
    'an absence that was called off',
    [A(away(['2026-03-02', '2026-03-01'])), B(away(['2026-03-01', '2026-03-09']))],
    undefined,
  ],
  [
    'they stand in for each other: one alert',
    [
      A(away(['2026-03-02', '2026-03-03'])),
      post('b', { cover: 'a', absences: away(['2026-03-02', '2026-03-03']) }),
    ],
    ['2026-03-02', '2026-03-03'],
  ],
  ['A has no cover', [post('a', { absences: away(['2026-03-02', '2026-03-03']) }), B([])], undefined],
  [
    'A left the post',
    [A(away(['2026-03-01', '2026-03-06']), { validTo: '2026-03-01' }), B(away(['2026-03-02', '2026-03-03']))],
    undefined,
  ],
])('STA-02/b %s', (_title, posts, days) => {
  const found = bothAway(posts, TODAY)
  expect(found).toEqual(days === undefined ? [] : [{ post: 'a', cover: 'b', from: days[0], to: days[1] }])
})

test.each<[string, Partial<Extract<Actor, { kind: 'staff' }>>, boolean]>([
  ['the one who is away', { person: 'person-a' }, true],
  ['the director of the place', { roles: ['director'], body: 'other' }, true],
  ['a director elsewhere', { roles: ['director'], place: 'far', body: 'other' }, false],
  ['the head of the body', { roles: ['head'], place: 'far' }, true],
  ['the head of another body', { roles: ['head'], place: 'far', body: 'other' }, false],
  ['supervision', { roles: ['supervisor'], place: 'far', body: 'other' }, true],
  ['supervision of another area', { roles: ['supervisor'], area: '371103' }, false],
  ['a colleague', { roles: ['approver'] }, false],
])('STA-02/b the alert reaches %s: %#', (_title, more, hears) => {
  const actor: Actor = {
    ...{ kind: 'staff', person: 'x', post: 'x', roles: [], place: 'centre', body: 'town', area: '370304' },
    ...more,
  }
  expect(hearsOf(actor, post('a'))).toBe(hears)
})
