import { expect, test } from 'vitest'
import type { ItemVersion } from '../../contract.ts'
import type { Layer } from '../../contract/layer.ts'
import { originAt, resolve } from '../layers.ts'
import { county, REAL, whole } from './testing.ts'

// A reference text (参考文本) of a list above: whoever says nothing has it, whoever says otherwise may; law stays law.

const longer = { ...REAL.promisedLimit, amount: REAL.promisedLimit.amount + 5 }
const promise = county({ set: { '/promisedLimit': longer } })
const paper = {
  ...REAL.materials[0]!,
  ...{ id: 'one-more', name: '村委会证明', fromForm: false },
}

const of = (words: Partial<Layer>, below = promise) => resolve([whole(REAL, '000000', words), below])

test.each<[title: string, words: Partial<Layer>, below: ReturnType<typeof county>, breaches: string[]]>([
  ['a promise that binds is not made longer', {}, promise, ['/promisedLimit/amount longer']],
  ['one given as a reference may be', { offer: ['/promisedLimit'] }, promise, []],
  [
    'a lock beside the offer keeps it',
    { offer: ['/promisedLimit'], lock: ['/promisedLimit'] },
    promise,
    ['/promisedLimit changed'],
  ],
  [
    'papers are no tier’s to offer: what law does not ask is not asked',
    { offer: ['/materials'] },
    county({ set: { '/materials/one-more': paper } }),
    ['/materials/one-more added'],
  ],
  [
    'nor is the law’s own limit',
    { offer: ['/statutoryLimit'] },
    county({ set: { '/statutoryLimit': { amount: 90, unit: 'working-day' } } }),
    ['/statutoryLimit changed'],
  ],
  [
    'a publicity that a regulation asks is not left out with the steps',
    { offer: ['/process/steps'], set: withPublicity() },
    county({ drop: ['/process/publicity'] }),
    ['/process/publicity dropped'],
  ],
])('%s', (_title, words, below, breaches) => {
  const upper = whole(REAL, '000000')
  const found = resolve([{ ...upper, ...words, set: { ...upper.set, ...words.set } }, below]).problems
  expect(found.map(({ path, breach }) => `${path} ${breach}`)).toEqual(breaches)
})

function withPublicity(): Layer['set'] {
  const publicity = { within: { amount: 5, unit: 'working-day' }, where: '门户网站', basis: '条例第一条' }
  return { '/process': { ...REAL.process, publicity } }
}

test('who says nothing has the reference text, and lineage says that it binds nobody', () => {
  const { item, lineage } = of({ offer: ['/promisedLimit'] }, county({}))
  expect((item as ItemVersion).promisedLimit).toEqual(REAL.promisedLimit)
  expect(originAt(lineage, '/promisedLimit')).toMatchObject({ tier: 1, standing: 'own' })
  expect(originAt(resolve([whole(REAL, '000000'), county({})]).lineage, '/promisedLimit')).toMatchObject({
    standing: 'ease-only',
  })
})
