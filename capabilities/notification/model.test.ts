import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Fact } from '#engine/fact.ts'
import { fold } from '#engine/procedure/decide.ts'
import { PROCEDURES } from '#capabilities/case/model.ts'
import { isEmail, isStale, reminderNow, takesMessages, wakingHour, whatIsTold } from './model.ts'
import { supplementReminderAt } from './model/reminders.ts'

const calendar = compileCalendar({
  version: 'v1',
  years: { '2026': { off: ['2026-03-19'], work: ['2026-03-21'] } },
})
/** A Monday. */
const MONDAY = '2026-03-16T01:30:00.000Z'
const CLERK = { kind: 'staff', person: 'p', post: 'w', roles: [], place: 'c', body: 'b', area: '1' } as const
const OWNER = { kind: 'citizen', person: 'x', party: 'x' } as const

type Step = [
  kind: string,
  body?: Record<string, unknown>,
  more?: Partial<Pick<Fact, 'actor' | 'at' | 'clock'>>,
]

function clock(name: string, amount: number): ClockEntry {
  const kind = name === 'promised' ? 'promised' : 'notice'
  const start = { unit: 'working-day', amount, day: '2026-03-16', at: MONDAY } as const
  return { entry: 'start', clock: name, kind, ...start, event: '收到', basis: '', calendar: 'v1' }
}

const received = (body: Record<string, unknown> = {}): Step => [
  'received',
  { no: 'N1234', party: 'x', channel: 'online', delivery: 'window', firstReceivedOn: '2026-03-16', ...body },
  { clock: [clock('notice', 5)] },
]
const onTheSpot = (): Step => received({ channel: 'window', procedure: 'on-the-spot' })
const paper = (kind: string): Step => ['document-rendered', { paper: { id: 'p', kind, seq: 1 } }]
const notice: Step = [
  'supplement-notified',
  { checklist: {}, supplement: { materials: ['a'], asked: ['a'], lines: '', servedOn: '2026-03-16' } },
  { clock: [{ entry: 'end', clock: 'notice', day: '2026-03-16', at: MONDAY }, clock('supplement', 5)] },
]
const tolerated: Step = [
  'gaps-tolerated',
  { signed: 'online', how: 'upload', materials: ['photos'], remindBefore: 3 },
  { clock: [clock('gap', 5)] },
]
const special: Step = ['special-started', { paper: 'n', kind: 'testing', told: {}, text: '' }]
const served: Step = ['special-served', { id: 'n', mode: 'window' }, { clock: [clock('special-testing', 5)] }]
const hearing: Step = [
  'hearing-right-told',
  { paper: 'h', ground: 'interests', others: 0, text: '', within: {} },
]
const rightServed: Step = [
  'hearing-notice-served',
  { which: 'right', mode: 'window' },
  { clock: [clock('hearing-request', 5)] },
]
const OTHER = { kind: 'citizen', person: 'y', party: 'y' } as const
const publicised: Step = ['publicity-opened', { paper: 'n', where: '村公示栏', text: '' }]
const objected: Step = ['objection-recorded', { id: 'o1', text: '' }, { actor: OTHER }]
const atWindow: Step = ['objection-recorded', { id: 'o2', text: '' }]
const answered = (id: string): Step => ['publicity-objection-answered', { id, upheld: false, text: '' }]
const refused: Step = ['acceptance-refused', { reason: '', grant: 'g' }]
const granted: Step = ['granted', { reason: '', grant: 'g' }]
const denied: Step = ['denied', { reason: '', grant: 'g' }]
const posted: Step = ['posted', { freight: 'collect', order: 'o' }]

function happened(...steps: Step[]) {
  const facts = steps.map(([kind, body = {}, more = {}], index): Fact => ({
    kind,
    body,
    seq: index + 1,
    actor: CLERK,
    at: MONDAY,
    ...more,
  }))
  return { facts, dossier: fold(PROCEDURES.approval, facts) }
}

function said(...steps: Step[]): string {
  const { facts, dossier } = happened(...steps)
  const told = whatIsTold({ fact: facts.at(-1)!, dossier, calendar })
  if (told === undefined) return '–'
  const { day, outcome, waybill, toCheck, objection } = told.params
  const found = objection && (objection.upheld ? 'upheld' : 'not-upheld')
  const to = told.to && `to ${told.to.party} ${told.to.no.replace(/^-/, '')}`
  const particulars = [day, outcome, waybill, toCheck && 'to-check', found, to].filter(Boolean)
  const reminder = told.remind && `reminds ${told.remind.kind} ${told.remind.at}`
  return [told.kind, ...particulars, reminder].filter(Boolean).join(' ')
}

describe('what a citizen is told of', () => {
  const byPost = received({ delivery: 'post' })
  const online = received({ delivery: 'electronic' })
  // Thursday 19 is a day off and Saturday 21 is worked: five working days after Monday 16 end on Monday 23.
  const table: [title: string, steps: Step[], gives: string][] = [
    ['an application comes in', [received()], 'received 2026-03-23'],
    ['an on-the-spot matter at the window', [onTheSpot()], '–'],
    ['a promise is made while filing', [received(), ['promised', { how: 'online' }]], '–'],
    ['somebody looks at it first', [received(), ['pre-reviewed', { passed: true }]], '–'],
    [
      'papers are missing',
      [received(), notice],
      'supplement 2026-03-23 reminds supplement-reminder 2026-03-20T01:00:00.000Z',
    ],
    [
      'papers came to the counter',
      [received(), notice, ['supplied', { on: '2026-03-17', materials: {} }]],
      '–',
    ],
    [
      'papers were sent in from home',
      [received(), notice, ['supplied', { on: '2026-03-17', materials: {} }, { actor: OWNER }]],
      'papers-received 2026-03-23',
    ],
    [
      'it is accepted',
      [received(), ['accepted', { on: '2026-03-16', deemed: false }, { clock: [clock('promised', 3)] }]],
      'accepted 2026-03-20',
    ],
    [
      'it counts as accepted',
      [received(), ['accepted', { on: '2026-03-16', deemed: true }]],
      'deemed-accepted',
    ],
    ['it is accepted while the person stands there', [onTheSpot(), ['accepted', { deemed: false }]], '–'],
    [
      'it is accepted a day after the visit',
      [onTheSpot(), ['accepted', { deemed: false }, { at: '2026-03-17T01:30:00.000Z' }]],
      'accepted',
    ],
    [
      'it is accepted after the person left',
      [onTheSpot(), ['left-open', { code: 'applicant-left', text: '' }], ['accepted', { deemed: false }]],
      'accepted',
    ],
    [
      'it is accepted with a gap',
      [received(), tolerated, ['accepted', { on: '2026-03-16', deemed: false, tolerated: ['photos'] }]],
      'accepted-with-gaps 2026-03-23',
    ],
    [
      'the gap is remembered',
      [received(), tolerated, ['gap-reminded', { materials: ['photos'] }]],
      'gap-reminder 2026-03-23',
    ],
    [
      'what came for the gap is in order',
      [received({ materials: {} }), tolerated, ['gap-verified', { ok: ['photos'], defective: [] }]],
      '–',
    ],
    [
      'what came for the gap is not in order',
      [received({ materials: {} }), tolerated, ['gap-verified', { ok: [], defective: ['photos'] }]],
      'gap-defective 2026-03-23',
    ],
    ['the gap was never closed', [received(), tolerated, ['lapsed', { of: 'gaps' }]], 'gap-lapsed'],
    ['the visit ended undecided', [onTheSpot(), ['visit-ended', { explained: true }]], 'not-finished'],
    ['the visit ended with a notice', [onTheSpot(), notice, ['visit-ended', { explained: true }]], '–'],
    ['it is reviewed', [received(), ['reviewed', { opinion: 'grant', text: '' }]], '–'],
    ['it is granted, not yet sealed', [received(), granted], '–'],
    ['it is sealed, the paper not yet made', [received(), granted, ['sealed', { seal: 's' }]], '–'],
    [
      'the decision lies at the window',
      [received(), granted, ['sealed', { seal: 's' }], paper('grant')],
      'result-at-window granted reminds collect-reminder 2026-03-23T01:00:00.000Z',
    ],
    [
      'a “no” lies at the window',
      [received(), denied, ['sealed', { seal: 's' }], paper('denial')],
      'result-at-window denied reminds collect-reminder 2026-03-23T01:00:00.000Z',
    ],
    ['a decision on the spot', [onTheSpot(), granted, ['sealed', { seal: 's' }], paper('grant')], '–'],
    ['acceptance is refused, the paper not yet made', [received(), refused], '–'],
    [
      'the refusal lies at the window',
      [received(), refused, paper('not-accepted')],
      'result-at-window refused reminds collect-reminder 2026-03-23T01:00:00.000Z',
    ],
    ['a decision that will be posted', [byPost, granted, paper('grant')], 'result-by-post granted'],
    ['a decision that is delivered at once', [online, granted, paper('grant')], '–'],
    ['a receipt was made', [received(), paper('receipt')], '–'],
    ['the parcel is handed over', [byPost, granted, posted], '–'],
    [
      'the parcel has a number',
      [byPost, granted, posted, ['waybill-recorded', { carrier: '邮政', waybill: 'EM1' }]],
      'waybill EM1',
    ],
    ['the parcel moves', [byPost, granted, posted, ['tracked', { events: [] }]], '–'],
    [
      'the parcel came back',
      [byPost, granted, posted, ['post-returned', { reason: '' }]],
      'post-returned granted reminds collect-reminder 2026-03-23T01:00:00.000Z',
    ],
    [
      'delivered online',
      [online, granted, ['delivered', { mode: 'electronic' }]],
      'delivered-online granted',
    ],
    [
      'delivered online with a check to come',
      [online, granted, ['delivered', { mode: 'electronic', toCheck: true }]],
      'delivered-online granted to-check',
    ],
    ['signed for', [byPost, granted, posted, ['delivered', { mode: 'post' }]], 'delivered-by-post granted'],
    ['collected', [received(), granted, ['delivered', { mode: 'window' }]], 'collected granted'],
    ['closed', [received(), granted, ['delivered', { mode: 'window' }], ['closed', {}]], '–'],
    ['withdrawn by its owner', [received(), ['withdrawn', { reason: '' }, { actor: OWNER }]], '–'],
    ['withdrawn at a window', [received(), ['withdrawn', { reason: '' }]], 'withdrawn-at-window'],
    ['lapsed', [received(), notice, ['lapsed', {}]], 'lapsed'],
    ['a notice lies at the window', [received(), paper('special-procedure')], 'notice-to-fetch'],
    ['a notice goes into the inbox', [online, paper('hearing-right')], '–'],
    ['a special procedure begins', [received(), special, served], 'special-begun 2026-03-23'],
    [
      'it is over',
      [received(), special, served, ['special-ended', { id: 'n', result: 'met' }]],
      'special-over',
    ],
    ['the right to a hearing is told', [received(), hearing, rightServed], 'hearing-right 2026-03-23'],
    [
      'the hearing has its day',
      [
        ...[received(), hearing, rightServed],
        ['hearing-convened', { paper: 'h2', day: '2026-04-01', time: '09:30', place: '', presider: 'p' }],
        ['hearing-notice-served', { which: 'time', mode: 'window' }],
      ],
      'hearing-called 2026-04-01',
    ],
    [
      'an easier version of the item may be chosen',
      [
        received(),
        ['version-offered', { from: 1, to: 2, on: '2026-03-18', gains: ['不再需要材料“照片”。'] }],
      ],
      'version-offered',
    ],
    ['the limit is extended', [received(), ['extended', { after: '2026-04-15' }]], 'extended 2026-04-15'],
    [
      'what is meant to be decided is made public',
      [received(), ['publicity-opened', { paper: 'p' }, { clock: [clock('publicity', 5)] }]],
      'publicity-opened 2026-03-23',
    ],
    ['somebody objects to it online', [received(), publicised, objected], '–'],
    [
      'what they objected was looked into: they are told, under the number of their receipt',
      [received(), publicised, atWindow, objected, answered('o1')],
      'objection-answered not-upheld to y N1234-2',
    ],
    [
      'what was objected at a window was looked into',
      [received(), publicised, objected, atWindow, answered('o2')],
      '–',
    ],
    ['given up at the window', [received(), ['returned', { how: 'by-phone' }]], 'returned-at-window'],
    ['terminated', [received(), ['terminated', { ground: 'subject-gone', reason: '' }]], 'terminated'],
    ['sent up', [received(), ['forwarded', { to: '市民政局', opinion: '', materials: [] }]], 'forwarded'],
    [
      'a promise taken back by its owner',
      [received(), ['commitment-withdrawn', { procedure: 'approval' }, { actor: OWNER }]],
      '–',
    ],
    [
      'a promise taken back at a window',
      [received(), ['commitment-withdrawn', { procedure: 'approval' }]],
      'promise-withdrawn',
    ],
    ['the check found all well', [received(), ['checked', { result: 'met', text: '' }]], 'check-met'],
    [
      'the check asks for amends, not yet served',
      [received(), ['checked', { result: 'rectify', text: '' }]],
      '–',
    ],
    ['the notice to make amends lies at the window', [received(), paper('rectification')], 'notice-to-fetch'],
    [
      'the notice to make amends is served',
      [received(), ['notice-served', { what: 'rectification' }, { clock: [clock('rectify', 5)] }]],
      'check-rectify 2026-03-23',
    ],
    [
      'what is meant against them lies at the window',
      [received(), paper('intent-notice')],
      'notice-to-fetch',
    ],
    [
      'what is meant against them is served',
      [received(), ['notice-served', { what: 'intent' }, { clock: [clock('statement', 5)] }]],
      'intent-told 2026-03-23',
    ],
    ['the promise was broken', [received(), ['checked', { result: 'broken', text: '' }]], 'check-broken'],
    ['amends were not made', [received(), ['rectification-lapsed', {}]], 'rectification-over'],
    ['revoked, the paper not yet made', [received(), ['revocation-decided', { reason: '' }]], '–'],
    ['the revocation lies at the window', [received(), paper('revocation')], 'revocation-ready'],
    ['the revocation is served online by itself', [online, paper('revocation')], '–'],
    ['revoked', [received(), ['revoked', {}]], 'revoked'],
  ]
  test.each(table)('%s', (_title, steps, gives) => {
    expect(said(...steps)).toBe(gives)
  })
})

describe('a holiday list has come', () => {
  const published = compileCalendar({ version: 'v2', years: { '2026': { off: ['2026-03-23'], work: [] } } })
  const recomputed = (...names: string[]): Step => [
    'clock-recomputed',
    { calendar: 'v2', days: {} },
    { clock: names.map((clock) => ({ entry: 'recompute', clock, calendar: 'v2' })) },
  ]
  const promised: Step = ['accepted', { deemed: false }, { clock: [clock('promised', 5)] }]
  test.each([
    ['the person has to act by then', [received(), notice], ['supplement'], 'deadline-moved 2026-03-24'],
    ['we promised something', [received(), promised], ['notice', 'promised'], 'promise-moved 2026-03-24'],
    ['only the office has to act', [received()], ['notice'], '–'],
  ] as [string, Step[], string[], string][])('and %s', (_title, steps, names, gives) => {
    const before = { dossier: happened(...steps).dossier, calendar }
    const { facts, dossier } = happened(...steps, recomputed(...names))
    const told = whatIsTold({ fact: facts.at(-1)!, dossier, calendar: published, before })
    expect(told === undefined ? '–' : `${told.kind} ${told.params.day}`).toBe(gives)
    expect(whatIsTold({ fact: facts.at(-1)!, dossier, calendar, before })).toBeUndefined()
  })
})

describe('reminders', () => {
  test.each([
    // Two working days before Tuesday 24: Monday 23 and the worked Saturday 21.
    ['2026-03-24', MONDAY, '2026-03-21T01:00:00.000Z'],
    // The day off is no day for bringing papers.
    ['2026-03-20', MONDAY, '2026-03-17T01:00:00.000Z'],
    ['2026-03-20', '2026-03-17T01:00:00.000Z', undefined],
  ])('last day %s, told at %s: reminded at %s', (lastDay, told, gives) => {
    expect(supplementReminderAt(lastDay, told, calendar)).toBe(gives)
  })

  const waiting: Step[] = [received(), granted, ['sealed', { seal: 's' }], paper('grant')]
  const returned: Step[] = [
    received({ delivery: 'post' }),
    granted,
    ['sealed', { seal: 's' }],
    paper('grant'),
    posted,
    ['post-returned', { reason: '' }],
  ]
  const due = '2026-03-23T01:00:00.000Z'
  test.each([
    [
      'papers still missing',
      'supplement-reminder',
      2,
      [received(), notice],
      due,
      { remind: true, day: '2026-03-23' },
    ],
    [
      'a holiday list moved the day',
      'supplement-reminder',
      2,
      [received(), notice],
      '2026-03-18T01:00:00.000Z',
      { remind: false, againAt: '2026-03-20T01:00:00.000Z' },
    ],
    [
      'the day has gone by',
      'supplement-reminder',
      2,
      [received(), notice],
      '2026-03-24T01:00:00.000Z',
      { remind: false },
    ],
    [
      'papers came',
      'supplement-reminder',
      2,
      [received(), notice, ['supplied', { on: '2026-03-17', materials: {} }]],
      due,
      { remind: false },
    ],
    [
      'papers still missing, and the clerk has since said why the visit could not end it',
      'supplement-reminder',
      2,
      [onTheSpot(), notice, ['left-open', { code: 'papers-missing', text: '' }]],
      due,
      { remind: true, day: '2026-03-23' },
    ],
    ['another notice came since', 'supplement-reminder', 1, [received(), notice], due, { remind: false }],
    ['the result waits', 'collect-reminder', 4, waiting, due, { remind: true }],
    [
      'it was collected',
      'collect-reminder',
      4,
      [...waiting, ['delivered', { mode: 'window' }], ['closed', {}]],
      due,
      { remind: false },
    ],
    ['the parcel that came back waits', 'collect-reminder', 6, returned, due, { remind: true }],
    ['it was posted again', 'collect-reminder', 6, [...returned, posted], due, { remind: false }],
    [
      'it was posted again and came back again',
      'collect-reminder',
      6,
      [...returned, posted, ['post-returned', { reason: '' }]],
      due,
      { remind: false },
    ],
  ] as [string, 'supplement-reminder' | 'collect-reminder', number, Step[], string, object][])(
    '%s',
    (_title, kind, of, steps, now, gives) => {
      expect(reminderNow(kind, of, happened(...steps), calendar, now)).toEqual(gives)
    },
  )
})

describe('telephones do not ring at night', () => {
  test.each([
    ['2026-03-16T00:00:00.000Z', undefined],
    ['2026-03-16T12:59:59.000Z', undefined],
    ['2026-03-16T13:00:00.000Z', '2026-03-17T00:00:00.000Z'],
    ['2026-03-16T16:10:00.000Z', '2026-03-17T00:00:00.000Z'],
    ['2026-03-16T23:59:59.000Z', '2026-03-17T00:00:00.000Z'],
  ])('ready at %s: goes out at %s', (now, gives) => {
    expect(wakingHour(now)).toBe(gives)
  })

  test('a week later it stays in the inbox', () => {
    expect(isStale(MONDAY, '2026-03-23T01:30:00.000Z')).toBe(false)
    expect(isStale(MONDAY, '2026-03-23T01:31:00.000Z')).toBe(true)
  })
})

describe('addresses', () => {
  test.each([
    ['ceshi@example.com', true],
    ['ce.shi+1@mail.example.com.cn', true],
    ['a@b.cn', true],
    ['ceshi@example', false],
    ['ceshi@', false],
    ['@example.com', false],
    ['ce shi@example.com', false],
    ['ceshi@example.com\r\nBcc: x@example.com', false],
    ['ce..shi@example.com', false],
    ['ceshi@-example.com', false],
    ['测试@example.com', false],
    [`${'a'.repeat(65)}@example.com`, false],
    [`a@${'b'.repeat(250)}.com`, false],
  ])('%j is an address: %s', (text, gives) => {
    expect(isEmail(text)).toBe(gives)
  })

  test.each([
    ['19900000001', true],
    ['0533-4180000', false],
    ['12900000001', false],
  ])('%s takes short messages: %s', (phone, gives) => {
    expect(takesMessages(phone)).toBe(gives)
  })
})
