import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { FELLING } from '../../testing/item.ts'
import { act, filing, INPUTS, INTO, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { calendar, caseWorld, type Who } from '../../testing/world.ts'
import { lawfulExtension } from './rules.ts'

const dueOf = ({ clocks }: CaseDossier, clock: string) => due(clocks[clock]!, calendar)
const PROPOSED: Step[] = [...INTO.reviewed, [20, 'approver', 'propose-extension']]
const EXTENDED: Step[] = [...PROPOSED, [21, 'head', 'extend']]

const CASES = {
  received: INTO.received,
  accepted: INTO.accepted,
  reviewed: INTO.reviewed,
  decided: INTO.decided,
  proposed: PROPOSED,
  refused: [...PROPOSED, [21, 'head', 'refuse-extension']],
  extended: EXTENDED,
} satisfies Record<string, Step[]>

/** Accepted on the second day after receipt, so that the twenty days of the law end on the 22nd. */
describe('C3 一般决定: twenty days, once ten more with the word of the body’s head', () => {
  test.each<[from: keyof typeof CASES, on: number, who: Who, action: string, gives: string, input?: Step[3]]>(
    [
      ['received', 1, 'reviewer', 'propose-extension', 'refused: not-in-this-state'],
      ['accepted', 4, 'reviewer', 'propose-extension', 'accepted'],
      ['reviewed', 22, 'approver', 'propose-extension', 'reviewed'],
      ['reviewed', 23, 'approver', 'propose-extension', 'refused: extension-late'],
      ['reviewed', 20, 'clerk', 'propose-extension', 'refused: not-your-step'],
      ['reviewed', 20, 'head', 'propose-extension', 'refused: not-your-step'],
      ['decided', 20, 'approver', 'propose-extension', 'refused: not-in-this-state'],
      ['proposed', 21, 'reviewer', 'propose-extension', 'refused: not-for-this-dossier'],
      [
        'reviewed',
        20,
        'approver',
        'propose-extension',
        'refused: extension-too-long',
        { ...INPUTS['propose-extension'], amount: 11 },
      ],
      [
        'reviewed',
        20,
        'approver',
        'propose-extension',
        'reviewed',
        { ...INPUTS['propose-extension'], amount: 5 },
      ],

      ['proposed', 21, 'head', 'extend', 'reviewed'],
      ['proposed', 22, 'head', 'extend', 'reviewed'],
      ['proposed', 23, 'head', 'extend', 'refused: extension-late'],
      ['proposed', 21, 'head of another body', 'extend', 'refused: not-your-step'],
      ['proposed', 21, 'government head', 'extend', 'refused: extension-not-head'],
      ['proposed', 21, 'approver', 'extend', 'refused: not-your-step'],
      ['proposed', 21, 'system', 'extend', 'refused: not-your-step'],
      ['reviewed', 20, 'head', 'extend', 'refused: not-for-this-dossier'],
      ['proposed', 21, 'head', 'refuse-extension', 'reviewed'],
      ['proposed', 23, 'head', 'refuse-extension', 'reviewed'],
      ['refused', 22, 'approver', 'propose-extension', 'reviewed'],
      ['extended', 23, 'approver', 'propose-extension', 'refused: extension-once'],
      ['proposed', 21, 'approver', 'grant', 'decided'],
    ],
  )('C3 %s | day %i | %s | %s → %s', (from, on, who, action, gives, input) => {
    expect(outcome(act(journey(CASES[from]).dossier, [on, who, action, input]))).toBe(gives)
  })

  test('C3 ten working days more, with the reason and the right in the sentence', () => {
    const before = dueOf(journey(PROPOSED).dossier, 'statutory').day!
    const { dossier } = journey(EXTENDED)
    const after = calendar.addWorkingDays(before, 10)
    expect(dueOf(dossier, 'statutory').day).toBe(after)
    expect(dossier.extension?.granted).toMatchObject({ before, after, amount: 10, joint: false })
    expect(explain(dossier.clocks['statutory']!, calendar)).toContain(
      '经本行政机关负责人批准延长10个工作日（情况复杂；行政许可法第四十二条第一款）',
    )
  })

  test('C3 nobody approves what they asked for', () => {
    const { dossier } = journey(PROPOSED)
    expect(outcome(act(dossier, [21, 'approver who is head as well', 'extend']))).toBe(
      'refused: role-separation',
    )
  })

  test('C3 the promise is the area’s own word: it stays, so a broken promise shows although the law gave time', () => {
    const before = dueOf(journey(PROPOSED).dossier, 'promised').day
    expect(dueOf(journey(EXTENDED).dossier, 'promised').day).toBe(before)
  })

  test('C3 a promise that only repeats the law’s limit moves with it', () => {
    const item: ItemVersion = { ...FELLING, promisedLimit: { amount: 20, unit: 'working-day' } }
    const world = caseWorld({ item })
    const { dossier } = journey(
      [[0, 'applicant', 'file-online', filing({}, { item })], ...EXTENDED.slice(1)],
      world,
    )
    expect(dueOf(dossier, 'promised').day).toBe(dueOf(dossier, 'statutory').day)
    expect(dossier.clocks['promised']?.extensions).toHaveLength(1)
  })

  test('C3 while the limit stands still there is nothing to extend', () => {
    const started: Step[] = [...INTO.accepted, [3, 'reviewer', 'start-special']]
    const { id } = journey(started).dossier.special![0]!
    const { dossier } = journey([
      ...started,
      [3, 'system', 'record-paper', { ...rendered('special-procedure', 90), id }],
      [3, 'clerk', 'serve-special'],
    ])
    expect(outcome(act(dossier, [4, 'reviewer', 'propose-extension']))).toBe('refused: extension-stopped')
  })
})

describe('what the law of the item allows (法律、法规另有规定的，依照其规定)', () => {
  const limited = (statutoryLimit: ItemVersion['statutoryLimit'], more: Partial<ItemVersion> = {}) => ({
    ...FELLING,
    ...more,
    ...(statutoryLimit === undefined ? { statutoryLimit: undefined } : { statutoryLimit }),
  })
  const own = { amount: 5, unit: 'working-day' as const, basis: '食品经营许可和备案管理办法第二十一条' }
  test.each<[what: string, item: ItemVersion, gives: unknown]>([
    [
      'C3 a licence under article 42',
      FELLING,
      { amount: 10, basis: '行政许可法第四十二条第一款', by: 'head' },
    ],
    [
      'C3 a licence whose own law says five days',
      limited({ ...own, amount: 10, extension: own }),
      { amount: 5, basis: own.basis, by: 'head' },
    ],
    [
      'C4 several bodies together',
      limited(
        { amount: 45, unit: 'working-day', basis: '行政许可法第四十二条第二款' },
        { process: { ...FELLING.process, together: true } },
      ),
      { amount: 15, basis: '行政许可法第四十二条第二款', by: 'government-head' },
    ],
    ['another law’s limit without a word on more', limited({ ...own, amount: 7 }), undefined],
    ['another law’s own article 42', limited({ ...own, basis: '测试条例第四十二条' }), undefined],
    ['no limit of law at all', limited(undefined), undefined],
    ['a benefit, which is no licence', limited(FELLING.statutoryLimit, { itemType: '05' }), undefined],
    [
      'an extension in another unit',
      limited({ ...own, extension: { ...own, unit: 'calendar-day' } }),
      undefined,
    ],
  ])('%s', (_what, item, gives) => {
    expect(lawfulExtension(item)).toEqual(gives)
  })

  test('a limit that no law lets be extended is not extended', () => {
    const item: ItemVersion = { ...FELLING, itemType: '20' }
    const world = caseWorld({ item })
    const { dossier } = journey(
      [[0, 'applicant', 'file-online', filing({}, { item })], ...INTO.accepted.slice(1)],
      world,
    )
    expect(outcome(act(dossier, [4, 'reviewer', 'propose-extension'], world))).toBe('refused: extension-none')
  })
})

describe('C4 联合、集中、统一办理: forty-five days, once fifteen more with the word of the government’s head', () => {
  const item: ItemVersion = {
    ...FELLING,
    statutoryLimit: { amount: 45, unit: 'working-day', basis: '行政许可法第四十二条第二款' },
    process: { ...FELLING.process, together: true },
  }
  const world = caseWorld({ item })
  const proposed = journey(
    [[0, 'applicant', 'file-online', filing({}, { item })], ...PROPOSED.slice(1)],
    world,
  ).dossier

  test('C4 the head of the body cannot, the head of the government can', () => {
    expect(outcome(act(proposed, [21, 'head', 'extend'], world))).toBe('refused: extension-not-head')
    expect(outcome(act(proposed, [21, 'government head', 'extend'], world))).toBe('reviewed')
    expect(outcome(act(proposed, [21, 'government head', 'refuse-extension'], world))).toBe('reviewed')
    expect(outcome(act(proposed, [21, 'head', 'refuse-extension'], world))).toBe(
      'refused: extension-not-head',
    )
  })

  test('C4 what was asked of one head is not approved once it is another’s to approve', () => {
    const alone = journey(PROPOSED).dossier
    expect(outcome(act(alone, [21, 'head', 'extend'], world))).toBe('refused: extension-not-head')
    expect(outcome(act(alone, [21, 'government head', 'extend'], world))).toBe('refused: extension-not-head')
    expect(outcome(act(alone, [21, 'head', 'refuse-extension'], world))).toBe('reviewed')
    expect(outcome(act(proposed, [21, 'government head', 'extend']))).toBe('refused: extension-not-head')
  })

  test('C4 asking other departments for an opinion makes twenty days neither forty-five nor thirty-five', () => {
    const ask: Step = [20, 'approver', 'ask-opinions', { bodies: ['west-town'], question: '是否影响古树' }]
    const asked = journey([...INTO.reviewed, ask, [20, 'approver', 'propose-extension']]).dossier
    expect(asked.extension?.proposed).toMatchObject({ amount: 10, head: 'head' })
    expect(dueOf(asked, 'statutory').day).toBe(dueOf(journey(INTO.reviewed).dossier, 'statutory').day)
    expect(outcome(act(asked, [21, 'government head', 'extend']))).toBe('refused: extension-not-head')
    expect(outcome(act(asked, [21, 'head', 'extend']))).toBe('reviewed')
    const long: Step = [20, 'approver', 'propose-extension', { ...INPUTS['propose-extension'], amount: 15 }]
    expect(outcome(act(journey([...INTO.reviewed, ask]).dossier, long))).toBe('refused: extension-too-long')
  })

  test('C4 fifteen working days more', () => {
    const before = dueOf(proposed, 'statutory').day!
    const { dossier } = journey(
      [
        [0, 'applicant', 'file-online', filing({}, { item })],
        ...PROPOSED.slice(1),
        [21, 'government head', 'extend'],
      ],
      caseWorld({ item }),
    )
    expect(dueOf(dossier, 'statutory').day).toBe(calendar.addWorkingDays(before, 15))
    expect(explain(dossier.clocks['statutory']!, calendar)).toContain(
      '经本级人民政府负责人批准延长15个工作日',
    )
  })

  test('C4 the proposal stands in the queue of the head it waits for, and of nobody else', async () => {
    const { asHead } = await import('./queue.ts')
    expect(asHead(proposed)).toEqual(['head:government'])
    expect(asHead(journey(PROPOSED).dossier)).toEqual(['head:forestry-bureau'])
    expect(asHead(journey(EXTENDED).dossier)).toEqual([])
  })
})
