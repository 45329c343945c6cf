import { expect, test } from 'vitest'
import type { OfferedAct } from './page.tsx'
import { afterChoice, answersOfBoth, firstQuestion } from './two-steps.ts'

const band = {
  ...({ name: 'value', label: '申领档次', type: 'choice', required: true, start: '90' } as const),
  options: [
    { value: '90', label: '90至99周岁' },
    { value: '100', label: '100周岁以上' },
  ],
}
const act: OfferedAct = {
  ...{ act: 'correct-form', title: '当场更正申请表', tone: 'normal', input: {} },
  fields: [
    { name: 'field', label: '更正哪一项', type: 'choice', required: true },
    {
      ...{ name: 'value', label: '更正为', type: 'long-text', required: true },
      instead: { by: 'field', controls: { band } },
    },
    { name: 'confirmed', label: '我已核对', type: 'yes-no', required: true, sent: 'boolean' },
  ],
}

test('what is chosen on the first page decides how the second asks, with the present answer', () => {
  expect(firstQuestion(act)?.name).toBe('field')
  expect(afterChoice(act, 'band')?.fields).toEqual([band, act.fields![2]])
})

test.each([undefined, null, '', 'nothing', 'toString'])('a choice of %o is none', (chosen) => {
  expect(afterChoice(act, chosen)).toBeUndefined()
})

test('an act that asks all at once has no first page', () => {
  const plain = { ...act, fields: [act.fields![2]!] }
  expect([firstQuestion(plain), afterChoice(plain, 'band')]).toEqual([undefined, undefined])
})

test.each([
  [{ value: '100' }, '100'],
  [{ value: ['own', 'sale'] }, 'own\nsale'],
  [{}, ''],
])('%j goes out as text', (values, value) => {
  expect(answersOfBoth(act, 'band', values)).toEqual({ field: 'band', value })
})
