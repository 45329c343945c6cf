import { describe, expect, test } from 'vitest'
import { flagsOf, type Flag, type Holding } from './flags.ts'
import { proposalsOf, type Handled } from './proposals.ts'

const CARD = 'senior-card'
const items = [
  {
    ...{ id: CARD, name: '老年人优待证', entryModes: { centre: 'handle', station: 'accept' } },
    process: { procedure: 'on-the-spot', steps: [] },
  },
  {
    ...{ id: 'allowance', name: '临时救助', entryModes: { centre: 'handle', station: 'accept' } },
    process: { procedure: 'approval', steps: [] },
  },
  {
    ...{ id: 'licence', name: '食品经营许可', entryModes: { centre: 'accept' } },
    process: { procedure: 'approval', steps: [] },
  },
] as never[]
const stationOf = new Map([
  ['village-1', 'station-a'],
  ['village-2', 'station-a'],
  ['village-3', 'station-b'],
])
const came = (item: string, region: string, people: number): Handled => ({
  ...{ item, region, place: 'centre', people, cases: people + 1 },
})
const proposed = (handled: Handled[], held: string[] = []) =>
  proposalsOf({
    ...{ items, handled, stationOf, people: 30 },
    holds: (item, station) => held.includes(`${item} ${station}`),
  }).map(
    ({ item, stations }) =>
      `${item}: ${stations.map(({ station, people }) => `${station} ${people}`).join()}`,
  )

describe('what to bring to which stations', () => {
  test.each<[why: string, handled: Handled[], held: string[], gives: string[]]>([
    ['thirty of one station’s villages', [came(CARD, 'village-3', 30)], [], [`${CARD}: station-b 30`]],
    ['twenty-nine are not enough', [came(CARD, 'village-3', 29)], [], []],
    [
      'villages of one station count together',
      [came(CARD, 'village-1', 20), came(CARD, 'village-2', 10)],
      [],
      [`${CARD}: station-a 30`],
    ],
    ['nobody’s village is none of our business', [came(CARD, 'town', 300)], [], []],
    ['what no station offers', [came('licence', 'village-1', 90)], [], []],
    ['what is there already or asked for', [came(CARD, 'village-3', 60)], [`${CARD} station-b`], []],
    [
      'the simple first, then the most',
      [came('allowance', 'village-1', 90), came(CARD, 'village-3', 40)],
      [],
      [`${CARD}: station-b 40`, 'allowance: station-a 90'],
    ],
  ])('%s', (_why, handled, held, gives) => {
    expect(proposed(handled, held)).toEqual(gives)
  })
})

describe('which station has to say something', () => {
  const holding = (from: string): Holding => ({ item: CARD, station: 'station-a', from })
  test.each<
    [why: string, from: string, counts: [number, number] | undefined, gives: Flag['why'] | undefined]
  >([
    ['nothing for half a year', '2026-01-01', undefined, 'idle'],
    ['nothing, but it has it only now', '2026-06-01', undefined, undefined],
    ['it handles it in time', '2026-01-01', [20, 0], undefined],
    ['a tenth late is within bounds', '2026-01-01', [20, 2], undefined],
    ['more is not', '2026-01-01', [20, 3], 'late'],
    ['lateness is asked about at once', '2026-06-01', [2, 1], 'late'],
  ])('%s', (_why, from, counts, gives) => {
    const flags = flagsOf([holding(from)], {
      counts: new Map(counts ? [[`station-a ${CARD}`, { cases: counts[0], late: counts[1] }]] : []),
      ...{ idleSince: '2026-03-16', lateShare: 0.1 },
    })
    expect(flags.map(({ why }) => why)).toEqual(gives ? [gives] : [])
  })
})
