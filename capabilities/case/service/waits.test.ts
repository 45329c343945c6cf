import { expect, test } from 'vitest'
import type { ActField } from '../contract.ts'
import { nothingToChoose } from './waits.ts'

const body: ActField = { name: 'toBody', label: '转给哪个机构', type: 'choice', required: true, options: [] }

test.each<[string, readonly ActField[] | undefined, string | undefined]>([
  ['no form', undefined, undefined],
  ['nobody to pass it on to', [body], '“转给哪个机构”现在没有可以选的。'],
  ['nobody to ask to sign', [{ ...body, type: 'choices' }], '“转给哪个机构”现在没有可以选的。'],
  ['somebody to choose', [{ ...body, options: [{ value: 'a', label: '甲局' }] }], undefined],
  ['a choice that may be left out', [{ ...body, required: false }], undefined],
  [
    'a choice that only some answers ask for',
    [{ ...body, showWhen: { field: 'how', equals: 'other' } }],
    undefined,
  ],
  ['a text', [{ name: 'reason', label: '理由', type: 'text', required: true }], undefined],
])('%s', (_title, fields, waits) => {
  expect(nothingToChoose(fields)).toBe(waits)
})
