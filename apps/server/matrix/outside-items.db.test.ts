import { beforeAll, expect, test } from 'vitest'
import type { OutsideItem, OutsideTaken } from '#capabilities/catalogue/index.ts'
import { inject, type Reply, type Signed } from '../testing/signed.ts'
import { multipart, startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions. The outside systems and their items are made up.

const ITEM = 'extreme-poverty-support'
const OTHER = 'disability-two-subsidies'

let stage: Stage
let keeper: Signed
beforeAll(async () => {
  stage = await startStage()
  keeper = await stage.as('items.approval-bureau')
  for (const [id, name] of [
    ['minzheng', '示例民政业务系统'],
    ['canlian', '示例残联业务系统'],
  ]) {
    const system = { name, owner: '示例主管单位', mode: 'interface' }
    const { status } = await keeper.call('PUT', `/outside-systems/${id}`, system)
    if (status !== 200) throw new Error(`the system ${id} was not written down`)
  }
}, 120_000)

const map = (system: string, code: string, item: string | null, name?: string) =>
  keeper.call('PUT', `/outside-items/${system}/${code}`, { item, ...(name ? { name } : {}) })
const listed = async (query: string): Promise<OutsideItem[]> =>
  ((await keeper.call('GET', `/outside-items?${query}`)).body as { items: OutsideItem[] }).items
const ours = async (): Promise<string[]> => {
  const reply = await keeper.call('GET', '/outside-items/own-unmapped?limit=100')
  return (reply.body as { items: { id: string }[] }).items.map(({ id }) => id)
}
async function upload(text: string): Promise<Reply> {
  const { payload, headers } = multipart(Buffer.from(text), 'duiying.csv')
  return inject(stage.app, {
    ...{ method: 'POST', url: '/api/v1/outside-items', payload },
    headers: { ...headers, cookie: keeper.cookie, 'x-csrf-token': keeper.csrfToken },
  })
}

test('EXC-02/a mapping one platform item to two outside items is refused, and so is the other way round', async () => {
  expect((await map('minzheng', 'MZ-001', ITEM, '特困供养')).body).toMatchObject({ item: { id: ITEM } })
  // Pressed again, it is what it was.
  expect((await map('minzheng', 'MZ-001', ITEM)).status).toBe(200)
  for (const [system, code] of [
    ['minzheng', 'MZ-002'],
    ['canlian', 'CL-001'],
  ]) {
    const refused = await map(system!, code!, ITEM, '另一个系统事项')
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'outside-item-taken', detail: expect.stringContaining('示例民政业务系统 特困供养（MZ-001）') },
    ])
  }
  const other = await map('minzheng', 'MZ-001', OTHER)
  expect(other.body).toMatchObject({ code: 'outside-item-twice', detail: expect.stringContaining(ITEM) })
  // Of two at once, one.
  expect((await map('minzheng', 'MZ-001', null)).body).not.toHaveProperty('item')
  await Promise.all([map('minzheng', 'MZ-003', null, '甲'), map('canlian', 'CL-003', null, '乙')])
  const both = await Promise.all([map('minzheng', 'MZ-003', ITEM), map('canlian', 'CL-003', ITEM)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('EXC-02/b unmapped ones are listed on both sides', async () => {
  await map('canlian', 'CL-010', null, '没有对应的系统事项')
  const left = await listed('mapped=no')
  expect(left.map(({ code }) => code)).toContain('CL-010')
  expect(left.every(({ item }) => item === undefined)).toBe(true)
  const before = await ours()
  expect(before).toContain(OTHER)
  expect(before).not.toContain(ITEM)
  expect((await map('canlian', 'CL-010', OTHER)).status).toBe(200)
  expect(await ours()).not.toContain(OTHER)
  expect((await listed('mapped=no')).map(({ code }) => code)).not.toContain('CL-010')
  const systems = (await keeper.call('GET', '/outside-systems')).body as { items: object[] }
  expect(systems.items).toMatchObject([
    { id: 'canlian', modeText: '接口对接' },
    { id: 'minzheng', modeText: '接口对接' },
  ])
})

test('EXC-02 the mapping leaves as a file and comes back as the same; lines that break one to one are named and left out', async () => {
  const file = (await keeper.call('GET', '/outside-items/export')).body as string
  expect(file).toContain('没有对应系统事项')
  const before = await listed('limit=100')
  expect((await upload(file)).body).toMatchObject({ mapped: 0, kept: 0, unchanged: before.length, bad: [] })
  expect(await listed('limit=100')).toEqual(before)
  const head = '系统编号,系统名称,主管单位,对接方式,系统事项编码,系统事项名称,平台事项编号'
  const reply = await upload(
    [
      head,
      'yibao,示例医保业务系统,示例主管单位,前端整合,YB-1,医疗救助,medical-assistance',
      'yibao,,,,YB-2,医疗救助（重复）,medical-assistance',
      'yibao,,,,YB-3,别处的事项,nowhere-item',
      'yibao,,,,,没有编码,',
    ].join('\n'),
  )
  const taken = reply.body as OutsideTaken
  expect(taken).toMatchObject({ mapped: 1, kept: 0, unchanged: 0 })
  expect(taken.bad.map(({ row, text }) => [row, text.slice(0, 12)])).toEqual([
    [3, '平台的一个事项只能对应一'],
    [4, '平台没有事项“nowhe'],
    [5, '系统编号、系统事项编码和'],
  ])
  expect((await upload('甲,乙\n1,2\n')).body).toMatchObject({ code: 'outside-file-headings-missing' })
})

test('who does not keep the catalogue reads the mapping at most', async () => {
  const author = await stage.as('author.civil-affairs')
  expect((await author.call('GET', '/outside-items')).status).toBe(200)
  expect((await author.call('PUT', '/outside-items/minzheng/MZ-1', { item: ITEM })).status).toBe(403)
  const clerk = await stage.as('clerk.shantou')
  expect((await clerk.call('GET', '/outside-items')).status).toBe(403)
  expect((await map('nowhere', 'X', null, '甲')).body).toMatchObject({ code: 'outside-system-not-found' })
  expect((await map('minzheng', 'MZ-404', null)).body).toMatchObject({ code: 'outside-item-not-found' })
  expect(stage.faults).toEqual([])
})
