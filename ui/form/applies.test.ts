import { describe, expect, test } from 'vitest'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { applies, askedMaterials, birthProblems, mayPromise } from './index.ts'

const form: FormSchema = {
  title: '示例表',
  fields: [
    { name: 'kind', label: '业态', type: 'choice', required: true, options: [] },
    { name: 'agent', label: '是否代办', type: 'yes-no', required: true },
    { name: 'goods', label: '卖什么', type: 'choices', required: true, options: [] },
    {
      name: 'canteen',
      label: '食堂',
      type: 'choice',
      required: true,
      showWhen: { field: 'kind', equals: 'canteen' },
    },
  ],
}

describe('whether a paper applies', () => {
  test.each([
    ['a required paper', { necessity: 'required' }, {}, 'yes'],
    ['one that may follow later', { necessity: 'tolerable' }, {}, 'yes'],
    ['a conditional one a person judges', { necessity: 'conditional' }, { kind: 'retail' }, 'ask'],
    ['one whose question is open', when('kind', 'catering'), {}, 'ask'],
    ['one whose question was left empty', when('kind', 'catering'), { kind: '' }, 'ask'],
    ['one whose answer was given', when('kind', 'catering'), { kind: 'catering' }, 'yes'],
    ['one whose answer is another', when('kind', 'catering'), { kind: 'retail' }, 'no'],
    ['one of several answers', when('kind', ['catering', 'canteen']), { kind: 'canteen' }, 'yes'],
    ['a tick among several', when('goods', 'food'), { goods: ['craft', 'food'] }, 'yes'],
    ['no tick of several', when('goods', 'food'), { goods: ['craft'] }, 'no'],
    ['a yes written otherwise', when('agent', '是'), { agent: 'yes' }, 'yes'],
    ['a no', when('agent', 'yes'), { agent: 'no' }, 'no'],
    ['a question that is not asked', when('canteen', 'school'), { kind: 'retail' }, 'no'],
    [
      'a left-over of a question no longer asked',
      when('canteen', 'school'),
      { kind: 'retail', canteen: 'school' },
      'no',
    ],
    ['a question that is asked', when('canteen', 'school'), { kind: 'canteen' }, 'ask'],
    [
      'a required paper that an answer rules out',
      { ...when('kind', 'catering'), necessity: 'required' },
      { kind: 'retail' },
      'no',
    ],
  ] as const)('%s', (_, material, answers, wanted) => {
    expect(applies(material as never, answers, form)).toBe(wanted)
  })

  test('without the form at hand a missing answer is merely open', () => {
    expect(applies(when('canteen', 'school') as never, { kind: 'retail' })).toBe('ask')
  })
})

function when(field: string, equals: string | readonly string[]) {
  return { necessity: 'conditional', whenAnswer: { field, equals } }
}

describe('the promise', () => {
  const commitment = {
    when: { field: 'kind', equals: 'catering' },
    unless: [{ field: 'goods', equals: ['raw'] }],
    replaces: ['plan'],
  }
  const item = (more: object = { commitment }) =>
    ({
      form,
      process: more,
      materials: [
        { id: 'plan', necessity: 'required' },
        { id: 'id-card', necessity: 'required' },
        { id: 'mandate', ...when('agent', 'yes') },
      ],
    }) as never

  test.each([
    ['whom it is for', { kind: 'catering' }, true],
    ['somebody else', { kind: 'retail' }, false],
    ['an open question', {}, false],
    ['what closes the way', { kind: 'catering', goods: ['raw'] }, false],
  ])('is offered to %s: %o', (_, answers, wanted) => expect(mayPromise(item(), answers)).toBe(wanted))

  test('an item without one offers none', () =>
    expect(mayPromise(item({}), { kind: 'catering' })).toBe(false))

  test.each([
    [false, { agent: 'yes' }, ['plan', 'id-card', 'mandate']],
    [false, { agent: 'no' }, ['plan', 'id-card']],
    [true, { agent: 'no' }, ['id-card']],
  ])('promised %s with %o asks for %o', (promised, answers, wanted) => {
    expect(askedMaterials(item(), answers, promised).map(({ id }) => id)).toEqual(wanted)
  })
})

describe('days of birth', () => {
  const person = (section: string, ids = 1): FormSchema => ({
    title: '示例表',
    fields: [
      ...Array.from({ length: ids }, (_, at) => ({
        ...({
          name: `id${at}`,
          label: '身份证号',
          type: 'citizen-id',
          required: true,
          section: '本人',
        } as const),
      })),
      { name: 'born', label: '出生日期', type: 'date', required: true, section },
      { name: 'from', label: '从哪天起', type: 'date', required: true, section },
    ],
  })
  const ID = '11010519491231002X'
  test.each([
    ['the day of the number', '本人', 1, { id0: ID, born: '1949-12-31' }, []],
    ['another day', '本人', 1, { id0: ID, born: '1949-12-30' }, ['born']],
    ['somebody else’s section', '孩子', 1, { id0: ID, born: '2026-01-05' }, []],
    ['two numbers in one section', '本人', 2, { id0: ID, id1: ID, born: '2026-01-05' }, []],
    ['a number that does not check', '本人', 1, { id0: '110105194912310021', born: '2000-01-01' }, []],
    ['a day to come', '孩子', 1, { id0: ID, born: '2026-11-24' }, ['born']],
    ['today', '孩子', 1, { id0: ID, born: '2026-11-23' }, []],
    ['no day at all', '本人', 1, { id0: ID, born: '不知道' }, []],
    ['a day to come that is no birth', '孩子', 1, { id0: ID, from: '2027-01-01' }, []],
  ])('%s', (_, section, ids, answers, wanted) => {
    const problems = birthProblems(person(section, ids), answers, '2026-11-23')
    expect(problems.map(({ field }) => field)).toEqual(wanted)
  })
})
