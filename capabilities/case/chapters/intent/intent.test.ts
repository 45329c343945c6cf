import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import type { Fact } from '#engine/fact.ts'
import { fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { approval } from '../../model/approval.ts'
import { commitment } from '../../model/commitment.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { FELLING } from '../../testing/item.ts'
import { act, INPUTS, INTO, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { announcedOn, checked, ON_A_PROMISE, standing } from '../../testing/ways.ts'
import { calendar, caseWorld, workday, type Who } from '../../testing/world.ts'
import { barredByTelling, toServe } from './rules.ts'

const day = (count: number): string => workday(count).slice(0, 10)
const SAID = { result: 'stated', text: '设备已经订购，没有按期到货' }
const SIGNED = { form: 'signed', record: 'read-back', signer: '张示例', signedOn: day(10), kept: '案卷第3页' }
const REVOKE = INPUTS['revoke']!
const ENDING = INPUTS['tell-ending']!

type Line = [from: string, who: Who, action: string, day: number, gives: string, input?: Step[3]]

/** 拟撤销: the notice is made on working day 9 and served on day 10; five working days to answer, to day 15. */
const REVOCATION: readonly Line[] = [
  ['check-failed', 'reviewer', 'tell-revocation', 9, 'check-failed'],
  ['check-failed', 'approver', 'tell-revocation', 9, 'check-failed'],
  ['check-failed', 'clerk', 'tell-revocation', 9, 'refused: not-your-step'],
  ['check-failed', 'applicant', 'tell-revocation', 9, 'refused: not-your-step'],
  ['check-failed', 'approver of another body', 'tell-revocation', 9, 'refused: power-none'],
  ['check-failed', 'window with an approver’s post', 'tell-revocation', 9, 'refused: window-never-refuses'],
  ['check-failed, told', 'approver', 'tell-revocation', 9, 'refused: intent-running'],
  ['under-check', 'approver', 'tell-revocation', 9, 'refused: not-in-this-state'],
  ...['没有依据', '内部规定第三条', '行政许可法'].map((basis): Line => [
    ...(['check-failed', 'approver', 'tell-revocation', 9, 'refused: basis-not-law'] as const),
    { reason: '没有承诺的冷藏设备，逾期没有改正', basis },
  ]),

  // 送达：没有送达，什么期限都不起算
  ['check-failed, told', 'clerk', 'serve-notice', 10, 'refused: notice-not-ready'],
  ['check-failed, notice made', 'clerk', 'serve-notice', 10, 'check-failed'],
  ['check-failed, notice made', 'reviewer', 'serve-notice', 10, 'check-failed'],
  ['check-failed, notice made', 'applicant', 'serve-notice', 10, 'refused: not-your-step'],
  ['check-failed, notice made', 'clerk', 'serve-notice', 10, 'refused: serving-incomplete', { mode: 'post' }],
  ['check-failed, notice made', 'clerk', 'serve-notice', 10, 'refused: serving-day-other', announcedOn(11)],
  ['check-failed, notice made', 'clerk', 'serve-notice', 10, 'check-failed', announcedOn(10)],
  ['check-failed, announced', 'clerk', 'serve-notice', 11, 'refused: announcement-running', announcedOn(11)],
  ['check-failed, announced', 'clerk', 'serve-notice', 11, 'check-failed'],
  ['check-failed, announced', 'system', 'end-notice-announcement', 20, 'refused: announcement-running'],
  ['check-failed, announced', 'system', 'end-notice-announcement', 40, 'check-failed'],
  ['check-failed, notice made', 'system', 'end-notice-announcement', 40, 'refused: not-for-this-dossier'],
  ['check-failed, told online', 'system', 'serve-notice-electronically', 9, 'refused: notice-not-ready'],
  ['check-failed, notice made online', 'system', 'serve-notice-electronically', 9, 'check-failed'],
  ['check-failed, notice made', 'system', 'serve-notice-electronically', 9, 'refused: not-for-this-dossier'],
  ['check-failed, served', 'clerk', 'serve-notice', 11, 'refused: not-for-this-dossier'],
  ['check-failed', 'clerk', 'serve-notice', 10, 'refused: not-for-this-dossier'],

  // 陈述申辩：送达以后；放弃要有签名
  ['check-failed', 'reviewer', 'hear-party', 10, 'refused: not-for-this-dossier'],
  ['check-failed, told', 'reviewer', 'hear-party', 10, 'refused: intent-not-served'],
  ['check-failed, notice made', 'applicant', 'hear-party', 10, 'refused: intent-not-served', SAID],
  ['check-failed, served', 'applicant', 'hear-party', 10, 'check-failed', SAID],
  ['check-failed, served', 'applicant', 'hear-party', 10, 'check-failed', { ...SAID, result: 'waived' }],
  ['check-failed, served', 'clerk', 'hear-party', 10, 'check-failed'],
  ['check-failed, served', 'approver', 'hear-party', 10, 'check-failed'],
  ['check-failed, served', 'another citizen', 'hear-party', 10, 'refused: not-your-step', SAID],
  ['check-failed, served', 'issuer', 'hear-party', 10, 'refused: not-your-step'],
  ['check-failed, served', 'reviewer', 'hear-party', 10, 'check-failed', { ...SAID, form: 'oral' }],
  [
    ...(['check-failed, served', 'reviewer', 'hear-party', 10, 'refused: waiver-unsigned'] as const),
    { ...SAID, result: 'waived' },
  ],
  [
    ...(['check-failed, served', 'reviewer', 'hear-party', 10, 'refused: waiver-unsigned'] as const),
    { ...SAID, result: 'waived', form: 'oral' },
  ],
  [
    ...(['check-failed, served', 'reviewer', 'hear-party', 10, 'refused: answer-record-incomplete'] as const),
    { ...SAID, result: 'waived', form: 'signed' },
  ],
  [
    ...(['check-failed, served', 'reviewer', 'hear-party', 10, 'refused: answer-day-other'] as const),
    { ...SAID, ...SIGNED, result: 'waived', signedOn: day(9) },
  ],
  [
    ...(['check-failed, served', 'reviewer', 'hear-party', 10, 'check-failed'] as const),
    { ...SAID, ...SIGNED, result: 'waived' },
  ],
  ['check-failed, heard', 'applicant', 'hear-party', 11, 'refused: not-for-this-dossier', SAID],
  // What was posted in time arrives when it arrives: it is heard until something is decided.
  ['check-failed, silent', 'reviewer', 'hear-party', 16, 'check-failed'],
  ['check-failed, silent', 'applicant', 'hear-party', 16, 'check-failed', SAID],
  ['revoking', 'reviewer', 'hear-party', 16, 'refused: not-in-this-state'],
  ['check-failed, served', 'system', 'lapse-statement', 15, 'refused: not-overdue'],
  ['check-failed, served', 'system', 'lapse-statement', 16, 'check-failed'],
  ['check-failed, served', 'reviewer', 'lapse-statement', 16, 'refused: not-your-step'],
  ['check-failed, told', 'system', 'lapse-statement', 90, 'refused: not-for-this-dossier'],
  ['check-failed, heard', 'system', 'lapse-statement', 16, 'refused: not-for-this-dossier'],

  // 撤销：没有一条近路
  ['check-failed', 'approver', 'revoke', 90, 'refused: party-not-heard'],
  ['check-failed, told', 'approver', 'revoke', 90, 'refused: intent-not-served'],
  ['check-failed, notice made', 'approver', 'revoke', 90, 'refused: intent-not-served'],
  ['check-failed, announced', 'approver', 'revoke', 20, 'refused: intent-not-served'],
  ['check-failed, served', 'approver', 'revoke', 10, 'refused: statement-days-running'],
  ['check-failed, served', 'approver', 'revoke', 15, 'refused: statement-days-running'],
  ['check-failed, served', 'approver', 'revoke', 16, 'revoking'],
  ['check-failed, silent', 'approver', 'revoke', 16, 'revoking'],
  ['check-failed, heard', 'approver', 'revoke', 10, 'revoking'],
  ['check-failed', 'approver', 'drop-intent', 10, 'refused: not-in-this-state'],

  // 限期整改通知书
  ['rectifying', 'clerk', 'serve-notice', 10, 'refused: notice-not-ready'],
  ['rectifying, notice made', 'clerk', 'serve-notice', 10, 'rectifying'],
  ['rectifying, announced', 'system', 'end-notice-announcement', 40, 'rectifying'],
  ['rectifying, served', 'clerk', 'serve-notice', 11, 'refused: not-for-this-dossier'],
]

describe('拟撤销: told, served and heard before anything is revoked (第七条)', () => {
  const world = ON_A_PROMISE.world()
  test.each(REVOCATION)('%s | %s | %s | day %i → %s', (from, who, action, on, gives, input) => {
    const given = input ?? (action === 'revoke' ? REVOKE : undefined)
    expect(outcome(act(standing(ON_A_PROMISE, from), [on, who, action, given], world))).toBe(gives)
  })

  const after = (from: string, ...steps: Step[]): CaseDossier =>
    journey([...ON_A_PROMISE.stages[from]!, ...steps], ON_A_PROMISE.world()).dossier

  test('the days run from service, also when it was put on record later', () => {
    const serving = { mode: 'post', waybill: 'EM1', signer: '张示例', receivedOn: day(10) }
    const dossier = after('check-failed, notice made', [12, 'clerk', 'serve-notice', serving])
    expect(due(dossier.clocks['statement']!, calendar).day).toBe(day(15))
    expect(dossier.served!['statement']).toBe(day(15))
  })

  test('what was only said is on record, and the days run on for more', () => {
    const oral: Step = [11, 'clerk', 'hear-party', { ...SAID, form: 'oral' }]
    const dossier = after('check-failed, served', oral)
    expect(dossier.intent!.answer).toMatchObject({ result: 'stated', form: 'oral' })
    expect(outcome(act(dossier, [11, 'approver', 'revoke', REVOKE], world))).toBe(
      'refused: statement-days-running',
    )
    expect(outcome(act(dossier, [12, 'applicant', 'hear-party', SAID], world))).toBe('check-failed')
    const lapsed = after('check-failed, served', oral, [16, 'system', 'lapse-statement'])
    // Silence does not wipe out what was said.
    expect(lapsed.intent).toMatchObject({ answer: { result: 'stated' }, lapsedOn: day(15) })
  })

  test('a letter that arrives after the days is heard, and moves no limit of the office', () => {
    const signed = { ...SAID, ...SIGNED, signedOn: day(15) }
    const late = after('check-failed, silent', [17, 'reviewer', 'hear-party', signed])
    expect(late.intent).toMatchObject({ answer: { result: 'stated', on: day(17) }, lapsedOn: day(15) })
    expect(late.clocks['revocation']).toEqual(
      standing(ON_A_PROMISE, 'check-failed, silent').clocks['revocation'],
    )
    expect(outcome(act(late, [17, 'applicant', 'hear-party', SAID], world))).toBe(
      'refused: not-for-this-dossier',
    )
    expect(outcome(act(late, [17, 'approver', 'revoke', REVOKE], world))).toBe('revoking')
  })

  test('a window is asked to serve until somebody does, or it goes by itself', () => {
    const asks = (from: string) => toServe(standing(ON_A_PROMISE, from))?.what
    expect(asks('check-failed, notice made')).toBe('intent')
    expect(asks('rectifying, notice made')).toBe('rectification')
    for (const from of [
      'check-failed, served',
      'check-failed, announced',
      'check-failed, notice made online',
    ])
      expect([from, asks(from)]).toEqual([from, undefined])
    expect(asks('rectifying, served')).toBeUndefined()
  })

  test('what a later check finds is told anew', () => {
    const again = after(
      'check-failed, heard',
      [12, 'approver', 'return-to-check', { reason: '有关事实要再核实' }],
      [13, 'reviewer', 'record-check', checked('broken')],
    )
    expect(outcome(act(again, [13, 'approver', 'revoke', REVOKE], world))).toBe('refused: party-not-heard')
    expect(outcome(act(again, [13, 'approver', 'tell-revocation'], world))).toBe('check-failed')
  })

  test('facts of before such notices fold as they did, and their party is told before anything is revoked', () => {
    const { facts } = journey(ON_A_PROMISE.stages['check-failed']!, world)
    const old = [
      ...facts,
      { ...facts.at(-1)!, seq: 9, kind: 'party-heard', body: { result: 'waived', text: 't' }, clock: [] },
    ]
    const dossier = fold(commitment, old as readonly Fact[])
    expect(dossier).toMatchObject({ state: 'check-failed', heard: { result: 'waived', text: 't' } })
    expect(outcome(act(dossier, [11, 'approver', 'revoke', REVOKE], world))).toBe('refused: party-not-heard')
  })

  test('a check of before its notice was served keeps the days its fact began', () => {
    const { facts } = journey(ON_A_PROMISE.stages['rectifying']!, world)
    const last = facts.at(-1)!
    const { notice: _notice, ...body } = last.body
    const old = [...facts.slice(0, -1), { ...last, body: { ...body, served: { rectify: day(19) } } }]
    const dossier = fold(commitment, old as readonly Fact[])
    expect(toServe(dossier)).toBeUndefined()
    expect(outcome(act(dossier, [12, 'reviewer', 'record-check', checked('broken')], world))).toBe(
      'check-failed',
    )
  })
})

/** The notice of an ending as a paper, served at a window. */
function told(steps: readonly Step[], on: number): Step[] {
  const meant: Step[] = [...steps, [on, 'reviewer', 'tell-ending', ENDING]]
  const { intent, version } = journey(meant).dossier
  return [...meant, [on, 'system', 'record-paper', { ...rendered('intent-notice', version), id: intent!.id }]]
}
const served = (steps: readonly Step[], on: number): Step[] => [
  ...told(steps, on),
  [on, 'clerk', 'serve-notice'],
]
const heard = (steps: readonly Step[], on: number): Step[] => [
  ...served(steps, on),
  [on, 'applicant', 'hear-party', SAID],
]
const BURNT = {
  ground: 'subject-gone',
  reason: '申请采伐的林木已经全部烧毁',
  basis: '参照行政许可法第七十条第五项',
}
const DEAD = { ...BURNT, ground: 'applicant-ended', document: '死亡证明，县医院' }

const CASES: Readonly<Record<string, readonly Step[]>> = {
  received: INTO.received,
  accepted: INTO.accepted,
  told: [...INTO.accepted, [3, 'reviewer', 'tell-ending', ENDING]],
  'notice made': told(INTO.accepted, 3),
  served: served(INTO.accepted, 3),
  heard: heard(INTO.accepted, 3),
  'heard, supplementing': heard(INTO.supplementing, 2),
  'heard, reviewed': heard(INTO.reviewed, 5),
  decided: INTO.decided,
}

/** Served on working day 3: five working days to answer, to day 8. */
const TERMINATION: readonly Line[] = [
  ['accepted', 'reviewer', 'tell-ending', 3, 'accepted'],
  ['accepted', 'approver', 'tell-ending', 3, 'accepted'],
  ['accepted', 'clerk', 'tell-ending', 3, 'refused: not-your-step'],
  ['accepted', 'window with an approver’s post', 'tell-ending', 3, 'refused: window-never-refuses'],
  ['accepted', 'approver', 'tell-ending', 3, 'refused: basis-not-law', { ...ENDING, basis: '没有依据' }],
  ['decided', 'approver', 'tell-ending', 7, 'refused: not-in-this-state'],
  ['accepted', 'approver', 'terminate', 3, 'refused: party-not-heard', BURNT],
  ['told', 'approver', 'terminate', 90, 'refused: intent-not-served', BURNT],
  ['served', 'approver', 'terminate', 8, 'refused: statement-days-running', BURNT],
  ['served', 'approver', 'terminate', 9, 'terminated', BURNT],
  ['served', 'system', 'lapse-statement', 8, 'refused: not-overdue'],
  ['served', 'system', 'lapse-statement', 9, 'accepted'],
  ['heard', 'approver', 'terminate', 3, 'terminated', BURNT],
  ['heard', 'approver', 'terminate', 3, 'refused: basis-not-law', { ...BURNT, basis: '没有依据' }],
  // What was told is what may follow.
  ['heard', 'approver', 'terminate', 3, 'refused: party-not-heard', { ...BURNT, ground: 'force-majeure' }],
  ['heard, supplementing', 'approver', 'terminate', 2, 'terminated', BURNT],
  ['heard, reviewed', 'approver', 'terminate', 5, 'terminated', BURNT],
  // Nobody is left to be told.
  ['received', 'approver', 'terminate', 1, 'terminated', DEAD],
  ['accepted', 'approver', 'terminate', 3, 'terminated', DEAD],
  ['heard', 'approver', 'drop-intent', 4, 'accepted'],
  ['heard', 'reviewer', 'drop-intent', 4, 'refused: not-your-step'],
  ['accepted', 'approver', 'drop-intent', 4, 'refused: not-for-this-dossier'],
]

describe('拟终止: an ending the applicant does not want is told, served and heard first (第七条)', () => {
  test.each(TERMINATION)('%s | %s | %s | day %i → %s', (from, who, action, on, gives, input) => {
    expect(outcome(act(journey(CASES[from]!).dossier, [on, who, action, input]))).toBe(gives)
  })

  test('no limit of the case stands still for it', () => {
    const before = journey(INTO.accepted).dossier
    const { clocks } = journey(CASES['served']!).dossier
    for (const name of ['statutory', 'promised'])
      expect([name, clocks[name]]).toEqual([name, before.clocks[name]])
  })

  test.each<[string, Step]>([
    ['granted', [6, 'approver', 'grant']],
    ['denied', [6, 'approver', 'deny']],
    ['withdrawn', [6, 'applicant', 'withdraw']],
    ['dropped', [6, 'approver', 'drop-intent', { reason: '还有林木可以采伐' }]],
  ])('%s, nothing of it runs on', (_how, step) => {
    const { dossier } = journey([...served(INTO.reviewed, 5), step])
    expect(dossier.clocks['statement']!.ended).toBeDefined()
    if (dossier.state !== 'withdrawn') expect(dossier).not.toHaveProperty('intent')
  })

  test('a dropped notice leaves room for another', () => {
    const dropped: Step[] = [
      ...CASES['heard']!,
      [4, 'approver', 'drop-intent', { reason: '还有林木可以采伐' }],
    ]
    const again = { ...ENDING, ground: 'force-majeure' }
    expect(outcome(act(journey(dropped).dossier, [5, 'approver', 'tell-ending', again]))).toBe('accepted')
  })

  test('its facts fold to the same dossier', () => {
    for (const steps of Object.values(CASES)) {
      const { dossier, facts } = journey(steps)
      expect(fold(approval, facts)).toEqual(dossier)
    }
  })

  test('due by itself: the notice into the account, the end of an announcement and of the days', () => {
    const announced = journey([...CASES['notice made']!, [3, 'clerk', 'serve-notice', announcedOn(3)]])
    expect(announced.last.timers.map(({ action }) => action)).toEqual(['end-notice-announcement'])
    expect(journey(CASES['served']!).last.timers.map(({ action }) => action)).toEqual(['lapse-statement'])
    expect(journey(CASES['heard']!).last.timers).toEqual([])
  })
})

describe('an ending waits for what a denial waits for, unless nobody is left', () => {
  const publicity = {
    within: { amount: 7, unit: 'calendar-day' as const },
    where: '公示栏',
    basis: '测试依据',
  }
  const item: ItemVersion = { ...FELLING, process: { ...FELLING.process, publicity } }
  const world = () => caseWorld({ item })
  const open = (more: Step[]): CaseDossier =>
    journey([...CASES['heard, reviewed']!, ...more], world()).dossier
  test.each<[string, Step[], string]>([
    [
      'a neighbour to be heard',
      [
        [
          5,
          'reviewer',
          'name-interested',
          { name: '李示例', interest: '相邻林地的水源', phone: '19900001234', hearing: false },
        ],
      ],
      'interested-unserved',
    ],
    ['an appraisal under way', [[5, 'reviewer', 'start-special']], 'special-running'],
    ['an opinion asked for', [[5, 'approver', 'ask-opinions']], 'opinions-missing'],
    ['a hearing that was told', [[5, 'approver', 'notify-hearing-right']], 'hearing-not-held'],
    ['publicity not over', [[5, 'reviewer', 'open-publicity']], 'publicity-open'],
  ])('%s', (_what, steps, code) => {
    const dossier = open(steps)
    expect(outcome(act(dossier, [6, 'approver', 'terminate', BURNT], world()))).toBe(`refused: ${code}`)
    expect(outcome(act(dossier, [6, 'approver', 'deny'], world()))).toBe(`refused: ${code}`)
    expect(outcome(act(dossier, [6, 'approver', 'terminate', DEAD], world()))).toBe('terminated')
  })
})

describe('岗位分设: whoever told what is meant does not decide it where the plan parts the two', () => {
  const apart = (more: object = {}) => ({
    parameters: { ...caseWorld().parameters, reviewAndDecideDiffer: true, ...more },
  })
  const ended = heard(INTO.accepted, 3)
  // The steps before it are those of other hands, so that only the telling is what stands in the way.
  const byApprover = (steps: readonly Step[], act: string): Step[] =>
    steps.map((step) => (step[2] === act ? [step[0], 'one person for everything', act, step[3]] : step))
  test.each<[string, Who, Step[3], string]>([
    ['another', 'approver', BURNT, 'terminated'],
    ['the same', 'one person for everything', BURNT, 'refused: role-separation'],
    // Also on a ground that tells nobody: what was meant is still theirs.
    ['the same', 'one person for everything', DEAD, 'refused: role-separation'],
    ['the same', 'one person for everything', { reason: '核对属实，继续办理' }, 'accepted'],
  ])('拟终止, %s hand as %s', (_hand, who, input, gives) => {
    const { dossier } = journey(byApprover(ended, 'tell-ending'))
    const action = 'ground' in input! ? 'terminate' : 'drop-intent'
    expect(outcome(act(dossier, [4, who, action, input], caseWorld(apart())))).toBe(gives)
  })

  test.each<[Who, string]>([
    ['approver', 'revoking'],
    ['one person for everything', 'refused: role-separation'],
  ])('拟撤销, decided by %s → %s', (who, gives) => {
    const steps = ON_A_PROMISE.stages['check-failed, heard']!.map((step): Step =>
      step[2] === 'record-check' ? [step[0], 'second reviewer', step[2], step[3]] : step,
    )
    const { dossier } = journey(byApprover(steps, 'tell-revocation'), ON_A_PROMISE.world())
    expect(outcome(act(dossier, [11, who, 'revoke', REVOKE], ON_A_PROMISE.world(apart())))).toBe(gives)
    // Where the plan lets them coincide nothing is parted.
    expect(outcome(act(dossier, [11, who, 'revoke', REVOKE], ON_A_PROMISE.world()))).toBe('revoking')
  })

  test('supervision counts the teller among those who may not go on, and only where nothing else is open', () => {
    const { dossier } = journey(ON_A_PROMISE.stages['check-failed, heard']!, ON_A_PROMISE.world())
    const teller = dossier.intent!.by.person
    expect(barredByTelling(dossier, { reviewAndDecideDiffer: true })).toEqual([teller])
    expect(barredByTelling(dossier, { reviewAndDecideDiffer: false })).toEqual([])
    expect(barredByTelling({ ...dossier, state: 'accepted' }, { reviewAndDecideDiffer: true })).toEqual([])
  })
})

test('nothing of what was said stands in a fact in the clear', () => {
  const world = caseWorld({ seal: () => 'sealed' })
  const verdict = act(
    journey(CASES['served']!).dossier,
    [3, 'clerk', 'hear-party', { ...SAID, form: 'oral' }],
    world,
  )
  if (isRefusal(verdict)) throw new Error(verdict.code)
  expect(JSON.stringify(verdict.facts)).not.toContain(SAID.text)
})
