import { describe, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { promiseItem } from '../../../testing/canned-promise.ts'
import {
  asAnswered,
  asksRegion,
  filingOf,
  newApplication,
  papersOf,
  problemsOf,
  regionOf,
  type Application,
} from './application.ts'

const item = promiseItem as unknown as ItemVersion
const ids = (materials: readonly { id: string }[]) => materials.map(({ id }) => id)
const names = (application: Partial<Application>) => {
  const { asked, open, spared, replaced } = papersOf(item, { ...newApplication(item, ''), ...application })
  return { asked: ids(asked), open: ids(open), spared: ids(spared), replaced: ids(replaced) }
}

describe('papers by answers', () => {
  const alone = { living: 'alone', agent: 'no' }
  const all = ['application-form', 'id-card']
  test.each<[string, Partial<Application>, Record<string, string[]>]>([
    ['nothing answered', {}, { asked: all, open: ['agent-letter'], spared: [], replaced: [] }],
    [
      'by an agent',
      { values: { agent: 'yes' } },
      { asked: [...all, 'agent-letter'], open: [], spared: [], replaced: [] },
    ],
    ['in person', { values: alone }, { asked: all, open: [], spared: ['agent-letter'], replaced: [] }],
    [
      'on a promise',
      { values: alone, way: 'promise' },
      { asked: ['application-form'], open: [], spared: ['agent-letter'], replaced: ['id-card'] },
    ],
    [
      'a promise that an answer closed',
      { values: { ...alone, living: 'family' }, way: 'promise' },
      { asked: all, open: [], spared: ['agent-letter'], replaced: [] },
    ],
  ])('%s', (_title, application, expected) => {
    expect(names(application)).toEqual(expected)
  })
})

test('CAT-17 a situation asks its own papers, in its own time', () => {
  const situation = { no: '01', name: '独居', standard: 'grassroots@1' }
  const promisedLimit = { amount: 0, unit: 'working-day' as const }
  const split: ItemVersion = {
    ...item,
    situations: [
      {
        ...situation,
        when: [{ field: 'living', equals: 'alone' }],
        materials: ['application-form', 'agent-letter'],
        promisedLimit,
      },
    ],
  }
  const application = { ...newApplication(split, ''), values: { living: 'alone', agent: 'yes' } }
  expect(ids(papersOf(split, application).asked)).toEqual(['application-form', 'agent-letter'])
  expect(ids(papersOf(split, application).spared)).toEqual(['id-card'])
  expect(asAnswered(split, application).promisedLimit).toEqual(promisedLimit)
  const other = { ...application, values: { ...application.values, living: 'family' } }
  expect(ids(papersOf(split, other).asked)).toContain('id-card')
})

const begun: Application = {
  ...newApplication(item, '370304101000'),
  values: { living: 'alone', agent: 'no' },
  delivery: 'window',
}

test.each<[string, Partial<Application>, string[]]>([
  ['no way chosen', {}, ['请选择“办理方式”']],
  ['general', { way: 'general' }, []],
  ['not signed', { way: 'promise' }, ['请申请人在告知承诺书上签字，再勾选确认']],
  ['signed', { way: 'promise', signed: true }, []],
  [
    'a short address',
    { way: 'general', delivery: 'post', postal: { receiver: '甲', phone: '19900000001', address: '秋谷' } },
    ['请把“收件地址”写详细', '请写“收件人”的全名'],
  ],
])('before it is read back: %s', (_title, part, expected) => {
  expect(problemsOf(item, { ...begun, ...part }, {}).map(({ message }) => message)).toEqual(expected)
})

test('papers that are not asked for are not handed in, and only a promise is filed as one', () => {
  const papers = {
    'id-card': { originals: 1, copies: 0, files: [] },
    'agent-letter': { originals: 1, copies: 0, files: [] },
  }
  const general = filingOf(item, { ...begun, papers, way: 'general' }, 'centre-1')
  expect(general.materials.map(({ material }) => material)).toEqual(['id-card'])
  expect(general).not.toHaveProperty('commitment')
  const promised = filingOf(item, { ...begun, papers, way: 'promise', signed: true }, 'centre-1')
  expect([promised.materials, promised.commitment]).toEqual([[], { confirmed: true }])
})

describe('where it falls is asked once', () => {
  const village = { name: 'home', label: '居住的村', type: 'region', required: true } as const
  const asking = (...fields: ItemVersion['form']['fields']): ItemVersion => ({
    ...item,
    decidingBody: { ...item.decidingBody, kind: 'town' } as ItemVersion['decidingBody'],
    form: { title: '', fields },
  })
  test.each<[string, ItemVersion, boolean]>([
    ['a form that asks for a village has said it', asking(village), false],
    ['one that asks only some people has not', asking({ ...village, required: false }), true],
    ['nor has one that asks for two', asking(village, { ...village, name: 'plot' }), true],
  ])('%s', (_title, of, asked) => {
    expect(asksRegion(of)).toBe(asked)
  })

  test('and the answer of the form is the place of the matter', () => {
    const application = {
      ...newApplication(asking(village), '370304101000'),
      values: { home: '370304101001' },
    }
    expect(regionOf(asking(village), application)).toBe('370304101001')
  })
})
