import { expect, test } from 'vitest'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { citizenIdCheck, sexOf } from './citizen-id.ts'
import { filledIn, readOffId } from './derive.ts'

const id = (body: string) => body + citizenIdCheck(body)
const WOMAN = id('37030419050312002')
const MAN = id('37030419071105001')

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]
const form: FormSchema = {
  title: '示例',
  fields: [
    { name: 'citizenId', label: '身份证号', type: 'citizen-id', required: true, section: '申请人' },
    { name: 'sex', label: '性别', type: 'choice', required: true, options: sexes, section: '申请人' },
    { name: 'born', label: '出生日期', type: 'date', required: true, section: '申请人' },
    { name: 'childSex', label: '孩子性别', type: 'choice', required: true, options: sexes, section: '孩子' },
    { name: 'home', label: '住在哪个村', type: 'region', required: true, section: '申请人' },
  ],
}

test.each([
  [WOMAN, 'female'],
  [MAN, 'male'],
])('the number %s is of a %s', (number, sex) => expect(sexOf(number)).toBe(sex))

test('day of birth and sex are read off the id number of the same section, and of no other', () => {
  expect(readOffId(form, { citizenId: WOMAN })).toEqual({ sex: 'female', born: '1905-03-12' })
})

test.each([
  ['no number', {}],
  ['a number with a wrong digit', { citizenId: `${WOMAN.slice(0, 17)}${WOMAN[17] === '1' ? '2' : '1'}` }],
])('%s says nothing', (_title, values) => expect(readOffId(form, values)).toEqual({}))

test('two numbers in one section leave open whose birth is asked', () => {
  const other = { ...form.fields[0]!, name: 'spouseId', label: '配偶身份证号' }
  const two = { ...form, fields: [...form.fields, other] }
  expect(readOffId(two, { citizenId: WOMAN, spouseId: MAN })).toEqual({})
})

test('what somebody wrote stays, what is empty is filled', () => {
  expect(filledIn(form, { citizenId: MAN, born: '1907-11-06' }, '370304101001')).toEqual({
    ...{ citizenId: MAN, born: '1907-11-06', sex: 'male' },
    home: '370304101001',
  })
})

test('a form that asks for two places is not told that they are one', () => {
  const work = { ...form.fields[4]!, name: 'work', label: '在哪个村经营' }
  expect(filledIn({ ...form, fields: [...form.fields, work] }, {}, '370304101001')).toEqual({})
})

test('the age that an id number says chooses the band, and what was chosen stays', () => {
  const band: FormSchema['fields'][number] = {
    ...{ name: 'band', label: '申领档次', type: 'choice', required: true, section: '申领情况' },
    options: [
      { value: '80', label: '80至119周岁' },
      { value: '120', label: '120周岁以上' },
    ],
    agrees: {
      ...{ with: 'born', by: 'age-between' },
      ranges: [
        { answer: '80', from: 80, to: 119 },
        { answer: '120', from: 120 },
      ],
    },
  }
  const asking = { ...form, fields: [...form.fields, band] }
  const filled = filledIn(asking, { citizenId: WOMAN }, undefined, '2026-11-23')
  expect(filled).toMatchObject({ born: '1905-03-12', band: '120' })
  const other = filledIn(asking, { citizenId: WOMAN, band: '80' }, undefined, '2026-11-23')
  expect(other['band']).toBe('80')
  expect(filledIn(asking, { citizenId: WOMAN })['band']).toBeUndefined()
})
