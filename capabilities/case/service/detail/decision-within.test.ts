import { expect, test } from 'vitest'
import type { CaseDossier } from '../../model.ts'
import { decisionWithin } from './decision-within.ts'

const promisedLimit = { amount: 10, unit: 'working-day' } as const
const waiting = { state: 'received', clocks: {} } as Pick<CaseDossier, 'state' | 'clocks' | 'promise'>
const running = { promised: { name: 'promised', kind: 'promised' } } as unknown as CaseDossier['clocks']

test.each([
  ['before acceptance', promisedLimit, waiting, true],
  ['while papers are supplied', promisedLimit, { ...waiting, state: 'supplementing' }, true],
  ['once its day is known', promisedLimit, { ...waiting, clocks: running }, false],
  ['once accepted', promisedLimit, { ...waiting, state: 'accepted' }, false],
  ['where the limit counts from receipt', { ...promisedLimit, from: 'receipt' }, waiting, false],
] as const)('%s the span of the decision is told: %#', (_when, limit, dossier, told) => {
  const view = decisionWithin({ promisedLimit: limit }, dossier as typeof waiting)
  expect(view).toEqual(told ? { decisionWithin: limit } : {})
})
