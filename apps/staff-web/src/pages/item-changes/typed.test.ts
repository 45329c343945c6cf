import { expect, test } from 'vitest'
import type { ItemField } from './fields.ts'
import { problemOf, tidied, typedOf, valueOf } from './typed.ts'

const field = (more: Partial<ItemField>): ItemField => ({
  ...{ at: '/x', label: '某项', type: 'text', required: true },
  ...more,
})
const options = [
  { value: 'own', label: '自有' },
  { value: 'rented', label: '租用' },
]

test.each<[string, Partial<ItemField>, string | readonly string[], unknown, unknown]>([
  [
    'an option renamed keeps the value cases know it by',
    { as: 'options' },
    '自有\n承租',
    options,
    [options[0], { value: 'rented', label: '承租' }],
  ],
  [
    'an option that moves keeps its value',
    { as: 'options' },
    '租用\n自有',
    options,
    [options[1], options[0]],
  ],
  [
    'a new option gets a value of its own',
    { as: 'options' },
    '自有\n租用\n借用',
    options,
    [...options, { value: 'o3', label: '借用' }],
  ],
  ['no options', { as: 'options' }, '', options, []],
  ['one answer', { as: 'shown' }, 'tenure=rented', undefined, { field: 'tenure', equals: 'rented' }],
  ['no answer', { as: 'shown', required: false }, '', undefined, undefined],
  [
    'two answers of one question',
    { as: 'answer' },
    ['t=a', 't=b'],
    undefined,
    { field: 't', equals: ['a', 'b'] },
  ],
  [
    'an answer of another question takes its place',
    { as: 'answer' },
    ['t=a', 'u=c'],
    { field: 't', equals: 'a' },
    { field: 'u', equals: 'c' },
  ],
  [
    'answers of two questions',
    { as: 'answers' },
    ['t=a', 'u=c', 't=b'],
    undefined,
    [
      { field: 't', equals: ['a', 'b'] },
      { field: 'u', equals: 'c' },
    ],
  ],
  [
    'a part that comes begins with its blank',
    { as: 'part', blank: { amount: 20 } },
    'yes',
    undefined,
    { amount: 20 },
  ],
  [
    'a part that is there stays as it is',
    { as: 'part', blank: { amount: 20 } },
    'yes',
    { amount: 9 },
    { amount: 9 },
  ],
  ['a part that goes takes all of it along', { as: 'part' }, 'no', { amount: 9 }, undefined],
  ['none of a list is an answer', { as: 'set', type: 'choices', required: false }, [], ['a'], []],
  ['only a no is written down', { as: 'yes-unless-said', required: false }, 'no', undefined, false],
  ['a yes that goes without saying', { as: 'yes-unless-said', required: false }, 'yes', false, undefined],
  ['no answers where none need be given', { as: 'answers', required: false }, [], undefined, undefined],
  [
    'another kind of term keeps its basis',
    { as: 'term' },
    'none',
    { kind: 'span', amount: 5, unit: 'year', basis: '甲' },
    { kind: 'none', basis: '甲' },
  ],
  ['an optional number left empty', { as: 'number', required: false }, '', 3, undefined],
])('%s', (_what, more, typed, before, value) => {
  expect(valueOf(typed, field(more), before)).toEqual(value)
  if (value !== undefined) expect(valueOf(typedOf(value, field(more)), field(more), value)).toEqual(value)
})

test('an empty line among the options is nobody’s option, and a form without any has to be mended', () => {
  const asked = field({ as: 'options', label: '有哪些选项' })
  expect(tidied(valueOf('自有\n', asked, options))).toEqual([options[0]])
  expect(problemOf([], asked)).toBe('请填写“有哪些选项”。')
  expect(problemOf(options, asked)).toBeUndefined()
})

test.each<[string, Partial<ItemField>, unknown, boolean]>([
  ['a day that is none', { type: 'date' }, '明天', true],
  ['an optional number', { as: 'number', required: false }, undefined, false],
  ['a situation by no answer', { as: 'answers', type: 'choices' }, [], true],
])('%s', (_what, more, value, wrong) => {
  expect(problemOf(value, field(more)) !== undefined).toBe(wrong)
})
