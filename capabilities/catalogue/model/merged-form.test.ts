import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { answered, askedFields, check, type FormValues } from '#ui/form/index.ts'
import type { FormField } from '../contract.ts'
import { readElements } from '../elements/register.ts'
import { readItems } from '../load.ts'
import { elementOf, elementsOf } from './elements.ts'
import { checkMerged, joinAnswers, mergeForms, splitAnswers, type FormOfItem } from './merged-form.ts'

const elements = elementsOf(readElements().file.elements ?? [])
const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))

const NAME: FormField = {
  name: 'name',
  label: '申请人姓名',
  type: 'text',
  element: 'party.name',
  required: true,
  maxLength: 50,
}
const CODE: FormField = {
  name: 'creditCode',
  label: '统一社会信用代码',
  type: 'credit-code',
  element: 'party.creditCode',
  required: true,
}
const ID: FormField = {
  name: 'citizenId',
  label: '身份证号码',
  type: 'citizen-id',
  element: 'party.citizenId',
  required: true,
}
const BANK: FormField = {
  name: 'accountNumber',
  label: '银行账号',
  type: 'text',
  required: false,
  maxLength: 30,
  section: '领取',
}
const COLOUR: FormField = { name: 'colour', label: '喜欢的颜色', type: 'text', required: false }

const item = (id: string, name: string, ...fields: FormField[]): FormOfItem => ({
  id,
  name,
  form: { title: name, fields },
})
const merge = (...those: FormOfItem[]) => mergeForms(elements, '一起办', those)

test('each element is asked once, and what one item alone asks stands under its name', () => {
  const merged = merge(
    item('a', '高龄津贴', NAME, ID, BANK, COLOUR),
    item('b', '养老金', { ...NAME, label: '参保人姓名' }, ID, { ...BANK, required: true, maxLength: 20 }),
  )
  expect(
    merged.form.fields.map(({ label, section, required, maxLength }) => [
      label,
      section,
      required,
      maxLength,
    ]),
  ).toEqual([
    ['姓名', '申请人', true, 50],
    ['身份证号码', '申请人', true, undefined],
    ['银行账号', '收款账户', true, 20],
    ['喜欢的颜色', '高龄津贴', false, undefined],
  ])
  expect(merged.notes.map(({ text }) => text)).toEqual([
    '“姓名”在《高龄津贴》里叫“申请人姓名”，在《养老金》里叫“参保人姓名”。',
    '“银行账号”必须填：《养老金》要求填写。',
    '“银行账号”最多写20个字：按《养老金》的要求。',
  ])
})

test.each<[title: string, one: FormOfItem, other: FormOfItem, asked: number]>([
  [
    'a person and a firm are two applicants',
    item('a', '甲', NAME, ID),
    item('b', '乙', { ...NAME, label: '名称' }, CODE),
    4,
  ],
  ['the same applicant is one', item('a', '甲', NAME, CODE), item('b', '乙', NAME, CODE), 2],
  [
    'answers one of them does not offer are asked apart',
    item('a', '甲', {
      name: 'right',
      label: '场所来源',
      type: 'choice',
      required: true,
      options: [{ value: 'own', label: '自有' }],
    }),
    item('b', '乙', {
      name: 'right',
      label: '场所来源',
      type: 'choice',
      required: true,
      options: [{ value: 'rent', label: '租赁' }],
    }),
    2,
  ],
  [
    'what is no element is asked apart, though it is called the same',
    item('a', '甲', COLOUR),
    item('b', '乙', COLOUR),
    2,
  ],
  [
    'under the same condition it is one question',
    item('a', '甲', ...agent()),
    item('b', '乙', ...agent()),
    2,
  ],
  ['under another condition it is another', item('a', '甲', ...agent()), item('b', '乙', ...agent('no')), 3],
])('%s', (_title, one, other, asked) => {
  expect(merge(one, other).form.fields).toHaveLength(asked)
})

function agent(equals = 'yes'): FormField[] {
  return [
    { name: 'byAgent', label: '是否由他人代办', type: 'yes-no', required: true },
    {
      name: 'agentName',
      label: '代办人姓名',
      type: 'text',
      element: 'agent.name',
      required: true,
      showWhen: { field: 'byAgent', equals },
    },
  ]
}

test('each section of what is shared stands once, though a later item asks more of it', () => {
  const address: FormField = {
    name: 'home',
    label: '现在的住址',
    type: 'text',
    element: 'party.address',
    required: true,
  }
  const merged = merge(
    item('a', '甲', NAME, BANK),
    item('b', '乙', NAME, BANK, address),
    item('c', '丙', NAME, address),
  )
  expect(merged.form.fields.map(({ label, section }) => [section, label])).toEqual([
    ['申请人', '申请人姓名'],
    ['申请人', '现在的住址'],
    ['收款账户', '银行账号'],
  ])
})

test('no answer is lost or invented: what is split and joined again is what was written', () => {
  const those = [item('a', '甲', NAME, ID, ...agent()), item('b', '乙', NAME, COLOUR, ...agent('no'))]
  const merged = merge(...those)
  const by = (label: string, at = 0) => merged.form.fields.filter((field) => field.label === label)[at]!.name
  const written = {
    [by('申请人姓名')]: '测试甲',
    [by('是否由他人代办')]: 'no',
    [by('喜欢的颜色')]: '青',
    [by('代办人姓名', 1)]: '测试乙',
  }
  const own = splitAnswers(merged, those, written)
  expect(Object.fromEntries(own)).toEqual({
    a: { name: '测试甲', byAgent: 'no' },
    b: { name: '测试甲', byAgent: 'no', colour: '青', agentName: '测试乙' },
  })
  expect(joinAnswers(merged, own)).toEqual(written)
})

test('a merged form lets nothing pass that an item would refuse, and names the question that is asked', () => {
  const those = [item('a', '甲', NAME, ID), item('b', '乙', NAME, BANK)]
  const merged = merge(...those)
  expect(checkMerged(merged, those, {}, {}).map(({ message }) => message)).toEqual([
    '请填写“申请人姓名”',
    '请填写“身份证号码”',
  ])
})

test('names of questions do not hang on what else was chosen, so that a page posted late means what it asked', () => {
  const [a, b, c] = [item('a', '甲', NAME, COLOUR), item('b', '乙', NAME, ID), item('c', '丙', NAME, BANK)]
  const nameOf = (those: FormOfItem[], at: string) =>
    [...merge(...those).origins].find(([, places]) =>
      places.some(({ item: id, field }) => `${id}/${field}` === at),
    )![0]
  expect(nameOf([a, b], 'a/colour')).toBe(nameOf([c, a], 'a/colour'))
  expect(nameOf([a, b], 'b/name')).toBe(nameOf([c, b, a], 'b/name'))
})

test('any two items of the pack merge: one question an element, and every answer comes back to each of them', () => {
  for (const [at, one] of items.entries()) {
    const other = items[(at * 7 + 3) % items.length]!
    if (one.id === other.id) continue
    const those = [one, other]
    const merged = merge(...those)
    const names = merged.form.fields.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => /^[a-z][A-Za-z0-9]{0,39}$/.test(name))).toBe(true)
    expect(askedFields(merged.form, {}).length).toBeGreaterThan(0)
    expect([...merged.origins.values()].flat()).toHaveLength(
      one.form.fields.length + other.form.fields.length,
    )
    const values: FormValues = Object.fromEntries(
      merged.form.fields.map((field) => [field.name, answerTo(field)]),
    )
    const own = splitAnswers(merged, those, values)
    for (const { id, form } of those) {
      const whole = Object.fromEntries(form.fields.map((field) => [field.name, answerTo(field)]))
      expect([id, own.get(id)]).toEqual([id, answered(form, whole)])
      expect(check(form, own.get(id)!).map(({ code }) => code)).not.toContain('missing')
    }
  }
  const shared = items.flatMap(({ form }) =>
    form.fields.filter((field) => elementOf(elements, field) !== undefined),
  )
  expect(shared.length).toBeGreaterThan(600)
})

function answerTo({ type, options = [] }: FormField): string | string[] {
  if (type === 'choices') return options.slice(0, 1).map(({ value }) => value)
  return type === 'choice' ? options[0]!.value : type === 'yes-no' ? 'yes' : '370304001001'
}
