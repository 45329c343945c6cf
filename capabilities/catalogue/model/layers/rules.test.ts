import { expect, test } from 'vitest'
import { ItemVersion } from '../../contract.ts'
import type { Layer } from '../../contract/layer.ts'
import { FIELD_POLICY } from './policy.ts'
import { resolve } from './resolve.ts'
import { county, REAL, whole } from './testing.ts'

const [paper] = REAL.materials.filter(({ necessity, fromForm }) => necessity === 'required' && !fromForm)
const some = REAL.materials.find(({ necessity }) => necessity === 'conditional')!
const asked = REAL.form.fields.find(({ required }) => required)!
const optional = REAL.form.fields.find(({ required }) => !required)!
const field = (name: string, part: string) => `/form/fields/${name}/${part}`
const [condition] = REAL.conditions
const { promisedLimit: promise } = REAL

const outcome = (words: Partial<Layer>, item: object = REAL, lock: string[] = []) =>
  resolve([whole(item, '000000', { lock }), county(words)]).problems.map(
    ({ path, breach }) => `${path} ${breach}`,
  )

test.each<[string, Partial<Layer>]>([
  ['nothing at all', {}],
  ['a shorter promise', { set: { '/promisedLimit/amount': promise.amount - 1 } }],
  ['a promise at once', { set: { '/promisedLimit': { amount: 0, unit: 'working-day' } } }],
  ['another word about the promise', { set: { '/promisedLimit/note': '当场告知进度' } }],
  ['a paper less', { drop: [`/materials/${paper!.id}`] }],
  ['a paper that may follow later', { set: { [`/materials/${paper!.id}/necessity`]: 'tolerable' } }],
  ['a paper the office looks up itself', { set: { [`/materials/${paper!.id}/shared`]: '电子证照库' } }],
  ['fewer copies', { set: { [`/materials/${paper!.id}/copies`]: 0 } }],
  ['a step less', { drop: ['/process/steps/survey'] }],
  ['another role for a step', { set: { '/process/steps/review/role': 'approver' } }],
  ['a condition less', { drop: [`/conditions/${condition}`] }],
  ['a question that need not be answered', { set: { [field(asked.name, 'required')]: false } }],
  ['an optional question less', { drop: [`/form/fields/${optional.name}`] }],
  ['a better hint', { set: { [field(asked.name, 'hint')]: '照身份证上写。' } }],
  ['one more name people use', { set: { '/aliases/开小馆子': '开小馆子' } }],
  ['one more answer', { set: { '/faq/要等多久？': { question: '要等多久？', answer: '五个工作日。' } } }],
  ['its own phone', { set: { '/enquiryPhone': '0533-0000123' } }],
  ['no visit', { set: { '/visits': 0 } }],
  ['lines in another order', { order: { '/materials': [paper!.id] } }],
])('a lower tier may give: %s', (_title, words) => {
  expect(outcome(words)).toEqual([])
})

const material = (id: string) => ({ ...paper!, id })
test.each<[string, Partial<Layer>, string]>([
  ['another name', { set: { '/name': '食品许可' } }, '/name changed'],
  ['another type', { set: { '/itemType': '20' } }, '/itemType changed'],
  ['another code', { set: { '/codes/catalogCode': '370131024000' } }, '/codes/catalogCode changed'],
  ['no legal basis', { drop: ['/legalBasis'] }, '/legalBasis dropped'],
  [
    'a longer promise',
    { set: { '/promisedLimit/amount': promise.amount + 1 } },
    '/promisedLimit/amount longer',
  ],
  [
    'the promise in days of another kind',
    { set: { '/promisedLimit/unit': 'calendar-day' } },
    '/promisedLimit/unit other-unit',
  ],
  ['no promise', { drop: ['/promisedLimit'] }, '/promisedLimit dropped'],
  ['another limit of the law', { set: { '/statutoryLimit/amount': 30 } }, '/statutoryLimit changed'],
  [
    'a paper more',
    { set: { '/materials/family-book': material('family-book') } },
    '/materials/family-book added',
  ],
  [
    'more copies',
    { set: { [`/materials/${paper!.id}/copies`]: 9 } },
    `/materials/${paper!.id}/copies heavier`,
  ],
  [
    'an original where a copy did',
    { set: { [`/materials/${some.id}/originals`]: 3 } },
    `/materials/${some.id}/originals heavier`,
  ],
  [
    'a paper of some from everybody',
    { set: { [`/materials/${some.id}/necessity`]: 'required' } },
    `/materials/${some.id}/necessity heavier`,
  ],
  [
    'a stricter look at a paper',
    { set: { [`/materials/${paper!.id}/acceptStandard`]: '还要盖村章。' } },
    `/materials/${paper!.id}/acceptStandard changed`,
  ],
  [
    'only on paper',
    { set: { [`/materials/${paper!.id}/medium`]: 'paper' } },
    `/materials/${paper!.id}/medium changed`,
  ],
  ['a condition more', { set: { '/conditions/本地户口': '本地户口' } }, '/conditions/本地户口 added'],
  [
    'a condition in other words',
    { drop: [`/conditions/${condition}`], set: { '/conditions/另一种说法': '另一种说法' } },
    '/conditions/另一种说法 added',
  ],
  [
    'a question more',
    { set: { '/form/fields/hobby': { name: 'hobby', label: '爱好', type: 'text', required: false } } },
    '/form/fields/hobby added',
  ],
  [
    'an optional question asked of all',
    { set: { [field(optional.name, 'required')]: true } },
    `/form/fields/${optional.name}/required heavier`,
  ],
  [
    'a required question dropped',
    { drop: [`/form/fields/${asked.name}`] },
    `/form/fields/${asked.name} dropped`,
  ],
  [
    'another kind of answer',
    { set: { [field(asked.name, 'type')]: 'long-text' } },
    `/form/fields/${asked.name}/type changed`,
  ],
  [
    'a longer step',
    { set: { '/process/steps/review/limitWorkingDays': 50 } },
    '/process/steps/review/limitWorkingDays heavier',
  ],
  ['nobody to decide', { drop: ['/process/steps/decide'] }, '/process/steps/decide dropped'],
  ['one visit more', { set: { '/visits': REAL.visits + 1 } }, '/visits heavier'],
  ['a fee', { set: { '/fee': { charged: true, basis: '本地规定', lines: [] } } }, '/fee/charged added'],
  ['a way of asking less', { drop: ['/handleTypes/1'] }, '/handleTypes/1 dropped'],
  [
    'fewer days to complain',
    { set: { '/remedies/reconsideration/days': 30 } },
    '/remedies/reconsideration/days heavier',
  ],
  ['no promise instead of papers', { drop: ['/process/commitment'] }, '/process/commitment dropped'],
  [
    'the promise closed to more people',
    { set: { '/process/commitment/liability': ['随时撤销'] } },
    '/process/commitment/liability changed',
  ],
  [
    'words about a paper that is not there',
    { set: { '/materials/none/copies': 0 } },
    '/materials/none/copies nothing-there',
  ],
  [
    'a line under the key of another',
    { set: { '/materials/none': material('other') } },
    '/materials/none other-key',
  ],
])('a lower tier may not give: %s', (_title, words, problem) => {
  expect(outcome(words)).toContain(problem)
})

test('what nobody above has said is free to the first who says it, and no longer to the next', () => {
  const { promisedLimit: _promise, ...rest } = REAL
  const first = county({
    area: '370000',
    set: { '/promisedLimit': { amount: 6, unit: 'working-day' } },
  } as never)
  const longer = county({ set: { '/promisedLimit/amount': 7 } })
  expect(resolve([whole(rest), first]).problems).toEqual([])
  expect(resolve([whole(rest), first, longer]).problems).toMatchObject([
    {
      path: '/promisedLimit/amount',
      breach: 'longer',
      above: 6,
      here: 7,
      by: { tier: 2, area: '370000', version: 1 },
    },
  ])
})

test('an upper tier may lock what the rule of the field leaves open, and what it leaves out', () => {
  expect(outcome({ set: { '/enquiryPhone': '0533-0000123' } }, REAL, ['/enquiryPhone'])).toEqual([
    '/enquiryPhone changed',
  ])
  const { quantityLimit: _none, ...open } = REAL
  expect(outcome({ set: { '/quantityLimit': '每年十户' } }, open, ['/quantityLimit'])).toEqual([
    '/quantityLimit added',
  ])
})

test('a province adds the ordinance it made; a county makes none', () => {
  const line = {
    law: '《山东省某条例》',
    article: '第三条',
    text: '……',
    issuer: '省人大常委会',
    verified: false,
  }
  const words = { set: { [`/legalBasis/${line.law}${line.article}`]: line } }
  const province = { ...county(words), area: '370000' }
  expect(resolve([whole(REAL), province]).problems).toEqual([])
  expect(outcome(words)).toEqual(['/legalBasis changed'])
})

test('every field of an item has its rule with the article behind it', () => {
  const fields = Object.keys(ItemVersion.properties)
  const ruled = new Set(FIELD_POLICY.map(({ path }) => path.split('/')[1]))
  expect(fields.filter((name) => !ruled.has(name))).toEqual([])
  expect(FIELD_POLICY.filter(({ basis }) => basis === '')).toEqual([])
  expect(new Set(FIELD_POLICY.map(({ path }) => path)).size).toBe(FIELD_POLICY.length)
})
