import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { allowed, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { caseRefusals } from '../contract.ts'
import { ANNEX } from '../testing/annex.ts'
import { ON_A_PROMISE_ANNEX, ON_THE_SPOT_ANNEX, SURVEYED_ANNEX, type WayLine } from '../testing/annex-ways.ts'
import { CAFE } from '../testing/item.ts'
import {
  act,
  CHAPTER_ACTS,
  checklist,
  filing,
  journey,
  lines,
  outcome,
  paper,
  type Step,
} from '../testing/journey.ts'
import { ON_A_PROMISE, ON_THE_SPOT, standing, SURVEYED, WAYS, type Way } from '../testing/ways.ts'
import { calendar, PARAMETERS, PEOPLE, workday, type Who } from '../testing/world.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { mayPromise } from '#ui/form/index.ts'
import { effectiveItem } from './effective-item.ts'
import { procedureOf, PROCEDURES, statesWaitingFor } from './procedures.ts'
import { owesReason } from './visit.ts'

const TABLES: readonly [Way, readonly WayLine[]][] = [
  [ON_THE_SPOT, ON_THE_SPOT_ANNEX],
  [ON_A_PROMISE, ON_A_PROMISE_ANNEX],
  [SURVEYED, SURVEYED_ANNEX],
]
const at = (way: Way, stage: string) => (stage === 'none' ? NO_CASE : standing(way, stage))

describe.each(TABLES)('the annex of $name', (way, lines_) => {
  test.each(lines_)('%s | %s | %s | day %i → %s', (from, who, action, day, gives, input) => {
    expect(outcome(act(at(way, from), [day, who, action, input], way.world()))).toBe(gives)
  })
})

describe('the annexes are complete', () => {
  const every = [...ANNEX, ...TABLES.flatMap(([, table]) => table)]
  const acts = new Set(
    Object.values(PROCEDURES)
      .flatMap(({ actions }) => actions.map(({ name }) => name))
      .filter((name) => !CHAPTER_ACTS.has(name)),
  )
  const taken = new Set(
    every.filter(([, , , , gives]) => !gives.startsWith('refused')).map(([, , name]) => name),
  )
  const refused = new Set(
    every.filter(([, , , , gives]) => gives.startsWith('refused')).map(([, , name]) => name),
  )

  test('every act of every procedure is taken in one of them and refused in one of them', () => {
    // Electronic delivery of a result is taken in `papers.test.ts`, a new holiday list below.
    expect([...acts].filter((name) => !taken.has(name)).toSorted()).toEqual([
      'deliver-electronically',
      'recompute-clocks',
    ])
    expect([...acts].filter((name) => !refused.has(name))).toEqual([])
  })

  test('every code a rule of the case refuses with has a line', () => {
    const told = new Set(
      every.flatMap(([, , , , gives]) => (gives.startsWith('refused: ') ? [gives.slice(9)] : [])),
    )
    const files = ['actions', 'model'].flatMap((folder) =>
      sources(path.join(import.meta.dirname, '..', folder)),
    )
    const coded = files.flatMap((text) =>
      [...text.matchAll(/refusal\(\s*'([a-z-]+)'/g)].map(([, code]) => code!),
    )
    // These stand in tables of their own: below, in `model.test.ts`, `supplement.test.ts` and `second-notice.test.ts`.
    const elsewhere = [
      'seal-none',
      'seal-to-choose',
      'role-separation',
      ...['second-notice-new-point', 'point-settled', 'new-point-paper', 'new-point-reason'],
      'competent-body-missing',
      'refusal-law-missing',
      'refusal-is-supplement',
    ]
    expect([...new Set(coded)].filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([])
    for (const code of [...told, ...coded]) expect(caseRefusals).toContain(code)
  })
})

function sources(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
}

describe('which buttons each desk sees', () => {
  test.each<[Way, string, Who, string[]]>([
    [ON_THE_SPOT, 'accepted', 'approver', ['leave-open', 'grant', 'deny']],
    [ON_THE_SPOT, 'accepted', 'reviewer', []],
    [ON_THE_SPOT, 'accepted', 'clerk', ['withdraw', 'leave-open']],
    [ON_THE_SPOT, 'accepted', 'window with an approver’s post', ['withdraw', 'leave-open']],
    [ON_THE_SPOT, 'issued, by post, paper made', 'clerk', ['deliver-at-window', 'hand-to-post']],
    [ON_THE_SPOT, 'in-post', 'clerk', ['record-waybill', 'deliver-by-post', 'return-from-post']],
    [ON_A_PROMISE, 'accepted', 'applicant', ['withdraw', 'withdraw-commitment']],
    [ON_A_PROMISE, 'under-check', 'reviewer', ['record-check']],
    [ON_A_PROMISE, 'under-check', 'applicant', []],
    // Beside the chapter’s own way to it: it says what it waits for.
    [ON_A_PROMISE, 'check-failed', 'approver', ['revoke']],
    [ON_A_PROMISE, 'check-failed, heard', 'approver', ['revoke']],
    [ON_A_PROMISE, 'check-failed', 'window with an approver’s post', []],
    [ON_A_PROMISE, 'revoking, paper made', 'clerk', ['serve-revocation']],
    [SURVEYED, 'accepted', 'reviewer', ['record-survey', 'review']],
    [SURVEYED, 'accepted, surveyed', 'reviewer', ['review']],
  ])('$name, %s: %s %j', (way, stage, who, buttons) => {
    const dossier = standing(way, stage)
    const item = effectiveItem(way.item, dossier.procedure)
    const world = { ...way.world(), item }
    const seen = allowed(procedureOf(dossier), dossier, PEOPLE[who], workday(2), world)
    expect(seen.filter((name) => !CHAPTER_ACTS.has(name))).toEqual(buttons)
  })

  test('SUP-08/a a window account has no refusing act in any procedure and any state, whatever else its post may do', () => {
    const refusing = ['refuse-acceptance', 'deny', 'revoke']
    for (const windowsDecide of [false, true])
      for (const way of WAYS)
        for (const stage of Object.keys(way.stages)) {
          const dossier = standing(way, stage)
          const world = way.world({ parameters: { ...PARAMETERS, windowsDecide } })
          const seen = { ...world, item: effectiveItem(way.item, dossier.procedure) }
          for (const who of ['clerk', 'town clerk', 'window with an approver’s post'] as const) {
            const may = allowed(procedureOf(dossier), dossier, PEOPLE[who], workday(1), seen)
            expect([way.name, stage, who, may.filter((name) => refusing.includes(name))]).toEqual([
              way.name,
              stage,
              who,
              [],
            ])
          }
        }
  })
})

describe('what a comprehensive window does is a setting of the area (一窗综合办理)', () => {
  const setting = (windowsDecide: boolean) =>
    ON_THE_SPOT.world({ parameters: { ...PARAMETERS, windowsDecide, acceptAndDecideDiffer: true } })
  const window = 'window with an approver’s post'
  const accepted: Step[] = [...ON_THE_SPOT.filed(), [0, window, 'accept']]

  test('受理并决定: the matter is accepted and decided at one window, the two roles logged apart', () => {
    const { dossier } = journey([...accepted, [0, window, 'grant']], setting(true))
    const by = { person: 'both-1', place: 'forestry-bureau-place', at: workday(0) }
    expect(dossier).toMatchObject({
      state: 'decided',
      acceptance: { by: { ...by, role: 'window-clerk' } },
      decision: { result: 'granted', by: { ...by, role: 'approver' } },
    })
  })

  test('仅受理: the same window accepts and cannot decide', () => {
    const { dossier } = journey(accepted, setting(false))
    expect(dossier.acceptance!.by).toMatchObject({ person: 'both-1', role: 'window-clerk' })
    expect(outcome(act(dossier, [0, window, 'grant'], setting(false)))).toBe('refused: window-accepts-only')
    expect(outcome(act(dossier, [0, 'approver', 'grant'], setting(false)))).toBe('decided')
  })

  test('a no is given by somebody who is not at the window, under either setting', () => {
    const { dossier } = journey(accepted, setting(true))
    expect(outcome(act(dossier, [0, window, 'deny'], setting(true)))).toBe('refused: window-never-refuses')
    expect(outcome(act(dossier, [0, 'approver', 'deny'], setting(true)))).toBe('decided')
  })
})

describe('separation of posts (岗位分设) on the other ways', () => {
  const apart = (way: Way, more: object) => way.world({ parameters: { ...PARAMETERS, ...more } })
  const who = 'one person for everything'
  test.each<[string, Way, string, Step, object, string]>([
    [
      'accepted it, windows only accept',
      ON_THE_SPOT,
      'accepted',
      [0, 'accepting person as approver', 'grant'],
      { acceptAndDecideDiffer: true },
      'refused: role-separation',
    ],
    [
      'accepted it, windows decide',
      ON_THE_SPOT,
      'accepted',
      [0, 'accepting person as approver', 'grant'],
      { acceptAndDecideDiffer: true, windowsDecide: true },
      'decided',
    ],
    [
      'looked at the place',
      SURVEYED,
      'reviewed by another',
      [5, who, 'grant'],
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    ['looked at the place, not asked for', SURVEYED, 'reviewed by another', [5, who, 'grant'], {}, 'decided'],
    [
      'checked the promise',
      ON_A_PROMISE,
      'check-failed, heard',
      [11, who, 'revoke'],
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    [
      'checked the promise, not asked for',
      ON_A_PROMISE,
      'check-failed, heard',
      [11, who, 'revoke'],
      {},
      'revoking',
    ],
  ])('%s', (_why, way, stage, step, parameters, gives) => {
    const world = apart(way, parameters)
    expect(outcome(act(standing(way, stage, world), step, world))).toBe(gives)
  })
})

describe('an on-the-spot matter left open at the end of its visit', () => {
  test.each<[string, boolean, string | undefined]>([
    ['accepted, visit over', false, undefined],
    ['accepted, left open, visit over', true, 'needs-checking'],
    ['received, visit over', false, undefined],
  ])('%s: explained %s, code %s', (stage, explained, code) => {
    const dossier = standing(ON_THE_SPOT, stage)
    expect(dossier.visit).toMatchObject({ on: '2026-09-21', ended: { explained, at: workday(1) } })
    expect(dossier.visit!.left?.code).toBe(code)
  })

  test('a notice of missing papers says for itself why, and only for the visit it was served in', () => {
    const dossier = standing(ON_THE_SPOT, 'supplementing')
    expect(dossier.visit).toMatchObject({ left: { code: 'papers-missing', by: { person: 'clerk-1' } } })
    const again = standing(ON_THE_SPOT, 'supplied at the window')
    expect(again.visit).toEqual({ on: '2026-09-23' })
    const ended = act(again, [3, 'system', 'end-visit'], ON_THE_SPOT.world())
    expect(ended).toMatchObject({ facts: [{ body: { explained: false } }] })
  })

  test('a reason that came only the day after did not stand when the visit ended', () => {
    const steps: Step[] = [
      ...ON_THE_SPOT.stages['accepted']!,
      [1, 'clerk', 'leave-open'],
      [1, 'system', 'end-visit'],
    ]
    const { dossier } = journey(steps, ON_THE_SPOT.world())
    expect(dossier.visit).toMatchObject({ left: { code: 'needs-checking' }, ended: { explained: false } })
    expect(outcome(act(dossier, [1, 'approver', 'grant'], ON_THE_SPOT.world()))).toBe('decided')
  })

  test.each<[string, string, number, boolean]>([
    ['on the day itself', 'accepted', 0, false],
    ['the next morning', 'accepted', 1, true],
    ['with a reason', 'accepted, left open', 1, false],
    ['decided', 'decided', 1, false],
    ['filed online', 'received online', 1, false],
    ['papers missing', 'supplementing', 1, false],
  ])('a reason is owed %s', (_when, stage, day, owed) => {
    expect(owesReason(standing(ON_THE_SPOT, stage), legalDay(workday(day)))).toBe(owed)
  })

  test('nothing is owed of a matter the applicant took back', () => {
    const steps: Step[] = [...ON_THE_SPOT.stages['accepted']!, [0, 'applicant', 'withdraw']]
    const { dossier } = journey(steps, ON_THE_SPOT.world())
    expect(owesReason(dossier, '2026-09-23')).toBe(false)
  })

  test('papers supplied online begin no visit: nobody waits at a window', () => {
    const { dossier } = journey(
      [...ON_THE_SPOT.stages['supplementing']!, [1, 'system', 'end-visit'], [2, 'applicant', 'supply']],
      ON_THE_SPOT.world(),
    )
    expect(dossier.visit).toMatchObject({ on: '2026-09-21', ended: { explained: true } })
    expect(outcome(act(dossier, [2, 'clerk', 'accept'], ON_THE_SPOT.world()))).toBe('accepted')
  })

  test('said afterwards, the matter goes on', () => {
    const { dossier } = journey(
      [...ON_THE_SPOT.stages['accepted, visit over']!, [1, 'clerk', 'leave-open'], [1, 'approver', 'grant']],
      ON_THE_SPOT.world(),
    )
    expect(dossier).toMatchObject({ state: 'decided', visit: { left: { code: 'needs-checking' } } })
  })
})

describe('no visit to the place for a household that promises; a company keeps it', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a household', { kind: 'household' }, true],
    ['a company', { kind: 'company' }, false],
    ['nobody said', {}, false],
  ])('%s may promise: %s', (_who, form, may) => {
    expect(mayPromise(CAFE, form)).toBe(may)
  })

  test('the item of a promise has neither survey nor review, asks less, and is decided the same day', () => {
    const item = effectiveItem(CAFE, 'commitment')
    expect(item.process.steps.map(({ step }) => step)).toEqual(['accept', 'decide', 'issue'])
    expect(item.materials.map(({ id }) => id)).not.toContain('plan')
    expect(item.promisedLimit).toMatchObject({ amount: 0 })
    expect(effectiveItem(CAFE, 'approval')).toBe(CAFE)
  })
})

describe('a promise withdrawn: the same case goes the general way', () => {
  const world = ON_A_PROMISE.world()
  const withdrawn = (stage: string, day: number): CaseDossier =>
    journey([...ON_A_PROMISE.stages[stage]!, [day, 'applicant', 'withdraw-commitment']], world).dossier

  test('an acceptance is undone, and what the promise stood in for is asked', () => {
    const dossier = withdrawn('accepted', 1)
    expect(dossier).toMatchObject({
      ...{
        state: 'received',
        procedure: 'approval',
        receivedOn: '2026-09-22',
        firstReceivedOn: '2026-09-21',
      },
      promise: { how: 'on-paper', withdrawnAt: workday(1) },
    })
    expect(dossier).not.toHaveProperty('acceptance')
    const short = { checklist: checklist({}, effectiveItem(CAFE, 'commitment')) }
    expect(act(dossier, [2, 'clerk', 'accept', short], world)).toMatchObject({
      code: 'checklist-incomplete',
      facts: { materials: ['plan'] },
    })
    const { dossier: on } = journey(
      [
        ...ON_A_PROMISE.stages['accepted']!,
        [1, 'applicant', 'withdraw-commitment'],
        [2, 'clerk', 'notify-supplement'],
        [3, 'applicant', 'supply'],
        [4, 'clerk', 'accept'],
        [5, 'reviewer', 'record-survey'],
        [6, 'reviewer', 'review'],
        [7, 'approver', 'grant'],
      ],
      world,
    )
    expect(on).toMatchObject({ state: 'decided', survey: { result: 'met' }, decision: { result: 'granted' } })
    expect(on.clocks).not.toHaveProperty('check')
  })

  test('deemed acceptance then dates back to the withdrawal, not to the first papers', () => {
    const dossier = withdrawn('accepted', 1)
    expect(outcome(act(dossier, [6, 'system', 'deem-accept'], world))).toBe('refused: not-overdue')
    const deemed = act(dossier, [7, 'system', 'deem-accept'], world)
    expect(deemed).toMatchObject({ dossier: { acceptance: { on: '2026-09-22', deemed: true } } })
  })

  test('a notice served under the promise does not shut out what the promise stood in for, once', () => {
    const supplied = journey(
      [
        ...ON_A_PROMISE.stages['supplementing']!,
        [1, 'applicant', 'withdraw-commitment'],
        [2, 'applicant', 'supply', { materials: [paper('title')], files: {} }],
      ],
      world,
    ).dossier
    const notice = (day: number, ...named: string[]): Step => [
      day,
      'clerk',
      'notify-supplement',
      {
        lines: lines(...named),
        checklist: checklist(Object.fromEntries(named.map((id) => [id, 'missing'])), CAFE),
      },
    ]
    expect(outcome(act(supplied, notice(3, 'plan'), world))).toBe('supplementing')
    expect(outcome(act(supplied, notice(3, 'plan', 'photos'), world))).toBe(
      'refused: second-notice-new-point',
    )
    const asked = journey(
      [
        ...ON_A_PROMISE.stages['supplementing']!,
        [1, 'applicant', 'withdraw-commitment'],
        [2, 'applicant', 'supply', { materials: [paper('title')], files: {} }],
        notice(3, 'title'),
        [4, 'applicant', 'supply', { materials: [paper('title')], files: {} }],
      ],
      world,
    ).dossier
    expect(outcome(act(asked, notice(5, 'plan'), world))).toBe('refused: second-notice-new-point')
  })

  test('nothing is owed for the visit any more', () => {
    const dossier = withdrawn('accepted, visit over', 1)
    expect(dossier.visit!.ended!.explained).toBe(false)
    expect(outcome(act(dossier, [2, 'clerk', 'notify-supplement'], world))).toBe('supplementing')
  })

  test('a paper handed in though the promise stood in for it counts from then on', () => {
    const steps: Step[] = [
      [
        0,
        'clerk',
        'file-at-window',
        filing({ materials: [paper('plan'), paper('title')] }, { item: CAFE, procedure: 'commitment' }),
      ],
      [0, 'applicant', 'withdraw-commitment'],
    ]
    expect(journey(steps, world).dossier.materials['plan']).toMatchObject({ paperOriginals: 1 })
  })
})

test('the same state waits for whoever the procedure says', () => {
  expect(statesWaitingFor('approver')).toContain('accepted')
  expect(statesWaitingFor('reviewer')).toEqual(
    expect.arrayContaining(['accepted', 'under-check', 'rectifying']),
  )
  expect(PROCEDURES['on-the-spot'].states['accepted']!.waitsFor[0]).toBe('approver')
  expect(PROCEDURES.approval.states['accepted']!.waitsFor[0]).toBe('reviewer')
})

describe.each(WAYS)('$name', (way) => {
  test('all procedures fold the same facts to the same dossier', () => {
    for (const stage of Object.keys(way.stages)) {
      const { dossier, facts } = journey(way.stages[stage]!, way.world())
      for (const procedure of Object.values(PROCEDURES)) expect(fold(procedure, facts)).toEqual(dossier)
    }
  })

  test('nothing personal stands in a fact in the clear', () => {
    const text = Object.values(way.stages)
      .map((steps) => journey(steps, way.world({ seal: () => 'sealed' })).facts.map(({ body }) => body))
      .map((bodies) => JSON.stringify(bodies))
      .join('\n')
    for (const word of PERSONAL) expect([word, text.includes(word)]).toEqual([word, false])
  })
})

/** Everything a person said or is called in these journeys. */
const PERSONAL = [
  '张示例',
  '19900000001',
  '3703041900',
  '示例路',
  '测试甲',
  '测试乙',
  '测试丙',
  '冷藏设备',
  '摊位归属',
  '图纸',
  '签收',
  '派送',
  '居民身份证',
  '请人上门',
]

test('a new holiday list is recorded on every clock that runs, whatever the procedure, and once', () => {
  for (const way of [ON_THE_SPOT, ON_A_PROMISE]) {
    const dossier = standing(way, 'decided')
    const published = way.world({ calendar: { ...calendar, version: 'next' } })
    const verdict = act(dossier, [1, 'system', 'recompute-clocks'], published)
    if (isRefusal(verdict)) throw new Error(verdict.code)
    const running = Object.values(verdict.dossier.clocks).filter(({ ended }) => ended === undefined)
    expect(running.map((clock) => clock.calendar)).toEqual(running.map(() => 'next'))
    expect(outcome(act(verdict.dossier, [1, 'system', 'recompute-clocks'], published))).toBe(
      'refused: not-for-this-dossier',
    )
  }
})

test('a post that comes back lies at the window as if it had never left; the first journey stays in the record', () => {
  const dossier = standing(ON_THE_SPOT, 'back from the post')
  expect(dossier).toMatchObject({ state: 'issued' })
  expect(dossier).not.toHaveProperty('posting')
})
