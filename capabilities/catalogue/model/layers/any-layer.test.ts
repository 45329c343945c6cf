import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemVersion } from '../../contract.ts'
import type { Layer } from '../../contract/layer.ts'
import { applyLayer } from './apply.ts'
import { rebase } from './rebase.ts'
import { resolve } from './resolve.ts'
import { county, REAL, whole } from './testing.ts'
import { at, fromTree, isWithin, join, leaves, same, toTree, type Node } from './tree.ts'
import { wordsFor } from './words-for.ts'

const TREE = toTree(REAL)
const HEAD = ['/id', '/version', '/effectiveFrom', '/effectiveTo']
const PLACES = [...leaves(TREE).keys()].filter((path) => !HEAD.includes(path))
const LINES = ['/materials', '/conditions', '/form/fields', '/process/steps', '/aliases', '/faq'].flatMap(
  (list) =>
    [...leaves(at(TREE, list)!, list).keys()].map((path) =>
      path
        .split('/')
        .slice(0, list.split('/').length + 1)
        .join('/'),
    ),
)

/** What somebody might write in place of a value: easier, harder, other. */
const other = (value: Node): fc.Arbitrary<unknown> => {
  if (typeof value === 'number') return fc.integer({ min: 0, max: value + 3 })
  if (typeof value === 'boolean') return fc.boolean()
  return fc.constantFrom(value, `${String(value)}。`, 'tolerable', 'conditional', 'required', 'both')
}
const inLine = (path: string): boolean => /^\/(aliases|conditions|notAccepted|serves|topics)\//.test(path)
const sets = fc
  .uniqueArray(
    fc.constantFrom(...PLACES.filter((path) => !inLine(path) && !/\/(id|name|step|question)$/.test(path))),
    { maxLength: 4 },
  )
  .chain((paths) =>
    fc.tuple(...paths.map((path) => other(at(TREE, path)!).map((value) => [path, value] as const))),
  )
  .map((entries) => Object.fromEntries(entries))
const added = fc.constantFrom<Record<string, unknown>>(
  {},
  {},
  { '/conditions/住满一年': '住满一年' },
  { '/materials/one-more': { ...REAL.materials[1]!, id: 'one-more' } },
  { '/aliases/开饭铺': '开饭铺' },
)
const words: fc.Arbitrary<Partial<Layer>> = fc
  .record({
    set: fc.tuple(sets, added).map(([one, two]) => ({ ...one, ...two })),
    drop: fc.uniqueArray(fc.constantFrom(...LINES), { maxLength: 3 }),
  })
  // A line cannot be dropped and worded in one breath.
  .map(({ set, drop }) => ({
    drop,
    set: Object.fromEntries(
      Object.entries(set).filter(([path]) => !drop.some((gone) => isWithin(path, gone))),
    ),
  }))

test('without words of its own a tier has the item as it stands above', () => {
  expect(resolve([whole(REAL)]).item).toEqual(REAL)
  expect(resolve([whole(REAL), county({})]).item).toEqual(REAL)
})

test('whatever passes is no harder than above: no day, paper, copy, question, condition, visit more, and what is locked is as it was', () => {
  fc.assert(
    fc.property(words, (override) => {
      const { item: made, problems } = resolve([whole(REAL), county(override)])
      if (problems.length > 0) return
      const item = made as ItemVersion
      expect(item).toMatchObject({
        name: REAL.name,
        itemType: REAL.itemType,
        legalBasis: REAL.legalBasis,
        serves: REAL.serves,
      })
      expect(item.codes.catalogCode).toBe(REAL.codes.catalogCode)
      expect(item.statutoryLimit).toEqual(REAL.statutoryLimit)
      expect(item.promisedLimit.amount).toBeLessThanOrEqual(REAL.promisedLimit.amount)
      expect(item.visits).toBeLessThanOrEqual(REAL.visits)
      expect(item.conditions.filter((line) => !REAL.conditions.includes(line))).toEqual([])
      for (const paper of item.materials) {
        const above = REAL.materials.find(({ id }) => id === paper.id)!
        expect(paper.originals).toBeLessThanOrEqual(above.originals)
        expect(paper.copies).toBeLessThanOrEqual(above.copies)
        if (above.necessity !== 'required') expect(paper.necessity).not.toBe('required')
      }
      for (const field of item.form.fields) {
        const above = REAL.form.fields.find(({ name }) => name === field.name)!
        expect(field.required && !above.required).toBe(false)
      }
      for (const step of item.process.steps) {
        const above = REAL.process.steps.find((one) => one.step === step.step)!
        expect(step.limitWorkingDays).toBeLessThanOrEqual(above.limitWorkingDays)
      }
    }),
    { numRuns: 150 },
  )
})

test('a third tier passes no further than the second let it', () => {
  fc.assert(
    fc.property(words, words, (second, third) => {
      const city = { ...county(second), area: '370300' }
      const between = resolve([whole(REAL), city])
      const all = resolve([whole(REAL), city, county(third)])
      if (all.problems.length > 0) return
      expect(resolve([whole(between.item as object), county(third)]).problems).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('it does not matter in which order a file names its words', () => {
  fc.assert(
    fc.property(words, (override) => {
      const turned = {
        set: Object.fromEntries(Object.entries(override.set ?? {}).toReversed()),
        drop: (override.drop ?? []).toReversed(),
      }
      const [one, two] = [override, turned].map((layer) => resolve([whole(REAL), county(layer)]))
      expect(two).toEqual(one)
    }),
    { numRuns: 60 },
  )
})

test('the words that lead from one item to another lead there', () => {
  fc.assert(
    fc.property(words, fc.shuffledSubarray(REAL.materials, { minLength: 1 }), (override, materials) => {
      const { tree } = applyLayer(TREE, { set: {}, ...override })
      const target = { ...(fromTree(tree) as ItemVersion), materials }
      expect(fromTree(applyLayer(TREE, wordsFor(TREE, toTree(target))).tree)).toEqual(target)
    }),
    { numRuns: 80 },
  )
})

test('a new version above comes through wherever nobody below said anything; where both did, somebody is asked', () => {
  fc.assert(
    fc.property(words, words, (above, below) => {
      const fresh = fromTree(applyLayer(TREE, { set: {}, ...above }).tree)
      const { override, conflicts, moved } = rebase(REAL, fresh, county(below))
      const after = applyLayer(toTree(fresh), override).tree
      const ours = [...Object.keys(override.set), ...(override.drop ?? [])]
      for (const [path, value] of leaves(toTree(fresh))) {
        if (HEAD.includes(path) || ours.some((own) => isWithin(path, own))) continue
        expect(same(at(after, path), value)).toBe(true)
      }
      // Nothing a lower tier said is lost in silence.
      const told = [...moved, ...conflicts].map(({ path }) => path)
      for (const path of Object.keys(below.set ?? {}))
        expect(path in override.set || told.includes(path)).toBe(true)
      // Lawful under the old words and without a conflict, it is lawful under the new.
      const lawful = resolve([whole(REAL), county(below)]).problems.length === 0
      if (lawful && conflicts.length === 0)
        expect(resolve([whole(fresh as object), override]).problems).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('an unchanged version above changes nothing below', () => {
  fc.assert(
    fc.property(words, (below) => {
      const { conflicts, override } = rebase(REAL, REAL, county(below))
      expect(conflicts.filter(({ why }) => why === 'both-changed')).toEqual([])
      const again = applyLayer(TREE, override).tree
      expect(same(again, applyLayer(TREE, county(below)).tree)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('keys with a slash find their line', () => {
  const key = '能带“/”吗'
  const words = { set: { [join('/faq', key)]: { question: key, answer: '能。' } } }
  const { item, problems } = resolve([whole(REAL), county(words)])
  expect(problems).toEqual([])
  expect((item as ItemVersion).faq.at(-1)?.answer).toBe('能。')
})
