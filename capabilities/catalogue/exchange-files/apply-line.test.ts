import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { ItemVersion } from '../contract.ts'
import { readItems } from '../load.ts'
import { applied } from './apply-line.ts'
import { lineOf } from './export.ts'
import type { Line } from './fields.ts'
import { body } from './testing.ts'

const { items } = readItems(packFolder('boshan-2020') + '/items')
const bodies = [...new Set(items.flatMap(({ decidingBody }) => decidingBody.body ?? []))].map((id) =>
  body(id, `测试区${id}局`, id),
)
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const fits = ajv.compile<ItemVersion>(ItemVersion)
const item = items.find(({ id }) => id === 'elderly-allowance')!
const [paper] = item.materials
const papers = lineOf(item, bodies).materialDetails!

const taken = (said: Line) => applied(item, said, bodies, fits)

test.each([
  ['name', { taskName: '高龄津贴申领（示例）' }, { name: '高龄津贴申领（示例）' }],
  ['promise', { promiseDay: '8' }, { promisedLimit: { amount: 8 } }],
  [
    'promise and unit',
    { promiseDay: '16', promiseType: '工作小时' },
    { promisedLimit: { amount: 16, unit: 'hour', within: 'office-hours' } },
  ],
  ['phone', { linkWay: '0533-0000001' }, { enquiryPhone: '0533-0000001' }],
  ['whom it serves', { serverType: '自然人^企业法人' }, { serves: ['1', '2'] }],
  ['conditions', { acceptCondition: '甲\n乙' }, { conditions: ['甲', '乙'] }],
  [
    'questions',
    { faqDetails: '问甲｜答甲\n问乙｜答乙' },
    {
      faq: [
        { question: '问甲', answer: '答甲' },
        { question: '问乙', answer: '答乙' },
      ],
    },
  ],
  ['last day', { planCancelDate: '2030-01-01' }, { effectiveTo: '2030-01-01' }],
] as const)('%s: what the file says is written into the item', (_, said, became) => {
  const { body: made, left } = taken(said)
  expect(left).toEqual([])
  expect(made).toMatchObject(became)
})

test('a paper that stands keeps what no file says of it, a new one comes in, one left out goes', () => {
  const [first] = papers.split('\n')
  const added = '测试证明｜证件证书证明｜政府部门核发｜1｜0｜纸质｜必要｜｜真实有效'
  const { body: made, left } = taken({ materialDetails: `${first}\n${added}` })
  expect(left).toEqual([])
  expect(made.materials).toEqual([
    paper,
    {
      ...{ id: 'imported-2', name: '测试证明', kind: 'certificate', source: 'government', originals: 1 },
      ...{ copies: 0, medium: 'paper', necessity: 'required', acceptStandard: '真实有效' },
    },
  ])
})

test.each([
  ['a statute nobody here knows', { byLaw: '测试办法第一条：测试。' }, 'byLaw'],
  ['a paper by its name alone', { materials: '某证明' }, 'materials'],
  ['a paper without a standard', { materialDetails: '测试证明｜其他' }, 'materialDetails'],
  ['a name that is too long', { taskName: '长'.repeat(201) }, 'taskName'],
  [
    'what follows from other parts',
    { isOnline: lineOf(item, bodies).isOnline === '是' ? '否' : '是' },
    'isOnline',
  ],
] as const)('%s is left to a person, and the item stays as it is', (_, said, field) => {
  const { body: made, left } = taken(said)
  expect(left.map((each) => each.field)).toEqual([field])
  expect(made).toEqual(item)
})

test('an empty cell and a version of another count change nothing', () => {
  expect(taken({ linkWay: '', taskVersion: '9', planEffectiveDate: '2031-01-01' })).toEqual({
    body: item,
    left: [],
  })
})
