import { expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { citizenIdCheck } from '#ui/form/citizen-id.ts'
import { newApplication } from './application.ts'
import { answeredWith, withRegion } from './filled-in.ts'

const WOMAN = `37030419050312002${citizenIdCheck('37030419050312002')}`
const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]
const item = {
  delivery: ['window'],
  form: {
    title: '示例',
    fields: [
      { name: 'citizenId', label: '身份证号', type: 'citizen-id', required: true },
      { name: 'sex', label: '性别', type: 'choice', required: true, options: sexes },
      { name: 'born', label: '出生日期', type: 'date', required: true },
      { name: 'home', label: '住在哪个村', type: 'region', required: true },
    ],
  },
} as unknown as ItemVersion
const empty = newApplication(item, '')

test('an id number writes down day of birth and sex, and leaves what was typed', () => {
  expect(answeredWith(item, empty, 'citizenId', WOMAN).values).toEqual({
    ...{ citizenId: WOMAN, sex: 'female', born: '1905-03-12' },
  })
  const typed = answeredWith(item, empty, 'sex', 'male')
  expect(answeredWith(item, typed, 'citizenId', WOMAN).values['sex']).toBe('male')
  // Emptied on purpose, an answer does not come back by itself.
  const known = answeredWith(item, empty, 'citizenId', WOMAN)
  expect(answeredWith(item, known, 'born', '').values['born']).toBe('')
})

test('the village of the matter answers the form, follows a change, and leaves another village alone', () => {
  const first = withRegion(item, empty, '370304101001')
  expect(first).toMatchObject({ region: '370304101001', values: { home: '370304101001' } })
  expect(withRegion(item, first, '370304101002').values['home']).toBe('370304101002')
  const elsewhere = answeredWith(item, first, 'home', '370304103007')
  expect(withRegion(item, elsewhere, '370304101002').values['home']).toBe('370304103007')
})
