import { expect, test } from 'vitest'
import { askedInput, askedProblem, type Asked } from './asked.ts'
import { askedFields, type FormValues } from './values.ts'

const BY_POST = { field: 'mode', equals: 'post' }
const fields = [
  { name: 'mode', label: '送达方式', type: 'choice' as const, required: true },
  { name: 'signer', label: '收件人', type: 'text' as const, required: true, least: 1, showWhen: BY_POST },
]
const problems = (values: FormValues) =>
  askedFields({ fields }, values).flatMap((field: Asked) => askedProblem(field, values[field.name]) ?? [])

test.each<[FormValues, number, Record<string, unknown>]>([
  [{ mode: 'window' }, 0, { mode: 'window' }],
  [{ mode: 'post' }, 1, { mode: 'post' }],
  [{ mode: 'post', signer: '测试甲' }, 0, { mode: 'post', signer: '测试甲' }],
  // Typed before the way was changed: neither judged nor sent.
  [{ mode: 'window', signer: '测试甲' }, 0, { mode: 'window' }],
])('a question another answer has closed is not there: %j', (values, wrong, sent) => {
  expect(problems(values)).toHaveLength(wrong)
  expect(askedInput(askedFields({ fields }, values), values)).toEqual(sent)
})
