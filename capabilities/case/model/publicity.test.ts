import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { foldClock, type Clocks } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { DOMAINS } from '#capabilities/catalogue/contract.ts'
import { CASE_STATES } from '../contract.ts'
import { HIDDEN_APPLICANT, NEUTRAL_ITEMS } from '../words/publicity.ts'
import { isReady, isSensitive, ownersNumber, publicDueDay, publicLine, type PublicItem } from './publicity.ts'

const calendar = compileCalendar({ version: 'test', years: { '2026': { off: [], work: [] } } })

/** Clocks started on Monday 23 November 2026, by kind and working days. */
function clocks(...lengths: (readonly [ClockKind, number])[]): Clocks {
  return lengths.reduce<Clocks>(
    (all, [kind, amount]) =>
      foldClock(all, {
        ...{ entry: 'start', clock: kind, kind, unit: 'working-day', amount, day: '2026-11-23' },
        ...{ at: '2026-11-23T01:30:00.000Z', event: '受理', basis: '测试', calendar: 'test' },
      }),
    {},
  )
}

const shop: PublicItem = { name: '食品经营许可', domain: 'market-access', itemType: '01', serves: ['2'] }
const one = {
  no: '3703044012026112300012XK',
  state: 'accepted' as const,
  applicantMasked: '张*例',
  delivery: 'window',
  clocks: clocks(['promised', 5], ['step', 1]),
  changedAt: '2026-11-23T09:30:00.000+08:00',
}

describe('what is sensitive (个人信息保护法 art. 28)', () => {
  test.each([
    ['最低生活保障', 'social-assistance', '20', ['1'], true],
    ['残疾人证', 'disability', '07', ['1'], true],
    ['优抚对象认定', 'veterans', '07', ['1'], true],
    ['法律援助', 'legal-services', '20', ['1'], true],
    ['手工报销', 'medical-insurance', '20', ['1'], true],
    ['高龄津贴', 'elderly', '05', ['1'], true],
    ['惠农补贴', 'farm-benefits', '05', ['1'], true],
    ['生育登记', 'health', '20', ['1'], true],
    ['收养登记', 'civil-affairs', '07', ['1'], true],
    ['公共场所卫生许可', 'health', '01', ['2', '4'], false],
    ['诊所备案（个体）', 'health', '01', ['1'], false],
    ['民办非企业单位成立登记', 'civil-affairs', '01', ['1', '2'], false],
    ['养老机构备案', 'civil-affairs', '20', ['2', '4'], false],
    ['食品经营许可', 'market-access', '01', ['2'], false],
    ['宅基地审批', 'land-use', '01', ['1'], false],
    ['养老保险待遇申领', 'pension', '20', ['1'], false],
    ['新生儿出生户口登记', 'household-registration', '07', ['1'], true],
    ['户口迁入（夫妻投靠）', 'household-registration', '07', ['1'], true],
    ['就业困难人员认定', 'employment', '20', ['1'], true],
    ['人力资源服务许可', 'employment', '01', ['2', '5'], false],
  ] as const)('%s (%s, %s): %#', (name, domain, itemType, serves, hidden) => {
    const item: PublicItem = { name, domain, itemType, serves: [...serves] }
    expect(isSensitive(item)).toBe(hidden)
    const line = publicLine(one, item, calendar, '2026-11-23')!
    expect([line.applicant, line.item]).toEqual(
      hidden ? [HIDDEN_APPLICANT, NEUTRAL_ITEMS[domain]] : ['张*例', name],
    )
  })

  test('no neutral word names need, illness, disability, service or a dispute', () => {
    for (const domain of DOMAINS)
      expect(NEUTRAL_ITEMS[domain]).not.toMatch(/救助|低保|残疾|军人|优抚|医|疾|法律|援助|纠纷|困难/)
  })
})

describe('what the wall says of a state', () => {
  test.each([
    ['received', '已收件', 1, 'in-time'],
    ['supplementing', '待补材料', 1, 'none'],
    ['refusal-proposed', '已收件', 1, 'in-time'],
    ['accepted', '审查中', 2, 'in-time'],
    ['reviewed', '待决定', 3, 'in-time'],
    ['decided', '制证中', 4, 'in-time'],
    ['issued', '请来领取', 5, 'none'],
    ['not-accepted', '请来领取', 5, 'none'],
    ['in-post', '寄送中', 5, 'none'],
    ['under-check', '已办结', 6, 'none'],
    ['closed', '已办结', 6, 'none'],
  ] as const)('%s: %s', (state, step, stage, standing) => {
    expect(publicLine({ ...one, state }, shop, calendar, '2026-11-24')).toMatchObject({
      step,
      stage,
      standing,
    })
  })

  test.each(['rectifying', 'check-failed', 'revoking', 'revoked', 'withdrawn', 'lapsed'] as const)(
    'nothing of a case that is %s',
    (state) => expect(publicLine({ ...one, state }, shop, calendar, '2026-11-24')).toBeUndefined(),
  )

  test('no step tells how a matter is going to end', () => {
    for (const state of CASE_STATES)
      expect(publicLine({ ...one, state }, shop, calendar, '2026-11-24')?.step ?? '').not.toMatch(
        /不予|拒|撤|逾期/,
      )
  })

  test.each([
    ['issued', 'window', true],
    ['not-accepted', 'window', true],
    ['issued', 'electronic', false],
    ['issued', 'post', false],
    ['decided', 'window', false],
  ] as const)('%s, handed over by %s: waits at the window %s', (state, delivery, ready) => {
    expect(isReady({ state, delivery })).toBe(ready)
  })
})

describe('the due day the public may hold the office to', () => {
  test.each([
    ['2026-11-27', 'in-time'],
    ['2026-11-30', 'soon'],
    ['2026-12-01', 'late'],
  ])('on %s: %s', (today, standing) => {
    expect(publicLine(one, shop, calendar, today)).toMatchObject({ dueDay: '2026-11-30', standing })
  })

  test('limits of steps are the office’s own; the nearest of law and promise counts', () => {
    expect(publicDueDay(clocks(['step', 1]), calendar)).toBeUndefined()
    expect(publicDueDay(clocks(['statutory', 20], ['promised', 5], ['step', 1]), calendar)).toBe('2026-11-30')
  })
})

test('the number leaves out when and before whom somebody applied', () => {
  expect(ownersNumber('3703044012026112300012XK')).toBe('00012XK')
  expect(publicLine(one, shop, calendar, '2026-11-24')!.number).toHaveLength(7)
})
