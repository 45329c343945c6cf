import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { isPdfA2b, readPages, readQr, readText } from '#platform/documents/reading.ts'
import { createRenderer } from '#platform/documents/render.ts'
import { isCitizenId } from '#ui/form/index.ts'
import { sampleFaults, sampleValues } from '../model.ts'
import { composeForm, type FormSource } from './form-data.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
const licence = items.find(({ id }) => id === 'food-business-licence')!
const source = (item = licence): FormSource => ({
  ...{ item, body: '示例局', url: `https://example.invalid/items/${item.id}`, demo: false },
})

const renderer = createRenderer()
afterAll(() => renderer.close())
const print = (kind: 'blank' | 'sample', item = licence) => renderer.render(composeForm(source(item), kind))
const squeezed = (text: string) => text.replace(/\s/g, '')

test.each(items.map((item) => [item.id, item] as const))(
  'the sample of %s is a form that would be taken',
  (_, item) => {
    expect(sampleFaults(item)).toEqual([])
  },
)

test('GUI-11 the blank form asks for everything the online form asks for, and answers nothing', async () => {
  const pdf = await print('blank')
  expect(isPdfA2b(pdf)).toBe(true)
  const text = await readText(pdf)
  for (const { label, options = [] } of licence.form.fields)
    for (const word of [label, ...options.map((option) => option.label)])
      expect(text).toContain(squeezed(word))
  expect(text).not.toContain('☑')
  expect(text).not.toContain('张示例')
  expect(text).not.toContain('样表')
})

test('GUI-11 the sample is filled in with made-up people, and every page says that it is one', async () => {
  const pdf = await print('sample')
  expect(isPdfA2b(pdf)).toBe(true)
  const pages = await readPages(pdf)
  for (const page of pages) expect(page).toContain('样表，无法律效力')
  const text = pages.join('')
  expect(text).toContain('☑')
  expect(text).toContain('示例小吃店')
  expect(text).toContain('19900000001')
  expect(text).toContain('姓名、号码、地址都是编的')
  for (const value of Object.values(sampleValues(licence)))
    if (typeof value === 'string' && isCitizenId(value)) expect(value.slice(6, 10)).toBe('1900')
})

test('a changed form changes both papers with it', async () => {
  const added = { name: 'kitchens', label: '厨房数量', type: 'integer', required: true } as const
  const wider = { ...licence, form: { ...licence.form, fields: [...licence.form.fields, added] } }
  for (const kind of ['blank', 'sample'] as const)
    expect(await readText(await print(kind, wider))).toContain('厨房数量')
})

describe('an example of the item', () => {
  const asked = licence.form.fields.find(({ type, showWhen }) => type === 'choice' && showWhen === undefined)!
  const last = asked.options!.at(-1)!
  const withExample = (example: Record<string, string>) => ({ ...licence, guide: { example } })

  test('stands on the sample instead of what was made up, choices by what people read', () => {
    expect(sampleValues(withExample({ [asked.name]: last.label }))[asked.name]).toBe(last.value)
  })

  test.each([[{ [asked.name]: '没有的选项' }], [{ nowhere: '示例' }]])(
    '%j that the form would not take is a fault',
    (example) => {
      expect(sampleFaults(withExample(example))).toHaveLength(1)
    },
  )
})

test('what only some are asked says whom, and the sample leaves it out', async () => {
  const some = items.find(({ form }) => form.fields.some(({ showWhen }) => showWhen !== undefined))!
  expect(await readText(await print('blank', some))).toMatch(/是“.+”的填/u)
})

test('leads to the page online, and is the same to the byte', async () => {
  expect(readQr(composeForm(source(), 'blank').images?.['qr'] ?? '')).toBe(source().url)
  expect(Buffer.compare(await print('blank'), await print('blank'))).toBe(0)
})
