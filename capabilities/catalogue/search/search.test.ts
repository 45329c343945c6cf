import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { answer, type Why } from './answer.ts'
import { breath } from './breath.ts'
import { meaningOf } from './fillers.ts'
import { indexBuilder, type Entry, type ItemIndex } from './item-index.ts'
import { itemIndexes, type ItemSource } from './kept-index.ts'
import { QUESTION_SIGNS_MAX, questionOf } from './question.ts'
import { syllablesOf } from './sounds.ts'
import { SYNONYMS } from './synonyms.ts'

const entry = (id: string, name: string, ...aliases: string[]): Entry => ({
  ...{ id, version: 1, name, aliases, topics: ['准营准办'], domain: 'market-access', serves: ['1'] },
  summary: `${name}的说明，凭身份证办。`,
})
const ENTRIES = [
  entry('food', '食品经营许可（新办）', '开饭店办证', '餐饮许可证', '公司食堂办证'),
  entry('books', '出版物零售单位设立', '开书店', '卖书办证'),
  entry('move', '户口迁入（夫妻投靠）登记', '迁户口', '媳妇落户'),
  entry('bank', '银行账户备案', '开户'),
  entry('licence', '个体工商户设立登记', '办营业执照', '小店注册'),
  entry('poor', '最低生活保障金给付', '低保', '吃低保'),
]

const indexOf = (entries: readonly Entry[]) => {
  const builder = indexBuilder()
  for (const each of entries) builder.add(each)
  return builder.finish(breath())
}

let index: ItemIndex
beforeAll(async () => {
  index = await indexOf(ENTRIES)
})

test.each<[string, string | undefined, Why['kind'] | undefined]>([
  ['开饭店', 'food', 'said'],
  ['我想开一家饭店，请问怎么办', 'food', 'said'],
  // A wrong sign of the same sound, signs that changed places, full-width letters.
  ['开反店', 'food', 'sound'],
  ['户口签入', 'move', 'sound'],
  ['户口入迁', 'move', 'said'],
  // Pinyin: whole, with other ears' sounds, half typed, mixed with signs, initials.
  ['dibao', 'poor', 'pinyin'],
  ['cifandian', 'food', 'pinyin'],
  ['yingyezhizh', 'licence', 'pinyin'],
  ['ＹＩＮＧＹＥ', 'licence', 'pinyin'],
  ['开shu店', 'books', 'said'],
  ['yyzz', 'licence', 'pinyin'],
  ['db', 'poor', 'pinyin'],
  // 行 is mostly xing.
  ['yinhang', 'bank', 'pinyin'],
  ['教辅书', 'books', 'understood'],
  ['凭身份证', 'bank', 'text'],
  ['摘星星', undefined, undefined],
  ['asdfgh', undefined, undefined],
  ['怎么办', undefined, undefined],
  ['', undefined, undefined],
])('%s finds %s (%s)', (words, id, kind) => {
  const [first] = answer(index, words).hits
  if (kind === 'text') return expect(first?.why.kind).toBe('text')
  expect([first?.id, first?.why.kind]).toEqual([id, kind])
})

test('what was put in place of what was said is told', () => {
  const [first] = answer(index, '落户').hits
  expect(first).toMatchObject({ id: 'move' })
  expect(answer(index, '图书').hits[0]?.why).toMatchObject({
    kind: 'understood',
    said: '图书',
    means: '卖书 出版物',
  })
})

test.each([
  ['我想开个书店', ['开书店']],
  ['开一家书店要什么手续', ['开书店', '手续']],
  ['个体户怎么注销', ['个体户', '注销']],
  ['怎么办', []],
])('of %s remains %o', (words, left) => {
  expect(meaningOf(words)).toEqual(left)
})

test.each([
  ['dibao', ['di', 'bao']],
  ['yingyezhizh', ['ying', 'ye', 'zhi', 'zh']],
  ['xian', ['xian']],
  ['vvv', undefined],
])('%s is read as %o', (letters, way) => {
  expect(syllablesOf(letters)[0]).toEqual(way)
})

test('no synonym stands for itself, and none is named twice with the same meaning', () => {
  const lines = SYNONYMS.map(({ said, means }) => `${said} → ${means}`)
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([])
  expect(SYNONYMS.filter(({ said, means }) => said === means)).toEqual([])
})

test('whatever is typed is answered, and no more of it is read than the first signs', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'开饭店办证户口迁入 ，abdhiz9Ａ㍿ﷺ𠀀\u0000的了'),
    maxLength: 400,
  })
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 400 })), (words) => {
      const { readings } = questionOf(words)
      expect(readings.length).toBeLessThanOrEqual(8)
      for (const { runs } of readings) expect(runs.flat().length).toBeLessThanOrEqual(4 * QUESTION_SIGNS_MAX)
      const { hits, near } = answer(index, words)
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
      expect(near.length).toBeLessThanOrEqual(5)
    }),
    { numRuns: 300 },
  )
})

test('the same question gets the same answer, whatever was asked before', () => {
  const once = answer(index, '办证')
  answer(index, 'kaifandian 户口 营业执照')
  expect(answer(index, '办证')).toEqual(once)
})

test('a new version replaces the old one without the others being read again', async () => {
  const published: Entry[] = [...ENTRIES]
  const asked: string[][] = []
  const source: ItemSource = {
    mark: async () => String(published.length),
    inForce: async () => {
      const newest = new Map(published.map(({ id, version }) => [id, version]))
      return [...newest].map(([id, version]) => ({ id, version }))
    },
    entries: async (_area, versions) => {
      asked.push(versions.map(({ id }) => id))
      return published.filter((each) =>
        versions.some(({ id, version }) => each.id === id && each.version === version),
      )
    },
  }
  const indexes = itemIndexes(source)
  const [first, again] = await Promise.all([indexes.of('a', '2025-01-01'), indexes.of('a', '2025-01-01')])
  expect(again).toBe(first)
  expect(await indexes.of('a', '2025-01-02')).toBe(first)
  published.push({ ...entry('books', '出版物零售单位设立', '摆书摊'), version: 2 })
  const next = await indexes.of('a', '2025-01-02')
  expect(asked).toEqual([ENTRIES.map(({ id }) => id), ['books']])
  expect(answer(next, '摆书摊').hits[0]).toMatchObject({ id: 'books', version: 2 })
  expect(answer(next, '开饭店').hits[0]).toEqual(answer(first, '开饭店').hits[0])
  expect(next.items).toHaveLength(ENTRIES.length)
})
