import { beforeAll, expect, test } from 'vitest'
import type { Signed } from '../testing/signed.ts'
import { startStage, type Stage } from '../matrix/stage.ts'
import { actOn, codeOf, reportOf, tryTo, write } from './at-the-books.ts'

// Real: database, pack, routes, sessions. Moved by hand: the clock (2026-03-16).
let stage: Stage
let organiser: Signed
beforeAll(async () => {
  stage = await startStage()
  organiser = await stage.as('organiser.approval-bureau')
}, 120_000)

const HEALTH = '区卫生健康局'
const section = { body: 'health', name: '行政许可科', sort: 'licensing', place: 'hall-370304' }

test('ORG-05/a a department with one licence item held by another section fails line one and the report names the item', async () => {
  const before = (await reportOf(organiser, 'three-concentrations')).get(HEALTH)!
  expect([before[0]!.standing, before[0]!.text]).toEqual(['bad', '没有登记行政许可科'])
  await write(organiser, 'licensing-section', 'set-up', section)
  expect((await reportOf(organiser, 'three-concentrations')).get(HEALTH)![0]!.standing).toBe('good')
  const other = await write(organiser, 'licensing-section', 'set-up', {
    ...{ body: 'health', name: '综合监督科', sort: 'other', items: ['nurse-registration'] },
  })
  const after = (await reportOf(organiser, 'three-concentrations')).get(HEALTH)![0]!
  expect([after.standing, after.names]).toEqual(['bad', ['护士执业注册（在综合监督科）']])
  expect((await actOn(organiser, 'licensing-section', other, 'change', { items: [] })).status).toBe(200)
  expect((await reportOf(organiser, 'three-concentrations')).get(HEALTH)![0]!.standing).toBe('good')
  expect(
    codeOf(await tryTo(organiser, 'licensing-section', 'set-up', { ...section, name: '许可二科' })),
  ).toBe('book-entry-exists')
})

test('ORG-05/b a department whose licensing section is not in the hall fails line two', async () => {
  const away = { body: 'public-security', name: '行政许可科', sort: 'licensing', place: 'centre-370304004' }
  await write(organiser, 'licensing-section', 'set-up', away)
  const rows = await reportOf(organiser, 'three-concentrations')
  const line = rows.get('公安博山分局')?.[1]
  expect([line?.standing, line?.text]).toEqual(['bad', '在山头街道便民服务中心，不在大厅'])
  const here = rows.get(HEALTH)![1]!
  expect([here.standing, here.text.startsWith('在博山区政务服务中心，')]).toEqual(['good', true])
})

test('ORG-05/c a department with an item that is not on the network fails line three and the report names the item', async () => {
  const item = await stage.house.catalogue.itemInForce('370304', 'doctor-registration', '2026-03-16')
  const offline = structuredClone(item!.item)
  await stage.house.db.query(
    `UPDATE catalogue.item_version SET body = body || '{"handleTypes":["1"]}' WHERE area_code = $1 AND id = $2`,
    ['370304', 'doctor-registration'],
  )
  stage.clock.set('2026-03-17T01:30:00.000Z')
  organiser = await stage.as('organiser.approval-bureau')
  const line = (await reportOf(organiser, 'three-concentrations')).get(HEALTH)![2]!
  expect([line.standing, line.names]).toEqual(['bad', [offline.name]])
})

test('ORG-06/b the scorecard shows the three lines, and each follows its own data', async () => {
  const card = async () => (await reportOf(organiser, 'three-in-place')).get(HEALTH)!
  const before = await card()
  expect(before.map(({ title }) => title)).toEqual(['事项进驻大厅到位', '审批授权委托到位', '监督管理到位'])
  expect(before.map(({ standing }) => standing)).toEqual(['good', 'bad', 'bad'])
  const items = before[1]!.names.length
  await write(organiser, 'authorisation', 'sign', {
    ...{
      body: 'health',
      post: 'post-370304-approver-health',
      items: ['nurse-registration', 'doctor-registration'],
    },
    ...{ from: '2026-03-01', to: '2026-12-31', document: '博卫授〔2026〕1号' },
  })
  expect((await card())[1]!.names).toHaveLength(items - 2)
  const { items: clauses } = (await organiser.call('GET', '/books/standard-clause')).body as {
    items: { id: string; title: string }[]
  }
  await write(organiser, 'inspection-note', 'inspect', {
    ...{
      place: 'hall-370304',
      day: '2026-03-16',
      passed: [clauses.find(({ title }) => title.includes('首问负责制'))!.id],
    },
  })
  expect((await card())[2]!.standing).toBe('good')
})
