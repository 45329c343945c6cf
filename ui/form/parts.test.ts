import { expect, test } from 'vitest'
import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { partsOf, partWith } from './parts.ts'

const ask = (name: string, section?: string, opens?: [field: string, equals: string]): FormField => ({
  ...{ name, label: `问${name}`, type: 'text', required: true },
  ...(section === undefined ? {} : { section }),
  ...(opens === undefined ? {} : { showWhen: { field: opens[0], equals: opens[1] } }),
})
const form = (...fields: FormField[]): FormSchema => ({ title: '示例表', fields })
const seen = (schema: FormSchema, values = {}) =>
  partsOf(schema, values).map(({ title, fields }) => `${title}：${fields.map(({ name }) => name).join(' ')}`)

const plain = (names: string) => names.split(' ').map((name) => ask(name))
const inSections = form(
  ...[ask('a', '人'), ask('b', '人'), ask('c', '店'), ask('d', '店', ['c', '1'])],
  ...[ask('e', '代办', ['b', 'yes']), ask('f', '代办', ['e', '1']), ask('g', '送达')],
)

test('a form of six questions stays one page, whatever its sections', () => {
  expect(seen(form(...['a', 'b', 'c'].map((name) => ask(name, '人')), ...plain('d e f')))).toEqual([
    '示例表：a b c d e f',
  ])
})

test.each([
  ['nothing said yet', {}, ['人：a b', '店：c d', '送达：g']],
  ['the answer that opens a section', { b: 'yes' }, ['人：a b', '店：c d', '代办：e f', '送达：g']],
])('a section a page, and one that no answer opens is passed over: %s', (_, values, wanted) => {
  expect(seen(inSections, values)).toEqual(wanted)
})

test('what an earlier page has answered opens nothing here; what this page answers still does', () => {
  const [, , agent] = partsOf(inSections, { b: 'yes' })
  expect(agent!.fields.map(({ showWhen }) => showWhen)).toEqual([undefined, { field: 'e', equals: '1' }])
})

test('a question that stands before the one that opens it waits for that page', () => {
  const late = form(...inSections.fields, ask('h', '人', ['g', '1']))
  expect(seen(late)).toEqual(['人：a b', '店：c d', '送达：g h'])
})

test.each([
  ['a b c d e f g', ['问a等4项：a b c d', '问e等3项：e f g']],
  ['a b c d e f g h i j k l m', ['问a等5项：a b c d e', '问f等5项：f g h i j', '问k等3项：k l m']],
])('without sections pages are of like length: %s', (names, wanted) => {
  expect(seen(form(...plain(names)))).toEqual(wanted)
})

test('without sections a further question stays with the one that opens it', () => {
  const asking = form(
    ...plain('a b c d e f'),
    ask('g', undefined, ['a', '1']),
    ask('h', undefined, ['g', '1']),
  )
  expect(seen(asking)).toEqual(['问a等4项：a g h b', '问c等4项：c d e f'])
})

test('one section over all of it is none', () => {
  expect(seen(form(...'abcdefg'.split('').map((name) => ask(name, '全部'))))).toHaveLength(2)
})

test('a ring of conditions ends somewhere', () => {
  expect(seen(form(...plain('a b c d e f'), ask('x', '人', ['y', '1']), ask('y', '店', ['x', '1'])))).toEqual(
    ['问a等6项：a b c d e f'],
  )
})

test('the page of a question is found by its name', () => {
  expect(partWith(partsOf(inSections, {}), 'd')?.title).toBe('店')
  expect(partWith(partsOf(inSections, {}), 'e')).toBeUndefined()
})
