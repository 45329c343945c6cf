import { describe, expect, test } from 'vitest'
import { allowed } from '#engine/procedure/decide.ts'
import { walk } from '#engine/procedure/walk.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { itemProblems } from '#capabilities/catalogue/model.ts'
import { CASE_STATES, caseRefusals } from './contract.ts'
import { approval } from './model/approval.ts'
import { NO_CASE, PROCEDURES } from './model.ts'
import { ANNEX } from './testing/annex.ts'
import { CAFE, FELLING, STALL } from './testing/item.ts'
import { act, CHAPTER_ACTS, filing, INPUTS, INTO, into, outcome, type Stage } from './testing/journey.ts'
import { calendar, caseWorld, PARAMETERS, PEOPLE, workday, type Who } from './testing/world.ts'

const ofSkeleton = (name: string): boolean => !CHAPTER_ACTS.has(name)

describe('the annex: who may do what, when, and what comes of it (行政许可法第二十九条至第四十四条)', () => {
  test.each(ANNEX)('%s | %s | %s | day %i → %s', (from, who, action, day, gives, input) => {
    expect(outcome(act(into(from), [day, who, action, input]))).toBe(gives)
  })

  test('every act is taken in it at least once, and every act is refused at least once', () => {
    const names = (wanted: (gives: string) => boolean) =>
      [...new Set(ANNEX.filter(([, , , , gives]) => wanted(gives)).map(([, , action]) => action))].toSorted()
    const acts = approval.actions
      .map((action) => action.name)
      .filter(ofSkeleton)
      .toSorted()
    // Acts that belong to another choice of the applicant or to another item stand in the annex of the other ways.
    const elsewhere = ['hand-to-post', 'record-waybill', 'record-tracking', 'deliver-by-post']
    const here = acts.filter((name) => ![...elsewhere, 'return-from-post', 'record-survey'].includes(name))
    expect(names((gives) => !gives.startsWith('refused'))).toEqual(
      here.filter((name) => !['deliver-electronically', 'recompute-clocks'].includes(name)),
    )
    expect(names((gives) => gives.startsWith('refused'))).toEqual([...here, 'dance'].toSorted())
  })

  test('every refusal in it is a code of the contract', () => {
    const codes = ANNEX.map(([, , , , gives]) => gives).filter((gives) => gives.startsWith('refused: '))
    for (const code of codes) expect(caseRefusals).toContain(code.slice('refused: '.length))
  })
})

describe('which buttons each desk sees', () => {
  test.each<[Stage, Who, string[]]>([
    ['none', 'applicant', ['file-online']],
    ['none', 'clerk', ['file-at-window']],
    ['received', 'applicant', ['withdraw']],
    ['received', 'another citizen', []],
    ['received', 'clerk', ['pre-review', 'accept', 'notify-supplement', 'propose-refusal', 'withdraw']],
    ['received', 'clerk of a town without power', ['pre-review', 'propose-refusal', 'withdraw']],
    ['received', 'reviewer', []],
    ['received', 'approver', []],
    ['received', 'system', ['deem-accept', 'record-paper']],
    ['supplementing', 'applicant', ['supply', 'withdraw']],
    ['supplementing', 'clerk', ['supply-at-window', 'withdraw']],
    ['supplementing', 'system', ['lapse', 'record-paper']],
    ['refusal-proposed', 'clerk', ['withdraw']],
    ['refusal-proposed', 'approver', ['return-to-window', 'refuse-acceptance']],
    ['refusal-proposed', 'system', ['deem-accept', 'record-paper']],
    ['accepted', 'clerk', ['withdraw']],
    ['accepted', 'reviewer', ['review']],
    ['accepted', 'reviewer of another body', []],
    ['accepted', 'approver', []],
    ['reviewed', 'reviewer', []],
    ['reviewed', 'approver', ['return-to-review', 'grant', 'deny']],
    ['reviewed', 'approver of another body', []],
    ['decided', 'issuer', ['seal']],
    ['decided', 'approver', []],
    ['decided', 'applicant', []],
    ['issued', 'clerk', ['deliver-at-window']],
    ['not-accepted', 'clerk', ['deliver-at-window']],
    ['closed', 'clerk', []],
    ['closed', 'system', ['record-paper']],
    ['withdrawn', 'applicant', []],
    ['lapsed', 'applicant', []],
  ])('%s: %s %j', (stage, who, buttons) => {
    const seen = allowed(approval, into(stage), PEOPLE[who], workday(2), caseWorld())
    expect(seen.filter(ofSkeleton)).toEqual(buttons)
  })

  test('no act is taken outside the states it names, whoever tries', () => {
    for (const stage of Object.keys(INTO) as Stage[]) {
      const dossier = into(stage)
      for (const who of Object.keys(PEOPLE) as Who[]) {
        const buttons = allowed(approval, dossier, PEOPLE[who], workday(2), caseWorld())
        for (const { name } of approval.actions) {
          if (buttons.includes(name) || !ofSkeleton(name)) continue
          const verdict = act(dossier, [2, who, name, INPUTS[name]])
          expect(outcome(verdict), `${stage}: ${who} ${name}`).toMatch(/^refused: (not-|power-|window-)/)
        }
      }
    }
  })

  test('a window has no refusing and no deciding act (DESIGN promise 4)', () => {
    const clerks = approval.actions
      .filter((action) => action.by.includes('window-clerk'))
      .map((action) => action.name)
      .filter(ofSkeleton)
    expect(clerks).toEqual([
      'file-at-window',
      'pre-review',
      'accept',
      'notify-supplement',
      'supply-at-window',
      'propose-refusal',
      'withdraw',
      'deliver-at-window',
      'hand-to-post',
      'record-waybill',
      'deliver-by-post',
      'return-from-post',
    ])
  })
})

describe('beyond power (越权): refused and recorded, so that supervision sees it', () => {
  test.each<[Stage, Who, string, object]>([
    [
      'received',
      'clerk of a town without power',
      'accept',
      { code: 'power-none', facts: { power: 'accept', body: 'west-town' } },
    ],
    [
      'received',
      'clerk whose power ended',
      'accept',
      { code: 'power-expired', facts: { lastDay: '2026-09-20' } },
    ],
    [
      'reviewed',
      'approver of another body',
      'grant',
      { code: 'power-none', facts: { power: 'decide', body: 'west-town' } },
    ],
    ['reviewed', 'approver of a body with the same power', 'grant', { code: 'not-your-step' }],
    ['decided', 'issuer of another body', 'seal', { code: 'power-none', facts: { power: 'seal' } }],
  ])('%s: %s tries to %s', (stage, who, action, expected) => {
    expect(act(into(stage), [6, who, action])).toMatchObject({ refused: true, recorded: true, ...expected })
  })

  test.each<[Stage, Who, string]>([
    ['reviewed', 'clerk', 'grant'],
    ['reviewed', 'applicant', 'grant'],
    ['accepted', 'reviewer of another body', 'review'],
  ])('%s: %s pressing %s is a wrong door, not an attempt', (stage, who, action) => {
    expect(act(into(stage), [6, who, action])).not.toHaveProperty('recorded')
  })
})

describe('a power that ended yesterday accepts nothing today', () => {
  test('it was still good on its last day', () => {
    const world = caseWorld({
      grants: caseWorld().grants.map((grant) =>
        grant.body === 'south-town' ? { ...grant, to: '2026-09-21' } : grant,
      ),
    })
    const received = into('received')
    expect(outcome(act(received, [0, 'clerk whose power ended', 'accept'], world))).toBe('accepted')
    expect(outcome(act(received, [1, 'clerk whose power ended', 'accept'], world))).toBe(
      'refused: power-expired',
    )
  })
})

describe('separation of posts (岗位分设) where the plan asks for it', () => {
  const reviewed = into('reviewed')
  const apart = (more: object) => caseWorld({ parameters: { ...PARAMETERS, ...more } })
  test.each<[string, Who, string, object, string]>([
    ['not asked for', 'one person for everything', 'grant', {}, 'decided'],
    [
      'reviewed it',
      'one person for everything',
      'grant',
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    [
      'reviewed it',
      'one person for everything',
      'deny',
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    ['only reviewed it', 'one person for everything', 'grant', { acceptAndDecideDiffer: true }, 'decided'],
    [
      'accepted it',
      'accepting person as approver',
      'grant',
      { acceptAndDecideDiffer: true },
      'refused: role-separation',
    ],
    ['only accepted it', 'accepting person as approver', 'grant', { reviewAndDecideDiffer: true }, 'decided'],
    [
      'did neither',
      'approver',
      'grant',
      { reviewAndDecideDiffer: true, acceptAndDecideDiffer: true },
      'decided',
    ],
  ])('%s: %s → %s', (_why, who, action, parameters, gives) => {
    expect(outcome(act(reviewed, [6, who, action], apart(parameters)))).toBe(gives)
  })
})

describe('filing', () => {
  test('a result can only be collected as the guide offers', () => {
    const world = caseWorld({ item: { ...FELLING, delivery: ['window'] } })
    const verdict = act(NO_CASE, [0, 'applicant', 'file-online', filing({ delivery: 'electronic' })], world)
    expect(verdict).toMatchObject({ code: 'delivery-mode-other', facts: { modes: ['window'] } })
  })

  test('a newer guide is named', () => {
    const verdict = act(NO_CASE, [0, 'applicant', 'file-online', filing({ itemVersion: 2 })])
    expect(verdict).toMatchObject({ code: 'item-changed', facts: { seen: 2, inForce: 3 } })
  })

  test('sealing needs the deciding body’s own seal for decisions', () => {
    const others = caseWorld({ seals: caseWorld().seals.filter((seal) => seal.id !== 'seal-1') })
    expect(act(into('decided'), [7, 'issuer', 'seal'], others)).toMatchObject({
      code: 'seal-none',
      facts: { body: 'forestry-bureau' },
    })
  })
})

describe('the legal skeleton', () => {
  test.each(Object.values(PROCEDURES))('$name is sound', (procedure) => {
    expect(walk(procedure)).toEqual([])
  })

  test('all of them together have the states of the contract', () => {
    const states = new Set(Object.values(PROCEDURES).flatMap(({ states: own }) => Object.keys(own)))
    expect([...states].toSorted()).toEqual([...CASE_STATES].toSorted())
  })

  test('and the items of these tests would pass publication', () => {
    for (const item of [FELLING, STALL, CAFE]) expect([item.id, itemProblems(item)]).toEqual([item.id, []])
    expect(calendar.version).toBe('2026-published')
    expect(isRefusal(act(NO_CASE, [0, 'applicant', 'file-online']))).toBe(false)
  })

  test.each<[limit: Partial<ItemVersion['statutoryLimit']>, more: Partial<ItemVersion>, found: string[]]>([
    [{ amount: 20, basis: '行政许可法第四十二条第一款' }, {}, []],
    [{ amount: 60, basis: '行政许可法第四十二条第一款' }, {}, ['article-42']],
    // Naming no law is no way to more days than the law has.
    [{ amount: 60 }, {}, ['article-42']],
    [{ amount: 45 }, { process: { ...FELLING.process, together: true } }, []],
    [{ amount: 60, basis: '测试条例第三条' }, {}, []],
    [{ amount: 60 }, { itemType: '20' }, []],
  ])(
    'C3 the limit of a licence is twenty days unless its own law says otherwise: %j',
    (limit, more, found) => {
      const statutoryLimit = { unit: 'working-day', ...limit } as ItemVersion['statutoryLimit']
      const item = { ...FELLING, ...more, statutoryLimit } as ItemVersion
      expect(itemProblems(item).flatMap(({ rule }) => (rule === 'article-42' ? [rule] : []))).toEqual(found)
    },
  )
})
