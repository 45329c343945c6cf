import fs from 'node:fs'
import { expect, test } from 'vitest'
import { UNDERTAKINGS, undertakingsOf } from './undertakings.ts'

const folder = new URL('../../../packs/boshan-2020/items/', import.meta.url)
const items = fs.readdirSync(folder).map((file) => ({ id: file.replace(/\.json$/, '') }))
const orderOf = (id: string) =>
  undertakingsOf(id, items).map(({ steps }) => steps.map(({ ways }) => Object.keys(ways)))

test('every matter that is named exists in the pack', () => {
  const named = UNDERTAKINGS.flatMap(({ steps }) => steps.flatMap(({ ways }) => Object.keys(ways)))
  expect(named.filter((id) => !items.some((item) => item.id === id))).toEqual([])
})

test.each(['food-business-licence', 'small-restaurant-registration'])(
  '%s: the licence of the shop comes first, then one of the two, and nothing of other shops',
  (id) => {
    expect(orderOf(id)).toEqual([
      [['individual-household-registration'], ['small-restaurant-registration', 'food-business-licence']],
    ])
  },
)

test('the licence of a shop leads to each undertaking that begins with it', () => {
  expect(orderOf('individual-household-registration')).toHaveLength(3)
})

test('what is out of force is left out, and a single step is no order', () => {
  const left = items.filter(({ id }) => id !== 'individual-household-registration')
  expect(undertakingsOf('food-business-licence', left)).toEqual([])
  expect(undertakingsOf('elderly-allowance', items)).toEqual([])
})
