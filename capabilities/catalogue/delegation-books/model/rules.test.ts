import { expect, test } from 'vitest'
import type { Grant, ItemVersion } from '../../contract.ts'
import { bothTiers } from './both-tiers.ts'
import { monthsAfter } from './months.ts'
import { awaitedOf, opposedOf, seatsOf, type Opinion } from './opinions.ts'
import { readinessFor, type ReceivingPlace, type Wanted } from './readiness.ts'

const DAY = '2026-03-16'
const post = (id: string, role: string, validTo: string | null = null, person = id) => ({
  ...{ id, person, roles: [role as never], validFrom: '2026-01-01', validTo },
})
const ALL = [post('w', 'window-clerk'), post('r', 'reviewer'), post('a', 'approver')]
const place = (posts = ALL, more: Partial<ReceivingPlace> = {}): ReceivingPlace => ({
  ...{ posts, takes: () => true, hasSeal: true },
  ...more,
})
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  ...{
    item: { id: 'i', name: '示例事项', domain: 'elderly' },
    powers: ['decide', 'seal'],
    trainedStaff: 2,
    atStation: false,
  },
  ...more,
})
const trainedFor = (item: string, ...posts: string[]) => posts.map((id) => ({ post: id, items: [item] }))

test.each<[string, ReceivingPlace, ReturnType<typeof trainedFor>, Wanted, string[]]>([
  ['both are trained', place(), trainedFor('i', 'r', 'a'), wanted(), []],
  ['nobody decides', place(), trainedFor('i', 'r'), wanted(), ['nobody-trained approver']],
  [
    'trained for another item',
    place(),
    trainedFor('x', 'r', 'a'),
    wanted(),
    ['nobody-trained reviewer', 'nobody-trained approver'],
  ],
  [
    'their post has ended',
    place([post('r', 'reviewer', '2026-03-15'), post('a', 'approver')]),
    trainedFor('i', 'r', 'a'),
    wanted(),
    ['nobody-trained reviewer'],
  ],
  [
    'no window for the domain',
    place(ALL, { takes: () => false }),
    trainedFor('i', 'r', 'a'),
    wanted(),
    ['no-window'],
  ],
  [
    'no seal to decide with',
    place(ALL, { hasSeal: false }),
    trainedFor('i', 'r', 'a'),
    wanted(),
    ['no-seal'],
  ],
  [
    'taking in asks for no seal',
    place(ALL, { hasSeal: false }),
    trainedFor('i', 'w', 'r'),
    wanted({ powers: ['accept'] }),
    [],
  ],
  [
    'nobody stands in',
    place(),
    trainedFor('i', 'w'),
    wanted({ powers: ['accept'] }),
    ['too-few-trained 1/2'],
  ],
  [
    'one person in two posts is one',
    place([post('r', 'reviewer', null, 'p'), post('a', 'approver', null, 'p')]),
    trainedFor('i', 'r', 'a'),
    wanted(),
    ['too-few-trained 1/2'],
  ],
  [
    'a station: its agent, no window',
    place([post('g', 'village-agent')], { takes: () => false }),
    trainedFor('i', 'g'),
    wanted({ powers: ['accept'], atStation: true }),
    [],
  ],
  [
    'a station: nobody',
    place([post('g', 'village-agent')]),
    [],
    wanted({ powers: ['accept'], atStation: true }),
    ['nobody-trained village-agent'],
  ],
])('a place is ready or lacks something (LS-2.6-03): %s', (_what, at, training, asked, lacks) => {
  const said = readinessFor(at, training, asked, DAY).lacks.map((lack) =>
    lack.kind === 'nobody-trained'
      ? `${lack.kind} ${lack.role}`
      : lack.kind === 'too-few-trained'
        ? `${lack.kind} ${lack.have}/${lack.need}`
        : lack.kind,
  )
  expect(said).toEqual(lacks)
})

const PLAN = {
  ...{ lead: 'bureau', opinionWorkingDays: 10, trainedStaff: 2, postCheckMonths: 6 },
  opinions: [
    { seat: '权属单位' },
    { seat: '司法行政', body: 'justice' },
    { seat: '审批服务', body: 'bureau' },
  ],
}
const said = (body: string, stance: Opinion['stance'] = 'agree'): Opinion => ({
  ...{ name: body, seat: '', body, stance, text: '同意', on: DAY },
})

test('each body is asked once, a body in two qualities for both; without a plan the owner alone is asked', () => {
  expect(seatsOf(PLAN, 'health')).toEqual([
    { body: 'health', seat: '权属单位' },
    { body: 'justice', seat: '司法行政' },
    { body: 'bureau', seat: '审批服务' },
  ])
  expect(seatsOf(PLAN, 'bureau').map(({ body, seat }) => [body, seat])).toEqual([
    ['bureau', '权属单位、审批服务'],
    ['justice', '司法行政'],
  ])
  expect(seatsOf(undefined, 'health')).toEqual([{ body: 'health', seat: '权属单位' }])
  const opinions = [said('justice'), said('health', 'oppose')]
  expect(awaitedOf(seatsOf(PLAN, 'health'), opinions).map(({ body }) => body)).toEqual(['bureau'])
  expect(opposedOf(opinions).map(({ body }) => body)).toEqual(['health'])
})

const item = (id: string, more: Partial<ItemVersion> = {}) =>
  ({
    id,
    name: id,
    domain: 'elderly',
    useLevels: ['4', '5'],
    decidingBody: { kind: 'body', body: 'health' },
    ...more,
  }) as ItemVersion
const given = (body: string, to?: string): Grant => ({
  ...{
    id: body,
    item: 'i',
    body,
    place: '*',
    kind: 'delegated',
    powers: ['decide', 'seal'],
    from: '2026-01-01',
    basis: '',
  },
  ...(to === undefined ? {} : { to }),
})
const TOWNS = ['one', 'two'].map((id) => ({ id, street: false }))
const judged = (qualifies: boolean) => [{ item: 'i', qualifies, ground: '量大', text: '说明' }]

test.each([
  ['nobody has judged it', item('i'), [], [], ['not-judged']],
  ['it qualifies and no town has it', item('i'), [], judged(true), ['missing one two']],
  ['one town has it', item('i'), [given('one')], judged(true), ['missing two']],
  ['what a town had is over', item('i'), [given('one', '2026-03-15')], judged(true), ['missing one two']],
  ['every town has it', item('i'), [given('one'), given('two')], judged(true), ['delegated']],
  ['it was judged not to', item('i'), [], judged(false), ['not-qualified']],
  [
    'law forbids it',
    item('i', { delegation: { entrust: false, remote: true, basis: '示例法' } }),
    [],
    judged(true),
    ['forbidden'],
  ],
  ['only the county exercises it', item('i', { useLevels: ['4'] }), [], [], []],
  [
    'only the county does, but it was judged',
    item('i', { useLevels: ['4'] }),
    [],
    judged(true),
    ['missing one two'],
  ],
  ['it is the towns’ own', item('i', { decidingBody: { kind: 'town' } }), [], [], []],
])('items of both tiers: %s', (_what, one, grants, said_, expected) => {
  const lines = bothTiers([one], { grants, towns: TOWNS, judged: said_, day: DAY })
  expect(
    lines.map(({ standing }) =>
      'towns' in standing ? `${standing.state} ${standing.towns.join(' ')}` : standing.state,
    ),
  ).toEqual(expected)
})

test.each([
  ['2026-03-23', 6, '2026-09-23'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %i months is %s', (day, count, expected) => {
  expect(monthsAfter(day, count)).toBe(expected)
})
