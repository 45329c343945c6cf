import { expect, test } from 'vitest'
import { items } from '../../../testing/canned-office.ts'
import { byDomain } from './by-domain.ts'

test('items stand under their domains, domains and items by the alphabet', () => {
  const [elderly, food] = [items[0]!, items[1]!]
  const named = (name: string) => ({ ...food, id: name, name })
  const shelves = byDomain([named('食品经营许可'), elderly, named('个体工商户登记')])
  expect(shelves.map(({ domain, items: own }) => [domain, ...own.map(({ name }) => name)])).toEqual([
    ['elderly', '高龄津贴认定'],
    ['market-access', '个体工商户登记', '食品经营许可'],
  ])
})
