import { expect, test } from 'vitest'
import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { check } from './check.ts'
import { citizenIdCheck } from './citizen-id.ts'
import { readBackLine } from './read-back.ts'

const id = (body: string) => body + citizenIdCheck(body)
const WOMAN = id('37030419050312002')
const SEXES = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]

const field = (name: string, label: string, type: FormField['type'], section = '申请人'): FormField => ({
  ...{ name, label, type, section, required: false },
  ...(type === 'choice' ? { options: SEXES } : {}),
})
const form: FormSchema = {
  title: '示例',
  fields: [
    field('citizenId', '身份证号', 'citizen-id'),
    field('sex', '性别', 'choice'),
    field('born', '出生日期', 'date'),
    field('married', '结婚登记日期', 'date'),
    field('built', '建成日期', 'date'),
    field('childSex', '孩子性别', 'choice', '孩子'),
  ],
}

test.each([
  ['a birthday as the number says', { born: '1905-03-12' }, []],
  ['another birthday', { born: '1905-03-13' }, ['other-birth']],
  ['a birthday to come', { born: '2027-01-01' }, ['not-born-yet']],
  ['the sex the number says', { sex: 'female' }, []],
  ['the other sex', { sex: 'male' }, ['other-sex']],
  ['a child of another sex, in a section of its own', { childSex: 'male' }, []],
  ['a wedding before the birth', { married: '1904-01-01' }, ['unborn']],
  ['a wedding after it', { married: '1930-01-01' }, []],
  ['a house older than who lives in it', { built: '1899-01-01' }, []],
  ['a day that does not exist, told once', { born: '1905-02-30' }, ['not-date']],
])('held against the number of a woman of 1905: %s', (_title, values, codes) => {
  const found = check(form, { citizenId: WOMAN, ...values }, { today: '2026-11-22' })
  expect(found.map(({ code }) => code)).toEqual(codes)
})

test('whoever does not say what day it is has each field judged alone', () => {
  expect(check(form, { citizenId: WOMAN, sex: 'male' })).toEqual([])
})

const said = (type: FormField['type'], value: string) =>
  check(
    { title: '示例', fields: [{ name: 'one', label: '示例项', type, required: true }] },
    { one: value },
  )[0]?.message

test.each([
  ['citizen-id', '3703041905031200', '现在是16位'],
  ['citizen-id', '37O304190503120020', '第3位不是数字'],
  ['citizen-id', '370304190502300020', '没有19050230这一天'],
  ['citizen-id', WOMAN.slice(0, 17) + (WOMAN[17] === '1' ? '2' : '1'), '370304 1905 0312 002'],
  ['credit-code', '91350100M000100Y4', '现在是17位'],
  ['credit-code', '91350100I000100Y43', '第9位不会是I'],
  ['credit-code', '9135A100M000100Y43', '第5位写成了A'],
  ['credit-code', '91350100M000100Y44', '9135 0100 M000 100Y 44'],
  ['phone', '1990000001', '现在是10位'],
  ['phone', '1234567', '手机号是11位'],
  ['phone', '4123456', '前面要写区号'],
  ['date', '1905-3-', '还差日'],
  ['date', '--', '还差年和月和日'],
  ['date', '1905-2-30', '没有1905年2月30日这一天'],
  ['date', '26-1-5', '年份写四位'],
  ['date', '明天', '2026-01-05'],
] as const)('%s %s is told where it goes wrong', (type, value, words) => {
  expect(said(type, value)).toContain(words)
})

test.each([
  ['citizen-id', WOMAN, `370304 1905 0312 ${WOMAN.slice(14)}，1905年3月12日出生，女`],
  ['citizen-id', '370304190', '370304 190'],
  ['credit-code', '91350100M000100Y43', '9135 0100 M000 100Y 43'],
  ['credit-code', '91350100M000100Y44', '9135 0100 M000 100Y 44，有一位不对'],
  ['phone', '19900000001', '199 0000 0001'],
  ['phone', '0533-1234567', ''],
  ['money-yuan', '1200.50', '壹仟贰佰元伍角整'],
  ['money-yuan', '一千', ''],
  ['text', '测试甲', ''],
] as const)('%s %s is read back as “%s”', (type, value, words) => {
  expect(readBackLine(type, value)).toBe(words)
})
