import { expect, test } from 'vitest'
import { packItem, shapeOfItem } from '../../../testing/server-side.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { fieldId } from './around.ts'
import { valueAt } from './draft.ts'
import { fieldsOfPart, linesWithin, partForm, partOf, type ItemField } from './fields.ts'
import { PARTS } from './search.ts'
import { typedOf, valueOf } from './typed.ts'

/** A schema as far as it is walked here. */
interface Shape {
  properties?: Readonly<Record<string, Shape>>
  patternProperties?: Readonly<Record<string, Shape>>
  items?: Shape
  anyOf?: readonly Shape[]
  enum?: readonly unknown[]
  const?: unknown
  type?: string
}

/** What no field asks for, and why not. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  '/id': 'names the item for good; given when it is begun',
  '/version': 'counted by the procedure',
  '/effectiveFrom': 'set when it is approved: the day is no matter of the draft',
  '/materials/*/id': 'what cases and situations know the paper by; drawn once',
  '/materials/*/fromForm': 'there is one such paper, made of the part “申请表”; the blank item has it',
  '/form/fields/*/name': 'what answers of cases are kept under; drawn once',
  '/form/fields/*/element': 'comes with the line that is picked from the register of data elements',
  '/form/fields/*/options/*/value': 'what cases know an answer by; kept while its words change',
  '/form/fields/*/agrees/by': 'knows one way today',
  '/situations/*/no': 'the last two digits of its code, counted',
  '/process/steps/*/step': 'chosen by adding the step; the law has the order',
  '/process/commitment/steps/*/step': 'chosen by adding the step; the law has the order',
  '/situations/*/steps/*/step': 'chosen by adding the step; the law has the order',
  '/lifecycle/*/steps/*/step': 'chosen by adding the step; the law has the order',
  '/lifecycle/*/added/*/id': 'what cases know the paper by; drawn once',
  '/lifecycle/*/added/*/fromForm': 'the form is the item’s own, listed above',
  '/promisedLimit/extension': 'what law lets extend is the legal limit; a promise is not extended',
  '/situations/*/promisedLimit/extension': 'a promise is not extended',
  '/lifecycle/*/promisedLimit/extension': 'a promise is not extended',
  '/specialProcedures/*/limit/extension': 'these days are told case by case (行政许可法第四十五条)',
  ...Object.fromEntries(
    [
      '/process/publicity/within',
      '/process/commitment/check/within',
      '/process/commitment/rectifyWithin',
    ].flatMap((limit) =>
      ['from', 'basis', 'note', 'extension'].map((part) => [
        `${limit}/${part}`,
        'begins with its own event, and its basis is that of the part around it',
      ]),
    ),
  ),
}

/** A version with everything an item can have; `n` chooses among what excludes each other. */
function filled(shape: Shape, n: number): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[n % shape.enum.length]
  if (shape.anyOf !== undefined) return filled(shape.anyOf[n % shape.anyOf.length]!, n)
  if (shape.properties !== undefined)
    return Object.fromEntries(Object.entries(shape.properties).map(([key, each]) => [key, filled(each, n)]))
  if (shape.patternProperties !== undefined) return { words: '示例' }
  if (shape.items !== undefined) return [filled(shape.items, n), filled(shape.items, n + 1)]
  if (shape.type === 'boolean') return n % 2 === 0
  return shape.type === 'integer' || shape.type === 'number' ? 5 : `words${n}`
}

/** Every leaf of the schema, lines of lists as `*`. */
function leavesOf(shape: Shape, at = ''): string[] {
  if (shape.anyOf !== undefined) return shape.anyOf.flatMap((each) => leavesOf(each, at))
  if (shape.properties !== undefined)
    return Object.entries(shape.properties).flatMap(([key, each]) => leavesOf(each, `${at}/${key}`))
  if (shape.patternProperties !== undefined) return [`${at}/*`]
  if (shape.items !== undefined) return leavesOf(shape.items, `${at}/*`)
  return [at]
}

const SHAPE = shapeOfItem as Shape
const LEAVES = [...new Set(leavesOf(SHAPE))]
const ITEMS = Array.from({ length: 24 }, (_each, n) => {
  const item = filled(SHAPE, n) as ItemVersion
  // The example is filled in by the names of the questions.
  const words = Object.fromEntries(item.form.fields.map(({ name }) => [name, '示例']))
  return { ...item, guide: { ...item.guide, example: words } } as ItemVersion
})

const pattern = (at: string): string =>
  at.replaceAll(/\/\d+(?=\/|$)/g, '/*').replace(/^\/guide\/example\/.+$/, '/guide/example/*')

const within = (at: string, above: string): boolean => at === above || at.startsWith(`${above}/`)
const isNotAsked = (leaf: string): boolean => {
  const variant = leaf.replace(/^\/lifecycle\/(change|renew|cancel)\//, '/lifecycle/*/')
  return Object.keys(NOT_ASKED).some((at) => within(variant, at))
}

const fieldsOf = (item: ItemVersion): ItemField[] =>
  PARTS.flatMap((part) => fieldsOfPart(part, item, (at) => valueAt(item, at)))

/** Fields that hold more than one leaf, and which: they read and write them together. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  ...{ lines: ['/*'], options: ['/*/label'], shown: ['/field', '/equals'], term: ['/kind'], set: ['/*'] },
  answer: ['/field', '/equals', '/equals/*'],
  answers: ['/*/field', '/*/equals', '/*/equals/*'],
}

test('every part of an item is written by an official somewhere, or it is said why not', () => {
  const asked = new Set(
    ITEMS.flatMap((item) =>
      fieldsOf(item).flatMap(({ at, as = '', type }) => {
        const place = pattern(at)
        const more = HOLDS[as] ?? (type === 'choices' ? ['/*'] : [])
        return [place, ...more.map((below) => place + below)]
      }),
    ),
  )
  expect(LEAVES.length).toBeGreaterThan(300)
  expect(LEAVES.filter((leaf) => !asked.has(leaf) && !isNotAsked(leaf))).toEqual([])
})

test('what is said not to be asked is a part of an item, and nobody asks for it', () => {
  const asked = new Set(ITEMS.flatMap(fieldsOf).map(({ at }) => pattern(at)))
  const known = (at: string) =>
    LEAVES.some(
      (leaf) => within(leaf, at) || within(leaf.replace(/^\/lifecycle\/change\//, '/lifecycle/*/'), at),
    )
  expect(Object.keys(NOT_ASKED).filter((at) => !known(at) || asked.has(at))).toEqual([])
})

test('every field stands in the part that a finding at its place leads to', () => {
  for (const item of ITEMS)
    for (const part of PARTS)
      for (const { at } of fieldsOfPart(part, item, (pointer) => valueAt(item, pointer)))
        expect([at, partOf(at)]).toEqual([at, part])
})

test('no field answers to the name of another one, or of what is said under it', () => {
  const SAID = ['', '-hint', '-error', '-warning', '-field']
  const ids = fieldsOf(ITEMS[0]!).flatMap(({ at }) => SAID.map((more) => fieldId(at) + more))
  const seen = new Set<string>()
  expect(ids.filter((id) => seen.size === seen.add(id).size)).toEqual([])
})

test('a field reads what it writes: nothing is changed by opening and leaving it', () => {
  const item = packItem('food-business-licence')
  for (const field of fieldsOf(item)) {
    const value = valueAt(item, field.at)
    const again = valueOf(typedOf(value, field), field, value)
    // A yes or no that nobody has said reads as no.
    expect([field.at, again]).toEqual([
      field.at,
      value === undefined && field.as === 'boolean' ? false : emptied(value, field),
    ])
  }
})

/** A list that is not there reads as one without lines. */
const emptied = (value: unknown, { as }: ItemField): unknown =>
  value === undefined && (as === 'lines' || as === 'set' || as === 'options') ? [] : value

test('what begins blank is complete but for words, so that a draft can be saved with it', () => {
  const item = packItem('food-business-licence')
  const bare = {
    ...item,
    process: { ...item.process, commitment: undefined },
    lifecycle: undefined,
  } as unknown as ItemVersion
  for (const field of fieldsOf(bare).filter(({ as }) => as === 'part')) {
    const next = valueOf('yes', field, undefined)
    expect([field.at, next === undefined]).toEqual([field.at, false])
  }
  const lists = PARTS.flatMap((part) =>
    linesWithin(partForm(part, item).lines, item, (at) => valueAt(item, at)),
  )
  for (const { list } of lists) if (list.lawful === undefined) expect(list.blank(item)).toBeDefined()
})
