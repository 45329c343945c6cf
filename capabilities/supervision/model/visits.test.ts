import { expect, test } from 'vitest'
import type { Actor } from '#engine/actor.ts'
import type { Fact } from '#engine/fact.ts'
import { visitDays } from '../model.ts'

const clerk: Actor = {
  ...{ kind: 'staff', person: 'p', post: 'post', roles: [], place: 'centre', body: 'town', area: '370304' },
}
const citizen: Actor = { kind: 'citizen', person: 'p', party: 'party' }
const system: Actor = { kind: 'system', job: 'job' }

const fact = (kind: string, day: string, actor: Actor, body: Record<string, unknown> = {}): Fact => ({
  ...{ kind, body, actor, seq: 1, at: `${day}T02:00:00.000Z` },
})
const atWindow = fact('received', '2026-03-02', clerk, { channel: 'window' })
const atStation = fact('received', '2026-03-02', clerk, {
  ...{ channel: 'window', sentFrom: { place: 'station', post: 'post' } },
})
const online = fact('received', '2026-03-02', citizen, { channel: 'online' })
const fetched = (day: string) => fact('delivered', day, clerk, { mode: 'window' })

test.each<[string, Fact[], string[]]>([
  ['filed and fetched online', [online, fact('delivered', '2026-03-09', system, { mode: 'electronic' })], []],
  ['filed online, sent by post', [online, fact('delivered', '2026-03-09', system, { mode: 'post' })], []],
  ['filed online, fetched', [online, fetched('2026-03-09')], ['2026-03-09']],
  ['filed and fetched on one day', [atWindow, fetched('2026-03-02')], ['2026-03-02']],
  ['filed and fetched', [atWindow, fetched('2026-03-09')], ['2026-03-02', '2026-03-09']],
  [
    'filed, supplied at a window, fetched',
    [atWindow, fact('supplied', '2026-03-04', clerk), fetched('2026-03-09')],
    ['2026-03-02', '2026-03-04', '2026-03-09'],
  ],
  [
    'taken in by the village’s agent, sent by post',
    [atStation, fact('delivered', '2026-03-09', system, { mode: 'post' })],
    [],
  ],
  [
    'taken in by the village’s agent, fetched at the town',
    [atStation, fetched('2026-03-09')],
    ['2026-03-09'],
  ],
  ['supplied online', [online, fact('supplied', '2026-03-04', citizen)], []],
  ['a tolerated gap closed at a window', [online, fact('gap-supplied', '2026-03-04', clerk)], ['2026-03-04']],
  [
    'surveyed, reviewed, something nobody knows',
    [online, fact('surveyed', '2026-03-03', clerk), fact('unheard-of', '2026-03-04', clerk)],
    [],
  ],
])('CAS-30 who came when: %s', (_title, facts, days) => {
  expect(visitDays(facts)).toEqual(days)
})
