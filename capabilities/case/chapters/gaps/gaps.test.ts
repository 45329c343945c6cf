import { describe, expect, test } from 'vitest'
import { addDays, startOfDay } from '#engine/day.ts'
import { allowed, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { approval } from '../../model/approval.ts'
import { PROCEDURES } from '../../model/procedures.ts'
import { FELLING } from '../../testing/item.ts'
import { act, filing, journey, outcome, type Step } from '../../testing/journey.ts'
import { caseWorld, PARAMETERS, PEOPLE, workday } from '../../testing/world.ts'
import { FILED, GAPS_ANNEX, INTO, ON_PAPER, PHOTOS, PROMISE, STRICT } from './annex.ts'
import { gaps } from './chapter.ts'
import { gapDaysAtMost } from './limits.ts'

const { toleratedGapWorkingDays: _none, ...WITHOUT_GAPS } = PARAMETERS
const into = (stage: keyof typeof INTO, world = caseWorld()) => journey(INTO[stage], world)

describe('the annex of 容缺受理', () => {
  test.each(GAPS_ANNEX)('%s | %s | %s | day %i → %s', (from, who, action, day, gives, input) => {
    expect(outcome(act(into(from).dossier, [day, who, action, input]))).toBe(gives)
  })

  test('every act is taken in it at least once, and refused at least once', () => {
    for (const { name } of gaps.actions)
      for (const refused of [true, false])
        expect([
          name,
          refused,
          GAPS_ANNEX.some((line) => line[2] === name && line[4].startsWith('refused') === refused),
        ]).toEqual([name, refused, true])
  })

  test('it belongs to the general procedure alone', () => {
    const names = (procedure: keyof typeof PROCEDURES) =>
      PROCEDURES[procedure].actions.map(({ name }) => name)
    for (const { name } of gaps.actions) {
      expect(names('approval')).toContain(name)
      expect([...names('on-the-spot'), ...names('commitment')]).not.toContain(name)
    }
  })
})

describe('CAS-19/b an item without a tolerable list cannot be accepted so', () => {
  const strict = caseWorld({ item: STRICT, published: STRICT })
  const filed = journey([[0, 'applicant', 'file-online', filing({}, { item: STRICT })]], strict).dossier
  const none = caseWorld({ parameters: WITHOUT_GAPS })

  test.each([
    [
      'accepted at the window',
      'clerk',
      'accept-with-gaps',
      { ...ON_PAPER, gaps: ['title'] },
      'gap-not-offered',
    ],
    ['promised online', 'applicant', 'promise-gap', { ...PROMISE, gaps: ['title'] }, 'not-for-this-dossier'],
  ] as const)('%s', (_how, who, action, input, code) => {
    const seen = { ...strict, item: STRICT }
    expect(outcome(act(filed, [1, who, action, input], seen))).toBe(`refused: ${code}`)
    expect(allowed(approval, filed, PEOPLE[who], workday(1), seen)).not.toContain(action)
  })

  test('nor under a pack that tolerates no gaps', () => {
    const { dossier } = journey(FILED, none)
    expect(outcome(act(dossier, [1, 'clerk', 'accept-with-gaps', ON_PAPER], none))).toBe(
      'refused: gap-not-offered',
    )
    expect(allowed(approval, dossier, PEOPLE.applicant, workday(1), none)).not.toContain('promise-gap')
  })
})

describe('what an acceptance with gaps is', () => {
  test('the same clocks as any acceptance, one more for the gap, and everything is told in one paper', () => {
    const { dossier, last } = into('tolerated')
    const running = Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)
    expect(running.map(({ name }) => name).toSorted()).toEqual([
      'gap',
      'promised',
      'statutory',
      'step-review',
    ])
    expect(dossier.clocks['gap']).toMatchObject({ kind: 'gap', unit: 'working-day', amount: 5 })
    expect(dossier.served).toEqual({ gap: '2026-09-30' })
    expect(dossier).toMatchObject({
      state: 'accepted',
      acceptance: { deemed: false },
      gaps: { signed: 'on-paper', how: 'at-window', materials: { photos: { standing: 'open' } } },
      materials: {
        photos: { verdict: 'missing' },
        title: { verdict: 'ok' },
        mandate: { verdict: 'not-applicable' },
      },
    })
    expect(last.facts.map(({ kind }) => kind)).toEqual(['gaps-tolerated', 'accepted'])
  })

  test('signed online counts as the applicant signed it', () => {
    const { dossier } = journey([...INTO.promised, [1, 'clerk', 'accept-with-gaps', { inOrder: true }]])
    expect(dossier.gaps).toMatchObject({
      signed: 'online',
      how: 'upload',
      materials: { photos: { standing: 'open' } },
    })
  })

  test.each([
    ['the promise of ten days', 10, 10, 10],
    ['a shorter promise', 4, 10, 4],
    ['a shorter pack', 10, 3, 3],
  ])('the last day is bound by %s', (_by, promised, pack, most) => {
    const item = { ...FELLING, promisedLimit: { amount: promised, unit: 'working-day' as const } }
    const world = caseWorld({
      item,
      published: item,
      parameters: { ...PARAMETERS, toleratedGapWorkingDays: pack },
    })
    expect(gapDaysAtMost({ clocks: {} }, { day: '2026-09-22', world })).toBe(most)
  })

  test('what is promised for the same day leaves no time for a gap', () => {
    const item = { ...FELLING, promisedLimit: { amount: 0, unit: 'working-day' as const } }
    expect(
      gapDaysAtMost({ clocks: {} }, { day: '2026-09-22', world: caseWorld({ item, published: item }) }),
    ).toBe(0)
  })

  test('a promise that runs from receipt binds by the day it runs to', () => {
    const item = {
      ...FELLING,
      promisedLimit: { amount: 4, unit: 'working-day' as const, from: 'receipt' as const },
    }
    const world = caseWorld({ item, published: item })
    const { dossier } = journey([[0, 'applicant', 'file-online', filing({}, { item })]], world)
    expect(gapDaysAtMost(dossier, { day: '2026-09-22', world })).toBe(3)
  })
})

describe('what comes in', () => {
  test('once everything is here the applicant’s time stands still, whenever somebody looks', () => {
    const { dossier } = into('supplied')
    expect(dossier.clocks['gap']!.ended).toBeDefined()
    expect(dossier.gaps!.materials).toEqual({ photos: { standing: 'handed-in', arrived: '2026-09-28' } })
    expect(dossier.materials['photos']).toMatchObject({ paperOriginals: 1, verdict: 'unchecked' })
    expect(approval.timers(dossier, caseWorld())).toEqual([])
  })

  test('found wanting in time it may be mended within what is left; at the end three days are given, once', () => {
    const early = journey([...INTO.supplied.slice(0, 2), [2, 'applicant', 'supply-gap', PHOTOS]]).dossier
    const left = act(early, [2, 'clerk', 'verify-gap', { defective: ['photos'], note: '照片看不清' }])
    if (isRefusal(left)) throw new Error(left.code)
    expect(left.dossier.served).toEqual({ gap: '2026-09-30' })
    expect(left.dossier.gaps).not.toHaveProperty('mended')
    const late = into('supplied late, defective').dossier
    // Three working days after 8 October, across the national holiday that lies before it.
    expect([late.served, late.gaps?.mended]).toEqual([{ gap: '2026-10-12' }, true])
    const again = into('mended, defective again').dossier
    expect(again.clocks['gap']).toMatchObject({ amount: 0 })
  })
})

describe('CAS-19/a lapsed promises trigger a reminder, then the failure path', () => {
  test('the jobs stand as soon as the gap is open', () => {
    const { dossier } = into('tolerated')
    expect(approval.timers(dossier, caseWorld())).toEqual([
      { action: 'remind-gap', at: '2026-09-24T01:00:00.000Z' },
      { action: 'gap-lapse', at: startOfDay(addDays('2026-09-30', 1)) },
    ])
    expect(approval.timers(into('reminded').dossier, caseWorld()).map(({ action }) => action)).toEqual([
      'gap-lapse',
    ])
  })

  test('a gap of one day is reminded of on its last day', () => {
    const { dossier } = journey([...FILED, [1, 'clerk', 'accept-with-gaps', { ...ON_PAPER, days: 1 }]])
    expect(approval.timers(dossier, caseWorld())[0]).toEqual({
      action: 'remind-gap',
      at: '2026-09-23T01:00:00.000Z',
    })
  })

  test('lapsed: no clock runs on, the promise is remembered as broken, and the facts fold to the same', () => {
    const steps: Step[] = [...INTO['tolerated, reviewed'], [7, 'system', 'gap-lapse']]
    const { dossier, facts } = journey(steps)
    expect(dossier).toMatchObject({ state: 'lapsed', ended: { how: 'lapsed' }, gaps: { broken: true } })
    expect(Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)).toEqual([])
    expect(facts.slice(-2).map(({ kind }) => kind)).toEqual(['gap-broken', 'lapsed'])
    expect(fold(approval, facts)).toEqual(dossier)
  })
})
