import { describe, expect, test } from 'vitest'
import type { ItemAtWork, ResidencyGround } from './ground.ts'
import { rateOf, residencyOf } from './residency.ts'
import { unitEntryOf } from './units.ts'

const licence: ItemAtWork = {
  ...{ id: 'licence', name: '测试许可', domain: 'market-access', itemType: '01', ownerTier: 'county' },
  decidingBody: { kind: 'body', body: 'bureau' },
  entryModes: { hall: 'handle' },
}
const allowance: ItemAtWork = {
  ...{ id: 'allowance', name: '测试津贴', domain: 'elderly', itemType: '05', ownerTier: 'town' },
  decidingBody: { kind: 'town' },
  entryModes: { centre: 'handle', station: 'accept' },
}
const grant = (item: string, body: string, more: object = {}) => ({
  ...{ id: `${item}.${body}`, item, body, place: '*', kind: 'own' as const, powers: ['accept' as const] },
  ...{ from: '2020-01-01', basis: '测试' },
  ...more,
})
const ground: ResidencyGround = {
  day: '2026-11-23',
  places: [
    { id: 'hall', name: '大厅', kind: 'hall', owner: 'bureau' },
    { id: 'east', name: '东镇中心', kind: 'centre', owner: 'east-town' },
    { id: 'west', name: '西街中心', kind: 'centre', owner: 'west-street' },
  ],
  windows: [
    { id: 'hall-1', place: 'hall', kind: 'market' },
    { id: 'hall-2', place: 'hall', kind: 'social' },
    { id: 'east-1', place: 'east', kind: 'social' },
    { id: 'west-1', place: 'west', kind: 'social' },
  ],
  closed: [],
  takes: ({ kind }, domain) => (kind === 'market') === (domain === 'market-access'),
  posts: [],
  grants: [grant('licence', 'bureau'), grant('allowance', 'east-town'), grant('allowance', 'west-street')],
  ...{ exceptions: [], agreements: [] },
  towns: [
    { id: 'east-town', street: false },
    { id: 'west-street', street: true },
  ],
}
const exception = { item: 'licence', ground: 'security' as const, reason: '涉密', approvalNo: '1号' }

describe('which matters are at a window', () => {
  test.each<
    [title: string, item: ItemAtWork, ground: Partial<ResidencyGround>, standing: string, lacking: string[]]
  >([
    ['at the hall, with window and power', licence, {}, 'resident', []],
    ['not offered anywhere', { ...licence, entryModes: {} }, {}, 'missing', ['hall not-offered']],
    [
      'no window takes its domain',
      licence,
      { windows: ground.windows.slice(1) },
      'missing',
      ['hall no-window'],
    ],
    [
      'its only window was closed until further notice',
      licence,
      { windows: ground.windows.slice(1), closed: ground.windows.slice(0, 1) },
      'missing',
      ['hall window-closed'],
    ],
    ['nobody there may take it in', licence, { grants: [] }, 'missing', ['hall no-power']],
    [
      'the power has run out',
      licence,
      { grants: [grant('licence', 'bureau', { to: '2026-11-22' })] },
      'missing',
      ['hall no-power'],
    ],
    [
      'a power given for another place alone',
      licence,
      { grants: [grant('licence', 'bureau', { place: 'east' })] },
      'missing',
      ['hall no-power'],
    ],
    [
      'a department sends its own clerk to a window',
      licence,
      {
        grants: [grant('licence', 'health')],
        posts: [{ body: 'health', place: 'hall', window: 'hall-1', roles: ['window-clerk'] }],
      },
      'resident',
      [],
    ],
    [
      'a clerk who only hands papers out takes nothing in',
      licence,
      {
        grants: [grant('licence', 'health')],
        posts: [{ body: 'health', place: 'hall', window: 'hall-1', roles: ['issuer'] }],
      },
      'missing',
      ['hall no-power'],
    ],
    [
      'with an approved exception',
      licence,
      { grants: [], exceptions: [exception] },
      'excepted',
      ['hall no-power'],
    ],
    ['an exception nobody needs', licence, { exceptions: [exception] }, 'resident', []],
    ['a town’s matter at every centre', allowance, {}, 'resident', []],
    [
      'a town’s matter missing at one centre (LS-2.3-01)',
      allowance,
      { windows: ground.windows.slice(0, 3) },
      'missing',
      ['west no-window'],
    ],
    [
      'what law gives to towns only is not asked of street offices',
      { ...allowance, decidingBody: { kind: 'town', townsOnly: true } },
      { windows: ground.windows.slice(0, 3) },
      'resident',
      [],
    ],
    [
      'a county’s matter offered at centres alone',
      { ...licence, entryModes: { centre: 'accept' }, domain: 'elderly' },
      { grants: [grant('licence', 'east-town'), grant('licence', 'west-street')] },
      'resident',
      [],
    ],
  ])('%s', (_title, item, changed, standing, lacking) => {
    const { lines } = residencyOf([item], { ...ground, ...changed })
    expect(lines[0]!.standing).toBe(standing)
    expect(lines[0]!.lacking.map(({ place, why }) => `${place} ${why}`)).toEqual(lacking)
  })

  test('rates by kind, by domain and by place; what is excepted is not counted', () => {
    const { total, byType, byPlace } = residencyOf([licence, allowance], {
      ...ground,
      grants: [grant('allowance', 'east-town')],
      exceptions: [exception],
    })
    expect(total).toEqual({ key: 'all', of: 1, resident: 0, excepted: 1, missing: 1, permille: 0 })
    expect(byType.map(({ key, permille }) => [key, permille])).toEqual([
      ['01', 1000],
      ['05', 0],
    ])
    expect(byPlace.map(({ key, resident, missing }) => [key, resident, missing])).toEqual([
      ['hall', 0, 0],
      ['east', 1, 0],
      ['west', 0, 1],
    ])
  })

  test('a rate is never rounded up to its target', () => {
    const standings = [...Array.from({ length: 2999 }, () => 'resident' as const), 'missing' as const]
    expect(rateOf('x', standings).permille).toBe(999)
  })
})

describe('which units are in the hall', () => {
  const health: ItemAtWork = { ...licence, id: 'clinic', decidingBody: { kind: 'body', body: 'health' } }
  const bureauPost = { body: 'bureau', place: 'hall', window: 'hall-1', roles: ['window-clerk'] }
  test.each<[title: string, changed: Partial<ResidencyGround>, inside: string[]]>([
    ['nobody', {}, []],
    ['a post at a window that is open', { posts: [bureauPost] }, ['bureau']],
    ['its window is closed', { posts: [bureauPost], windows: ground.windows.slice(1) }, []],
    [
      'an agreement for all it has',
      { agreements: [{ department: 'health', items: ['clinic'] }] },
      ['health'],
    ],
    ['an agreement for something else', { agreements: [{ department: 'health', items: ['licence'] }] }, []],
  ])('%s', (_title, changed, inside) => {
    const { units, of } = unitEntryOf([licence, health], { ...ground, ...changed })
    expect(of).toBe(2)
    expect(units.filter(({ inHall }) => inHall).map(({ unit }) => unit)).toEqual(inside)
  })

  test('a matter of the towns counts for each of them', () => {
    expect(unitEntryOf([allowance], ground).units.map(({ unit }) => unit)).toEqual([
      'east-town',
      'west-street',
    ])
  })

  test('a matter that law gives to towns only is none of a street office', () => {
    const townsOnly: ItemAtWork = { ...allowance, decidingBody: { kind: 'town', townsOnly: true } }
    expect(unitEntryOf([townsOnly], ground).units.map(({ unit }) => unit)).toEqual(['east-town'])
  })
})
