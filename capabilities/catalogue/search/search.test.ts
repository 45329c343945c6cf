import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { answerAcross } from './across.ts'
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
  ['kaisudian', 'books', 'pinyin'],
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

/** A catalogue that can be published to; it remembers which entries were read. */
function published(entries: readonly Entry[]) {
  const all = [...entries]
  const stopped = new Set<string>()
  const asked: string[][] = []
  let wording = ''
  const source: ItemSource = {
    mark: async () => `${all.length}/${stopped.size}`,
    wording: async () => wording,
    inForce: async () => {
      const newest = new Map(all.map(({ id, version }) => [id, version]))
      return [...newest].flatMap(([id, version]) => (stopped.has(id) ? [] : [{ id, version }]))
    },
    entries: async (_area, versions) => {
      asked.push(versions.map(({ id }) => id))
      return all.filter((each) =>
        versions.some(({ id, version }) => each.id === id && each.version === version),
      )
    },
  }
  const publish = (each: Entry) => all.push(each)
  return {
    source,
    asked,
    publish,
    stop: (id: string) => stopped.add(id),
    say: (words: string) => (wording = words),
  }
}

test('a new version replaces the old one without the others being read again', async () => {
  const { source, asked, publish } = published(ENTRIES)
  const indexes = itemIndexes(source)
  const [first, again] = await Promise.all([indexes.of('a', '2025-01-01'), indexes.of('a', '2025-01-01')])
  expect(again).toBe(first)
  expect((await indexes.of('a', '2025-01-02')).index).toBe(first.index)
  publish({ ...entry('books', '出版物零售单位设立', '摆书摊'), version: 2 })
  const next = await indexes.of('a', '2025-01-02')
  expect(asked).toEqual([ENTRIES.map(({ id }) => id), ['books']])
  expect(answerAcross(next, '摆书摊').hits[0]).toMatchObject({ id: 'books', version: 2 })
  expect(answerAcross(next, '开饭店').hits[0]?.id).toBe(answerAcross(first, '开饭店').hits[0]?.id)
  expect(next.index.items).toHaveLength(ENTRIES.length)
})

test('of a large catalogue what comes and goes counts at once, before the whole is read anew', async () => {
  const many = Array.from({ length: 2_500 }, (_, at) => entry(`item-${at}`, `第${at}号事项办理`))
  const { source, publish, stop } = published([...ENTRIES, ...many])
  const indexes = itemIndexes(source)
  const first = await indexes.of('a', '2025-01-01')
  publish(entry('moon', '登月许可', '去月亮上看看'))
  publish({ ...entry('books', '出版物零售单位设立', '摆书摊'), version: 2 })
  stop('bank')
  const soon = await indexes.of('a', '2025-01-01')
  expect(soon.index).toBe(first.index)
  const hits = (words: string) => answerAcross(soon, words).hits.map(({ id, version }) => [id, version])
  expect(hits('登月许可')).toEqual([['moon', 1]])
  expect(hits('摆书摊')).toEqual([['books', 2]])
  expect(hits('开书店')).not.toContainEqual(['books', 1])
  expect(hits('开户')).not.toContainEqual(['bank', 1])
  expect(hits('开饭店办证')[0]).toEqual(['food', 1])
})

test('items that are called otherwise are all read anew', async () => {
  const { source, asked, say } = published(ENTRIES)
  const indexes = itemIndexes(source)
  await indexes.of('a', '2025-01-01')
  say('new names')
  await indexes.of('a', '2025-01-01')
  expect(asked).toEqual([ENTRIES.map(({ id }) => id), ENTRIES.map(({ id }) => id)])
})

test('of too many areas the one nobody asks for is left, and made again when somebody does', async () => {
  const { source, asked } = published(ENTRIES)
  const indexes = itemIndexes(source, 2)
  const [a] = [await indexes.of('a', '2025-01-01'), await indexes.of('b', '2025-01-01')]
  await indexes.of('a', '2025-01-01')
  await indexes.of('c', '2025-01-01')
  expect((await indexes.of('a', '2025-01-01')).index).toBe(a.index)
  expect(asked).toHaveLength(3)
  await indexes.of('b', '2025-01-01')
  expect(asked).toHaveLength(4)
})

test('a database that fails is asked again by whoever searches next', async () => {
  const { source, publish } = published(ENTRIES)
  let fails = false
  const indexes = itemIndexes({
    ...source,
    inForce: (area, day) => (fails ? Promise.reject(new Error('gone')) : source.inForce(area, day)),
  })
  await indexes.of('a', '2025-01-01')
  publish(entry('moon', '登月许可'))
  fails = true
  await expect(indexes.of('a', '2025-01-01')).rejects.toThrow('gone')
  fails = false
  expect(answerAcross(await indexes.of('a', '2025-01-01'), '登月许可').hits[0]?.id).toBe('moon')
})
