import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { approval } from '../../model/approval.ts'
import { PROCEDURES } from '../../model/procedures.ts'
import { act, filing, journey, outcome, type Step } from '../../testing/journey.ts'
import { ON_A_PROMISE } from '../../testing/ways.ts'
import { calendar, caseWorld } from '../../testing/world.ts'
import {
  DANGEROUS,
  ENDINGS_ANNEX,
  FORWARDED,
  FORWARD_ANNEX,
  GONE,
  INTO,
  NOT_OURS,
  type EndLine,
} from './annex.ts'
import { barredBy } from './barred.ts'
import { endings, sendingUp } from './chapter.ts'

const forwarding = caseWorld({ item: FORWARDED, published: FORWARDED })

const result = ([from, who, action, day, , input]: EndLine, world = caseWorld()) =>
  outcome(act(journey(INTO[from], world).dossier, [day, who, action, input], world))

describe('the annex of the endings', () => {
  test.each(ENDINGS_ANNEX)('%s | %s | %s | day %i → %s', (...line) => {
    expect(result(line as EndLine)).toBe(line[4])
  })

  test.each(FORWARD_ANNEX)('sent up: %s | %s | %s | day %i → %s', (...line) => {
    expect(result(line as EndLine, forwarding)).toBe(line[4])
  })

  test('every act is taken and refused in one of the tables', () => {
    const lines = [...ENDINGS_ANNEX, ...FORWARD_ANNEX, ...AFTER_PROMISE]
    for (const { name } of [...endings.actions, ...sendingUp.actions])
      for (const refused of [true, false])
        expect([
          name,
          refused,
          lines.some((line) => line[2] === name && line[4].startsWith('refused') === refused),
        ]).toEqual([name, refused, true])
  })
})

test('where the plan parts the steps, who reviewed neither ends the matter nor sends it up', () => {
  const parameters = { ...caseWorld().parameters, reviewAndDecideDiffer: true }
  const own = caseWorld({ parameters })
  const reviewed = (world: typeof own) => journey(INTO.reviewed, world).dossier
  const alone = 'one person for everything'
  expect(outcome(act(reviewed(own), [4, alone, 'terminate', GONE], own))).toBe('refused: role-separation')
  expect(outcome(act(reviewed(own), [4, 'approver', 'terminate', GONE], own))).toBe('terminated')
  const above = caseWorld({ parameters, item: FORWARDED, published: FORWARDED })
  const opinion = { opinion: '经初步审查，材料齐全，符合条件' }
  expect(outcome(act(reviewed(above), [4, alone, 'forward', opinion], above))).toBe(
    'refused: role-separation',
  )
})

/** After a promise: what is held against somebody may be looked at again, and ends when the credit is restored. */
const AFTER_PROMISE = [
  ['check-failed', 'approver', 'return-to-check', 12, 'under-check'],
  ['check-failed', 'reviewer', 'return-to-check', 12, 'refused: not-your-step'],
  ['check-failed', 'window with an approver’s post', 'return-to-check', 12, 'refused: window-accepts-only'],
  ['under-check', 'approver', 'return-to-check', 12, 'refused: not-in-this-state'],
  ['revoked', 'approver', 'restore-credit', 20, 'revoked'],
  ['revoked', 'reviewer', 'restore-credit', 20, 'refused: not-your-step'],
  ['closed', 'approver', 'restore-credit', 20, 'refused: not-in-this-state'],
] as const

describe('after a promise that did not hold', () => {
  const world = ON_A_PROMISE.world()
  const standing = (stage: string) => journey(ON_A_PROMISE.stages[stage]!, ON_A_PROMISE.world()).dossier
  const reasoned = { reason: '核查时间没有通知当事人，事实要再核实' }

  test.each(AFTER_PROMISE)('%s | %s | %s | day %i → %s', (from, who, action, day, gives) => {
    expect(outcome(act(standing(from), [day, who, action, reasoned], world))).toBe(gives)
  })

  test('sent back to the check, its time begins anew and nobody is pressed to revoke', () => {
    const back = act(standing('check-failed, heard'), [12, 'approver', 'return-to-check', reasoned], world)
    if (isRefusal(back)) throw new Error(back.code)
    expect(back.dossier.clocks['revocation']!.ended).toBeDefined()
    expect(back.dossier.clocks['check']).toMatchObject({ amount: 30, start: { event: '退回重新核查' } })
    expect(back.dossier.clocks['check']!.ended).toBeUndefined()
    // What the next check finds is another matter to be heard on.
    expect(back.dossier).not.toHaveProperty('intent')
  })

  test('sent back while the party is asked, its days end with what they were for', () => {
    for (const stage of ['check-failed, told', 'check-failed, announced', 'check-failed, served']) {
      const back = act(standing(stage), [12, 'approver', 'return-to-check', reasoned], world)
      if (isRefusal(back)) throw new Error(back.code)
      const running = Object.values(back.dossier.clocks).filter(({ ended }) => ended === undefined)
      expect([stage, running.map(({ name }) => name)]).toEqual([stage, ['check']])
      expect(back.timers).toEqual([])
    }
  })

  test('restored once', () => {
    const restored = act(standing('revoked'), [20, 'approver', 'restore-credit', reasoned], world)
    if (isRefusal(restored)) throw new Error(restored.code)
    expect(restored.dossier.creditRestored).toMatchObject({ by: { person: 'approver-1' } })
    expect(outcome(act(restored.dossier, [21, 'approver', 'restore-credit', reasoned], world))).toBe(
      'refused: not-for-this-dossier',
    )
  })
})

describe('C2 不受理 and 不予受理 are two things, and both are said at once', () => {
  test.each([
    ['not-needed', { reason: '零星树木不需要许可', ground: 'not-needed' }, '第一项'],
    ['not-competent', NOT_OURS, '第二项'],
  ] as const)('%s: the same day, by article 32 (1)', (_ground, input, part) => {
    const { dossier } = journey([...INTO.received, [1, 'clerk', 'propose-refusal', input]])
    const clock = dossier.clocks['at-once']!
    expect(due(clock, calendar)).toMatchObject({ state: 'running', day: '2026-09-22' })
    expect(explain(clock, calendar)).toContain(`第三十二条第一款${part}“即时”：当日办结`)
    // The five days to name what is missing run on beside it.
    expect(dossier.clocks['notice']!.ended).toBeUndefined()
  })

  test.each([
    ['another reason has its five days', { reason: '不符合受理条件', basis: '《测试林业条例》第三条' }],
    ['a falsehood has to be looked into', { reason: '林权证明是伪造的', ground: 'false-materials' }],
  ])('%s', (_why, input) => {
    const { dossier } = journey([...INTO.received, [1, 'clerk', 'propose-refusal', input]])
    expect(dossier.clocks).not.toHaveProperty('at-once')
  })

  test.each<[string, Step]>([
    ['refused', [2, 'approver', 'refuse-acceptance']],
    ['sent back', [2, 'approver', 'return-to-window']],
    ['counted as accepted', [6, 'system', 'deem-accept']],
    ['withdrawn', [2, 'applicant', 'withdraw']],
    ['ended', [2, 'approver', 'terminate', GONE]],
  ])('its clock ends when it is %s', (_how, step) => {
    const { dossier } = journey([...INTO['proposed: not needed'], step])
    expect(dossier.clocks['at-once']!.ended).toBeDefined()
  })

  test('whoever decides may name another ground than was proposed; what was proposed counts otherwise', () => {
    const kept = journey([...INTO['proposed: not ours'], [1, 'approver', 'refuse-acceptance']]).dossier
    expect(kept.decision).toMatchObject({ ground: 'not-competent', competentBody: '邻县林业局' })
    const input = { reason: '零星树木不需要许可', basis: '行政许可法第三十二条', ground: 'not-needed' }
    const other = journey([
      ...INTO['proposed: not ours'],
      [1, 'approver', 'refuse-acceptance', input],
    ]).dossier
    expect(other.decision).toMatchObject({ ground: 'not-needed' })
    expect(other.decision).not.toHaveProperty('competentBody')
  })

  test('facts of before the grounds were told apart fold as they did', () => {
    const { facts } = journey(INTO['not-accepted'])
    const old = facts.map((fact) => {
      const { ground: _ground, ...body } = fact.body
      return { ...fact, body }
    })
    const { decision } = fold(approval, old)
    expect(decision).toMatchObject({ result: 'refused' })
    expect(decision).not.toHaveProperty('ground')
  })
})

describe('a falsehood bars whoever told it (第七十八条、第七十九条)', () => {
  const dangerous = caseWorld({ item: DANGEROUS, published: DANGEROUS })
  const LIED = { reason: '林权证明是伪造的，经核对登记簿没有记载', basis: '行政许可法第七十八条' }

  test.each<[string, Step[], object | undefined]>([
    [
      'not accepted',
      [
        ...INTO['refusal-proposed'],
        [2, 'approver', 'refuse-acceptance', { ...LIED, ground: 'false-materials' }],
      ],
      { by: '78', until: '2027-09-23' },
    ],
    [
      'not accepted for another reason',
      [...INTO['refusal-proposed'], [2, 'approver', 'refuse-acceptance']],
      undefined,
    ],
    [
      'denied',
      [...INTO.reviewed, [5, 'approver', 'deny', { ...LIED, falseMaterials: true }]],
      { by: '78', until: '2027-09-29' },
    ],
    ['denied for another reason', [...INTO.reviewed, [5, 'approver', 'deny']], undefined],
  ])('%s', (_how, steps, barred) => {
    expect(journey(steps, dangerous).dossier.barred).toEqual(barred)
    expect(journey(steps).dossier.barred).toBeUndefined()
  })

  test('got by deceit and revoked: three years', () => {
    const item = { ...ON_A_PROMISE.item, publicSafety: { basis: '测试' } }
    const world = ON_A_PROMISE.world({ item, published: item })
    const input = {
      reason: '以伪造的设备清单骗取许可，核查属实',
      basis: '行政许可法第六十九条第二款',
      deceit: true,
    }
    const { dossier } = journey(
      [...ON_A_PROMISE.stages['check-failed, heard']!, [11, 'approver', 'revoke', input]],
      world,
    )
    expect(dossier.barred).toMatchObject({ by: '79', until: expect.stringMatching(/^2029-10-/) })
    expect(JSON.stringify(dossier.revocation)).not.toContain('deceit')
  })

  test.each([
    ['78', '2026-09-22', '2027-09-22'],
    ['79', '2026-09-22', '2029-09-22'],
    ['78', '2028-02-29', '2029-02-28'],
  ] as const)('article %s, from %s up to and including %s', (by, day, until) => {
    expect(barredBy(by, DANGEROUS, day)).toEqual({ barred: { by, until } })
  })
})

describe('C5 a lower body’s preliminary examination (第三十五条、第四十三条)', () => {
  test('C5 twenty working days from acceptance, and its own law may say otherwise', () => {
    const { dossier } = journey(INTO.accepted, forwarding)
    const clock = dossier.clocks['statutory']!
    expect(due(clock, calendar).day).toBe(calendar.addWorkingDays('2026-09-23', 20))
    expect(explain(clock, calendar)).toContain('行政许可法第四十三条：20个工作日')
    const limit = { amount: 10, unit: 'working-day' as const, basis: '测试条例第三条' }
    const own = { ...FORWARDED, process: { ...FORWARDED.process, forwardsTo: { body: '市林业局', limit } } }
    const other = journey(INTO.accepted, caseWorld({ item: own, published: own })).dossier
    expect(due(other.clocks['statutory']!, calendar).day).toBe(calendar.addWorkingDays('2026-09-23', 10))
  })

  test('the opinion and every paper go up together, and the case is over here', () => {
    const { dossier, facts } = journey(
      [...INTO.reviewed, [4, 'approver', 'forward', { opinion: '初步审查认为符合采伐条件，建议准予。' }]],
      forwarding,
    )
    expect(dossier).toMatchObject({
      state: 'forwarded',
      ended: { how: 'forwarded' },
      forwarded: { to: '市林业局', materials: ['application', 'title', 'plan'] },
    })
    expect(Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)).toEqual([])
    expect(fold(approval, facts)).toEqual(dossier)
  })

  test('it is no pushing up: an item of one’s own has no such act, and only the general procedure knows it', () => {
    for (const [name, { actions }] of Object.entries(PROCEDURES))
      expect([name, actions.some((action) => action.name === 'forward')]).toEqual([name, name === 'approval'])
    const { dossier } = journey([[0, 'applicant', 'file-online', filing()], ...INTO.reviewed.slice(1)])
    expect(approval.actions.find(({ name }) => name === 'forward')!.offered!(dossier, caseWorld())).toBe(
      false,
    )
  })
})

describe('what ends without a decision', () => {
  test.each<[string, readonly Step[]]>([
    ['returned', INTO.returned],
    ['terminated', INTO.terminated],
  ])('%s: nothing runs on and the facts fold to the same', (how, steps) => {
    const { dossier, facts, last } = journey(steps)
    expect(dossier).toMatchObject({ state: how, ended: { how } })
    expect(Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)).toEqual([])
    expect(last.timers).toEqual([])
    expect(fold(approval, facts)).toEqual(dossier)
  })

  test('what was returned names the originals that go back', () => {
    const steps: Step[] = [
      [
        0,
        'applicant',
        'file-online',
        filing({ materials: [{ material: 'title', files: [], paperOriginals: 2, paperCopies: 1 }] }),
      ],
      [1, 'clerk', 'return-application', { how: 'in-person', reason: '申请人当面说不办了' }],
    ]
    expect(journey(steps).last.facts[0]!.body['originals']).toEqual({ title: 2 })
  })
})
