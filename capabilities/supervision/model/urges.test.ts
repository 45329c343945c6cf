import { expect, test } from 'vitest'
import type { Fact } from '#engine/fact.ts'
import { urgesOf } from './urges.ts'

const DAY = '2026-03-12T02:00:00.000Z'
const urged = (id: string, to = 'step', limit = 'promised'): Told => ['urged', { id, to, limit }]
type Told = [kind: string, body: Record<string, unknown>, ended?: string]

function facts(told: readonly Told[]): Fact[] {
  return told.map(([kind, body, ended], index) => ({
    ...{ kind, body, seq: index + 1, at: DAY, actor: { kind: 'system', job: 'test' } },
    ...(ended === undefined ? {} : { clock: [{ entry: 'end', clock: ended, day: '2026-03-12', at: DAY }] }),
  }))
}

test.each<[string, Told[], number, boolean]>([
  ['nobody was urged', [['accepted', {}]], 0, true],
  ['urged and nothing came of it', [urged('a')], 1, false],
  ['answered in words', [urged('a'), ['urge-answered', { ids: ['a'] }]], 1, true],
  ['answered before it was asked', [['urge-answered', { ids: ['a'] }], urged('a')], 1, false],
  ['met by taking the step', [urged('a'), ['urge-ended', { ids: ['a'], met: true }]], 1, true],
  ['over because the applicant withdrew', [urged('a'), ['urge-ended', { ids: ['a'], met: false }]], 1, false],
  ['one of two answered', [urged('a'), urged('b'), ['urge-answered', { ids: ['a'] }]], 2, false],
  [
    'the opinion it was about came',
    [urged('a', 'health', 'opinion-health'), ['opinion-given', {}, 'opinion-health']],
    1,
    true,
  ],
  [
    'another opinion came',
    [urged('a', 'health', 'opinion-health'), ['opinion-given', {}, 'opinion-parks']],
    1,
    false,
  ],
  ['a step is not met by a limit that ended', [urged('a'), ['x', {}, 'promised']], 1, false],
])('SUP-03 %s', (_case, told, urges, urgesAnswered) => {
  expect(urgesOf(facts(told))).toEqual({ urges, urgesAnswered, urgedDay: urges === 0 ? null : '2026-03-12' })
})
