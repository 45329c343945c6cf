import { compileCalendar } from '#engine/calendar/calendar.ts'
import { foldClock, type Clock, type Clocks } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Grant } from '#engine/power/grant.ts'
import { expect, test } from 'vitest'
import { GAP_CODES, gapsOf, type LookedAt, type OnDuty, type Surroundings } from './gaps.ts'
import { GAP_SENTENCES, GAP_TITLES } from '../words/gaps.ts'

const calendar = compileCalendar({ version: 'plain', years: { '2026': { off: [], work: [] } } })
const START: ClockEntry = {
  ...{ entry: 'start', clock: 'promised', kind: 'promised', unit: 'working-day', amount: 10 },
  ...{ day: '2026-03-02', at: '2026-03-02T02:00:00.000Z', event: '受理', basis: '指南', calendar: 'plain' },
}
const clocks = (...entries: ClockEntry[]): Clock[] => Object.values(entries.reduce<Clocks>(foldClock, {}))
const stop = (notice: string): ClockEntry => ({
  ...{ entry: 'stop', clock: 'promised', day: '2026-03-04', at: '2026-03-04T02:00:00.000Z' },
  ...{ ground: '听证', basis: '第四十五条', notice, calendar: 'plain' },
})

const timer = (at: string, taken = true) => ({ action: 'lapse', at, taken })
const post = (id: string, role: string, more: Partial<OnDuty> = {}): OnDuty => ({
  ...{ post: id, roles: [role], place: 'centre', body: 'town', away: false },
  ...more,
})
const grant: Grant = {
  ...{ id: 'g', stream: 'grant', version: 1, item: 'item', body: 'town', place: '*', kind: 'own' },
  ...{ powers: ['accept', 'decide', 'seal'], from: '2026-01-01', basis: '示例法' },
}

const LOOKED: LookedAt = {
  ...{ state: { waitsFor: ['approver'] }, stateName: 'reviewed', item: 'item' },
  ...{ acceptPlace: 'centre', decidingBody: 'town', clocks: clocks(START), timers: [] },
  ...{ powers: { approver: ['decide'] }, changedAt: '2026-03-02T02:00:00.000Z' },
}
const AROUND: Surroundings = {
  ...{ now: '2026-03-05T02:00:00.000Z', calendar, grants: [grant] },
  posts: [post('approver-1', 'approver')],
}

test.each<[string, Partial<LookedAt>, Partial<Surroundings>, string[]]>([
  ['somebody is there and may', {}, {}, []],
  ['nobody holds the role', {}, { posts: [post('reviewer-1', 'reviewer')] }, ['nobody-holds-the-role']],
  [
    'the role is held elsewhere',
    {},
    { posts: [post('a', 'approver', { body: 'other' })] },
    ['nobody-holds-the-role'],
  ],
  ['the only holder is away', {}, { posts: [post('a', 'approver', { away: true })] }, ['everybody-away']],
  [
    'the only holder is away and a colleague stands in',
    {},
    { posts: [post('a', 'approver', { away: true, cover: 'b' }), post('b', 'approver')] },
    [],
  ],
  [
    'both are away',
    {},
    { posts: [post('a', 'approver', { away: true, cover: 'b' }), post('b', 'approver', { away: true })] },
    ['everybody-away'],
  ],
  ['the power was taken back', {}, { grants: [{ ...grant, to: '2026-03-04' }] }, ['power-not-in-force']],
  ['nobody ever had the power', {}, { grants: [] }, ['power-not-in-force']],
  ['the step needs no power', { powers: {} }, { grants: [] }, []],
  [
    'a window waits, at the place of acceptance',
    { state: { waitsFor: ['window-clerk'] } },
    { posts: [post('c', 'window-clerk', { place: 'other' })] },
    ['nobody-holds-the-role'],
  ],
  ['the applicant is to act', { state: { waitsFor: ['applicant', 'system'] } }, { posts: [] }, []],
  ['a state that waits for nobody', { state: { waitsFor: [] } }, {}, ['waits-for-nobody']],
  ['a state the procedure does not have', { state: undefined }, {}, ['state-unknown']],
  ['to be sealed, with a seal', { sealsReady: 1 }, {}, []],
  ['to be sealed, and no seal fits', { sealsReady: 0 }, {}, ['no-seal']],
  ['no clock at all', { clocks: [] }, {}, ['no-clock']],
  [
    'every clock has ended',
    {
      clocks: clocks(START, {
        entry: 'end',
        clock: 'promised',
        day: '2026-03-04',
        at: '2026-03-04T02:00:00.000Z',
      }),
    },
    {},
    ['no-clock'],
  ],
  ['a clock that lawfully stands still', { clocks: clocks(START, stop('notice-1')) }, {}, []],
  [
    'a clock that stands still and nobody was told',
    { clocks: clocks(START, stop('')) },
    {},
    ['stopped-without-notice'],
  ],
  ['overdue, which its limits say', { clocks: clocks(START) }, { now: '2026-04-20T02:00:00.000Z' }, []],
  [
    'a special procedure longer than told',
    { clocks: clocks(START, { ...START, clock: 'special', kind: 'special', amount: 2 } as ClockEntry) },
    {},
    ['procedure-too-long'],
  ],
  ['a system act due now', { timers: [timer('2026-03-05T01:30:00.000Z')] }, {}, []],
  ['a system act an hour late', { timers: [timer('2026-03-05T00:59:00.000Z')] }, {}, ['system-act-late']],
  [
    'a system act that nothing takes',
    { timers: [timer('2026-04-05T00:59:00.000Z', false)] },
    {},
    ['no-executor'],
  ],
  ['a paper nobody made', { paperSince: '2026-03-05T01:00:00.000Z' }, {}, ['paper-not-made']],
  ['a parcel on its way', { stateName: 'in-post', changedAt: '2026-02-19T02:00:00.000Z' }, {}, []],
  [
    'a parcel without news for 15 days',
    { stateName: 'in-post', changedAt: '2026-02-18T02:00:00.000Z' },
    {},
    ['parcel-silent'],
  ],
  [
    'a parcel where the pack asks after it sooner',
    { stateName: 'in-post', changedAt: '2026-02-26T02:00:00.000Z' },
    { parcelSilentDays: 7 },
    ['parcel-silent'],
  ],
  [
    'STA-02 claimed, and its holder and the cover are both away while a colleague is there',
    { holder: 'a' },
    {
      posts: [
        ...[post('a', 'approver', { away: true, cover: 'b' }), post('b', 'approver', { away: true })],
        post('c', 'approver'),
      ],
    },
    ['holder-and-cover-away'],
  ],
  [
    'STA-02 claimed, its holder away and nobody named to stand in',
    { holder: 'a' },
    { posts: [post('a', 'approver', { away: true }), post('c', 'approver')] },
    ['holder-and-cover-away'],
  ],
  [
    'STA-02 claimed, and the cover is there',
    { holder: 'a' },
    { posts: [post('a', 'approver', { away: true, cover: 'b' }), post('b', 'approver')] },
    [],
  ],
  [
    'what a reviewer holds keeps no approver waiting',
    { holder: 'r' },
    { posts: [post('r', 'reviewer', { away: true }), post('c', 'approver')] },
    [],
  ],
  [
    'who is there has reviewed it',
    { barred: ['reviewer'] },
    { posts: [post('a', 'approver', { person: 'reviewer' })] },
    ['nobody-else-may'],
  ],
  [
    'one there has checked it through a second post, the other has told the party what is meant',
    { barred: ['checker', 'teller'] },
    { posts: [post('a', 'approver', { person: 'checker' }), post('b', 'approver', { person: 'teller' })] },
    ['nobody-else-may'],
  ],
  [
    'somebody else is there too',
    { barred: ['reviewer'] },
    { posts: [post('a', 'approver', { person: 'reviewer' }), post('b', 'approver', { person: 'other' })] },
    [],
  ],
  [
    'a department past its day to answer',
    { overdue: { opinions: ['水利局'], tasks: [] } },
    {},
    ['opinion-overdue'],
  ],
  [
    'a task past its day, and an opinion too',
    { overdue: { opinions: ['水利局'], tasks: ['园林局'] } },
    {},
    ['opinion-overdue', 'task-overdue'],
  ],
])('a case is stuck or not: %s', (_title, looked, around, codes) => {
  expect(gapsOf({ ...LOOKED, ...looked }, { ...AROUND, ...around }).map(({ code }) => code)).toEqual(codes)
})

test('every gap has a name and a sentence that says what to do', () => {
  const facts = { where: '区行政审批服务局', roleName: '审批人员', ground: '听证', from: '2026-03-04' }
  const more = {
    at: '2026-03-05T01:00:00.000Z',
    since: '2026-03-05T01:00:00.000Z',
    days: 16,
    toldDay: '2026-03-04',
  }
  for (const code of GAP_CODES) {
    const sentence = GAP_SENTENCES[code]({
      ...facts,
      ...more,
      event: '检验',
      power: 'decide',
      why: 'power-none',
    })
    expect([code, GAP_TITLES[code].length > 0, /请/.test(sentence), /undefined/.test(sentence)]).toEqual([
      ...[code, true, true, false],
    ])
  }
  expect(GAP_SENTENCES['nobody-holds-the-role'](facts)).toContain(
    '这件事等区行政审批服务局的审批人员，但现在没有人担任',
  )
})
