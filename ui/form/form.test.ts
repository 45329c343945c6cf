import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe as group, expect, test } from 'vitest'
import {
  answered,
  check,
  decode,
  describe,
  isCitizenId,
  isCreditCode,
  jsonSchema,
  prefill,
  type FormValues,
} from './index.ts'
import type { RegionOption } from './region.ts'

const regions: RegionOption[] = [
  { code: '370304001000', name: '示例街道', children: [{ code: '370304001001', name: '第一社区' }] },
]

function form(...fields: Partial<FormField>[]): FormSchema {
  return {
    title: '示例表',
    fields: fields.map((field, at) => ({
      name: `field${at}`,
      label: '示例项',
      type: 'text',
      required: true,
      ...field,
    })),
  }
}

group('check characters', () => {
  test.each([
    ['11010519491231002X', true],
    ['110105194912310021', false],
    ['11010519490231002X', false],
    ['1101051949123100', false],
    ['11010519491231002x', false],
  ])('citizen id %s is right: %s', (id, right) => {
    expect(isCitizenId(id)).toBe(right)
  })

  test.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100I000100Y43', false],
    ['9135010', false],
  ])('credit code %s is right: %s', (code, right) => {
    expect(isCreditCode(code)).toBe(right)
  })
})

group('reading a posted form', () => {
  test.each<[FormField['type'], string, string]>([
    ['text', '  测试甲  ', '测试甲'],
    ['long-text', '一行\r\n二行\r\n', '一行\n二行'],
    ['citizen-id', '110105 19491231 002x', '11010519491231002X'],
    ['citizen-id', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['credit-code', '91350100m000100y43', '91350100M000100Y43'],
    ['phone', '199 0000 0001', '19900000001'],
    ['phone', '0533—1234567', '0533-1234567'],
    ['date', '2026年1月5日', '2026-01-05'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '20260105', '2026-01-05'],
    ['date', '2026年2月30日', '2026年2月30日'],
    ['integer', '００7', '7'],
    ['integer', '1,200', '1200'],
    ['integer', '三个', '三个'],
    ['money-yuan', '1,200.50元', '1200.50'],
    ['yes-no', '是', 'yes'],
    ['yes-no', 'no', 'no'],
  ])('%s "%s" is read as "%s"', (type, typed, wanted) => {
    expect(decode(form({ type }), new URLSearchParams({ field0: typed }))).toEqual({ field0: wanted })
  })

  test('ticked choices come as a list, unknown names are ignored, absent fields are left out', () => {
    const schema = form({ type: 'choices' }, { type: 'text' }, { type: 'choices' })
    const posted = new URLSearchParams('field0=a&field0=b&other=1')
    expect(decode(schema, posted)).toEqual({ field0: ['a', 'b'], field2: [] })
  })
})

group('a day in three boxes', () => {
  test.each([
    [['1957', '3', '8'], '1957-03-08'],
    [['１９５７', '03', '8日'], '1957-03-08'],
    [['1957', '3', ''], '1957-3-'],
    [['', '', ''], ''],
  ])('%j is read as “%s”', ([year, month, day], wanted) => {
    const posted = new URLSearchParams({ 'field0.year': year!, 'field0.month': month!, 'field0.day': day! })
    expect(decode(form({ type: 'date' }), posted)).toEqual({ field0: wanted })
  })
})

test.each([
  [{ field0: '370304001000', 'field0.370304001000': '370304001001' }, '370304001001'],
  [{ field0: '370304001000', 'field0.370304001000': '' }, '370304001000.'],
  [{ field0: '370304002000', 'field0.370304001000': '370304001001' }, '370304002000'],
  [{ field0: '370304001001' }, '370304001001'],
])('a town with its village, %j, is %s', (posted, region) => {
  expect(decode(form({ type: 'region' }), new URLSearchParams(posted))).toEqual({ field0: region })
})

const options = [
  { value: 'a', label: '甲类' },
  { value: 'b', label: '乙类' },
]

group('checking', () => {
  test.each<[Partial<FormField>, FormValues[string] | undefined, string | undefined]>([
    [{ type: 'text' }, undefined, 'missing'],
    [{ type: 'text' }, '', 'missing'],
    [{ type: 'text', required: false }, '', undefined],
    [{ type: 'text', maxLength: 2 }, '一二三', 'too-long'],
    [{ type: 'text', maxLength: 2 }, '𠮷二', undefined],
    [{ type: 'citizen-id' }, '11010519491231002X', undefined],
    [{ type: 'citizen-id' }, '110105194912310021', 'not-citizen-id'],
    [{ type: 'credit-code' }, '91350100M000100Y44', 'not-credit-code'],
    [{ type: 'phone' }, '19900000001', undefined],
    [{ type: 'phone' }, '0533-1234567', undefined],
    [{ type: 'phone' }, '12900000001', 'not-phone'],
    [{ type: 'date' }, '2026-01-05', undefined],
    [{ type: 'date' }, '2026-02-30', 'not-date'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, '3', undefined],
    [{ type: 'integer' }, '3.5', 'not-integer'],
    [{ type: 'integer', minimum: 1 }, '0', 'too-small'],
    [{ type: 'integer', maximum: 9 }, '10', 'too-large'],
    [{ type: 'money-yuan' }, '1200.50', undefined],
    [{ type: 'money-yuan' }, '0.5', undefined],
    [{ type: 'money-yuan' }, '1.234', 'not-money'],
    [{ type: 'money-yuan' }, '-1', 'not-money'],
    [{ type: 'money-yuan', maximum: 100 }, '100.01', 'too-large'],
    [{ type: 'choice', options }, 'a', undefined],
    [{ type: 'choice', options }, 'c', 'not-offered'],
    [{ type: 'choices', options }, ['a', 'b'], undefined],
    [{ type: 'choices', options }, [], 'missing'],
    [{ type: 'choices', options }, ['a', 'c'], 'not-offered'],
    [{ type: 'yes-no' }, 'yes', undefined],
    [{ type: 'yes-no' }, 'maybe', 'not-yes-no'],
    [{ type: 'region' }, '370304001001', undefined],
    [{ type: 'region' }, '370304001000', undefined],
    [{ type: 'region' }, '370304009001', 'not-region'],
  ])('%o with %o gives %s', (field, value, code) => {
    const errors = check(form(field), value === undefined ? {} : { field0: value }, { regions })
    expect(errors[0]?.code).toBe(code)
    if (code !== undefined) expect(errors[0]?.message).toMatch(/示例项/)
  })

  test('a field is asked only when the other field has the value', () => {
    const schema = form(
      { name: 'agent', type: 'yes-no' },
      { name: 'agentName', showWhen: { field: 'agent', equals: 'yes' } },
      { name: 'agentBody', showWhen: { field: 'agentName', equals: '测试乙' } },
    )
    expect(check(schema, { agent: 'no' })).toEqual([])
    expect(check(schema, { agent: 'yes' }).map((error) => error.field)).toEqual(['agentName'])
    expect(check(schema, { agent: 'yes', agentName: '测试乙' }).map((error) => error.field)).toEqual([
      'agentBody',
    ])
    expect(check(schema, { agent: 'no', agentName: '测试乙' })).toEqual([])
  })

  test('conditions that ask each other in a ring are never asked', () => {
    const schema = form(
      { name: 'one', showWhen: { field: 'two', equals: 'x' } },
      { name: 'two', showWhen: { field: 'one', equals: 'x' } },
    )
    expect(check(schema, { one: 'x', two: 'x' })).toEqual([])
  })

  test.each(['true', 'yes', '是'])('a yes is a yes however the condition writes it: %s', (equals) => {
    const schema = form(
      { name: 'agent', type: 'yes-no' },
      { name: 'why', showWhen: { field: 'agent', equals } },
    )
    expect(check(schema, { agent: 'yes' })).toHaveLength(1)
  })
})

test('what is handed in has no left-overs of a closed branch and nothing empty', () => {
  const schema = form(
    { name: 'agent', type: 'yes-no' },
    { name: 'agentName', showWhen: { field: 'agent', equals: 'yes' } },
    { name: 'remark' },
  )
  expect(answered(schema, { agent: 'no', agentName: '测试乙', remark: '', other: 'x' })).toEqual({
    agent: 'no',
  })
})

test('answers are read back in words', () => {
  const schema = form(
    { type: 'choice', options, section: '基本情况' },
    { type: 'choices', options },
    { type: 'yes-no' },
    { type: 'date' },
    { type: 'money-yuan' },
    { type: 'region' },
    { type: 'text', required: false },
  )
  const values = {
    field0: 'a',
    field1: ['a', 'b'],
    field2: 'no',
    field3: '2026-01-05',
    field4: '1200.5',
    field5: '370304001001',
  }
  const texts = describe(schema, values, { regions }).map((answer) => answer.text)
  expect(texts).toEqual([
    '甲类',
    '甲类、乙类',
    '否',
    '2026年1月5日',
    '1,200.50元',
    '示例街道 第一社区',
    '未填写',
  ])
  expect(describe(schema, values)[0]?.section).toBe('基本情况')
})

test('what is known is filled in and what was written stays', () => {
  const schema = form({ element: 'party.name' }, { element: 'party.phone' }, {}, { element: 'party.address' })
  const known = { 'party.name': '测试甲', 'party.phone': '19900000001' }
  expect(prefill(schema, known, { field1: '19900000002' })).toEqual({
    field0: '测试甲',
    field1: '19900000002',
  })
})

group('the JSON Schema', () => {
  const schema = form(
    { name: 'name', element: 'party.name' },
    { name: 'count', type: 'integer' },
    { name: 'agent', type: 'yes-no' },
    { name: 'agentName', showWhen: { field: 'agent', equals: 'true' } },
    { name: 'kinds', type: 'choices', options },
    { name: 'why', type: 'long-text', showWhen: { field: 'kinds', equals: 'b' } },
  )
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const valid = ajv.compile(jsonSchema(schema))

  test.each<[string, object, boolean]>([
    ['all that is asked', { name: '测试甲', count: '3', agent: 'no', kinds: ['a'] }, true],
    ['a conditional field missing', { name: '测试甲', count: '3', agent: 'yes', kinds: ['a'] }, false],
    [
      'a conditional field given',
      { name: '测试甲', count: '3', agent: 'yes', agentName: '测试乙', kinds: ['a'] },
      true,
    ],
    ['a ticked choice asking for more', { name: '测试甲', count: '3', agent: 'no', kinds: ['b'] }, false],
    ['an unknown field', { name: '测试甲', count: '3', agent: 'no', kinds: ['a'], other: '1' }, false],
    ['a number as words', { name: '测试甲', count: '三', agent: 'no', kinds: ['a'] }, false],
  ])('%s is accepted: %s', (_title, value, wanted) => {
    expect(valid(value)).toBe(wanted)
  })

  test('names the shared data element of a field', () => {
    expect(jsonSchema(schema).properties).toMatchObject({ name: { 'x-element': 'party.name' } })
  })
})
