import { describe, expect, test } from 'vitest'
import type { Duty, Region } from './contract.ts'
import {
  ancestorsOf,
  calendarProblems,
  calendarVersion,
  localHolidayProblems,
  mergeLocal,
  coverage,
  creditCodeCheck,
  creditCodeProblem,
  actProblem,
  dutyProblem,
  fillPattern,
  goneVersions,
  mergeYears,
  openingHoursSentence,
  nextVersions,
  parentCode,
  placeProblems,
  regionProblems,
  responsibleFor,
  standardOf,
  stationWindowProblem,
  tierOf,
  typeOf,
  validOn,
  villageShortName,
  windowProblem,
  windowSetProblem,
} from './model.ts'

describe('a region says what it is by its code', () => {
  test.each([
    ['370000000000', 'province', 2, null],
    ['370300000000', 'city', 3, '370000000000'],
    ['370304000000', 'county', 4, '370300000000'],
    ['370304004000', 'street', 5, '370304000000'],
    ['370304113000', 'town', 5, '370304000000'],
    ['370304200000', 'township', 5, '370304000000'],
    ['370304400000', 'special', 5, '370304000000'],
    ['370304113001', 'residents', 6, '370304113000'],
    ['370304113205', 'villagers', 6, '370304113000'],
    ['370304113400', 'residents-like', 6, '370304113000'],
    ['370304113599', 'villagers-like', 6, '370304113000'],
  ] as const)('%s is a %s of tier %i below %s', (code, type, tier, parent) => {
    expect(typeOf(code)).toBe(type)
    expect(tierOf(type)).toBe(tier)
    expect(parentCode(code)).toBe(parent)
  })

  test.each(['37030411300', '3703041130011', '37030411300X', '000000000000', '370304600000', '370304113600'])(
    '%s is no region code',
    (code) => expect(typeOf(code)).toBeUndefined(),
  )

  test('the way up from a village is town, county, city, province', () => {
    expect(ancestorsOf('370304113205')).toEqual([
      '370304113000',
      '370304000000',
      '370300000000',
      '370000000000',
    ])
  })
})

describe('a list of regions is checked as a whole', () => {
  const line = (code: string, type: Region['type'], name = code) => ({ code, name, type, tier: tierOf(type) })
  const town = [
    line('370000000000', 'province'),
    line('370300000000', 'city'),
    line('370304000000', 'county'),
    line('370304113000', 'town'),
  ]
  test.each([
    ['all well', [], undefined],
    ['a code of another shape', [line('37030411320', 'villagers')], 'region-code-malformed'],
    ['a community named a village', [line('370304113001', 'villagers')], 'region-type-wrong'],
    ['a village without its town', [line('370304112201', 'villagers')], 'region-parent-missing'],
    ['a code twice', [line('370304113000', 'town')], 'region-duplicate'],
  ])('%s', (_, more, code) => {
    expect(regionProblems([...town, ...more]).map((problem) => problem.code)).toEqual(code ? [code] : [])
  })
  test('a successor outside the list is named', () => {
    const problems = regionProblems(town, [{ code: '370304113000', successorCode: '370304114000' }])
    expect(problems.map((problem) => problem.code)).toEqual(['region-successor-missing'])
  })
})

describe('credit codes (GB 32100, GB 11714)', () => {
  test.each(['11370800MB28559184', '11440111007502521J'])('%s is well formed', (code) => {
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17])
    expect(creditCodeProblem(code)).toBeUndefined()
  })
  test.each([
    ['one digit changed', '11370801MB28559184'],
    ['two signs swapped', '11370800MB28559148'],
    ['a letter that is not used', '11370800OB28559184'],
    ['too short', '11370800MB2855918'],
  ])('%s is refused', (_, code) => expect(creditCodeProblem(code)?.code).toBe('credit-code-wrong'))
})

describe('names come from the pattern of the pack', () => {
  const endings = [
    { ends: '社区居民委员会', becomes: '社区' },
    { ends: '社区居委会', becomes: '社区' },
    { ends: '居委会', becomes: '社区' },
    { ends: '村委会', becomes: '村' },
  ]
  test.each([
    ['颜山社区居民委员会', '颜山社区'],
    ['荆山社区居委会', '荆山社区'],
    ['税务街居委会', '税务街社区'],
    ['安上村委会', '安上村'],
    ['某农场', '某农场'],
  ])('%s → %s', (name, short) => expect(villageShortName(name, endings)).toBe(short))

  test('a pattern is filled, and an unknown word in it is a fault', () => {
    expect(fillPattern('{town}{village}便民服务站', { town: '博山镇', village: '石泉村' })).toBe(
      '博山镇石泉村便民服务站',
    )
    expect(() => fillPattern('{city}中心', { town: '博山镇' })).toThrow('city')
  })
})

describe('places', () => {
  const hall = { id: 'hall', name: '大厅', kind: 'hall', parent: null, owner: 'bureau' } as const
  const centre = { id: 'centre', name: '中心', kind: 'centre', parent: 'hall', owner: 'town' } as const
  const bodies = new Set(['bureau', 'town'])
  test.each([
    ['hall and centre', [hall, centre], []],
    ['nobody owns the centre', [hall, { ...centre, owner: 'gone' }], ['place-owner-missing']],
    ['a centre without parent', [hall, { ...centre, parent: null }], ['place-parent-missing']],
    ['a parent that is not there', [centre], ['place-parent-missing']],
    [
      'two places above each other',
      [
        { ...centre, parent: 'b' },
        { ...centre, id: 'b', parent: 'centre' },
      ],
      ['place-parent-circular', 'place-parent-circular'],
    ],
  ])('%s', (_, places, codes) =>
    expect(placeProblems(places, bodies).map((problem) => problem.code)).toEqual(codes),
  )

  test.each([
    ['station', 0, 'station-window-count'],
    ['station', 1, undefined],
    ['station', 2, undefined],
    ['station', 3, 'station-window-count'],
    ['centre', 4, undefined],
  ] as const)('a %s with %i windows (BS-2.7-02)', (kind, count, code) => {
    const windows = Array.from({ length: count }, () => ({ place: 'p' }))
    expect(stationWindowProblem({ id: 'p', kind }, windows, { min: 1, max: 2 })?.code).toBe(code)
  })

  test('a standard is inherited from the nearest place that sets it, at last from the pack', () => {
    const places = new Map([
      ['hall', { id: 'hall', parent: null, standards: { hours: '8-18' } }],
      ['centre', { id: 'centre', parent: 'hall', standards: {} }],
      ['station', { id: 'station', parent: 'centre', standards: { sign: 'own' } }],
    ])
    expect(standardOf('hours', 'station', places, '9-17')).toEqual({ value: '8-18', from: 'hall' })
    expect(standardOf('sign', 'station', places, 'common')).toEqual({ value: 'own', from: 'station' })
    expect(standardOf('sign', 'centre', places, 'common')).toEqual({ value: 'common', from: 'pack' })
  })
})

describe('duties of bodies', () => {
  const line = (role: Duty['role'], body: string): Duty => ({
    id: `windows-${role}-${body}`,
    subject: 'windows',
    subjectName: '窗口设置',
    role,
    body,
    clauses: ['BS-3.2-03'],
    acts: role === 'build' ? ['places'] : role === 'lead' ? ['places', 'reform'] : [],
    validFrom: '2020-05-14',
    validTo: null,
  })
  const duties = [line('guide', 'department'), line('build', 'town'), line('lead', 'bureau')]
  const bureau = { id: 'bureau', kind: 'department', tier: 4 } as const
  const town = { id: 'town-1', kind: 'town-government', tier: 5 } as const
  const branch = { id: 'police', kind: 'branch', tier: 4 } as const
  test.each([
    [bureau, 'lead', undefined],
    [bureau, 'guide', undefined],
    [bureau, 'build', 'outside-duty'],
    [town, 'build', undefined],
    [town, 'lead', 'outside-duty'],
    [branch, 'guide', 'outside-duty'],
    [town, 'supervise', 'outside-duty'],
  ] as const)('%o may %s: %s', (body, role, code) => {
    expect(dutyProblem(duties, body, { subject: 'windows', role })?.code).toBe(code)
  })
  test.each([
    [bureau, 'places', undefined, undefined],
    [bureau, 'places', 'town-1', undefined],
    [bureau, 'reform', undefined, undefined],
    [town, 'places', 'town-1', undefined],
    [town, 'places', 'town-2', 'outside-duty'],
    [town, 'places', 'bureau', 'outside-duty'],
    [town, 'reform', 'town-1', 'outside-duty'],
    [branch, 'places', 'police', 'outside-duty'],
  ] as const)('%o may do %s on the ground of %s: %s', (body, act, ground, code) => {
    expect(actProblem(duties, body, act, ground)?.code).toBe(code)
  })
  test('a refusal names whose duty it is, and the leading unit stands first', () => {
    expect(dutyProblem(duties, town, { subject: 'windows', role: 'lead' })).toMatchObject({
      facts: { responsible: ['bureau'] },
      basis: 'BS-3.2-03',
    })
    expect(responsibleFor(duties, 'windows').map((duty) => duty.body)).toEqual([
      'bureau',
      'town',
      'department',
    ])
  })
})

describe('the 4+X window set (BS-2.2-02)', () => {
  const window = (kind: string) => ({ place: 'p', kind })
  test.each([
    ['centre', ['a', 'b'], undefined],
    ['centre', ['a', 'b', 'x'], undefined],
    ['centre', ['a', 'x'], 'window-set-incomplete'],
    ['hall', [], 'window-set-incomplete'],
    ['station', [], undefined],
  ] as const)('a %s with %j', (kind, kinds, code) => {
    expect(windowSetProblem({ id: 'p', kind }, kinds.map(window), ['a', 'b'])?.code).toBe(code)
  })
})

describe('coverage of villages', () => {
  const village = (code: string): Region => ({
    code,
    name: code,
    type: 'villagers',
    tier: 6,
    parent: '370304113000',
    successorCode: null,
    validFrom: '2020-05-14',
    validTo: null,
  })
  const villages = [village('370304113201'), village('370304113202')]
  const served = [
    { region: '370304113201', place: 's1', validFrom: '2020-05-14', validTo: null },
    { region: '370304113202', place: 's1', validFrom: '2020-05-14', validTo: '2026-03-31' },
  ]
  test.each([
    ['2026-03-31', 1, 0],
    ['2026-04-01', 0.5, 1],
  ])('on %s the rate is %d', (day, rate, uncovered) => {
    const answer = coverage(villages, served, day)
    expect(answer.rate).toBe(rate)
    expect(answer.uncovered).toHaveLength(uncovered)
  })
  test('without villages there is no rate', () => expect(coverage([], [], '2026-01-01').rate).toBeNull())
})

describe('calendars', () => {
  const year = { year: 2026, published: true, off: ['2026-10-01'], work: ['2026-10-10'] }
  test.each([
    ['as published', year, []],
    ['not published', { ...year, published: false }, ['calendar-not-published']],
    ['a day of another year', { ...year, off: ['2027-01-01'] }, ['calendar-day-outside-year']],
    ['off and worked on one day', { ...year, off: ['2026-10-10'] }, ['calendar-day-twice']],
    ['a make-up day on a Monday', { ...year, work: ['2026-10-12'] }, ['calendar-make-up-not-weekend']],
  ])('%s', (_, list, codes) => expect(calendarProblems(list).map((problem) => problem.code)).toEqual(codes))

  const local = { name: '示例节', off: ['2026-04-17'], work: ['2026-04-19'], basis: '示例自治县人民政府通知' }
  test.each([
    ['a local holiday', local, []],
    ['of two years', { ...local, off: ['2026-04-17', '2027-04-17'] }, ['local-holiday-not-one-year']],
    ['without a day', { ...local, off: [] }, ['local-holiday-not-one-year']],
    ['off and worked', { ...local, off: ['2026-04-19'] }, ['calendar-day-twice']],
    ['made up on a Monday', { ...local, work: ['2026-04-20'] }, ['calendar-make-up-not-weekend']],
  ])('local: %s', (_, list, codes) =>
    expect(localHolidayProblems(list).map((problem) => problem.code)).toEqual(codes),
  )

  test('a local holiday published again replaces that of the same name and year', () => {
    const later = { ...local, off: ['2026-04-20', '2026-04-16'] }
    const next = { ...local, off: ['2027-04-16'], work: [] }
    expect(mergeLocal([local], [later, next])).toEqual([
      { ...later, off: ['2026-04-16', '2026-04-20'] },
      next,
    ])
  })

  test('the version follows from the content alone', () => {
    const digest = (text: string) => `${text.length}-digest`
    const years = mergeYears({}, [year])
    const content = { years, local: [], hours: [], unpublished: 'statutory-2024' as const }
    const again = { ...content, years: mergeYears(years, [year]) }
    expect(calendarVersion(content, digest)).toBe(calendarVersion(again, digest))
    expect(calendarVersion({ ...content, unpublished: 'weekends' }, digest)).not.toBe(
      calendarVersion(content, digest),
    )
    expect(Object.keys(mergeYears(years, [{ ...year, year: 2025, off: [], work: [] }]))).toEqual([
      '2025',
      '2026',
    ])
  })
})

describe('versions in time', () => {
  const stored = {
    id: 'a',
    version: 1,
    validFrom: '2020-05-14',
    validTo: null,
    origin: 'pack:x',
    originDigest: 'one',
  }
  const coming = { id: 'a', digest: 'one', validFrom: '2020-05-14', validTo: null }
  const day = '2026-03-10'
  test.each([
    ['unchanged', [stored], coming, [], []],
    ['new', [], coming, ['1 2020-05-14 –'], []],
    ['changed', [stored], { ...coming, digest: 'two' }, ['2 2026-03-10 –'], ['1 2026-03-09']],
    [
      'changed later',
      [stored],
      { ...coming, digest: 'two', validFrom: '2026-07-01' },
      ['2 2026-07-01 –'],
      ['1 2026-06-30'],
    ],
    [
      'ended in the past',
      [stored],
      { ...coming, digest: 'two', validTo: '2025-12-31' },
      ['2 2020-05-14 2025-12-31'],
      ['1 2020-05-13'],
    ],
    ['ended by the office, the pack says the same', [{ ...stored, validTo: '2026-01-31' }], coming, [], []],
  ])('%s', (_, before, row, add, close) => {
    const plan = nextVersions(before, [row], day)
    expect(plan.add.map((each) => `${each.version} ${each.validFrom} ${each.validTo ?? '–'}`)).toEqual(add)
    expect(plan.close.map((each) => `${each.version} ${each.validTo}`)).toEqual(close)
  })

  test('what an origin no longer brings ends, what others brought stays', () => {
    const office = { ...stored, id: 'b', origin: 'office' }
    expect(goneVersions([stored, office], [], day, 'pack:x')).toEqual([
      { id: 'a', version: 1, validTo: '2026-03-09' },
    ])
  })

  test.each([
    ['2020-05-13', false],
    ['2020-05-14', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('both ends count: on %s it holds: %s', (on, holds) => {
    expect(validOn({ validFrom: '2020-05-14', validTo: '2025-12-31' }, on)).toBe(holds)
  })
})

describe('opening hours in words', () => {
  const span = (from: string, to: string) => ({ from, to })
  const duty = (from: string, to: string) => ({ from, to, duty: true })
  test.each([
    [[span('08:30', '12:00'), span('13:00', '17:00')], '工作日 08:30–12:00、13:00–17:00'],
    [
      [span('08:30', '12:00'), duty('12:00', '13:00'), span('13:00', '17:00')],
      '工作日 08:30–17:00，中午12:00–13:00有人值班',
    ],
    [[span('08:30', '17:00'), duty('17:00', '19:00')], '工作日 08:30–19:00，17:00–19:00有人值班'],
    [[duty('09:00', '16:00')], '工作日 09:00–16:00（值班）'],
    [[], '开放时间请电话咨询'],
  ])('%o', (workday, sentence) => {
    expect(openingHoursSentence({ workday, saturday: [] })).toBe(sentence)
  })
})

describe('what a window takes in', () => {
  const kinds = { licence: '涉企证照', people: '民生服务', agency: '代办帮办', 'all-round': '全能' }
  const divided = {
    undifferentiated: false,
    kinds,
    domains: { licence: ['market-access'], people: ['pension', 'health'], 'all-round': [] },
  }
  test.each([
    ['its own matters', divided, 'licence', 'market-access', undefined],
    ['no matter of another window, which is named', divided, 'licence', 'pension', ['民生服务窗口']],
    ['everything, where the plan limits the kind to nothing', divided, 'agency', 'pension', undefined],
    ['nothing, where it only advises (LS-2.5-05)', divided, 'all-round', 'health', ['民生服务窗口']],
    [
      'everything, where windows are undifferentiated',
      { ...divided, undifferentiated: true },
      'licence',
      'pension',
      undefined,
    ],
    [
      'everything, where the plan names no domains',
      { undifferentiated: false, kinds },
      'licence',
      'pension',
      undefined,
    ],
  ])('%s', (_title, model, kind, domain, windows) => {
    expect(windowProblem(model, { kind }, domain)?.facts).toEqual(
      windows === undefined ? undefined : { windows },
    )
  })
})
