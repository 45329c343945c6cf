import { describe, expect, test } from 'vitest'
import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { agreedAnswers, agreeing, fullYears } from './agrees.ts'
import { check } from './check.ts'
import { citizenIdCheck } from './citizen-id.ts'
import { jsonSchema } from './json-schema.ts'

const TODAY = '2026-11-23'
const idOf = (birthday: string) => {
  const body = `370304${birthday.replaceAll('-', '')}001`
  return body + citizenIdCheck(body)
}
const options = (...labels: [string, string][]) => labels.map(([value, label]) => ({ value, label }))
const band: FormField = {
  ...{ name: 'band', label: '申领档次', type: 'choice', required: false },
  options: options(['80', '80至89周岁'], ['90', '90至99周岁'], ['100', '100周岁以上']),
  agrees: {
    ...{ with: 'born', by: 'age-between' },
    ranges: [
      { answer: '80', from: 80, to: 89 },
      { answer: '90', from: 90, to: 99 },
      { answer: '100', from: 100 },
    ],
  },
}
const kind: FormField = {
  ...{ name: 'kind', label: '哪一类', type: 'choice', required: false },
  options: options(['old', '老年人'], ['ill', '残疾人'], ['minor', '未成年人']),
  agrees: {
    ...{ with: 'id', by: 'age-between' },
    ranges: [
      { answer: 'old', from: 60 },
      { answer: 'minor', to: 15 },
    ],
  },
}
const groups: FormField = { ...kind, name: 'groups', label: '哪几类', type: 'choices' }
const school: FormField = {
  ...{ name: 'school', label: '满16周岁、在上学', type: 'yes-no', required: false },
  agrees: { with: 'id', by: 'age-between', ranges: [{ answer: 'yes', from: 16 }] },
}
const form: FormSchema = {
  title: '示例',
  fields: [
    { name: 'born', label: '出生日期', type: 'date', required: false },
    { name: 'id', label: '身份证号', type: 'citizen-id', required: false },
    ...[band, kind, groups, school],
  ],
}

describe('an answer that follows from an age', () => {
  test.each([
    // born, chosen, said
    ['1936-11-23', '80', '请选“90至99周岁”'],
    ['1936-11-23', '90', undefined],
    ['1936-11-24', '80', undefined],
    ['1936-11-24', '90', '请选“80至89周岁”'],
    ['1926-11-23', '100', undefined],
    ['1905-01-01', '90', '今天满121周岁，和“申领档次”选的对不上，请选“100周岁以上”'],
    // Who fits no answer at all files as well: whether they are entitled is decided, not checked.
    ['1990-01-01', '80', undefined],
    // What cannot be read is told at its own field.
    ['1936-13-01', '80', undefined],
    ['', '80', undefined],
    ['1936-11-23', '', undefined],
  ])('born on %s and chosen %s: %s', (born, chosen, said) => {
    const found = check(form, { born, band: chosen }, { today: TODAY }).filter(
      ({ field }) => field === 'band',
    )
    expect(found.map(({ code }) => code)).toEqual(said === undefined ? [] : ['other-age'])
    if (said !== undefined) expect(found[0]!.message).toContain(said)
  })

  test.each([
    ['kind', 'minor', '1950-01-01', '请选“老年人”或者“残疾人”；年龄不对的，请核对“身份证号”'],
    ['kind', 'ill', '1950-01-01', undefined],
    ['kind', 'old', '1990-01-01', '请选“残疾人”'],
    ['groups', ['ill', 'minor'], '1950-01-01', '请核对这两处'],
    ['groups', ['ill', 'old'], '1950-01-01', undefined],
    ['school', 'yes', '2015-01-01', '请选“否”'],
    ['school', 'no', '2015-01-01', undefined],
  ] as const)('%s %s of somebody born on %3$s, by the id number', (field, chosen, born, said) => {
    const values = { id: idOf(born), [field]: chosen }
    const [found] = check(form, values, { today: TODAY }).filter((one) => one.field === field)
    expect(found?.message.includes(said ?? '') ?? said === undefined).toBe(true)
  })

  test('without a day nothing is held against an age', () => {
    expect(check(form, { born: '1936-11-23', band: '80' })).toEqual([])
  })

  test('a program that fills forms in finds the answer that fits', () => {
    const values = { born: '1905-01-01', id: idOf('1950-01-01'), band: '80', groups: ['minor'] }
    const right = agreeing(form, values, TODAY)
    expect(right).toMatchObject({ band: '100', groups: ['old'] })
    expect(check(form, right, { today: TODAY }).filter(({ code }) => code === 'other-age')).toEqual([])
  })

  test('the interface tells the rule', () => {
    expect((jsonSchema(form)['properties'] as Record<string, object>)['band']).toMatchObject({
      'x-agrees': { with: 'born', by: 'age-between' },
    })
  })
})

test.each([
  ['1936-11-23', '2026-11-22', 89],
  ['1936-11-23', '2026-11-23', 90],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
])('somebody born on %s has on %s %i full years', (born, on, years) => {
  expect(fullYears(born, on)).toBe(years)
})

describe('an age answers what follows from it', () => {
  test.each([
    ['1946-11-23', { band: '80' }],
    ['1946-11-24', {}],
    ['1930-01-01', { band: '90' }],
    ['1920-01-01', { band: '100' }],
  ])('born %s', (born, said) => expect(agreedAnswers(form, { born }, TODAY)).toEqual(said))

  test('never with an answer that is merely left over, nor where two would do', () => {
    expect(agreedAnswers(form, { id: idOf('1990-01-01') }, TODAY)).toEqual({})
    expect(agreedAnswers(form, { id: idOf('2015-01-01') }, TODAY)).toEqual({ school: 'no' })
  })
})
