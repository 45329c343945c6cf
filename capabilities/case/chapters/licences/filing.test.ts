import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { ItemVersion, Lifecycle } from '#capabilities/catalogue/contract.ts'
import type { AboutKind, LicenceState } from '#capabilities/licence-seal/contract.ts'
import { NO_LICENCE, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import { variantOf } from '../../model/effective-item.ts'
import { NO_CASE, type CaseDossier } from '../../model/dossier.ts'
import { licencesChapter } from './chapter.ts'
import { aboutOf, decidedElsewhere } from './filing.ts'
import { beforeExpiry, renewalClock } from './limits.ts'

const calendar = compileCalendar(UP_TO_2026)

const VARIANT = {
  ...{
    name: '经营许可（变更）',
    materials: ['form'],
    steps: [],
    hint: '照原来的填写',
    basis: '行政许可法第四十九条',
  },
  promisedLimit: { amount: 5, unit: 'working-day' as const },
}
const BY_LAW = {
  ...VARIANT,
  fileBefore: { amount: 30, unit: 'calendar-day' as const },
  late: 'refused' as const,
}
const BY_RULE = {
  ...{ ...VARIANT, fileBefore: { amount: 15, unit: 'working-day' as const }, late: 'accepted' as const },
  notEarlierThan: { amount: 90, unit: 'working-day' as const },
}
const ITEM = {
  ...{ id: 'books', name: '经营许可', materials: [{ id: 'form' }, { id: 'proof' }] },
  ...{ process: { steps: [], commitment: {} }, promisedLimit: { amount: 8, unit: 'working-day' } },
} as unknown as ItemVersion
const item = (lifecycle?: Lifecycle): ItemVersion => ({ ...ITEM, ...(lifecycle ? { lifecycle } : {}) })

const HELD: LicenceDossier = {
  ...{ ...NO_LICENCE, state: 'valid', item: 'books', number: '示例〔2026〕1号', body: 'bureau' },
  ...{ validUntil: '2026-12-31', termFrom: '2026-01-01' },
}

type Change = Partial<Omit<LicenceDossier, 'validUntil'>> & { validUntil?: string | undefined }

function asked(
  kind: AboutKind,
  today: string,
  held: Change | undefined,
  offers: Lifecycle | undefined,
): string {
  const dossier = { ...HELD, ...held } as LicenceDossier
  const row =
    held === undefined
      ? undefined
      : { ...{ area: '370304', id: 'l', stream: 's', hash: null, holderMasked: '示*' }, dossier }
  const about = { licence: HELD.number, kind }
  const found = aboutOf({ asked: about, row, item: item(offers), today, calendar })
  if (isRefusal(found)) return found.code
  return found.inTime ? 'in time' : 'taken in'
}

const ALL: Lifecycle = { change: VARIANT, renew: BY_LAW, cancel: VARIANT }
const RULE: Lifecycle = { renew: BY_RULE }
const OPEN = { case: 'c', kind: 'change' as const, filedOn: '2026-05-01', inTime: false }
const MEANT = {
  ...{ how: 'revoked' as const, ground: 'fraud' as const, text: '', seq: 2 },
  by: { at: '2026-05-01T01:00:00.000Z', day: '2026-05-01' },
}
const expired = { state: 'expired' as LicenceState }

describe('an application about a licence', () => {
  test.each<
    [
      why: string,
      kind: AboutKind,
      today: string,
      held: Change | undefined,
      offers: Lifecycle | undefined,
      gives: string,
    ]
  >([
    ['a change', 'change', '2026-06-01', {}, ALL, 'taken in'],
    ['a cancellation', 'cancel', '2026-06-01', {}, ALL, 'taken in'],
    ['a licence that is nowhere', 'change', '2026-06-01', undefined, ALL, 'licence-not-found'],
    ['a licence of another item', 'change', '2026-06-01', { item: 'food' }, ALL, 'licence-not-found'],
    ['an item without such a way', 'change', '2026-06-01', {}, RULE, 'about-not-offered'],
    ['an item with none at all', 'cancel', '2026-06-01', {}, undefined, 'about-not-offered'],
    ['a revoked licence', 'change', '2026-06-01', { state: 'revoked' }, ALL, 'about-not-in-force'],
    ['an expired one changed', 'change', '2027-01-05', expired, ALL, 'about-not-in-force'],
    ['an expired one cancelled', 'cancel', '2027-01-05', expired, ALL, 'taken in'],
    [
      'one with another application open',
      'cancel',
      '2026-06-01',
      { application: OPEN },
      ALL,
      'about-running',
    ],
    [
      'one that is to be revoked for fraud',
      'cancel',
      '2026-06-01',
      { intent: MEANT },
      ALL,
      'about-being-revoked',
    ],
    ['changed meanwhile', 'change', '2026-06-01', { intent: MEANT }, ALL, 'taken in'],
    ['C11 a renewal thirty days before', 'renew', '2026-12-01', {}, ALL, 'in time'],
    ['C11 a renewal twenty-nine days before', 'renew', '2026-12-02', {}, ALL, 'renewal-late'],
    ['C11 a renewal after the end', 'renew', '2027-01-05', expired, ALL, 'renewal-late'],
    ['C11 fifteen working days, where the rule says so', 'renew', '2026-12-10', {}, RULE, 'in time'],
    [
      'C11 fourteen: taken in all the same, but it holds nothing',
      'renew',
      '2026-12-11',
      {},
      RULE,
      'taken in',
    ],
    ['C11 a year too early', 'renew', '2026-01-10', {}, RULE, 'renewal-early'],
    ['one without a last day', 'renew', '2026-12-01', { validUntil: undefined }, ALL, 'renewal-not-needed'],
  ])('%s', (_why, kind, today, held, offers, gives) => expect(asked(kind, today, held, offers)).toBe(gives))
})

const about = {
  id: 'l',
  number: HELD.number,
  name: '证',
  body: 'bureau',
  kind: 'renew' as const,
  inTime: true,
}
const RENEWING: CaseDossier = {
  ...{ ...NO_CASE, state: 'accepted', receivedOn: '2026-11-20' },
  about: { ...about, validUntil: '2026-12-31', termFrom: '2026-01-01' },
}
const now = (day: string) => new Date(Date.parse(startOfDay(day)) + 3_600_000).toISOString()
const asking = (dossier: CaseDossier, day: string, input: object = {}, more: object = {}) =>
  ({
    ...{ dossier, now: now(day), input, actor: { kind: 'system', job: '' } },
    world: { calendar, ...more },
  }) as never

describe('C11 a renewal', () => {
  test.each<[why: string, act: string, day: string, dossier: CaseDossier, gives: string | undefined]>([
    ['may be denied in time', 'deny', '2026-12-31', RENEWING, undefined],
    ['may not be denied after the end', 'deny', '2027-01-01', RENEWING, 'renewal-deemed'],
    ['nor ended without a decision', 'terminate', '2027-01-01', RENEWING, 'renewal-deemed'],
    ['nor handed back by a window', 'return-application', '2027-01-01', RENEWING, 'renewal-deemed'],
    ['may not be refused acceptance either', 'refuse-acceptance', '2027-01-01', RENEWING, 'renewal-deemed'],
    [
      'that came late may be denied',
      'deny',
      '2027-01-01',
      { ...RENEWING, about: { ...about, inTime: false } },
      undefined,
    ],
    [
      'completed after the end may be denied',
      'deny',
      '2027-01-05',
      { ...RENEWING, receivedOn: '2027-01-04' },
      undefined,
    ],
  ])('%s', (_why, act, day, dossier, gives) =>
    expect(licencesChapter.bars!(act, asking(dossier, day), {} as never)?.code).toBe(gives),
  )

  const item = { result: { type: '1', name: '许可证' } }
  const renewing = (input: object) => asking(RENEWING, '2026-12-20', input, { item })
  test.each([
    [{}, 'renewal-term-missing'],
    [{ validUntil: '2026-12-31' }, 'renewal-term-missing'],
    [{ validUntil: '2027-12-31' }, undefined],
  ])('granted with %j gives %s', (input, gives) =>
    expect(licencesChapter.refuses!('grant', renewing(input), {} as never)?.code).toBe(gives),
  )

  test('falls due on the morning after the last day, while the office has it', () => {
    const timers = (state: CaseDossier['state']) =>
      licencesChapter.timers!({ ...RENEWING, state }, { calendar })
    expect(timers('accepted')).toEqual([{ action: 'deem-renewed', at: '2026-12-31T16:00:00.000Z' }])
    expect(timers('reviewed')).toHaveLength(1)
    expect(timers('supplementing')).toEqual([])
  })

  test('has a clock of the law to the last working day, and no promise beyond it', () => {
    const moment = { day: '2026-12-28', at: now('2026-12-28'), world: { calendar, about: RENEWING.about! } }
    expect(renewalClock('收到申请', moment)).toMatchObject([
      { clock: 'renewal', amount: 3, unit: 'working-day' },
    ])
    expect(beforeExpiry({ amount: 8, unit: 'working-day' }, moment).amount).toBe(3)
    const after = { ...moment, day: '2027-01-04' }
    expect(renewalClock('收到申请', after)).toEqual([])
    expect(beforeExpiry({ amount: 8, unit: 'working-day' }, after).amount).toBe(8)
  })
})

test.each([
  ['bureau', undefined],
  ['a town', 'about-other-body'],
])('decided by %s: %s', (body, gives) => expect(decidedElsewhere(about, body)?.code).toBe(gives))

test('the item of such an application has its own name, papers and limit, and no promise to choose', () => {
  const renewal = variantOf(item(ALL), 'renew')
  expect(renewal).toMatchObject({
    name: '经营许可（变更）',
    promisedLimit: { amount: 5 },
    materials: [{ id: 'form' }],
  })
  expect(renewal.process.commitment).toBeUndefined()
  expect(variantOf(item(), 'renew').materials).toHaveLength(2)
})
