import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { act, checklist, filing, journey, lines, outcome, paper, type Step } from '../../testing/journey.ts'
import { FELLING } from '../../testing/item.ts'
import { calendar, caseWorld } from '../../testing/world.ts'
import { lapsing } from './rules.ts'

const { materials, promisedLimit } = FELLING
const next = (change: Partial<ItemVersion>): ItemVersion => ({ ...FELLING, version: 4, ...change })
const without = (...ids: string[]) => ({ materials: materials.filter(({ id }) => !ids.includes(id)) })
const days = (amount: number) => ({ promisedLimit: { ...promisedLimit, amount } })
const another = { ...materials[1]!, id: 'one-more', name: '又一份材料' }

const FILED: Step[] = [
  [0, 'applicant', 'file-online', filing({ materials: [paper('title'), paper('plan')] })],
]
const LACKING: Step[] = [[0, 'applicant', 'file-online', filing({ materials: [paper('title')] })]]
const asked = (...ids: ('title' | 'plan')[]): Step => [
  1,
  'clerk',
  'notify-supplement',
  { lines: lines(...ids), checklist: checklist(Object.fromEntries(ids.map((id) => [id, 'missing']))) },
]
const STAGES = {
  received: FILED,
  lacking: LACKING,
  supplementing: [...LACKING, asked('plan')],
  'asked for both': [...LACKING, asked('title', 'plan')],
  accepted: [...FILED, [1, 'clerk', 'accept']],
  reviewed: [...FILED, [1, 'clerk', 'accept'], [2, 'reviewer', 'review']],
  decided: [...FILED, [1, 'clerk', 'accept'], [2, 'reviewer', 'review'], [3, 'approver', 'grant']],
  withdrawn: [...FILED, [1, 'applicant', 'withdraw']],
} satisfies Record<string, Step[]>

const offering = (change: Partial<ItemVersion>, day = 4): Step => [
  day,
  'system',
  'offer-version',
  { next: next(change) },
]
const given = (verdict: ReturnType<typeof act>) =>
  isRefusal(verdict) ? verdict.code : (verdict.dossier.versions!.at(-1)!.gains as string[]).join('')

describe('立法法第一百零四条: which running case may move to a later version, and what it would gain', () => {
  test.each<[stage: keyof typeof STAGES, change: Partial<ItemVersion>, gives: string, day?: number]>([
    ['lacking', without('plan'), '不再需要材料“采伐作业设计”。'],
    ['supplementing', without('plan'), '不再需要材料“采伐作业设计”。'],
    ['received', days(7), '办理时限改为：承诺7个工作日办完，从受理的第二天算起。'],
    ['accepted', days(7), '办理时限改为：承诺7个工作日办完，从受理的第二天算起。'],
    ['reviewed', days(7), '办理时限改为：承诺7个工作日办完，从受理的第二天算起。'],
    ['accepted', { visits: 0 }, '不用再到现场。'],
    // Stricter in anything, or in words alone not to be told: it stays.
    ['received', days(12), 'version-not-easier'],
    ['received', { ...days(7), materials: [...materials, another] }, 'version-not-easier'],
    ['received', { ...days(7), conditions: ['又一个条件。'] }, 'version-not-easier'],
    ['received', { ...days(7), decidingBody: { kind: 'town' } }, 'version-not-easier'],
    ['received', { ...days(7), delivery: ['electronic'] }, 'version-not-easier'],
    // Nothing to be spared any more.
    ['received', without('plan'), 'version-not-easier'],
    ['accepted', without('plan'), 'version-not-easier'],
    ['accepted', days(7), 'version-not-easier', 9],
    ['decided', days(7), 'not-in-this-state'],
    ['withdrawn', days(7), 'not-in-this-state'],
    // Only forward.
    ['received', { ...days(7), version: 3 }, 'version-not-easier'],
  ])('%s, %o: %s', (stage, change, gives, day = 4) => {
    expect(given(act(journey(STAGES[stage]).dossier, offering(change, day)))).toBe(gives)
  })

  test('an offer is made once; a still later version takes its place', () => {
    const { dossier } = journey([...FILED, offering(days(7))])
    expect(given(act(dossier, offering(days(7))))).toBe('version-not-easier')
    const later = act(dossier, offering({ ...days(6), version: 5 }))
    expect(isRefusal(later) ? later.code : later.dossier.versions!.map(({ to }) => to)).toEqual([5])
  })
})

describe('nothing moves without the applicant’s consent', () => {
  const change = days(7)
  const OFFERED = journey([...STAGES.accepted, offering(change)]).dossier
  const yes = { next: next(change) }

  test.each<[who: Step[1], action: string, input: Step[3], gives: string, version: number]>([
    ['applicant', 'follow-version', yes, 'accepted', 4],
    ['clerk', 'follow-version', { ...yes, signed: true }, 'accepted', 4],
    ['clerk', 'follow-version', yes, 'refused: version-answer-unsigned', 3],
    ['clerk', 'follow-version', { ...yes, signed: false }, 'refused: version-answer-unsigned', 3],
    ['reviewer', 'follow-version', { ...yes, signed: true }, 'refused: not-your-step', 3],
    ['applicant', 'follow-version', { next: { ...yes.next, version: 5 } }, 'refused: version-offer-over', 3],
    ['applicant', 'keep-version', {}, 'accepted', 3],
    ['clerk', 'keep-version', {}, 'refused: version-answer-unsigned', 3],
  ])('%s %s', (who, action, input, gives, version) => {
    const verdict = act(OFFERED, [4, who, action, input])
    expect(outcome(verdict)).toBe(gives)
    expect(isRefusal(verdict) ? 3 : verdict.dossier.item.version).toBe(version)
  })

  test('without an offer there is nothing to answer, and an answer is given once', () => {
    const { dossier } = journey(STAGES.accepted)
    expect(isRefusal(act(dossier, [4, 'applicant', 'follow-version', yes]))).toBe(true)
    const answered = act(OFFERED, [4, 'applicant', 'keep-version', {}])
    if (isRefusal(answered)) throw new Error(answered.code)
    expect(isRefusal(act(answered.dossier, [4, 'applicant', 'follow-version', yes]))).toBe(true)
    expect(given(act(answered.dossier, offering(change)))).toBe('version-not-easier')
  })

  test('the decision takes the choice away', () => {
    const { dossier } = journey([...STAGES.reviewed, offering(change), [4, 'approver', 'grant']])
    expect(outcome(act(dossier, [4, 'applicant', 'follow-version', yes]))).toBe('refused: not-in-this-state')
  })
})

describe('what moves with it', () => {
  const follow = (stage: keyof typeof STAGES, change: Partial<ItemVersion>) =>
    journey([
      ...STAGES[stage],
      offering(change, 3),
      [3, 'applicant', 'follow-version', { next: next(change) }],
    ]).dossier

  test('the promise is counted from its own first day, and never later than before', () => {
    const before = journey(STAGES.accepted).dossier.clocks['promised']!
    const after = follow('accepted', days(7)).clocks['promised']!
    expect(after.start.day).toBe(before.start.day)
    expect([before.amount, after.amount]).toEqual([10, 7])
    expect(due(after, calendar).day! < due(before, calendar).day!).toBe(true)
    expect(follow('accepted', days(7)).clocks['statutory']).toEqual(
      journey(STAGES.accepted).dossier.clocks['statutory'],
    )
  })

  test('a notice that asked for nothing else is over, and the window has its five days', () => {
    const after = follow('supplementing', without('plan'))
    expect(after).toMatchObject({ state: 'received', supplement: { asked: [], open: false } })
    expect(after.clocks['supplement']!.ended).toBeDefined()
    expect(after.clocks['notice']!.ended).toBeUndefined()
    expect(after.versions!.at(-1)!.answer).toMatchObject({ follows: true, lapsed: ['plan'] })
  })

  test('a notice that asked for more goes on without that paper', () => {
    const change = without('plan')
    expect(lapsing({ dossier: journey(STAGES['asked for both']).dossier, next: next(change) })).toEqual([
      'plan',
    ])
    const after = follow('asked for both', change)
    expect(after).toMatchObject({ state: 'supplementing', supplement: { asked: ['title'], open: true } })
    const world = caseWorld({ item: next(change) })
    const supplied: Step = [4, 'applicant', 'supply', { materials: [paper('title')], files: {} }]
    expect(outcome(act(after, supplied, world))).toBe('received')
  })

  test('papers given before stay in the case', () => {
    const change = { ...without('photos'), visits: 0 }
    const after = follow('received', change)
    expect(Object.keys(after.materials)).toEqual(Object.keys(journey(FILED).dossier.materials))
  })
})
