import { describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { act, filing, INTO, journey, outcome, rendered, type Step } from '../testing/journey.ts'
import { caseWorld, GRANTS, PEOPLE, registered, workday } from '../testing/world.ts'
import { decisionPaper, readyForElectronicDelivery } from './papers.ts'

const ELECTRONIC: Step[] = [[0, 'applicant', 'file-online', filing({ delivery: 'electronic' })]]
const DENIED: Step[] = [...INTO.reviewed, [6, 'approver', 'deny']]
const issued = (paper?: string): Step[] => [
  ...ELECTRONIC,
  ...INTO.issued.slice(1),
  ...(paper === undefined ? [] : [[8, 'system', 'record-paper', rendered(paper, 4)] satisfies Step]),
]

/** A town to which the power over the item was handed down (下放), with a seal of its own. */
const TOWN = caseWorld({
  grants: GRANTS.map((grant) =>
    grant.body === 'east-town'
      ? { ...grant, kind: 'delegated', powers: ['accept', 'decide', 'seal'] }
      : grant,
  ),
  seals: [registered('town-seal', 'east-town', '东镇人民政府')],
})
const IN_TOWN: Step[] = [
  [
    0,
    'town clerk',
    'file-at-window',
    { ...filing({ acceptPlace: 'east-town-place' }), decidingBody: 'east-town' },
  ],
  [1, 'town clerk', 'accept'],
  [2, 'town reviewer', 'review'],
  [3, 'town approver', 'grant'],
  [4, 'town issuer', 'seal'],
  [4, 'system', 'record-paper', rendered('grant', 5)],
  [5, 'town clerk', 'deliver-at-window'],
]

describe('CAS-01 six steps at the town, each with its person and time: 受理、审核、批准、签章、发文、发件', () => {
  const { dossier, facts } = journey(IN_TOWN, TOWN)

  test('the dossier names who took each step, where and when', () => {
    const place = 'east-town-place'
    expect(dossier).toMatchObject({
      decidingBody: 'east-town',
      acceptance: {
        on: '2026-09-22',
        deemed: false,
        by: { person: 'clerk-2', post: 'post-clerk-2', place, day: '2026-09-22' },
      },
      review: { opinion: 'grant', by: { person: 'town-reviewer', place, at: workday(2) } },
      decision: {
        result: 'granted',
        grant: 'grant-east-town',
        by: { person: 'town-approver', place, at: workday(3) },
      },
      seal: { seal: 'town-seal', by: { person: 'town-issuer', place, at: workday(4) } },
      delivered: { mode: 'window', by: { person: 'clerk-2', place, at: workday(5) } },
      ended: { how: 'closed', at: workday(5) },
      last: { act: 'closed' },
    })
  })

  test('the record names them too, in order', () => {
    expect(facts.map((fact) => [fact.seq, fact.kind])).toEqual([
      [1, 'received'],
      [2, 'accepted'],
      [3, 'reviewed'],
      [4, 'granted'],
      [5, 'sealed'],
      [6, 'document-rendered'],
      [7, 'delivered'],
      [8, 'closed'],
    ])
    expect(facts[3]).toMatchObject({ actor: PEOPLE['town approver'], at: workday(3) })
  })

  test.each<[string, number]>([
    ['受理 acceptance', 1],
    ['审核 review', 2],
    ['批准 approval', 3],
    ['签章 sealing', 4],
    ['发文 the paper', 5],
  ])('leaving out %s, none of the later steps is possible', (_step, left) => {
    const { dossier: before } = journey(IN_TOWN.slice(0, left), TOWN)
    for (const later of IN_TOWN.slice(left + 1)) expect(isRefusal(act(before, later, TOWN))).toBe(true)
  })
})

describe('a decision carries the grant and the seal it used (DESIGN promise 4)', () => {
  test('and the commit checks that neither has moved', () => {
    const item = { stream: 'item/tree-felling', version: 3 }
    const granted = journey(INTO.decided).last
    expect(granted.reliesOn).toEqual([item, { stream: 'grant/forestry-bureau', version: 2 }])
    const sealed = journey(INTO.issued).last
    expect(sealed.reliesOn).toMatchObject([
      item,
      { stream: 'grant/forestry-bureau' },
      { stream: 'seal/1', version: 5 },
    ])
    expect(sealed.facts[0]).toMatchObject({ body: { seal: 'seal-1', grant: 'grant-forestry-bureau' } })
    expect(journey(INTO['not-accepted']).facts.at(-1)).toMatchObject({
      body: { grant: 'grant-forestry-bureau' },
    })
  })

  test.each<[Step, object]>([
    [[6, 'approver', 'deny'], { result: 'denied', reason: expect.stringContaining('禁伐区') }],
    [[6, 'approver', 'grant'], { result: 'granted', reason: expect.stringContaining('准予采伐') }],
  ])('%j', (step, decision) => {
    expect(journey([...INTO.reviewed, step]).dossier.decision).toMatchObject(decision)
  })

  test('a refusal to accept is a decision with its reason', () => {
    expect(journey(INTO['not-accepted']).dossier.decision).toMatchObject({
      result: 'refused',
      reason: expect.stringContaining('不需要许可'),
      by: { person: 'approver-1' },
    })
  })

  test('numbers of papers come from the world', () => {
    const world = caseWorld({ documentNumber: '博林许〔2026〕1号' })
    expect(journey(INTO.decided, world).facts.at(-1)!.body).toMatchObject({
      number: '博林许〔2026〕1号',
      paper: expect.any(String),
    })
    expect(journey(INTO.decided).facts.at(-1)!.body).not.toHaveProperty('number')
  })
})

describe('delivery (第四十四条)', () => {
  test('electronically, once the sealed paper exists', () => {
    expect(outcome(act(journey(issued()).dossier, [8, 'system', 'deliver-electronically']))).toBe(
      'refused: decision-paper-not-ready',
    )
    const { dossier, facts } = journey([...issued('grant'), [8, 'system', 'deliver-electronically']])
    expect(dossier).toMatchObject({ state: 'closed', delivered: { mode: 'electronic' } })
    expect(facts.at(-2)!.body).not.toHaveProperty('receiver')
  })

  test('somebody who chose electronic delivery may still collect it at a window', () => {
    const { dossier } = journey([...issued('grant'), [8, 'clerk', 'deliver-at-window']])
    expect(dossier).toMatchObject({ state: 'closed', delivered: { mode: 'window' } })
  })

  test.each<[string, boolean]>([
    ['grant', true],
    ['receipt', false],
    ['acceptance', false],
    ['supplement', false],
    ['delivery', false],
  ])('the paper people wait for: %s → %s', (kind, waited) => {
    const { dossier } = journey(issued(kind))
    expect(decisionPaper(dossier) !== undefined).toBe(waited)
    expect(readyForElectronicDelivery(dossier)).toBe(waited)
  })

  test.each<[string, Step[], string, string]>([
    ['granted, not sealed', INTO.decided, 'grant', 'refused: not-in-this-state'],
    ['granted and sealed', INTO.issued, 'grant', 'issued'],
    ['granted and sealed', INTO.issued, 'denial', 'refused: not-in-this-state'],
    ['granted and sealed', INTO.issued, 'not-accepted', 'refused: not-in-this-state'],
    ['denied, not sealed', DENIED, 'denial', 'refused: not-in-this-state'],
    ['denied and sealed', [...DENIED, [7, 'issuer', 'seal']], 'denial', 'issued'],
    ['denied and sealed', [...DENIED, [7, 'issuer', 'seal']], 'grant', 'refused: not-in-this-state'],
    ['refused', INTO['not-accepted'], 'not-accepted', 'not-accepted'],
    ['proposed to refuse', INTO['refusal-proposed'], 'not-accepted', 'refused: not-in-this-state'],
    ['accepted', INTO.accepted, 'acceptance', 'accepted'],
  ])('a paper follows its decision: %s, %s → %s', (_title, steps, kind, gives) => {
    const { dossier } = journey(steps)
    expect(outcome(act(dossier, [8, 'system', 'record-paper', rendered(kind, 2)]))).toBe(gives)
  })

  test('a denial and a refusal to accept are waited for as well', () => {
    const denied = journey([
      ...DENIED,
      [7, 'issuer', 'seal'],
      [7, 'system', 'record-paper', rendered('denial', 5)],
    ])
    expect(decisionPaper(denied.dossier)).toMatchObject({ kind: 'denial' })
    const refused = journey([
      ...INTO['not-accepted'],
      [3, 'system', 'record-paper', rendered('not-accepted', 3)],
    ])
    expect(decisionPaper(refused.dossier)).toMatchObject({ kind: 'not-accepted' })
  })

  test('nothing is sent to somebody who wants to collect it', () => {
    expect(readyForElectronicDelivery(journey(INTO['issued, paper made']).dossier)).toBe(false)
  })
})

test('全域通办: accepted in one place, decided by another body, handed out in a third', () => {
  const { dossier } = journey([
    [0, 'clerk', 'file-at-window'],
    [1, 'town clerk', 'accept'],
    [2, 'reviewer', 'review'],
    [3, 'approver', 'grant'],
    [4, 'issuer', 'seal'],
    [4, 'system', 'record-paper', rendered('grant', 4)],
    [5, 'clerk of a town without power', 'deliver-at-window'],
  ])
  expect(dossier).toMatchObject({
    state: 'closed',
    channel: 'window',
    acceptPlace: 'hall-place',
    acceptance: { by: { place: 'east-town-place' } },
    decidingBody: 'forestry-bureau',
    delivered: { by: { place: 'west-town-place' } },
  })
})
