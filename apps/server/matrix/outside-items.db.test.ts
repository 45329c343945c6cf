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

test('EXC-02 what its system says of an item is written beside the mapping and read again', async () => {
  const details = { promisedDays: 15, materials: ['申请表', '户口簿'] }
  const name = '有时限的系统事项'
  const kept = await keeper.call('PUT', '/outside-items/canlian/CL-020', { name, item: null, details })
  expect(kept.body).toMatchObject({ details })
  expect((await keeper.call('PUT', '/outside-items/canlian/CL-020', { item: null })).body).toMatchObject({
    details,
  })
  expect(await listed('q=CL-020')).toMatchObject([{ code: 'CL-020', details }])
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
  const many = Array.from({ length: 61 }, (_each, n) => `示例材料${n}`).join('、')
  const long = await upload(`${head},承诺工作日数,申请材料\nyibao,,,,YB-5,示例救助,,5,${many}\n`)
  expect((long.body as OutsideTaken).bad).toMatchObject([{ row: 2, text: expect.stringContaining('60份') }])
  expect((await upload('甲,乙\n1,2\n')).body).toMatchObject({ code: 'outside-file-headings-missing' })
})

interface Row {
  id: string
  title: string
  cells: string[]
  stateText: string
  dueDay?: string
}
const news = async (): Promise<Row[]> => {
  const reply = await (
    await stage.as('author.civil-affairs')
  ).call('GET', '/books/outside-item-news?queue=open')
  return (reply.body as { items: Row[] }).items
}

test('EXC-02 what changes outside is told to whoever writes our item, in words and with a day; what did not change is not', async () => {
  const head = '系统编号,系统事项编码,系统事项名称,承诺工作日数,申请材料,平台事项编号'
  const line = (name: string, days: string, papers: string, item = '') =>
    upload([head, `minzheng,MZ-020,${name},${days},${papers},${item}`].join('\n'))
  const own = 'adoption-registration'
  // Written down and mapped: that is no change of anything.
  expect((await line('收养登记', '20', '收养申请书、身份证', own)).body).toMatchObject({ mapped: 1, bad: [] })
  expect(await news()).toEqual([])
  expect((await line('收养登记', '20', '收养申请书、身份证')).body).toMatchObject({ unchanged: 1 })
  expect(await news()).toEqual([])
  // The next list says otherwise; what it leaves out stays.
  expect((await line('收养登记', '十', '')).body).toMatchObject({ bad: [{ row: 2 }] })
  expect((await line('收养登记', '10', '收养申请书、无犯罪记录证明')).body).toMatchObject({ kept: 1 })
  const [told, ...more] = await news()
  expect(more).toEqual([])
  expect(told).toMatchObject({ title: '收养登记', stateText: '待核对', dueDay: expect.any(String) })
  const said = told!.cells.join()
  for (const words of ['20个工作日 → 10个工作日', '申请材料增加：无犯罪记录证明', '申请材料减少：身份证'])
    expect(said).toContain(words)
  // Changed again before anybody looked, it is the same entry.
  expect((await map('minzheng', 'MZ-020', own, '内地居民收养登记')).status).toBe(200)
  const again = await news()
  expect(again).toHaveLength(1)
  expect(again[0]!.cells.join()).toContain('收养登记 → 内地居民收养登记')
  // What nothing of ours is mapped to is nobody's news.
  await map('canlian', 'CL-020', null, '甲')
  await map('canlian', 'CL-020', null, '乙')
  expect(await news()).toHaveLength(1)
  const author = await stage.as('author.civil-affairs')
  const leave = await author.call('POST', `/books/outside-item-news/entries/${told!.id}/acts/leave`, {
    input: { how: '材料由部门共享获取，不用改' },
  })
  expect(leave.status).toBe(200)
  expect(await news()).toEqual([])
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
