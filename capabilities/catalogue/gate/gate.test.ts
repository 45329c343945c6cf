import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { ItemVersion as ItemShape, type ItemVersion, type Material } from '../contract.ts'
import { readElements, readItems } from '../index.ts'
import type { Around } from './check.ts'
import { CHECKS } from './checks.ts'
import { judge, scoreOf } from './judge.ts'
import { gateProblems } from './severities.ts'

const published = readItems(path.join(packFolder('boshan-2020'), 'items')).items
const item = (id: string): ItemVersion => published.find((one) => one.id === id)!

/** A licence and a benefit that keep every check. */
const licence = sound(item('food-business-licence'))
const benefit = sound(item('elderly-allowance'))

function sound(of: ItemVersion): ItemVersion {
  const example = Object.fromEntries(of.form.fields.map(({ name }) => [name, '示例']))
  return {
    ...of,
    codes: { ...of.codes, verified: true },
    legalBasis: of.legalBasis.map((basis) => ({ ...basis, verified: true })),
    materials: of.materials.map((material) => ({ basis: '条例第一条', ...material })),
    guide: { example, commonErrors: [{ wrong: '身份证过期', right: '先换领身份证' }] },
  }
}

const material = (more: Partial<Material>): Material => ({
  ...licence.materials[1]!,
  id: 'one-more',
  ...more,
})
const withMaterial = (more: Partial<Material>) => ({ materials: [...licence.materials, material(more)] })
const step = (at: number, more: object) => ({
  ...licence.process,
  steps: licence.process.steps.map((one, index) => (index === at ? { ...one, ...more } : one)),
})
const place = {
  name: '博山镇便民服务中心',
  address: '博山镇中心路1号',
  hours: '工作日 08:30–17:00',
  phone: '0533-0000001',
}
const at = (more: Partial<typeof place>): Around => ({ places: [{ ...place, ...more }] })
const { elements = [] } = readElements().file
const withField = (more: object): ItemVersion['form'] => ({
  ...licence.form,
  fields: [
    ...licence.form.fields,
    { name: 'card', label: '银行账号', type: 'text', required: false, ...more },
  ],
})
const commitment = licence.process.commitment!
const renew = licence.lifecycle!.renew!
const NO_DAYS = { amount: 0, unit: 'working-day' } as const
const publicity = { within: { ...NO_DAYS, amount: 7 }, where: '村公示栏', basis: '条例' }

/** One line per check: what breaks it, and what the others around it look like. */
const BROKEN: readonly [check: string, more: Partial<ItemVersion>, around?: Around][] = [
  ['1.5-1', { projectType: '1' }],
  ['CAS-09', { process: step(0, { limitWorkingDays: 99 }) }],
  ['step-limit', { process: step(0, { limitWorkingDays: undefined }) }],
  ['1.5-8b', { process: { ...licence.process, procedure: 'on-the-spot' } }],
  ['steps', { process: { ...licence.process, steps: licence.process.steps.toReversed() } }],
  [
    'commitment-steps',
    { process: { ...licence.process, commitment: { ...commitment, steps: licence.process.steps } } },
  ],
  ['lifecycle-steps', { lifecycle: { renew: { ...renew, steps: renew.steps.toReversed() } } }],
  ['office-hours', { promisedLimit: { ...licence.promisedLimit, within: 'office-hours' } }],
  [
    'article-42',
    { statutoryLimit: { amount: 15, unit: 'working-day', basis: '《中华人民共和国行政许可法》第四十二条' } },
  ],
  ['1.5-11a', { statutoryLimit: { amount: 1, unit: 'working-day', basis: '条例' } }],
  ['step-standard', { process: step(1, { standard: '待定' }) }],
  ['1.5-10', withMaterial({ name: '其他材料' })],
  ['catch-all-conditions', { conditions: ['法律、行政法规规定的其他条件。'] }],
  ['never-certified', withMaterial({ name: '亲属关系证明', sourceNote: '户籍所在地村民委员会' })],
  ['material-source', withMaterial({ source: 'government', sourceNote: ' ' })],
  ['material-standard', withMaterial({ acceptStandard: '按规定' })],
  ['material-basis', withMaterial({ necessity: 'required', basis: '' })],
  ['conditional-when', withMaterial({ necessity: 'conditional', when: '' })],
  ['1.5-11s', withMaterial({ source: 'applicant', shared: '部门间核对' })],
  ['answers', withMaterial({ whenAnswer: { field: 'nowhere', equals: 'yes' } })],
  [
    'party',
    {
      form: {
        ...licence.form,
        fields: licence.form.fields.filter(({ element }) => element !== 'party.phone'),
      },
    },
  ],
  ['form', withMaterial({ fromForm: true })],
  ['ids', withMaterial({ id: licence.materials[0]!.id })],
  [
    'commitment-materials',
    { process: { ...licence.process, commitment: { ...commitment, replaces: ['nothing'] } } },
  ],
  ['lifecycle-materials', { lifecycle: { renew: { ...renew, materials: ['nothing'] } } }],
  ['1.5-3a', { visits: 1, onlineDepth: ['1', '2'] }],
  ['1.5-3b', { visitReason: '核对原件' }],
  ['1.5-3c', { handleTypes: ['1'] }],
  ['1.5-4', { visits: 1, visitReason: '核对原件' }],
  ['online-depth', { onlineDepth: ['1'] }],
  ['delivery-offered', {}, { offers: { delivery: ['window'] } }],
  ['channel-offered', {}, { offers: { channels: ['window'] } }],
  [
    'agent-offered',
    { entryModes: { ...licence.entryModes, station: 'accept' } },
    { offers: { channels: ['window', 'portal'] } },
  ],
  ['post', { delivery: ['window', 'post'], handleTypes: ['1', '2'] }],
  [
    'paper-from-afar',
    {
      ...withMaterial({ medium: 'paper', necessity: 'required' }),
      handleTypes: ['1', '2'],
      delivery: ['electronic'],
    },
  ],
  ['1.5-9a', { fee: { charged: true } }],
  [
    '1.5-9b',
    {
      fee: { charged: false, lines: [{ name: '工本费', standard: '10元', basis: '文件', reducible: false }] },
    },
  ],
  ['1.5-2a', { result: { ...licence.result, type: '3' }, onlineDepth: ['1', '2', '3', '5', '6'] }],
  ['1.5-2b', { result: { ...licence.result, sampleNote: '' } }],
  ['electronic-certificate', { result: { ...licence.result, type: '3', name: '告知单' } }],
  ['lifecycle-term', { result: { ...licence.result, term: { kind: 'none', basis: '条例' } } }],
  ['publicity-at-once', { process: { ...licence.process, publicity, procedure: 'on-the-spot' } }],
  ['publicity-days', { process: { ...licence.process, publicity: { ...publicity, within: NO_DAYS } } }],
  [
    'forwards-at-once',
    { process: { ...licence.process, forwardsTo: { body: '市局' }, procedure: 'on-the-spot' } },
  ],
  ['lifecycle-result', { result: { ...licence.result, type: '4' } }],
  ['renew-window', { lifecycle: { renew: { ...renew, notEarlierThan: renew.fileBefore } } }],
  [
    'article-50',
    {
      lifecycle: {
        renew: {
          ...{ ...renew, basis: '《中华人民共和国行政许可法》第五十条' },
          fileBefore: { amount: 20, unit: 'calendar-day' },
        },
      },
    },
  ],
  [
    'personal',
    {
      serves: ['2'],
      result: { ...licence.result, personal: { endsWith: 'death', basis: '条例' } },
      themes: { firm: ['010'] },
    },
  ],
  [
    'CAT-19',
    { materials: licence.materials },
    {
      analyses: [
        { item: licence.id, material: licence.materials[1]!.id, decision: 'trim', reason: '能核验' },
      ],
    },
  ],
  [
    'sharing-fields',
    withMaterial({ shared: undefined as never }),
    {
      analyses: [
        { item: licence.id, material: 'one-more', decision: 'share', reason: '能查到', provider: '公安局' },
      ],
    },
  ],
  ['element-same', { form: withField({ element: 'account.number', type: 'integer' }) }, { elements }],
  ['element-named', { form: withField({}) }, { elements }],
  ['1.5-5', { complaintPhone: licence.enquiryPhone }],
  ['1.5-5b', { enquiryPhone: '0000816' }],
  ['1.5-5c', {}, at({ address: '' })],
  ['1.5-6a', {}, at({ hours: '08:30–17:00' })],
  ['1.5-6b', {}, at({ address: '博山镇' })],
  ['1.5-7', { themes: { firm: ['010'] } }],
  ['1.5-11c', { effectiveTo: '2030-01-01' }, { citedBy: ['我要开饭店'] }],
  ['1.5-11b', { powerSource: '5' }],
  ['decider', { decidingBody: { kind: 'body' } }],
  ['CAT-01', { ownerTier: undefined as never }],
  [
    'CAT-17',
    { situations: [{ no: '01', name: '新办', standard: 'none@1', when: [{ field: 'none', equals: 'x' }] }] },
    { splitStandards: [] },
  ],
  ['owner-tier', { ownerTier: 'town' }],
  ['task-code', { codes: { ...licence.codes, taskCode: '11370800MB285591843370117002011' } }],
  ['code-type', { codes: { catalogCode: '370511901000', verified: true } }],
  ['code-verified', { codes: { ...licence.codes, verified: false } }],
  ['basis-verified', { legalBasis: [{ ...licence.legalBasis[0]!, verified: false }] }],
  [
    'reconsideration',
    { remedies: { ...licence.remedies, reconsideration: { ...licence.remedies.reconsideration, days: 30 } } },
  ],
  [
    'litigation',
    { remedies: { ...licence.remedies, litigation: { ...licence.remedies.litigation, months: 3 } } },
  ],
  ['intermediary', { intermediaryServices: '由窗口指定的公司测绘' }],
  ['elements-26', { guide: { ...licence.guide, commonErrors: [] } }],
  ['elements-7', { name: '待定' }],
  ['elements-delegated', { powerSource: '2', name: '待定' }],
  ['elements-licence', { quantityLimit: '待定' }],
  ['elements-online', { delivery: ['window'] }],
  ['1.5-8c', { faq: [{ question: '要多久？', answer: '待定' }] }],
]

const broken = (one: ItemVersion, around: Around = {}) => [
  ...new Set(judge(one, {}, around).findings.map(({ check }) => check)),
]

test('an item that keeps every check has full marks', () => {
  for (const one of [licence, benefit]) {
    expect(judge(one, {}, at({}))).toMatchObject({
      findings: [],
      score: 100,
      passes: true,
      elements: { said: 26 },
    })
  }
})

test.each(BROKEN)('%s finds its own fault', (check, more, around) => {
  expect(broken({ ...licence, ...more }, around)).toContain(check)
})

test('a matter of the town has to say its six parts', () => {
  expect(broken({ ...benefit, powerSource: '1', name: '无' })).toContain('elements-town')
})

test('every check has a line here, but for those that are off', () => {
  const lines = new Set(BROKEN.map(([check]) => check)).add('elements-town')
  expect(
    CHECKS.filter(({ id, severity }) => severity !== 'off' && !lines.has(id)).map(({ id }) => id),
  ).toEqual([])
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length)
})

test('no published item has anything that keeps it from being published', () => {
  expect(published.filter((one) => !judge(one).passes).map(({ id }) => id)).toEqual([])
})

test.each<[name: string, caught: boolean]>([
  ['其他材料', true],
  ['其它有关材料', true],
  ['有关材料', true],
  ['相关证明材料', true],
  ['法律法规规定的其他材料', true],
  ['法律、法规、规章规定的其他文件', true],
  ['审批机关要求提交的其他资料', true],
  ['行政机关认为必要的材料', true],
  ['身份证等材料', true],
  ['身份证、户口簿等有关证明材料', true],
  ['申请表和其他材料', true],
  ['营业执照或者其他主体资格证明', false],
  ['与纠纷有关的证据', false],
  ['与请求事项有关的案件材料', false],
  ['医疗费用票据', false],
  ['其他家庭成员的身份证', false],
])('GUI-09 a material called %s is a catch-all clause: %s', (name, caught) => {
  const { findings } = judge({ ...licence, ...withMaterial({ name }) })
  const [found] = findings.filter(({ check }) => check === '1.5-10')
  expect(found !== undefined).toBe(caught)
  // The reason stands beside the rule, so that whoever drafts knows why.
  if (caught) expect(found!.what).toMatch(new RegExp(`^材料“${name}”是兜底条款：.{8,}`))
})

test('CAT-18 the completeness check lists the items that lack an element of the online template', () => {
  const items = [
    licence,
    { ...licence, id: 'bare', delivery: ['window' as const], faq: [] },
    { ...benefit, handleTypes: ['1' as const] },
  ]
  const lacking = items.flatMap((one) => {
    const found = judge(one).findings.filter(({ check }) => check === 'elements-online')
    return found.length === 0 ? [] : [[one.id, ...found.map(({ what }) => what)]]
  })
  expect(lacking).toEqual([['bare', '缺少“结果可电子送达或者邮寄”', '缺少“常见问题解答”']])
})

test.each<[missing: string, more: Partial<ItemVersion>]>([
  ['设立依据', { legalBasis: [] }],
  ['办理条件', { conditions: [] }],
  ['数量', { quantityLimit: '' }],
  ['办理流程', { process: { ...licence.process, steps: [] } }],
  ['申报材料', { materials: [] }],
])('DIS-02/a a licence whose page would lack %s fails', (missing, more) => {
  const { findings, passes } = judge({ ...licence, ...more })
  expect(findings).toContainEqual(
    expect.objectContaining({ check: 'elements-licence', severity: 'block', what: `缺少“${missing}”` }),
  )
  expect(passes).toBe(false)
})

test('DIS-02/a a version without a limit has not the shape of one', () => {
  expect(ItemShape.required).toContain('promisedLimit')
})

test('a mark with its reason stands for an element that does not apply, and only among the twenty-six', () => {
  const bare = {
    ...licence,
    guide: {
      example: licence.guide!.example!,
      notApplicable: [{ element: 'common-errors' as const, reason: '自动办理，没有填写' }],
    },
  }
  expect(judge(bare)).toMatchObject({ elements: { said: 26, missing: [] }, score: 100 })
  const marked = {
    ...licence,
    conditions: [],
    guide: { ...licence.guide, notApplicable: [{ element: 'conditions' as const, reason: '没有条件' }] },
  }
  expect(broken(marked)).toEqual(['elements-7', 'elements-licence'])
})

test('a pack makes a check stricter or milder, but softens no law and knows no check of its own', () => {
  const one = { ...licence, guide: {} }
  expect(judge(one).passes).toBe(true)
  expect(judge(one, { 'elements-26': 'block' }).passes).toBe(false)
  expect(broken({ ...licence, codes: { ...licence.codes, verified: false } })).toEqual(['code-verified'])
  const off = { 'code-verified': 'off', '1.5-10': 'off' } as const
  const both = {
    ...licence,
    ...withMaterial({ name: '其他材料' }),
    codes: { ...licence.codes, verified: false },
  }
  expect(judge(both, off).findings.map(({ check }) => check)).toEqual(['1.5-10'])
  expect(gateProblems({ ...off, nothing: 'warn', 'elements-26': 'block' })).toEqual([
    { check: '1.5-10', code: 'check-below-floor', floor: 'block' },
    { check: 'nothing', code: 'check-unknown' },
  ])
})

test.each<[findings: readonly (readonly [string, 'block' | 'warn'])[], score: number]>([
  [[], 100],
  [[['a', 'warn']], 98],
  [[['a', 'block']], 90],
  // Twice the same check is one fault.
  [
    [
      ['a', 'block'],
      ['a', 'block'],
      ['b', 'warn'],
    ],
    88,
  ],
  [Array.from({ length: 12 }, (_, at) => [`c${at}`, 'block'] as const), 0],
])('%j scores %i', (findings, score) => {
  expect(scoreOf(findings.map(([check, severity]) => ({ check, severity })))).toBe(score)
})

test('what follows from the item itself is offered as a mend', () => {
  const { findings } = judge({
    ...licence,
    visitReason: '核对原件',
    remedies: { ...licence.remedies, reconsideration: { ...licence.remedies.reconsideration, days: 30 } },
  })
  expect(findings.map(({ mend }) => mend)).toEqual([
    { at: '/visitReason' },
    { at: '/remedies/reconsideration/days', value: 60 },
  ])
})
