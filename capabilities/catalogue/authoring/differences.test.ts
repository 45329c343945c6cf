import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../contract.ts'
import { readItems } from '../index.ts'
import { differences } from './differences.ts'
import { limitWords } from '#ui/format/limit.ts'
import { same } from './same.ts'

const published = readItems(path.join(packFolder('boshan-2020'), 'items')).items
const licence = published.find(({ id }) => id === 'food-business-licence')!

function omit<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const { [key]: _gone, ...rest } = whole
  return rest
}

const texts = (now: Partial<ItemVersion>, before: ItemVersion = licence) =>
  differences(before, { ...before, version: before.version + 1, ...now }).map(({ text }) => text)

const [form, first, ...others] = licence.materials as [
  ItemVersion['materials'][number],
  ItemVersion['materials'][number],
  ...ItemVersion['materials'],
]
const steps = (change: (steps: ItemVersion['process']['steps']) => ItemVersion['process']['steps']) => ({
  process: { ...licence.process, steps: change(licence.process.steps) },
})

test('two versions that say the same differ in nothing, in whatever order their parts are stored', () => {
  expect(texts({ effectiveFrom: '2030-01-01' })).toEqual([])
  const turned = Object.fromEntries(Object.entries(licence).toReversed()) as ItemVersion
  expect(differences(licence, turned)).toEqual([])
})

const commitment = licence.process.commitment!
const renew = licence.lifecycle!.renew!
const week = { amount: 7, unit: 'working-day' } as const
const withProcess = (more: Partial<ItemVersion['process']>) => ({ process: { ...licence.process, ...more } })

test.each<[what: string, now: Partial<ItemVersion>, said: string[]]>([
  ['no promise any more', { process: omit(licence.process, 'commitment') }, ['不再实行告知承诺。']],
  [
    'more time to look at what was promised',
    withProcess({ commitment: { ...commitment, check: { ...commitment.check, within: week } } }),
    [`承诺后的核查期限由${limitWords(commitment.check.within)}改为7个工作日。`],
  ],
  [
    'made public first',
    withProcess({ publicity: { within: week, where: '村公示栏', basis: '条例' } }),
    ['决定以前要先公示：在村公示栏公示7个工作日。'],
  ],
  [
    'decided above, by several together',
    withProcess({ forwardsTo: { body: '市局' }, together: true }),
    ['本级审查以后，报市局决定。', '改为几个部门一起决定。'],
  ],
  [
    'a renewal in a week, and nothing to cancel',
    { lifecycle: { ...omit(licence.lifecycle!, 'cancel'), renew: { ...renew, promisedLimit: week } } },
    [`延续的办理时限由${limitWords(renew.promisedLimit)}改为7个工作日。`, '不再受理注销的申请。'],
  ],
  ['another procedure', withProcess({ preReview: !licence.process.preReview }), ['“办理流程”有变化。']],
  ['a paper less', { materials: [form, ...others] }, [`不再需要材料“${first.name}”。`]],
  [
    'a paper the office looks up',
    { materials: [form, { ...first, shared: '部门间核对' }, ...others] },
    [`材料“${first.name}”改由部门自己核对，不再要申请人交。`],
  ],
  [
    'another number of copies',
    { materials: [form, { ...first, originals: 0, copies: 3 }, ...others] },
    [`材料“${first.name}”的份数由原件${first.originals}份、复印件${first.copies}份改为原件0份、复印件3份。`],
  ],
  ['a condition more', { conditions: [...licence.conditions, '新条件。'] }, ['办理条件新增：新条件。']],
  [
    'a condition less',
    { conditions: licence.conditions.slice(1) },
    [`办理条件删去：${licence.conditions[0]}`],
  ],
  ['conditions in another order', { conditions: licence.conditions.toReversed() }, ['办理条件次序有调整。']],
  [
    'a step in other days',
    steps(([accept, ...rest]) => [{ ...accept!, limitWorkingDays: 9 }, ...rest]),
    [`环节“受理”由${licence.process.steps[0]!.limitWorkingDays}个工作日改为9个工作日。`],
  ],
  ['another phone', { enquiryPhone: '0533-1234567' }, ['咨询电话改为0533-1234567。']],
  ['an end', { effectiveTo: '2031-12-31' }, ['到2031-12-31停用。']],
  ['another title of the form', { form: { ...licence.form, title: '新申请表' } }, ['“申请表”有变化。']],
  ['other questions', { faq: licence.faq.slice(1) }, ['“常见问题”有变化。']],
  [
    'steps and what else is in the process',
    { process: { ...steps((all) => all.slice(0, -1)).process, preReview: !licence.process.preReview } },
    [`去掉了环节“${licence.process.steps.at(-1)!.name}”。`, '“办理流程”有变化。'],
  ],
])('%s', (_what, now, said) => expect(texts(now)).toEqual(said))

test('only what somebody with a draft has to know is told to applicants', () => {
  const found = differences(licence, { ...licence, version: 2, materials: [form, ...others], faq: [] })
  expect(found.map(({ applicants }) => applicants)).toEqual([`不再需要材料“${first.name}”。`, undefined])
})

/** Every leaf of an item, by its path. */
function leaves(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...at, Array.isArray(value) ? Number(key) : key]),
  )
}

function withOther(item: ItemVersion, at: readonly (string | number)[]): ItemVersion {
  const copy = structuredClone(item) as unknown as Record<string | number, unknown>
  const parent = at.slice(0, -1).reduce((part, key) => part[key] as typeof copy, copy)
  const key = at.at(-1)!
  const was = parent[key]
  parent[key] = typeof was === 'boolean' ? !was : typeof was === 'number' ? was + 1 : `${String(was)}改`
  return copy as unknown as ItemVersion
}

test('no change of any part of an item goes unsaid', () => {
  const numbers = new Set(['id', 'version', 'effectiveFrom'])
  const silent = leaves(licence)
    .filter(([key]) => !numbers.has(String(key)))
    .filter((at) => differences(licence, withOther(licence, at)).length === 0)
  expect(silent.map((at) => at.join('/'))).toEqual([])
})

test('parts that are there on one side only are different', () => {
  expect(same({ a: undefined }, {})).toBe(true)
  expect(same({ a: 1 }, {})).toBe(false)
  expect(same([1], [1, 2])).toBe(false)
  expect(same(null, {})).toBe(false)
})

test('what only readers of the guide need is told part by part', () => {
  const before = { ...licence, guide: { issuer: '示例甲局', example: { name: '测试甲' } } }
  const now = {
    guide: { issuer: '示例乙局', scope: '本区的个体户', commonErrors: [{ wrong: '涂改', right: '重填' }] },
  }
  expect(texts(now, before)).toEqual([
    '指南的“发布机构”改为：示例乙局',
    '指南的“适用范围”写了：本区的个体户',
    '指南里不再写“示范文本”。',
    '指南里写了“常见错误示例”。',
  ])
})
