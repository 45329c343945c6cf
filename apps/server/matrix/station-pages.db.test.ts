import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuildGround } from '#capabilities/organisation/index.ts'
import { httpUtilities } from '#capabilities/exchange/index.ts'
import { utilitiesSimulator, type UtilitiesSimulator } from '../../../simulators/utilities/server.ts'
import { hidden, Walker } from '../../citizen-web/walk.ts'
import { startStage, type Citizen, type Stage } from './stage.ts'

// Real: database, the pack of 博山, pages and routes as the server answers them; the suppliers are the simulator, asked over HTTP.
const SECRET = 'shared-with-the-suppliers'
let stage: Stage
let suppliers: UtilitiesSimulator
let owner: Citizen
let other: Citizen
beforeAll(async () => {
  stage = await startStage({
    outside: async (clock) => {
      suppliers = utilitiesSimulator({ clock, secret: SECRET })
      return { utilities: httpUtilities({ url: await suppliers.listen(), secret: SECRET }) }
    },
  })
  owner = await stage.citizen()
  other = await stage.citizen()
}, 120_000)
afterAll(() => suppliers.close())

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '')

async function publishList(): Promise<void> {
  const LIST = '/books/certificate-list'
  const author = await stage.as('author.civil-affairs')
  const approver = await stage.as('items.approval-bureau')
  const draft = { title: '村（社区）出具证明事项清单', from: '2026-03-16', start: 'catalogue' }
  const begun = await author.call('POST', `${LIST}/begin/draft`, { input: draft })
  const { id } = begun.body as { id: string }
  await author.call('POST', `${LIST}/entries/${id}/acts/submit`, { input: {} })
  await approver.call('POST', `${LIST}/entries/${id}/acts/approve`, { input: {} })
  const notice = { on: '2026-03-16', channel: 'village', documentNo: '博民字〔2026〕8号' }
  const done = await approver.call('POST', `${LIST}/entries/${id}/acts/announce`, { input: notice })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}

test('a certificate is asked for from home without scripts, checked at the station, and read by nobody else', async () => {
  const guest = new Walker(stage.app)
  expect(textOf((await guest.get('/certificates')).html)).toContain('还没有公布清单')
  await publishList()
  const { html } = await guest.get('/certificates')
  expect(textOf(html)).toContain('申请家庭承包土地情况证明')
  // What has to be seen in person is not asked for from home.
  expect(textOf(html)).not.toContain('申请指定监护人证明')
  expect((await guest.get('/certificates/ask?type=land-contract')).location).toContain('/sign-in')
  expect((await owner.walker.get('/certificates/ask?type=guardian-appointed')).location).toBe('/certificates')

  const form = await owner.walker.get('/certificates/ask?type=land-contract')
  const [, place] = /<option value="(station-370304004207[^"]*)"/.exec(form.html) ?? []
  expect(place).toBeDefined()
  const csrf = hidden(form, 'csrf')
  const asked = {
    csrf,
    type: 'land-contract',
    requestId: hidden(form, 'requestId'),
    purpose: '',
    wish: '',
    place: '',
  }
  const wrong = await owner.walker.post('/certificates/ask', asked)
  expect([wrong.status, textOf(wrong.html).includes('请选择便民服务站')]).toEqual([422, true])
  const filled = { ...asked, place: place!, purpose: '土地纠纷起诉', wish: '承包五亩地' }
  const sent = await owner.walker.post('/certificates/ask', filled)
  expect(sent.location).toMatch(/^\/my\/certificates\/[0-9a-f-]{36}$/)
  // Pressed twice is asked once; asked again it is the same that waits.
  expect((await owner.walker.post('/certificates/ask', filled)).location).toBe(sent.location)
  const again = await owner.walker.post('/certificates/ask', { ...filled, requestId: '' })
  expect(textOf(again.html)).toContain('还没有答复')

  const own = sent.location!
  const id = own.split('/').at(-1)!
  expect((await owner.walker.get(own)).status).toBe(200)
  expect((await other.walker.get(own)).status).toBe(404)
  expect(textOf((await other.walker.get('/my/certificates')).html)).toContain('您还没有申请过证明')
  const agent = await stage.as('agent.qiugu')
  const act = (name: string, input: object) =>
    agent.call('POST', `/certificates/${id}/acts/${name}`, { input })
  const { person, wish } = (await agent.call('GET', `/certificates/${id}`)).body as {
    person: { name: string }
    wish: string
  }
  expect([person.name, wish]).toEqual([owner.person.name, '承包五亩地'])
  await act('check', { how: 'register', found: '村民丁某说地是他家的，台账一致' })
  const { status } = await act('issue', { content: '该户承包本村土地五亩，期限三十年。' })
  expect(status).toBe(200)
  const read = textOf((await owner.walker.get(own)).html)
  expect(read).toContain('到哪里取')
  // What neighbours said is between them and the village.
  expect(read).not.toContain('丁某')
  const [, code] = /\/verify\/([0-9A-Z-]+)/.exec((await owner.walker.get(own)).html) ?? []
  expect(textOf((await guest.get(`/verify/${code}`)).html)).toContain('这份文书是真的')
})

test('who asked takes it back, and nobody else does', async () => {
  const form = await owner.walker.get('/certificates/ask?type=representative-recommended')
  const [, place] = /<option value="(station-370304004207[^"]*)"/.exec(form.html) ?? []
  const csrf = hidden(form, 'csrf')
  const asked = { csrf, type: 'representative-recommended', purpose: '民事诉讼', place: place! }
  const { location = '' } = await owner.walker.post('/certificates/ask', asked)
  const stranger = hidden(await other.walker.get('/my'), 'csrf')
  expect((await other.walker.post(`${location}/withdraw`, { csrf: stranger })).status).toBe(404)
  expect((await owner.walker.post(`${location}/withdraw`, { csrf })).location).toBe(location)
  expect(textOf((await owner.walker.get(location)).html)).toContain('已撤回')
  expect(textOf((await owner.walker.post(`${location}/withdraw`, { csrf })).html)).toContain('不能再撤回')
})

test('what is owed is told to whoever is signed in, by a form that leaves no number in any address', async () => {
  const csrf = hidden(await owner.walker.get('/utilities'), 'csrf')
  const ask = (fields: Record<string, string>) => owner.walker.post('/utilities/owed', { csrf, ...fields })
  expect((await new Walker(stage.app).get('/utilities')).location).toContain('/sign-in')
  expect((await owner.walker.get('/utilities/owed')).location).toBe('/utilities')
  expect((await ask({ utility: 'water', account: '12' })).status).toBe(422)
  const found = await ask({ utility: 'water', account: '3703 0412' })
  expect(found.status).toBe(200)
  for (const said of ['水费欠', '37****12', '到哪里缴', '不能网上付款'])
    expect(textOf(found.html)).toContain(said)
  expect(found.html).not.toContain('37030412')
  expect(found.headers['cache-control']).toContain('no-store')
  expect(textOf((await ask({ utility: 'gas', account: '37030000' })).html)).toContain('没有欠费')
  suppliers.fail(true)
  expect(textOf((await ask({ utility: 'gas', account: '37030412' })).html)).toContain('暂时没有回应')
  suppliers.fail(false)
  expect(stage.faults).toEqual([])
})

test('rebuilt tables equal: what was changed by hand on the ground comes back from the ledger as it was', async () => {
  const town = await stage.as('organiser.boshan')
  const change = (wish: object) => town.call('POST', '/ground/places/centre-370304113/change', wish)
  const basis = '博政办字〔2026〕3号'
  expect((await change({ phone: '0533-4180009', from: '2026-03-16', basis })).status).toBe(200)
  const later = await change({ address: '博山镇文化路9号', from: '2026-04-01', basis })
  const { id } = later.body as { id: string }
  await town.call('POST', `/ground/changes/${id}/withdraw`, { reason: '文件改期，另行通知' })
  expect((await change({ address: '博山镇文化路3号', from: '2026-05-01', basis })).status).toBe(200)
  const { db } = stage.house
  const all = () => db.query('SELECT * FROM organisation.ground_change ORDER BY id')
  const before = await all()
  expect(before).toHaveLength(3)
  expect(await rebuildGround(db)).toEqual({ changes: 3, mended: [] })
  await db.query(`DELETE FROM organisation.ground_change WHERE state = 'withdrawn'`)
  await db.query(`UPDATE organisation.ground_change SET basis = '改过'`)
  expect((await rebuildGround(db)).mended).toHaveLength(3)
  expect(await all()).toEqual(before)
})
