import { describe, expect, test } from 'vitest'
import type { FormSchema, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { answersToKeep, holderOf, papersAsked, postalProblems, reusableAnswers, reuseCount } from './model.ts'

const form: FormSchema = {
  title: '表',
  fields: [
    { name: 'name', label: '名称', type: 'text', element: 'party.name', required: true },
    {
      name: 'kind',
      label: '申请人是',
      type: 'choice',
      required: true,
      options: [
        { value: 'person', label: '个人' },
        { value: 'firm', label: '企业' },
      ],
    },
    {
      name: 'code',
      label: '信用代码',
      type: 'credit-code',
      element: 'party.creditCode',
      required: true,
      showWhen: { field: 'kind', equals: 'firm' },
    },
    {
      name: 'id',
      label: '身份证号',
      type: 'citizen-id',
      element: 'party.citizenId',
      required: true,
      showWhen: { field: 'kind', equals: 'person' },
    },
    { name: 'address', label: '地址', type: 'text', element: 'party.address', required: true, maxLength: 20 },
    { name: 'agent', label: '代办人', type: 'text', element: 'agent.name', required: false },
    { name: 'other', label: '其他', type: 'text', required: false },
  ],
}
const CODE = '91350100M000100Y43'
const person = {
  kind: 'person',
  name: '测试甲',
  id: '11010519491231002X',
  address: '示例路1号',
  agent: '测试乙',
}
const firm = { kind: 'firm', name: '示例商行', code: CODE, address: '示例街2号' }

describe('the list of materials', () => {
  const material = (id: string, more: object = {}) => ({
    id,
    name: `${id}材料`,
    necessity: 'required',
    ...more,
  })
  const item = {
    form,
    process: { commitment: { replaces: ['plan'] } },
    materials: [
      material('form', { fromForm: true }),
      material('plan'),
      material('looked-up', { shared: '电子证照库' }),
      material('later', { necessity: 'tolerable' }),
      material('judged', { necessity: 'conditional' }),
      material('firm-only', { necessity: 'conditional', whenAnswer: { field: 'kind', equals: 'firm' } }),
    ],
  } as unknown as ItemVersion
  test.each([
    ['ordinary', firm, ['plan needed', 'later', 'judged', 'firm-only needed'], []],
    ['ordinary', person, ['plan needed', 'later', 'judged'], ['“申请人是”填的是“个人”，不用交。']],
    ['ordinary', {}, ['plan needed', 'later', 'judged', 'firm-only'], []],
    ['commitment', firm, ['later', 'judged', 'firm-only needed'], ['您选了告知承诺，由承诺书代替。']],
  ] as const)('%s with %o', (way, values, asked, because) => {
    const papers = papersAsked(item, values as never, way)
    expect(papers.asked.map((line) => `${line.material.id}${line.needed ? ' needed' : ''}`)).toEqual(asked)
    // What the office looks up for itself is asked of nobody, whichever way is chosen (CAS-18).
    const shared = '由窗口从电子证照库核对，不用交。'
    expect(papers.spared.map((line) => line.because)).toContain(shared)
    expect(papers.spared.map((line) => line.because).filter((line) => line !== shared)).toEqual(because)
  })
})

describe('what is kept for the next filing', () => {
  test.each([
    ['a person', person, 'person', ['party.address']],
    ['a firm', firm, 'organisation', ['party.name', 'party.creditCode', 'party.address']],
    ['nobody yet', {}, 'person', []],
  ] as const)('of %s: never what the account knows, never an agent', (_, values, holder, elements) => {
    expect(holderOf(form, values)).toBe(holder)
    expect(answersToKeep(form, values, []).map(({ element }) => element)).toEqual(elements)
  })

  const kept = answersToKeep(form, person, [])
  test.each([
    ['an empty field takes it', { kind: 'person' }, ['address']],
    ['a field that holds something keeps it', { kind: 'person', address: '新地址' }, []],
    ['a firm is not given its owner’s', { kind: 'firm', code: CODE }, []],
  ])('%s', (_, values, fields) => {
    expect(reusableAnswers(form, values, kept).map(({ field }) => field)).toEqual(fields)
  })

  test('an answer the field would refuse is not offered', () => {
    const long = kept.map((answer) => ({ ...answer, value: '长'.repeat(21) }))
    expect(reusableAnswers(form, { kind: 'person' }, long)).toEqual([])
  })

  test.each([
    ['taken over and left', { ...person }, { address: '示例路1号' }, 1],
    ['taken over and changed', { ...person, address: '别处' }, { address: '示例路1号' }, 0],
    ['nothing taken over', person, {}, 0],
  ])('counts only what nobody had to write: %s', (_, values, reused, wanted) => {
    expect(reuseCount(form, values, reused)).toEqual({ asked: 6, reused: wanted })
  })
})

test.each([
  [{ receiver: '测试甲', phone: '19900000001', address: '示例县示例镇1号' }, []],
  [{ receiver: '测试甲', phone: '0533-1234567', address: '示例县示例镇1号' }, []],
  [{ receiver: '甲', phone: '199', address: '近' }, ['postalReceiver', 'postalPhone', 'postalAddress']],
  [{}, ['postalReceiver', 'postalPhone', 'postalAddress']],
])('an address of a parcel %o lacks %o', (postal, fields) => {
  expect(postalProblems(postal).map(({ field }) => field)).toEqual(fields)
})
