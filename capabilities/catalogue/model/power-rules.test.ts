import { describe, expect, test } from 'vitest'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { Grant, ItemVersion } from '../contract.ts'
import type { NewPower } from '../contract/power-routes.ts'
import { byOwnHand, mayAmend, mayGive, mayTakeBack, type GrantingSurroundings } from './power-rules.ts'

const item = { id: 'kiosk', name: '报刊亭' } as ItemVersion
const organ = (id: string, kind: Body['kind']) => ({ id, kind, name: id }) as Body
const own: Grant = {
  id: 'kiosk.bureau',
  item: 'kiosk',
  body: 'bureau',
  place: '*',
  kind: 'own',
  powers: ['accept', 'decide', 'seal'],
  from: '2020-05-14',
  basis: '某法第一条',
}
const counter: Grant = { ...own, id: 'kiosk.town', body: 'town', kind: 'entrusted', powers: ['accept'] }
const given: Grant = { ...own, id: 'given', body: 'town', kind: 'delegated', by: 'bureau', to: '2026-12-31' }
const around: GrantingSurroundings = {
  item,
  body: organ('town', 'town-government'),
  by: organ('bureau', 'department'),
  villages: new Set(),
  owners: new Map([
    ['town-centre', 'town'],
    ['other-centre', 'other-town'],
  ]),
  grants: [own, counter],
  entrusting: true,
}
const document = { title: '关于下放事项的决定', number: '某政字〔2026〕1号', on: '2026-03-01' }
const wish: Omit<NewPower, 'items'> = {
  body: 'town',
  places: [],
  kind: 'delegated',
  by: 'bureau',
  powers: ['accept', 'decide', 'seal'],
  from: '2026-04-01',
  document,
}
const entrusted = {
  ...wish,
  kind: 'entrusted' as const,
  document: { ...document, announced: { on: '2026-03-10', where: '区政府网站' } },
}
const forbids = (basis: string): ItemVersion => ({
  ...item,
  delegation: { entrust: false, remote: true, basis },
})

describe('who may be given a power (行政许可法第二十三条、第二十四条)', () => {
  test.each<[title: string, Partial<typeof wish>, Partial<GrantingSurroundings>, code?: string]>([
    ['a town by the bureau that law names', {}, {}],
    ['entrusted and announced before it begins', entrusted, {}],
    ['entrusted and never announced', { ...entrusted, document }, {}, 'power-not-announced'],
    ['entrusted and announced too late', { ...entrusted, from: '2026-03-09' }, {}, 'power-not-announced'],
    ['law forbids it', {}, { item: forbids('某法第九条') }, 'power-forbidden-by-law'],
    ['law forbids deciding, not taking in', { powers: ['accept'] }, { item: forbids('某法'), grants: [own] }],
    ['the plan entrusts nothing', {}, { entrusting: false }, 'power-entrusting-off'],
    ['an institution is no organ', {}, { body: organ('town', 'institution') }, 'power-body-no-organ'],
    ['a federation is no organ', {}, { body: organ('town', 'mass-organisation') }, 'power-body-no-organ'],
    ['to itself', {}, { by: organ('town', 'town-government') }, 'power-to-itself'],
    ['at its own place', { places: ['town-centre'] }, {}],
    ['at a place of another body', { places: ['town-centre', 'other-centre'] }, {}, 'power-place-elsewhere'],
    ['ends before it begins', { to: '2026-03-31' }, {}, 'power-days-reversed'],
    ['one day', { to: '2026-04-01' }, {}],
    ['by one who was only entrusted', {}, { grants: [{ ...own, kind: 'entrusted' }] }, 'power-re-entrusted'],
    ['by one who was given it', {}, { grants: [{ ...own, kind: 'delegated' }] }, 'power-re-entrusted'],
    ['by one who has it no more', {}, { grants: [{ ...own, to: '2026-03-31' }] }, 'power-not-held'],
    ['by one who never had it', {}, { grants: [] }, 'power-not-held'],
    ['twice at the same time', {}, { grants: [own, given] }, 'power-overlaps'],
    ['after the first ended', { from: '2027-01-01' }, { grants: [own, given] }],
    ['on the last day of the first', { from: '2026-12-31' }, { grants: [own, given] }, 'power-overlaps'],
    [
      'another place of the same town',
      { places: ['town-centre'] },
      { grants: [own, { ...given, place: 'town-station' }] },
    ],
    [
      'the same place again',
      { places: ['town-centre'] },
      { grants: [own, { ...given, place: 'town-centre' }] },
      'power-overlaps',
    ],
    ['taking in alone, which every window has', { powers: ['accept'] }, {}, 'power-overlaps'],
  ])('%s', (_title, asked, other, code) => {
    expect(mayGive({ ...wish, ...asked }, { ...around, ...other })?.code).toBe(code)
  })

  test('a refusal by law names the law that the item names', () => {
    expect(mayGive(wish, { ...around, item: forbids('某法第九条') })).toMatchObject({ basis: '某法第九条' })
    expect(mayGive(wish, { ...around, grants: [{ ...own, kind: 'entrusted' }] })?.basis).toContain(
      '第二十四条第三款',
    )
  })
})

describe('changing and taking back', () => {
  const today = '2026-06-01'
  test.each<[title: string, Grant, to: string | null | undefined, code?: string]>([
    ['a later end', given, '2027-12-31'],
    ['no end', given, null],
    ['the conditions alone', given, undefined],
    ['an end in the past', given, '2026-05-31', 'power-day-past'],
    ['an end before the beginning', { ...given, from: '2026-07-01' }, '2026-06-30', 'power-days-reversed'],
    ['what law gave', own, '2027-12-31', 'power-own-is-law'],
    ['what is over', { ...given, to: '2026-05-31' }, '2027-12-31', 'power-ended'],
    ['what was taken back', { ...given, takenBack: '2026-07-01' }, '2027-12-31', 'power-ended'],
  ])('amend: %s', (_title, grant, to, code) => {
    const asked = { document, ...(to === undefined ? {} : { to }) }
    expect(mayAmend(grant, asked, today)?.code).toBe(code)
  })

  test.each<[title: string, Grant, on: string, code?: string]>([
    ['today', given, today],
    ['next month', given, '2026-07-01'],
    ['yesterday', given, '2026-05-31', 'power-day-past'],
    ['what law gave', own, today, 'power-own-is-law'],
    ['what was taken back before', { ...given, takenBack: '2026-07-01' }, today, 'power-ended'],
    ['a counter’s right to take in', counter, today],
  ])('take back: %s', (_title, grant, on, code) => {
    expect(mayTakeBack(grant, { on, document, reason: '不再下放' }, today)?.code).toBe(code)
  })
})

test.each([
  ['registers for another body', ['bureau'], undefined],
  ['approves nowhere', [], undefined],
  ['decides by that very power', ['bureau', 'town'], 'power-own-hand'],
])('the registrar of a town’s power who %s', (_, approvesFor, code) => {
  expect(byOwnHand({ id: 'town', name: '某镇' }, new Set(approvesFor))?.code).toBe(code)
})
