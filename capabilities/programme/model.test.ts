import { describe, expect, test } from 'vitest'
import {
  ableAndDone,
  centreShare,
  fiveUnities,
  fourReforms,
  onTheWall,
  postStability,
  promotion,
  quotas,
  standardsKept,
  threeConcentrations,
  threeInPlace,
} from './model.ts'

const items = [
  { id: 'a', name: '甲许可', body: 'health', resident: true, online: true },
  { id: 'b', name: '乙许可', body: 'health', resident: false, online: false },
]
const licensing = {
  ...{
    departments: [
      { id: 'health', name: '卫健局' },
      { id: 'idle', name: '没有许可的局' },
    ],
    items,
  },
  ...{ sections: [], halls: new Set(['hall']), staffAt: () => 1, placeName: (id: string) => id },
}
const section = { body: 'health', name: '许可科', sort: 'licensing' as const, place: 'hall', items: [] }
const standings = (rows: readonly { lines: readonly { standing: string }[] }[]) =>
  rows.map(({ lines }) => lines.map(({ standing }) => standing).join())

describe('三集中', () => {
  test.each([
    ['no section at all', [], 1, 'bad,bad,bad'],
    ['one section in the hall', [section], 1, 'good,good,bad'],
    ['nobody of it in the hall', [section], 0, 'good,bad,bad'],
    [
      'an item with another section',
      [section, { ...section, name: '监督科', sort: 'other' as const, items: ['a'] }],
      1,
      'bad,good,bad',
    ],
    [
      'another section without items',
      [section, { ...section, name: '监督科', sort: 'other' as const }],
      1,
      'good,good,bad',
    ],
    ['a section elsewhere', [{ ...section, place: 'centre' }], 1, 'good,bad,bad'],
    ['two licensing sections', [section, { ...section, name: '许可二科' }], 1, 'bad,good,bad'],
  ])('%s', (_what, sections, staff, verdict) => {
    const rows = threeConcentrations({ ...licensing, sections, staffAt: () => staff })
    expect([rows.length, standings(rows)]).toEqual([1, [verdict]])
    expect(rows[0]!.lines[2]!.names).toEqual(['乙许可'])
  })
})

describe('三到位', () => {
  const facts = (signed: string[], times: number[]) => ({
    ...licensing,
    authorised: new Map([['health', new Set(signed)]]),
    inspected: new Map([['health', times.map((each) => ({ place: 'hall', times: each }))]]),
  })
  test.each([
    [[], [], 'bad,bad,none'],
    [['a'], [0], 'bad,bad,bad'],
    [['a', 'b'], [1], 'bad,good,good'],
    [['a', 'b'], [1, 0], 'bad,good,bad'],
  ])('signed %j, inspected %j: %s', (signed, times, verdict) => {
    expect(standings(threeInPlace(facts(signed, times)))).toEqual([verdict])
  })
})

describe('standards and rules', () => {
  const clause = {
    id: 'c',
    sort: 'service',
    chapter: '流程',
    label: '1 流程',
    edition: 2,
    forKinds: ['hall'],
    onTheWall: true,
  }
  const hall = { id: 'hall', name: '大厅', kind: 'hall' }
  test.each([
    ['nothing adopted', [], 'good,bad,none'],
    ['the older edition', [{ place: 'hall', clause: 'c', edition: 1, photo: true }], 'bad,good,none'],
    ['the edition in force', [{ place: 'hall', clause: 'c', edition: 2, photo: true }], 'good,good,good'],
  ])('%s', (_what, adopted, verdict) => {
    expect(
      standings(standardsKept([hall, { ...hall, id: 'x', kind: 'station' }], [clause], adopted)),
    ).toEqual([verdict])
  })
  test.each([
    ['no adoption', [], 'bad,bad'],
    ['no photo', [{ place: 'hall', clause: 'c', edition: 2, photo: false }], 'good,bad'],
    [
      'an older edition with its photo',
      [{ place: 'hall', clause: 'c', edition: 1, photo: true }],
      'bad,good',
    ],
    ['both', [{ place: 'hall', clause: 'c', edition: 2, photo: true }], 'good,good'],
  ])('on the wall: %s', (_what, adopted, verdict) => {
    expect(standings(onTheWall([hall], [{ ...clause, sort: 'rule' }], adopted))).toEqual([verdict])
  })
  test('五统一 lists deviating institutions alone, and what was never inspected is no deviation', () => {
    const same = { own: '甲', common: '甲' }
    const one = { ...hall, signDesign: same, processEdition: same, windowsMissing: [], rulesBehind: [] }
    expect(fiveUnities([one])).toEqual([])
    expect(
      standings(
        fiveUnities([
          { ...one, inspected: { failed: 2 } },
          { ...one, windowsMissing: ['综合'] },
        ]),
      ),
    ).toEqual(['good,good,good,bad,good', 'good,bad,good,none,good'])
  })
})

describe('handling', () => {
  const counted = [{ place: 'c', item: 'a', received: 3, accepted: 3, completed: 2 }]
  test('a listed item nobody asked for counts against its place, and a share is cut, never rounded up', () => {
    const [row] = ableAndDone(
      [
        {
          id: 'c',
          name: '中心',
          items: [
            { id: 'a', name: '甲' },
            { id: 'b', name: '乙' },
          ],
        },
      ],
      counted,
    )
    expect(row!.lines.map(({ text, names }) => [text, names])).toEqual([
      ['1/2（50.0%）', ['乙']],
      ['2/3（66.6%）', []],
    ])
    expect(ableAndDone([{ id: 'p', name: '没有事项的点', items: [] }], counted)).toEqual([])
  })
  test('what another office did lowers the share of the centre, of its own town alone', () => {
    const towns = [
      { id: 't', name: '镇', centres: ['c'] },
      { id: 'u', name: '乡', centres: ['d'] },
    ]
    const rows = centreShare(towns, counted, [{ town: 't', office: '农办', itemName: '甲', count: 1 }])
    expect(rows.map(({ lines }) => lines[0]!.text)).toEqual(['3/4（75.0%）', '没有可计算的'])
  })
})

describe('reform', () => {
  test('each of the four states needs its data', () => {
    const town = { id: 't', name: '镇', moved: { people: 1, functions: 0, equipment: 0, items: 1 } }
    const whole = {
      ...town,
      windows: { all: 4, undifferentiated: 4 },
      received: 5,
      terminals: 1,
      sealUses: 2,
    }
    expect(standings(fourReforms([whole]))).toEqual(['good,good,good,good'])
    expect(standings(fourReforms([{ ...whole, moved: { ...town.moved, items: 0 } }]))).toEqual([
      'bad,good,good,good',
    ])
    expect(standings(fourReforms([{ ...whole, received: 0, terminals: 0, sealUses: 0 }]))).toEqual([
      'good,bad,bad,bad',
    ])
  })
  test('net quota is summed by town', () => {
    const change = (direction: 'more' | 'less', count: number, town = 't') => ({
      town,
      kind: '行政编制',
      direction,
      count,
    })
    const rows = quotas(
      [{ id: 't', name: '镇', posts: 4 }],
      [change('more', 5), change('less', 2), change('more', 9, 'u')],
    )
    expect(rows[0]!.lines.map(({ text }) => text)).toEqual(['+3', '4个'])
  })
  test('a vacant chair, a town without a mechanism, a missing liaison', () => {
    const units = [
      { id: 'county', name: '县', town: false, ranks: [{ rank: 'county', name: '县级干部' }] },
      { id: 't', name: '镇', town: true, ranks: undefined },
    ]
    const group = { unit: 'county', name: '专班', sort: 'task-force', meetings: 0 }
    expect(standings(promotion(units, [group], []))).toEqual(['bad,bad', 'bad'])
    expect(
      standings(promotion(units, [{ ...group, chair: '某' }], [{ unit: 'county', rank: 'county' }])),
    ).toEqual(['good,good', 'bad'])
  })
  test('a post that ended before its years is named', () => {
    const rows = postStability(
      [{ id: 'c', name: '中心' }],
      [
        { place: 'c', title: '窗口岗', days: 400 },
        { place: 'c', title: '审查岗', days: 900 },
      ],
      2,
    )
    expect(rows[0]!.lines[0]!.names).toEqual(['窗口岗（13个月）'])
  })
})
