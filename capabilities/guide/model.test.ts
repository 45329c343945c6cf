import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { PlaceEntry } from '#capabilities/organisation/index.ts'
import {
  composeData,
  composeView,
  nearestFirst,
  offering,
  promisedSentence,
  statutorySentence,
  type GuideSource,
} from './model.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))

const place = (id: string, tier: PlaceEntry['tier'], region: string): PlaceEntry => ({
  ...{ id, tier, region },
  ...{ name: `${id}便民服务点`, address: `示例路${id}号`, hours: '工作日9:00至17:00', phone: '0533-0000001' },
})
const places = [
  place('station', 'station', '370304004207'),
  place('centre', 'centre', '370304004000'),
  place('other', 'centre', '370304106000'),
  place('hall', 'hall', '370304000000'),
  place('point', 'point', '370304004207'),
]
const source = (item: (typeof items)[number]): GuideSource => ({
  item,
  ...(item.decidingBody.kind === 'body'
    ? { body: { name: '示例局', creditCode: '11370304MB28600004', tier: 4 } }
    : {}),
  places: offering(item, places),
  ways: [{ title: '听证', text: '作出决定前告知听证权利。', basis: '行政许可法第四十七条' }],
  faqSince: item.effectiveFrom,
  url: `https://example.invalid/items/${item.id}`,
  demo: true,
})

describe.each(items.map((item) => [item.id, item] as const))('the guide of %s', (_, item) => {
  const printed = JSON.stringify(composeData(source(item), 'full'))
  const inPrint = (text: string) => printed.includes(JSON.stringify(text).slice(1, -1))

  test('prints every condition, ground of refusal, material, step, basis and answer of its version', () => {
    const said = [
      ...item.conditions,
      ...item.notAccepted,
      ...item.materials.flatMap((material) => [material.name, material.acceptStandard, material.when ?? '']),
      ...item.process.steps.map((step) => step.name),
      ...item.legalBasis.flatMap((basis) => [basis.law, basis.article, basis.text]),
      ...item.specialProcedures.map((special) => special.name),
      ...item.rightsAndDuties,
      ...item.faq.map(({ answer }) => answer),
    ]
    expect(said.filter((text) => !inPrint(text))).toEqual([])
  })

  test('further lawful paths stand in the full edition with their basis, and the one page leaves them out', () => {
    expect(composeData(source(item), 'full').ways).toEqual(source(item).ways)
    expect(composeData(source(item), 'short')).not.toHaveProperty('ways')
    expect(composeView(source(item)).ways).toEqual(source(item).ways)
  })

  test('asks for the same papers in both editions and marks unread law', () => {
    const [full, short] = [composeData(source(item), 'full'), composeData(source(item), 'short')]
    expect(short.materials).toEqual(full.materials)
    expect(full.materials).toHaveLength(item.materials.length)
    expect(full.basis.map(({ verified }) => verified)).toEqual(
      item.legalBasis.map(({ verified }) => verified),
    )
  })

  test('says unit and start of both limits', () => {
    const view = composeView(source(item))
    expect(view.promisedSentence).toMatch(/当场|从(受理|收到申请)/u)
    expect(view.statutorySentence).toMatch(/没有规定|从(受理|收到申请)/u)
  })

  test('prints the way of a special law instead of the usual remedies', () => {
    expect(composeData(source(item), 'full').remedies.own).toBe(item.remedies.own)
  })

  test('names only places of tiers where the item is resident', () => {
    for (const { tier } of composeView(source(item)).places) expect(item.entryModes[tier]).toBeDefined()
  })
})

test.each([
  [{ amount: 0, unit: 'working-day' }, '材料齐全的，当场办结。'],
  [{ amount: 5, unit: 'working-day' }, '承诺5个工作日办完，从受理的第二天算起。'],
  [
    { amount: 5, unit: 'calendar-day', from: 'receipt' },
    '承诺5天（自然日，周末和节假日也算）办完，从收到申请的第二天算起。',
  ],
  [{ amount: 24, unit: 'hour', note: '夜间也算。' }, '承诺24个小时办完，从受理时算起。夜间也算。'],
  [
    { amount: 4, unit: 'hour', within: 'office-hours' },
    '承诺4个工作小时（只算办公时间）办完，从受理时算起。',
  ],
] as const)('the promise %j reads %s', (promisedLimit, sentence) => {
  expect(promisedSentence({ promisedLimit })).toBe(sentence)
})

test.each([
  [undefined, '法律、法规、规章没有规定办理期限，按承诺的期限办。'],
  [
    { amount: 20, unit: 'working-day', basis: '示例法第一条' },
    '法律规定最长20个工作日（示例法第一条），从受理的第二天算起。',
  ],
] as const)('the statutory limit %j reads %s', (statutoryLimit, sentence) => {
  expect(statutorySentence(statutoryLimit === undefined ? {} : { statutoryLimit })).toBe(sentence)
})

test('the nearest place comes first: station, centre of the town, hall, other towns', () => {
  const offered = offering({ entryModes: { hall: 'accept', centre: 'accept', station: 'accept' } }, places)
  expect(offered.map(({ id }) => id)).toEqual(['hall', 'centre', 'other', 'station'])
  expect(nearestFirst(offered, '370304004207').map(({ id }) => id)).toEqual([
    'station',
    'centre',
    'hall',
    'other',
  ])
})

test('the short editions name whom a matter is for as people do', () => {
  const item = { ...items[0]!, serves: ['1', '2', '5'] as const }
  const said = (edition: 'full' | 'short') =>
    composeData(source({ ...item, serves: [...item.serves] }), edition).applicants
  expect(said('full')).toEqual(['自然人、企业法人、非法人企业'])
  expect(said('short')).toEqual(['个人、企业、个体工商户、合伙企业等非法人企业'])
})
