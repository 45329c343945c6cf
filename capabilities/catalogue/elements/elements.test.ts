import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { FormField } from '../contract.ts'
import type { DataElement } from '../contract/element.ts'
import { judge } from '../gate/judge.ts'
import { readItems } from '../load.ts'
import {
  elementFlaws,
  elementOf,
  elementsOf,
  labelsOf,
  localElementFaults,
  withLocalElements,
} from '../model/elements.ts'
import { readElements } from './register.ts'

const { file, problems } = readElements()
const register = elementsOf(file.elements ?? [])
const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']

test('the register is of its shape, every element stands in it once, and a code list only where one chooses', () => {
  expect(problems).toEqual([])
  const ids = register.all.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, codeList, type } of register.all)
    expect([id, codeList === undefined || type === 'choice']).toEqual([id, true])
  // Whatever could be guessed from a label could be guessed in one way only.
  const guessed = register.all
    .filter(({ explicit }) => !explicit)
    .flatMap((element) => labelsOf(element).map((label) => `${label} ${element.onlyIn?.join() ?? ''}`))
  expect(guessed.filter((label, at) => guessed.indexOf(label) !== at)).toEqual([])
})

test.each(PACKS)('every element a form of %s names is said as the register says it', (pack) => {
  for (const item of readItems(path.join(packFolder(pack), 'items')).items) {
    const flaws = elementFlaws(register, item.form).filter(({ kind }) => kind !== 'unnamed')
    expect([item.id, flaws]).toEqual([item.id, []])
  }
})

const field = (more: Partial<FormField>): FormField => ({
  ...{ name: 'one', label: '银行账号', type: 'text', required: true },
  ...more,
})

test.each<[title: string, field: Partial<FormField>, element: string | undefined]>([
  ['what a field names', { label: '老人姓名', element: 'party.name' }, 'party.name'],
  ['what a label can only mean', {}, 'account.number'],
  ['another word for it', { label: '社会保障卡银行账号' }, 'account.number'],
  ['the same words of another kind', { type: 'long-text' }, undefined],
  ['who applies is never guessed', { label: '身份证号码', type: 'citizen-id' }, undefined],
  [
    'a birthday among the child’s questions',
    { label: '出生日期', type: 'date', section: '孩子' },
    'child.birthDate',
  ],
  ['a birthday anywhere else', { label: '出生日期', type: 'date', section: '申请人' }, 'party.birthDate'],
  [
    'an answer the list does not know',
    { label: '性别', type: 'choice', options: [{ value: 'x', label: '？' }] },
    undefined,
  ],
  [
    'a wider element whose label means a narrower one',
    { label: '户籍地址', element: 'party.address' },
    'party.householdAddress',
  ],
  ['something of this form alone', { label: '喜欢什么颜色' }, undefined],
])('%s', (_title, more, element) => {
  expect(elementOf(register, field(more))?.id).toBe(element)
})

test.each<[title: string, field: Partial<FormField>, kinds: string[]]>([
  ['said as it should be', { element: 'account.number', maxLength: 30 }, []],
  ['not named', {}, ['unnamed']],
  ['nearly its label, not named', { label: '本人银行卡号' }, ['unnamed']],
  ['no element of the register', { element: 'moon.phase' }, ['unknown']],
  ['of another kind', { element: 'account.number', type: 'integer' }, ['type']],
  ['called otherwise', { element: 'account.number', label: '你的号' }, ['label']],
  ['longer than it may be', { element: 'account.number', maxLength: 300 }, ['length']],
  [
    'with an answer of its own',
    { element: 'party.sex', label: '性别', type: 'choice', options: [{ value: 'x', label: '？' }] },
    ['options'],
  ],
])('a field %s is found out', (_title, more, kinds) => {
  expect(elementFlaws(register, { fields: [field(more)] }).map(({ kind }) => kind)).toEqual(kinds)
})

test('the gate names the field, its element and the mend; without a register it does not judge', () => {
  const [item] = readItems(path.join(packFolder('boshan-2020'), 'items')).items
  const form = { ...item!.form, fields: [...item!.form.fields, field({ name: 'card' })] }
  const at = `/form/fields/${form.fields.length - 1}`
  const found = judge({ ...item!, form }, {}, { elements: register.all }).findings.filter(
    (one) => one.at === at,
  )
  expect(found).toMatchObject([
    {
      check: 'element-named',
      severity: 'warn',
      what: '“银行账号”就是数据元“银行账号”，没有选（account.number）',
      mend: { at: `${at}/element`, value: 'account.number' },
    },
  ])
  expect(judge({ ...item!, form }).findings.filter(({ check }) => check.startsWith('element-'))).toEqual([])
  const wrong = {
    ...form,
    fields: [...item!.form.fields, field({ name: 'card', element: 'account.number', type: 'integer' })],
  }
  expect(judge({ ...item!, form: wrong }, {}, { elements: register.all }).passes).toBe(false)
})

test('a pack adds elements and words of its own, and says nothing twice', () => {
  const tea: DataElement = {
    ...{ id: 'tea.garden', name: '茶园名称', definition: '茶园。', type: 'text', sensitivity: 'open' },
    standard: { title: '岚山区 [K]', verified: false },
  }
  const own = { source: file.source, elements: [tea], calledHere: { 'account.number': ['一卡通账号'] } }
  expect(localElementFaults(file, own)).toEqual([])
  const local = elementsOf(withLocalElements(file, own))
  expect(elementOf(local, field({ label: '茶园名称' }))?.id).toBe('tea.garden')
  expect(elementOf(local, field({ label: '一卡通账号' }))?.id).toBe('account.number')
  const twice = { ...own, elements: [{ ...tea, id: 'party.name' }], calledHere: { 'no.such': ['甲'] } }
  expect(localElementFaults(file, twice).map(({ at }) => at)).toEqual([
    '/elements/0/id',
    '/calledHere/no.such',
  ])
})
