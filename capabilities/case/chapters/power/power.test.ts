import { describe, expect, test } from 'vitest'
import { due } from '#engine/clock/clock.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { PROCEDURES } from '../../model.ts'
import { act, into, outcome, type Stage } from '../../testing/journey.ts'
import { calendar, caseWorld, GRANTS, PEOPLE, registered } from '../../testing/world.ts'
import { ACT_TITLES } from '../../words.ts'
import { CHAPTERS } from '../index.ts'

/** The bureau’s power has ended; the parks’ bureau holds it now. */
const MOVED = caseWorld({
  grants: GRANTS.filter(({ body }) => body !== 'forestry-bureau').map((grant) => ({
    ...grant,
    item: 'tree-felling',
  })),
})
const PARKS = { body: 'parks-bureau' }
const system = (name: string, input: Record<string, unknown>) => [9, 'system', name, input] as const
const reassign = (stage: Stage, input: Record<string, unknown> = PARKS, world = MOVED) =>
  act(into(stage), [...system('reassign-deciding-body', input)], world)

function dossierOf(answer: ReturnType<typeof act>): CaseDossier {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer.dossier
}

describe('a case follows the power over it', () => {
  test.each<[Stage, gives: string]>([
    ['received', 'received'],
    ['supplementing', 'supplementing'],
    ['refusal-proposed', 'refusal-proposed'],
    ['accepted', 'accepted'],
    ['reviewed', 'reviewed'],
    ['decided', 'refused: not-for-this-dossier'],
    ['issued', 'refused: not-in-this-state'],
    ['closed', 'refused: not-in-this-state'],
  ])('%s → %s', (stage, gives) => {
    expect(outcome(reassign(stage))).toBe(gives)
  })

  test('to whoever holds it now, with every clock running on', () => {
    const before = into('reviewed')
    const after = dossierOf(reassign('reviewed'))
    expect(after).toMatchObject({ decidingBody: 'parks-bureau', review: before.review })
    expect(after.clocks).toEqual(before.clocks)
  })

  test('under entrustment in the name of the organ that entrusted it', () => {
    const after = dossierOf(reassign('accepted', { ...PARKS, inNameOf: 'county-bureau' }))
    expect(after).toMatchObject({ decidingBody: 'parks-bureau', inNameOf: 'county-bureau' })
  })

  test.each<[why: string, input: Record<string, unknown>, world: typeof MOVED, code: string]>([
    ['its body still holds the power', PARKS, caseWorld(), 'power-still-held'],
    ['the other holds none', { body: 'hall' }, MOVED, 'power-none'],
    ['it is there already', { body: 'forestry-bureau' }, caseWorld(), 'not-for-this-dossier'],
  ])('not when %s', (_why, input, world, code) => {
    expect(reassign('accepted', input, world)).toMatchObject({ code })
  })

  test('nobody presses it', () => {
    for (const who of ['clerk', 'approver', 'applicant'] as const)
      expect(outcome(act(into('accepted'), [9, who, 'reassign-deciding-body', PARKS], MOVED))).toBe(
        'refused: not-your-step',
      )
  })

  test('a decision made in another name and not sealed is made anew, under the limits it had ended', () => {
    const before = into('decided')
    const after = dossierOf(act(before, [...system('take-over-decision', PARKS)], MOVED))
    expect(after).toMatchObject({ state: 'reviewed', decidingBody: 'parks-bureau' })
    expect(after).not.toHaveProperty('decision')
    const lastDay = (dossier: CaseDossier, name: string) => due(dossier.clocks[name]!, calendar)
    for (const name of ['statutory', 'promised'])
      expect([name, lastDay(after, name)]).toEqual([name, lastDay(into('reviewed'), name)])
    expect(after.clocks['delivery']!.ended).toBeDefined()
    expect(after.clocks['step-decide']!.ended).toBeUndefined()
  })

  test('a decision made in the name of the organ that takes it over stays and is sealed there', () => {
    const entrusted = { ...into('decided'), decidingBody: 'east-town', inNameOf: 'parks-bureau' }
    const after = dossierOf(act(entrusted, [...system('reassign-deciding-body', PARKS)], MOVED))
    expect(after).toMatchObject({ state: 'decided', decision: { result: 'granted' } })
    expect(after).not.toHaveProperty('inNameOf')
    expect(outcome(act(entrusted, [...system('take-over-decision', PARKS)], MOVED))).toBe(
      'refused: not-for-this-dossier',
    )
  })
})

describe('printing at the counter what was decided from afar', () => {
  const paper = { id: 'paper-1', kind: 'grant' as const, seq: 9, file: 'file-1', hash: 'x', at: '' }
  const issued = (more: Partial<CaseDossier>): CaseDossier => ({
    ...into('issued'),
    ...{ remote: true, delivery: 'window', acceptPlace: PEOPLE.clerk.place, papers: [paper] },
    ...more,
  })
  const print = (dossier: CaseDossier, input = { paper: 'paper-1' }, who: 'clerk' | 'town clerk' = 'clerk') =>
    outcome(act(dossier, [9, who, 'print-at-place', input]))

  test.each<[why: string, dossier: CaseDossier, gives: string]>([
    ['the decision is there', issued({}), 'issued'],
    ['it is still being made', issued({ papers: [] }), 'refused: decision-paper-not-ready'],
    ['decided where it was taken in', issued({ remote: false }), 'refused: not-for-this-dossier'],
    ['it goes by post', issued({ delivery: 'post' }), 'refused: not-for-this-dossier'],
    ['another counter took it in', issued({ acceptPlace: 'elsewhere' }), 'refused: print-elsewhere'],
  ])('%s → %s', (_why, dossier, gives) => {
    expect(print(dossier)).toBe(gives)
  })

  test('any other paper is not for this counter to print', () => {
    expect(print(issued({}), { paper: 'paper-2' })).toBe('refused: decision-paper-not-ready')
  })
})

test('where two seals would do, one has to be named', () => {
  const twin = { ...registered('seal-2', 'forestry-bureau', '林业局第二枚'), kind: 'own' as const }
  const world = caseWorld({ seals: [...caseWorld().seals, twin] })
  expect(outcome(act(into('decided'), [7, 'issuer', 'seal'], world))).toBe('refused: seal-to-choose')
  expect(outcome(act(into('decided'), [7, 'issuer', 'seal', { seal: 'seal-2' }], world))).toBe('issued')
})

/** What a window may say that is no good news, and why it refuses nobody by it. */
const WINDOW_SAYS: Readonly<Record<string, string>> = {
  'propose-refusal': 'a proposal; somebody else decides in writing',
  withdraw: 'the applicant’s own wish, taken down',
  'return-application': 'the applicant gives it up at the window',
}

test('a window account has no refusing act, in whichever chapter of the law (窗口无权否决)', () => {
  const acts = [
    ...Object.values(PROCEDURES).flatMap(({ actions }) => actions),
    ...CHAPTERS.flatMap(({ actions }) => actions),
  ]
  const said = acts
    .filter(({ name, by }) => by.includes('window-clerk') && ACT_TITLES[name]?.tone === 'danger')
    .map(({ name }) => name)
  expect([...new Set(said)].filter((name) => WINDOW_SAYS[name] === undefined)).toEqual([])
})
