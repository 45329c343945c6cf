import { expect, test } from 'vitest'
import { packItem, sampleFaults } from '../../../../testing/server-side.ts'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { guideParts } from './guide-parts.ts'

const item = packItem('food-business-licence')
const TYPES = ['citizen-id', 'credit-code', 'phone', 'date', 'region', 'yes-no', 'choice'] as const
const options = [
  { value: 'one', label: '一类' },
  { value: 'two', label: '二类' },
]
const field = (type: FormField['type']): FormField => ({
  ...{ name: `of-${type}`, label: `示例${type}`, type, required: true },
  ...(type === 'choice' ? { options } : {}),
})
const drafted = (example: Readonly<Record<string, string>>) => ({
  ...{ ...item, form: { ...item.form, fields: TYPES.map(field) }, guide: { example } },
})
const asked = guideParts(drafted({})).fields.filter(({ at }) => at.startsWith('/guide/example/'))

test('whoever writes in the sample what its hints and choices offer has a sample that can be printed', () => {
  const said = asked.map(({ at, hint, options: offered }) => {
    const [number] = /[0-9][0-9-]{9,}[0-9]|[0-9-]{10}/.exec(hint ?? '') ?? []
    return [at.split('/').at(-1)!, offered?.[0]?.value ?? number ?? '示例']
  })
  expect(said).toHaveLength(TYPES.length)
  expect(sampleFaults(drafted(Object.fromEntries(said)))).toEqual([])
})

test('the samples are asked for openly, in one group, and none of them is rare', () => {
  expect(asked.every(({ rare, group }) => rare !== true && group === asked[0]!.group)).toBe(true)
})
