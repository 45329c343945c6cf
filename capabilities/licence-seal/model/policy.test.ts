import { describe, expect, test } from 'vitest'
import type { Seal } from './seal.ts'
import { lawfulSeals, whySealRefused, type SealQuestion } from './policy.ts'

const seal = (id: string, more: Partial<Seal>): Seal => ({
  ...{ id, stream: `seal:2026:${id}`, version: 1, kind: 'own', body: 'town', holder: 'town', name: id },
  ...{ inscription: id, purpose: 'decision', diameterMm: 42, state: 'in-use', from: '2020-01-01' },
  ...more,
})
const numbered = (number: number, more: Partial<Seal> = {}): Seal =>
  seal(`numbered.${number}`, { kind: 'numbered', body: 'bureau', number, items: ['kiosk'], ...more })
const SEALS = [
  seal('town.decision', {}),
  seal('town.acceptance', { purpose: 'acceptance' }),
  seal('town.centre', { kind: 'centre' }),
  seal('west.centre', { kind: 'centre', body: 'west', holder: 'west' }),
  seal('bureau.decision', { body: 'bureau', holder: 'bureau' }),
  seal('bureau.bureau', { kind: 'bureau', body: 'bureau', holder: 'bureau' }),
  seal('health.decision', { body: 'health', holder: 'health' }),
  seal('west.decision', { body: 'west', holder: 'west' }),
  numbered(9),
  numbered(10, { holder: 'west' }),
  numbered(11, { items: ['well'] }),
  numbered(12, { state: 'suspended' }),
  numbered(21),
]
const delegated: SealQuestion = {
  policy: 'numbered-seals',
  item: 'kiosk',
  body: 'town',
  isTown: true,
  power: 'delegated',
}
const own: SealQuestion = { ...delegated, power: 'own' }
const centre: SealQuestion = { ...own, policy: 'centre-seal' }
const entrusted: SealQuestion = { ...centre, power: 'entrusted', inNameOf: 'bureau' }
const exception: SealQuestion = { ...centre, noCentreSeal: '某法第九条' }
const bureau: SealQuestion = {
  ...{ policy: 'bureau-seal', item: 'kiosk', body: 'bureau', isTown: false, power: 'own' },
  transferredFrom: 'health',
}
const { transferredFrom: _taken, ...notTransferred } = bureau

describe('which seal may stand under a decision', () => {
  test.each<[title: string, SealQuestion, lawful: string[]]>([
    ['numbered: a power of the district given to the town', delegated, ['numbered.9']],
    ['numbered: a power of the town’s own', own, ['town.decision']],
    [
      'numbered: entrusted by the bureau that had it engraved',
      { ...delegated, power: 'entrusted', inNameOf: 'bureau' },
      ['numbered.9'],
    ],
    ['numbered: the bureau itself', { ...notTransferred, policy: 'numbered-seals' }, ['bureau.decision']],
    ['centre: every decision of the town', centre, ['town.centre']],
    ['centre: also by a delegated power', { ...centre, power: 'delegated' }, ['town.centre']],
    ['centre: law says otherwise for this item', exception, ['town.decision']],
    ['centre: in the name of the organ that entrusted it', entrusted, ['bureau.decision']],
    ['centre: a department has no centre', { ...notTransferred, policy: 'centre-seal' }, ['bureau.decision']],
    ['bureau: an item taken over', bureau, ['bureau.bureau']],
    ['bureau: an item that was always its own', notTransferred, ['bureau.decision']],
    ['bureau: a department that kept its items', { ...notTransferred, body: 'health' }, ['health.decision']],
    ['bureau: a town', { ...own, policy: 'bureau-seal' }, ['town.decision']],
    ['own: everybody their own', { ...own, policy: 'own-seal' }, ['town.decision']],
  ])('%s', (_title, question, lawful) => {
    expect(lawfulSeals(question, SEALS).map(({ id }) => id)).toEqual(lawful)
  })

  test.each<[SealQuestion, seal: string, code: string]>([
    [delegated, 'numbered.10', 'seal-of-other-town'],
    [delegated, 'numbered.11', 'seal-of-other-item'],
    [delegated, 'numbered.12', 'seal-not-in-use'],
    [delegated, 'numbered.21', 'seal-number-out-of-range'],
    [delegated, 'numbered.8', 'seal-number-out-of-range'],
    [delegated, 'numbered.13', 'seal-not-in-use'],
    [delegated, 'town.decision', 'seal-not-numbered'],
    [own, 'numbered.9', 'seal-only-delegated'],
    [own, 'town.acceptance', 'seal-of-other-purpose'],
    [own, 'west.decision', 'seal-of-other-body'],
    [centre, 'town.decision', 'seal-not-the-centres'],
    [centre, 'west.centre', 'seal-not-the-centres'],
    [centre, 'numbered.9', 'seal-only-delegated'],
    [exception, 'town.centre', 'seal-law-exception'],
    [exception, 'west.centre', 'seal-of-other-body'],
    [entrusted, 'town.decision', 'seal-of-other-body'],
    [entrusted, 'town.centre', 'seal-of-other-body'],
    [bureau, 'health.decision', 'seal-of-former-department'],
    [bureau, 'bureau.decision', 'seal-not-the-bureaus'],
    [bureau, 'nobody', 'seal-not-in-use'],
  ])('$policy %#: %s is refused', (question, id, code) => {
    expect(whySealRefused(question, id, SEALS)?.code).toBe(code)
  })

  test('the law that keeps the centre’s seal off is named', () => {
    expect(whySealRefused(exception, 'town.centre', SEALS)?.basis).toBe('某法第九条')
  })

  test('a plan may number its seals otherwise', () => {
    const question = { ...delegated, numbers: { from: 1, to: 8 } }
    expect(whySealRefused(question, 'numbered.9', SEALS)?.code).toBe('seal-number-out-of-range')
    expect(whySealRefused(question, 'numbered.8', SEALS)?.code).toBe('seal-not-in-use')
  })
})
