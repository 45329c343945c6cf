import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import type { HandedIn } from '../contract.ts'
import {
  act,
  checklist,
  filing,
  INTO,
  into,
  journey,
  lines,
  outcome,
  paper,
  type Step,
} from '../testing/journey.ts'
import { calendar, caseWorld, workday } from '../testing/world.ts'
import { FELLING, STALL } from '../testing/item.ts'
import { NO_CASE } from './dossier.ts'

const notice = (day: number, ...materials: string[]): Step => [
  day,
  'clerk',
  'notify-supplement',
  {
    lines: lines(...materials),
    checklist: checklist(Object.fromEntries(materials.map((id) => [id, 'missing']))),
  },
]
const supply = (day: number, ...materials: (string | HandedIn)[]): Step => [
  day,
  'applicant',
  'supply',
  {
    materials: materials.map((material) => (typeof material === 'string' ? paper(material) : material)),
    files: { 'file-2': { id: 'file-2', size: 1, mediaType: 'image/png' } },
  },
]
const FILED = INTO.received

describe('CAS-15 what is missing is named once and all together (一次性告知, 第三十二条第一款第四项)', () => {
  const supplied = journey([...FILED, notice(1, 'title', 'plan'), supply(3, 'title', 'plan')]).dossier

  test.each<[string, Step, string]>([
    ['the same points again', notice(4, 'title', 'plan'), 'supplementing'],
    ['one of them again', notice(4, 'plan'), 'supplementing'],
    ['a new point', notice(4, 'photos'), 'refused: second-notice-new-point'],
    ['a new point among old ones', notice(4, 'plan', 'photos'), 'refused: second-notice-new-point'],
    ['in time until the fifth day after the supplement', notice(8, 'plan'), 'supplementing'],
    ['too late on the sixth', notice(9, 'plan'), 'refused: notice-too-late'],
  ])('second notice, %s → %s', (_title, step, gives) => {
    expect(outcome(act(supplied, step))).toBe(gives)
  })

  test('the refusal names the new points and the law', () => {
    expect(act(supplied, notice(4, 'plan', 'photos', 'mandate'))).toMatchObject({
      facts: { materials: ['photos', 'mandate'] },
      basis: '行政许可法第三十二条第一款第四项',
    })
  })

  test('a second notice about one paper does not ask for the others again', () => {
    const { dossier } = journey([
      ...FILED,
      notice(1, 'title', 'plan'),
      supply(3, 'title', 'plan'),
      notice(4, 'plan'),
    ])
    expect(dossier.supplement).toMatchObject({
      materials: ['title', 'plan'],
      asked: ['plan'],
      servedOn: '2026-09-28',
      open: true,
    })
    expect(outcome(act(dossier, supply(5, 'plan')))).toBe('received')
    expect(act(dossier, supply(5, 'title'))).toMatchObject({
      code: 'materials-missing',
      facts: { materials: ['plan'] },
    })
  })

  test('the notice keeps what the clerk found, sealed', () => {
    const found = checklist({ plan: 'defective' }).map((line) =>
      line.material === 'plan' ? { ...line, note: '日期涂改' } : line,
    )
    const { dossier, facts } = journey([
      ...FILED,
      [1, 'clerk', 'notify-supplement', { lines: lines('plan'), checklist: found }],
    ])
    expect(dossier.materials['plan']).toMatchObject({
      verdict: 'defective',
      note: '"日期涂改"',
      paperOriginals: 0,
    })
    expect(dossier.materials['title']).toMatchObject({ verdict: 'ok' })
    expect(facts.at(-1)!.body).toMatchObject({
      supplement: { lines: JSON.stringify(lines('plan')), noticeId: expect.any(String) },
    })
  })
})

describe('handing in', () => {
  test('what comes later joins what the office holds, and is looked at again', () => {
    const { dossier } = journey([
      [
        0,
        'applicant',
        'file-online',
        filing({ materials: [paper('plan', { files: ['file-1'], paperCopies: 2 })] }),
      ],
      notice(1, 'plan'),
      supply(2, paper('plan', { files: ['file-2'], paperOriginals: 0, paperCopies: 1 })),
    ])
    expect(dossier.materials['plan']).toEqual({
      files: [
        { id: 'file-1', size: 1200, mediaType: 'application/pdf' },
        { id: 'file-2', size: 1, mediaType: 'image/png' },
      ],
      paperOriginals: 1,
      paperCopies: 3,
      verdict: 'unchecked',
    })
    expect(dossier.supplement!.open).toBe(false)
  })

  test('a paper listed twice is handed in twice, a file only once', () => {
    const materials = [
      paper('plan', { files: ['file-2'] }),
      paper('plan', { files: ['file-2'], paperOriginals: 2 }),
    ]
    const { dossier } = journey([...INTO.supplementing, supply(2, ...materials)])
    expect(dossier.materials['plan']).toMatchObject({ files: [{ id: 'file-2' }], paperOriginals: 3 })
  })

  test('papers nobody asked for are taken as well', () => {
    const { dossier } = journey([...INTO.supplementing, supply(2, 'plan', 'photos')])
    expect(dossier.materials['photos']).toMatchObject({ paperOriginals: 1, verdict: 'unchecked' })
  })

  test.each<[string, HandedIn[], string[]]>([
    ['nothing', [], ['title', 'plan']],
    ['a file', [paper('title', { files: ['file-1'], paperOriginals: 0 })], ['plan']],
    ['a file nobody knows', [paper('title', { files: ['gone'], paperOriginals: 0 })], ['title', 'plan']],
    ['a copy', [paper('title', { paperOriginals: 0, paperCopies: 1 })], ['plan']],
    ['an empty line', [paper('title', { paperOriginals: 0 })], ['title', 'plan']],
    ['everything required', [paper('title'), paper('plan')], []],
    ['only what is not required', [paper('photos')], ['title', 'plan']],
  ])('at filing, with %s, the fact says what is missing: %#', (_title, materials, missing) => {
    const { facts } = journey([[0, 'applicant', 'file-online', filing({ materials })]])
    expect(facts[0]!.body).toMatchObject({ missing })
  })
})

describe('the checklist of acceptance', () => {
  test('its verdicts stay with the papers, its notes sealed', () => {
    const found = checklist().map((line) =>
      line.material === 'title' ? { ...line, note: '原件已核' } : line,
    )
    const { dossier } = journey([...FILED, [2, 'clerk', 'accept', { checklist: found, remark: '齐全' }]])
    expect(dossier.materials['title']).toMatchObject({
      verdict: 'ok',
      note: '"原件已核"',
      files: [{ id: 'file-1' }],
    })
    expect(dossier.materials['plan']).toEqual({ files: [], paperOriginals: 0, paperCopies: 0, verdict: 'ok' })
    expect(dossier.materials['mandate']).toMatchObject({ verdict: 'not-applicable' })
  })

  test.each<[string, object, object]>([
    ['unjudged', { checklist: checklist().slice(2) }, { facts: { materials: ['application', 'title'] } }],
    [
      'missing',
      { checklist: checklist({ plan: 'missing', title: 'defective' }) },
      { facts: { materials: ['title', 'plan'] }, basis: '行政许可法第三十二条' },
    ],
  ])('a refusal names every paper that is %s', (_title, input, expected) => {
    expect(act(into('received'), [1, 'clerk', 'accept', input as Step[3]])).toMatchObject(expected)
  })

  test('accepting settles an open notice', () => {
    const { dossier } = journey([...INTO.supplementing, supply(2, 'plan'), [3, 'clerk', 'accept']])
    expect(dossier).toMatchObject({ state: 'accepted', supplement: { open: false } })
    const deemed = journey([...INTO.supplementing, supply(2, 'plan'), [8, 'system', 'deem-accept']]).dossier
    expect(deemed).toMatchObject({
      supplement: { open: false },
      materials: { plan: { verdict: 'unchecked' } },
    })
  })
})

test('every paper named is of the pinned guide: one that left the guide is unknown', () => {
  const world = caseWorld({
    item: { ...FELLING, materials: FELLING.materials.filter(({ id }) => id !== 'plan') },
  })
  expect(
    outcome(act(NO_CASE, [0, 'applicant', 'file-online', filing({ materials: [paper('plan')] })], world)),
  ).toBe('refused: material-unknown')
})

describe('what was missing comes by post (收到申请材料之日)', () => {
  const NOTIFIED: Step[] = [...FILED, notice(1, 'plan')]
  const posted = (day: number, arrivedOn: number): Step => [
    day,
    'clerk',
    'supply-at-window',
    { materials: [paper('plan')], files: {}, arrivedOn: workday(arrivedOn).slice(0, 10) },
  ]

  test('the five days run from the day the letter came, whenever somebody writes it down', () => {
    const { dossier } = journey([...NOTIFIED, posted(6, 4)])
    expect(dossier.receivedOn).toBe(workday(4).slice(0, 10))
    expect(due(dossier.clocks['notice']!, calendar).day).toBe(workday(9).slice(0, 10))
    expect(outcome(act(dossier, notice(9, 'plan')))).toBe('supplementing')
    expect(outcome(act(dossier, notice(10, 'plan')))).toBe('refused: notice-too-late')
    // Left lying past the five days it counts as accepted from the day it came.
    const late = journey([...NOTIFIED, posted(11, 4), [11, 'system', 'deem-accept']]).dossier
    expect(late.acceptance).toMatchObject({ on: workday(4).slice(0, 10), deemed: true })
  })

  test.each<[string, Step, string]>([
    ['on the day of the notice', posted(2, 1), 'received'],
    ['before the notice', posted(2, 0), 'refused: input-invalid'],
    ['tomorrow', posted(2, 3), 'refused: input-invalid'],
  ])('%s → %s', (_when, step, gives) => {
    expect(outcome(act(journey(NOTIFIED).dossier, step))).toBe(gives)
  })

  test('whoever wrote a letter does not stand at the window', () => {
    const visit = (step: Step) => {
      const filed: Step = [
        0,
        'clerk',
        'file-at-window',
        filing({}, { item: STALL, procedure: 'on-the-spot' }),
      ]
      const told = { lines: lines('plan'), checklist: checklist({ plan: 'missing' }, STALL) }
      return journey(
        [filed, [0, 'clerk', 'notify-supplement', told], step],
        caseWorld({ item: STALL, published: STALL }),
      ).dossier.visit
    }
    const brought: Step = [3, 'clerk', 'supply-at-window', { materials: [paper('plan')], files: {} }]
    expect(visit(brought)?.on).toBe(workday(3).slice(0, 10))
    expect(visit(posted(3, 2))?.on).toBe(workday(0).slice(0, 10))
  })
})
