import { expect, test } from 'vitest'
import type { ItemVersion } from '../contract.ts'
import { nearestPhrases, phraseFor } from './search.ts'

const restaurant = { name: '食品经营许可（新办）', aliases: ['开饭店办证', '餐饮许可证', '公司食堂办证'] }
const books = { name: '出版物零售单位设立', aliases: ['开书店', '卖书办证'] }

test.each([
  ['开饭店', '开饭店办证'],
  ['食品经营许可', '食品经营许可（新办）'],
  ['怎么办餐饮许可', '餐饮许可证'],
  ['养老金', undefined],
])('%s is answered by %s', (words, phrase) => {
  expect(phraseFor(restaurant, words)).toBe(phrase)
})

test.each<[string, string[]]>([
  // A wrong sign of the same sound leaves the others standing.
  ['开反店', ['开书店', '开饭店办证']],
  ['书店', ['开书店', '公司食堂办证']],
  ['摘星星', []],
  ['', []],
])('%s, which finds nothing, is near %o', (words, near) => {
  const items = [restaurant, books] as unknown as ItemVersion[]
  const found = nearestPhrases(items, words)
  expect(found.slice(0, 1)).toEqual(near.slice(0, 1))
  expect(found.length).toBeLessThanOrEqual(2)
})
