import { describe, expect, test } from 'vitest'
import { fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { approval } from '../../model/approval.ts'
import { noticeOf } from '../../notices/rules.ts'
import { originalsOf } from '../endings/give-up.ts'
import { act, checklist, filing, journey, lines, outcome, paper, type Step } from '../../testing/journey.ts'
import { filedAs } from '../../testing/ways.ts'
import { FELLING, STALL } from '../../testing/item.ts'
import { caseWorld, workday, type Who } from '../../testing/world.ts'
import { reasonOwed } from '../../model/visit.ts'

const FILED: Step[] = [
  [0, 'applicant', 'file-online', filing({ materials: [paper('title'), paper('plan')] })],
]
const NOTIFIED: Step[] = [
  ...FILED,
  [1, 'clerk', 'notify-supplement', { lines: lines('plan'), checklist: checklist({ plan: 'defective' }) }],
]
const ADDED: Step = [2, 'applicant', 'add-paper', adding('photos')]
const CASES = {
  received: FILED,
  proposed: [...FILED, [1, 'clerk', 'propose-refusal']],
  supplementing: NOTIFIED,
  answered: [...NOTIFIED, [3, 'applicant', 'supply', { materials: [paper('plan')], files: {} }]],
  accepted: [...FILED, [1, 'clerk', 'accept']],
  withdrawn: [...FILED, [1, 'applicant', 'withdraw']],
} satisfies Record<string, Step[]>

function adding(material: string, more: object = {}) {
  return { materials: [paper(material)], files: {}, ...more }
}

describe('第三十一条、第三十二条: an applicant adds a paper of their own', () => {
  test.each<[from: keyof typeof CASES, who: Who, action: string, input: object, gives: string]>([
    ['received', 'applicant', 'add-paper', adding('photos'), 'received'],
    ['received', 'applicant’s agent', 'add-paper', adding('title'), 'received'],
    ['received', 'applicant', 'add-paper', adding('title', { how: 'beside' }), 'received'],
    ['received', 'clerk', 'add-paper-at-window', adding('photos'), 'received'],
    ['received', 'town clerk', 'add-paper-at-window', adding('photos'), 'received'],
    ['proposed', 'applicant', 'add-paper', adding('photos'), 'refusal-proposed'],
    ['supplementing', 'applicant', 'add-paper', adding('photos'), 'supplementing'],
    ['answered', 'applicant', 'add-paper', adding('plan'), 'received'],
    ['received', 'another citizen', 'add-paper', adding('photos'), 'refused: not-your-step'],
    ['received', 'clerk', 'add-paper', adding('photos'), 'refused: not-your-step'],
    ['received', 'reviewer', 'add-paper-at-window', adding('photos'), 'refused: not-your-step'],
    ['received', 'clerk of another area', 'add-paper-at-window', adding('photos'), 'refused: not-your-step'],
    ['accepted', 'applicant', 'add-paper', adding('photos'), 'refused: not-in-this-state'],
    ['accepted', 'clerk', 'add-paper-at-window', adding('photos'), 'refused: not-in-this-state'],
    ['withdrawn', 'applicant', 'add-paper', adding('photos'), 'refused: not-in-this-state'],
    ['supplementing', 'applicant', 'add-paper', adding('plan'), 'refused: own-paper-asked'],
    ['supplementing', 'clerk', 'add-paper-at-window', adding('plan'), 'refused: own-paper-asked'],
    ['received', 'applicant', 'add-paper', adding('bank-card'), 'refused: material-unknown'],
    [
      'received',
      'applicant',
      'add-paper',
      { materials: [paper('photos', { paperOriginals: 0, files: ['not-looked-up'] })], files: {} },
      'refused: materials-missing',
    ],
    [
      'received',
      'clerk',
      'add-paper-at-window',
      adding('photos', { arrivedOn: '2026-09-18' }),
      'refused: input-invalid',
    ],
    [
      'received',
      'clerk',
      'add-paper-at-window',
      adding('photos', { arrivedOn: '2027-01-05' }),
      'refused: input-invalid',
    ],
  ])('%s | %s | %s | %o → %s', (from, who, action, input, gives) => {
    expect(outcome(act(journey(CASES[from]).dossier, [4, who, action, { ...input }]))).toBe(gives)
  })

  test('the form is mended and not handed in anew', () => {
    const materials = FELLING.materials.map((one) => (one.id === 'photos' ? { ...one, fromForm: true } : one))
    const world = caseWorld({ item: { ...FELLING, materials } })
    const { dossier } = journey(FILED, world)
    expect(outcome(act(dossier, ADDED, world))).toBe('refused: own-paper-from-form')
  })

  test('where the notice asks for every paper, answering it is the only way', () => {
    const all = FELLING.materials.map(({ id }) => id)
    const missing = Object.fromEntries(all.map((id) => [id, 'missing' as const]))
    const { dossier } = journey([
      ...FILED,
      [1, 'clerk', 'notify-supplement', { lines: lines(...all), checklist: checklist(missing) }],
    ])
    expect(outcome(act(dossier, ADDED))).toBe('refused: own-paper-none')
  })

  test('twenty times online is enough, and the counter goes on taking in', () => {
    const often = Array.from({ length: 20 }, (): Step => ADDED)
    const { dossier } = journey([...FILED, ...often])
    expect(outcome(act(dossier, ADDED))).toBe('refused: own-papers-enough')
    expect(outcome(act(dossier, [2, 'clerk', 'add-paper-at-window', adding('photos')]))).toBe('received')
  })
})

describe('what it changes and what it does not', () => {
  test('neither the day of receipt nor any limit moves, complete or not, before a notice and under one', () => {
    for (const from of [FILED, NOTIFIED, CASES.answered]) {
      const before = journey(from).dossier
      const { dossier, facts } = journey([...from, [5, 'applicant', 'add-paper', adding('photos')]])
      expect(dossier.clocks).toEqual(before.clocks)
      expect(dossier.receivedOn).toBe(before.receivedOn)
      expect(fold(approval, facts)).toEqual(dossier)
    }
    const incomplete = journey([[0, 'applicant', 'file-online', filing()], ADDED]).dossier
    expect(outcome(act(incomplete, [5, 'system', 'deem-accept']))).toBe('refused: not-overdue')
    expect(outcome(act(incomplete, [6, 'system', 'deem-accept']))).toBe('accepted')
  })

  test('a later version counts, the earlier one stays on record and its original goes back with the rest', () => {
    const { dossier, facts } = journey([
      ...FILED,
      [1, 'clerk', 'add-paper-at-window', adding('plan')],
      [2, 'clerk', 'add-paper-at-window', adding('plan', { materials: [paper('plan', { paperCopies: 1 })] })],
    ])
    const day = workday(2).slice(0, 10)
    expect(dossier.materials['plan']).toEqual({
      ...{ files: [], paperOriginals: 1, paperCopies: 1, verdict: 'unchecked' },
      superseded: [
        { files: [], paperOriginals: 1, paperCopies: 0, on: workday(1).slice(0, 10) },
        { files: [], paperOriginals: 1, paperCopies: 0, on: day },
      ],
    })
    expect(originalsOf(dossier)).toEqual({ title: 1, plan: 3 })
    expect(dossier.ownPapers).toMatchObject([
      { materials: ['plan'], replaced: ['plan'], how: 'instead' },
      { materials: ['plan'], replaced: ['plan'], on: day },
    ])
    expect(facts.map(({ kind }) => kind)).toEqual(['received', 'paper-added', 'paper-added'])
  })

  test('handed in beside the earlier one, both count', () => {
    const { dossier } = journey([...FILED, [1, 'applicant', 'add-paper', adding('plan', { how: 'beside' })]])
    expect(dossier.materials['plan']).toMatchObject({ paperOriginals: 2 })
    expect(dossier.materials['plan']).not.toHaveProperty('superseded')
  })

  test('an answer to a notice keeps what was replaced before it', () => {
    const { dossier } = journey([
      ...[...FILED, [1, 'applicant', 'add-paper', adding('plan')] satisfies Step],
      [
        2,
        'clerk',
        'notify-supplement',
        { lines: lines('plan'), checklist: checklist({ plan: 'defective' }) },
      ],
      [3, 'applicant', 'supply', { materials: [paper('plan')], files: {} }],
    ])
    expect(dossier.materials['plan']!.superseded).toHaveLength(1)
  })

  test('it is new to the clerk until the case has gone on', () => {
    const fresh = journey([...FILED, ADDED]).dossier
    expect(fresh.freshPapers).toEqual(['photos'])
    expect(journey([...FILED, ADDED, [3, 'clerk', 'accept']]).dossier).not.toHaveProperty('freshPapers')
  })
})

describe('CAS-15 the one-time notice', () => {
  const raised = (by: string) => ({
    lines: lines('photos').map((line) => ({
      ...line,
      raised: { by, ground: 'contradiction', why: '照片与设计说明不是同一处' },
    })),
    checklist: checklist({ photos: 'defective' }),
  })

  test('a paper added before the first notice is named in it like any other and raises nothing of its own', () => {
    const { dossier } = journey([...FILED, ADDED])
    expect(outcome(act(dossier, [3, 'clerk', 'notify-supplement', raised('photos')]))).toBe(
      'refused: new-point-paper',
    )
    const named = { lines: lines('photos'), checklist: checklist({ photos: 'defective' }) }
    expect(outcome(act(dossier, [3, 'clerk', 'notify-supplement', named]))).toBe('supplementing')
  })

  test.each<[string, Step[]]>([
    [
      'beside the answer, while the notice was out',
      [...NOTIFIED, ADDED, [3, 'applicant', 'supply', { materials: [paper('plan')], files: {} }]],
    ],
    ['after the answer', [...CASES.answered, [4, 'applicant', 'add-paper', adding('photos')]]],
  ])('a paper added %s may raise a new point in the next notice, stated and flagged', (_when, steps) => {
    const { dossier } = journey(steps)
    expect(dossier.supplement!.supplied).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ material: 'photos' })]) as object,
    )
    const unstated = { lines: lines('photos'), checklist: checklist({ photos: 'defective' }) }
    expect(outcome(act(dossier, [4, 'clerk', 'notify-supplement', unstated]))).toBe(
      'refused: second-notice-new-point',
    )
    expect(outcome(act(dossier, [4, 'clerk', 'notify-supplement', raised('photos')]))).toBe('supplementing')
  })
})

describe('an on-the-spot matter', () => {
  const world = caseWorld({ item: STALL })
  const came: Step[] = [[0, 'clerk', 'file-at-window', filedAs(STALL, 'on-the-spot')]]
  const { id } = STALL.materials.find(({ fromForm }) => !fromForm)!
  const brings: Step = [2, 'clerk', 'add-paper-at-window', adding(id)]

  test('whoever comes back with a paper is there again, and what was owed for the visit before stays owed', () => {
    const owing = journey([...came, brings], world).dossier
    expect(owing.visit!.on).toBe(workday(0).slice(0, 10))
    expect(reasonOwed({ dossier: owing, now: workday(2) })).toMatchObject({ code: 'open-reason-needed' })
    const explained = journey([...came, [1, 'clerk', 'leave-open'], brings], world).dossier
    expect(explained.visit).toEqual({ on: workday(2).slice(0, 10) })
  })

  test('a letter waits for nobody', () => {
    const letter: Step = [
      2,
      'clerk',
      'add-paper-at-window',
      adding(id, { arrivedOn: workday(1).slice(0, 10) }),
    ]
    const { dossier } = journey([...came, [1, 'clerk', 'leave-open'], letter], world)
    expect(dossier.visit!.on).toBe(workday(0).slice(0, 10))
    expect(dossier.ownPapers).toMatchObject([{ on: workday(1).slice(0, 10) }])
  })
})

describe('who is told', () => {
  const told = (steps: Step[]) => {
    const { dossier, facts } = journey(steps)
    return noticeOf({ fact: facts.at(-1)!, before: facts.slice(0, -1), dossier })
  }
  test.each<[string, Step[], object | undefined]>([
    ['nobody has looked at it', [...FILED, ADDED], undefined],
    ['a clerk has looked in', [...FILED, [1, 'clerk', 'pre-review'], ADDED], { posts: ['post-clerk-1'] }],
    [
      'somebody else did last',
      [...FILED, [1, 'town clerk', 'pre-review'], ADDED],
      { posts: ['post-clerk-2'] },
    ],
    [
      'a refusal waits for its word',
      [...CASES.proposed, ADDED],
      { role: 'approver', bodies: ['forestry-bureau'] },
    ],
  ])('%s', (_case, steps, audience) => {
    expect(told(steps)).toEqual(audience && { kind: 'paper-added', ...audience })
  })
})

test('a refusal of it leaves the case as it was', () => {
  const { dossier } = journey(NOTIFIED)
  expect(isRefusal(act(dossier, [4, 'applicant', 'add-paper', adding('plan')]))).toBe(true)
})
