import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { addDays } from '#engine/day.ts'
import { approval } from '../../model/approval.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { FELLING } from '../../testing/item.ts'
import { act, filing, INTO, journey, outcome, type Step } from '../../testing/journey.ts'
import { at, calendar, caseWorld, workday, type Who } from '../../testing/world.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { publicity } from './chapter.ts'
import { publicName, publicNumber, signsOfPublicNumber } from './rules.ts'

const ITEM: ItemVersion = {
  ...FELLING,
  process: {
    ...FELLING.process,
    publicity: {
      within: { amount: 7, unit: 'calendar-day' },
      where: '申请人所在村公示栏',
      basis: '社会救助暂行办法第十一条第二项',
    },
  },
}
const URGENT: ItemVersion = {
  ...ITEM,
  process: {
    ...ITEM.process,
    publicity: {
      ...ITEM.process.publicity!,
      unless: [{ when: '情况紧急', basis: '社会救助暂行办法第四十八条' }],
    },
  },
}
const world = () => caseWorld({ item: ITEM })
const begun = (steps: readonly Step[]): Step[] => [
  [0, 'applicant', 'file-online', filing({}, { item: ITEM })],
  ...steps.slice(1),
]
const OPENED: Step[] = [...begun(INTO.reviewed), [5, 'approver', 'open-publicity']]
/** Opened on Tuesday 29 September; the seventh day falls into National Day and moves to 8 October. */
const LAST = '2026-10-08'
const OBJECTED: Step[] = [...OPENED, [6, 'clerk', 'record-objection']]
const ONLINE: Step = [6, 'another citizen', 'record-objection']
const CLOSED: Step[] = [...OPENED, [at(addDays(LAST, 1), 0), 'system', 'close-publicity']]
const CLOSED_WITH_OBJECTION: Step[] = [...OBJECTED, [at(addDays(LAST, 1), 0), 'system', 'close-publicity']]

const CASES = {
  accepted: begun(INTO.accepted),
  reviewed: begun(INTO.reviewed),
  opened: OPENED,
  objected: OBJECTED,
  'objected thrice online': [...OPENED, ONLINE, ONLINE, ONLINE],
  closed: CLOSED,
  'closed with an objection': CLOSED_WITH_OBJECTION,
} satisfies Record<string, Step[]>

describe('公示: what is meant to be decided is made public first, and the decision waits', () => {
  test.each<
    [from: keyof typeof CASES, on: Step[0], who: Who, action: string, gives: string, input?: Step[3]]
  >([
    ['accepted', 4, 'reviewer', 'open-publicity', 'accepted'],
    ['reviewed', 5, 'approver', 'open-publicity', 'reviewed'],
    ['reviewed', 5, 'clerk', 'open-publicity', 'refused: not-your-step'],
    ['opened', 6, 'approver', 'open-publicity', 'refused: not-for-this-dossier'],
    ['reviewed', 5, 'approver', 'grant', 'refused: publicity-missing'],
    ['reviewed', 5, 'approver', 'deny', 'decided'],
    ['opened', 6, 'approver', 'grant', 'refused: publicity-open'],
    ['opened', 6, 'approver', 'deny', 'refused: publicity-open'],
    ['opened', 6, 'applicant', 'withdraw', 'withdrawn'],
    ['closed', at('2026-10-09'), 'approver', 'grant', 'decided'],
    ['opened', 6, 'clerk', 'record-objection', 'reviewed'],
    ['opened', at(LAST), 'reviewer', 'record-objection', 'reviewed'],
    ['opened', at('2026-10-09'), 'clerk', 'record-objection', 'refused: publicity-over'],
    ['closed', at('2026-10-09'), 'clerk', 'record-objection', 'refused: publicity-over'],
    ['opened', 6, 'applicant', 'record-objection', 'refused: not-your-step'],
    ['opened', 6, 'another citizen', 'record-objection', 'reviewed'],
    ['objected thrice online', 7, 'another citizen', 'record-objection', 'refused: objections-enough'],
    ['objected thrice online', 7, 'clerk', 'record-objection', 'reviewed'],
    ['opened', at('2026-10-09'), 'another citizen', 'record-objection', 'refused: publicity-over'],
    ['closed', at('2026-10-09'), 'another citizen', 'record-objection', 'refused: not-your-step'],
    ['reviewed', 5, 'another citizen', 'record-objection', 'refused: not-for-this-dossier'],
    ['opened', 6, 'another citizen', 'grant', 'refused: not-your-step'],
    ['opened', 6, 'another citizen', 'withdraw', 'refused: not-your-step'],
    ['opened', 6, 'approver', 'answer-publicity-objection', 'refused: not-for-this-dossier'],
    [
      'objected',
      6,
      'approver',
      'answer-publicity-objection',
      'refused: objection-unknown',
      { id: 'another', upheld: false, text: '已经核实清楚' },
    ],
    ['closed with an objection', at('2026-10-09'), 'approver', 'grant', 'refused: objection-open'],
    ['closed with an objection', at('2026-10-09'), 'approver', 'deny', 'refused: objection-open'],
    ['opened', at(LAST, 23), 'system', 'close-publicity', 'refused: not-overdue'],
    ['opened', at('2026-10-09', 0), 'system', 'close-publicity', 'reviewed'],
  ])('%s | %s | %s | %s → %s', (from, on, who, action, gives, input) => {
    expect(outcome(act(journey(CASES[from], world()).dossier, [on, who, action, input], world()))).toBe(gives)
  })

  test('what is said online is the same fact, stands in the queue of who decides, and names nobody', () => {
    const { dossier, facts } = journey([...OPENED, ONLINE], world())
    const [own] = dossier.publicity!.objections
    expect(facts.at(-1)).toMatchObject({ kind: 'objection-recorded', body: { id: own!.id } })
    expect(own).toMatchObject({ party: 'wang' })
    expect(JSON.stringify(own!.by)).not.toContain('wang')
    expect(publicity.asked!(dossier)).toEqual(['forestry-bureau'])
    expect(publicity.asked!(journey(OPENED, world()).dossier)).toEqual([])
  })

  test('an objection that was looked into no longer holds the decision', () => {
    const { dossier } = journey(CLOSED_WITH_OBJECTION, world())
    const { id } = dossier.publicity!.objections[0]!
    const answered: Step = [
      at('2026-10-09'),
      'reviewer',
      'answer-publicity-objection',
      { id, upheld: false, text: '权属已经核实清楚' },
    ]
    const after = journey([...CLOSED_WITH_OBJECTION, answered], world()).dossier
    expect(after.publicity?.objections[0]?.answer).toMatchObject({ upheld: false })
    expect(outcome(act(after, [at('2026-10-09'), 'approver', 'grant'], world()))).toBe('decided')
  })

  test('the days are the item’s own; the limits to decide run on', () => {
    const { dossier } = journey(OPENED, world())
    expect(due(dossier.clocks['publicity']!, calendar)).toMatchObject({ state: 'running', day: LAST })
    expect(dossier.served?.['publicity']).toBe(LAST)
    expect(due(dossier.clocks['statutory']!, calendar).state).toBe('running')
    expect(dossier.publicity?.where).toBe('申请人所在村公示栏')
  })

  test('it closes by itself, with its own last day also when the job came late', () => {
    const { dossier } = journey(OPENED, world())
    expect(approval.timers(dossier, world())).toEqual([
      { action: 'close-publicity', at: at(addDays(LAST, 1), 0) },
    ])
    const late = journey([...OPENED, [at('2026-10-20'), 'system', 'close-publicity']], world()).dossier
    expect(late.publicity?.closedOn).toBe(LAST)
    expect(approval.timers(late, world())).toEqual([])
  })

  test('an item whose law asks for none is decided without', () => {
    expect(outcome(act(journey(INTO.reviewed).dossier, [6, 'approver', 'grant']))).toBe('decided')
    expect(outcome(act(journey(INTO.reviewed).dossier, [6, 'approver', 'open-publicity']))).toBe(
      'refused: not-for-this-dossier',
    )
    expect(workday(5).slice(0, 10)).toBe('2026-09-29')
  })
})

describe('免予公示: only what the law of the item excepts is decided without', () => {
  const urgent = caseWorld({ item: URGENT })
  const reviewed = journey(
    [[0, 'applicant', 'file-online', filing({}, { item: URGENT })], ...INTO.reviewed.slice(1)],
    urgent,
  ).dossier
  const SPARED: Step = [5, 'approver', 'spare-publicity']
  const spared = (() => {
    const verdict = act(reviewed, SPARED, urgent)
    if ('refused' in verdict) throw new Error(verdict.code)
    return verdict.dossier
  })()

  test.each<[CaseDossier, Step, ReturnType<typeof caseWorld>, string]>([
    [reviewed, SPARED, urgent, 'reviewed'],
    [reviewed, [5, 'reviewer', 'spare-publicity'], urgent, 'refused: not-your-step'],
    [reviewed, [5, 'approver of another body', 'spare-publicity'], urgent, 'refused: power-none'],
    [
      reviewed,
      [5, 'window with an approver’s post', 'spare-publicity'],
      urgent,
      'refused: window-accepts-only',
    ],
    [
      reviewed,
      [5, 'approver', 'spare-publicity', { when: '2', text: '领导同意不公示' }],
      urgent,
      'refused: publicity-not-spared',
    ],
    [reviewed, SPARED, world(), 'refused: not-for-this-dossier'],
    [spared, [6, 'approver', 'grant'], urgent, 'decided'],
    [spared, [6, 'approver', 'open-publicity'], urgent, 'refused: not-for-this-dossier'],
    [spared, SPARED, urgent, 'refused: not-for-this-dossier'],
  ])('%#', (dossier, step, at, gives) => {
    expect(outcome(act(dossier, step, at))).toBe(gives)
  })

  test('which exception, by which article and under which power stays on record, and why is sealed', () => {
    expect(spared.publicitySpared).toMatchObject({
      when: '情况紧急',
      basis: '社会救助暂行办法第四十八条',
      by: { person: 'approver-1' },
    })
  })
})

test('every item of the pack whose law wants publicity before it is decided makes it public', () => {
  const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
  const wanted = items.filter(({ legalBasis }) =>
    legalBasis.some(({ text = '' }) => /公示后，?(?:由|报)县/u.test(text)),
  )
  expect(wanted.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['subsistence-allowance', 'temporary-assistance', 'temporary-assistance-small']),
  )
  expect(wanted.filter(({ process }) => process.publicity === undefined).map(({ id }) => id)).toEqual([])
})

test('a 公示编号 and the number of a receipt lead back to the last signs of the case number', () => {
  const no = '370304400120261120000012K'
  expect(publicNumber(no)).toBe('20261120-000012K')
  expect(signsOfPublicNumber('20261120-000012k')).toBe('20261120000012K')
  expect(signsOfPublicNumber(' 20261120-000012K-2 ')).toBe(no.slice(-15))
  for (const other of [no, '20261120', '370304', '']) expect(signsOfPublicNumber(other)).toBeUndefined()
})

describe('whose name hangs in public', () => {
  const person = { name: '欧阳示例', idKind: 'citizen-id' as const }
  const whole = {
    process: { ...ITEM.process, publicity: { ...ITEM.process.publicity!, names: 'whole' as const } },
  }
  test.each([
    ['a person, by surname', person, ITEM, '欧阳某'],
    ['a person whose item wants the whole name', person, whole, '欧阳示例'],
    ['a firm', { name: '示例建材有限公司', idKind: 'credit-code' as const }, ITEM, '示例建材有限公司'],
  ])('%s', (_title, party, item, shown) => {
    expect(publicName(party, item)).toBe(shown)
  })
})
