import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { sampleServices, type SampleServices } from '../../examples/services.ts'
import { sampleTogether, TOGETHER_ID } from '../../examples/together.ts'
import { mountCitizenWeb } from '../../index.ts'
import { hidden, Walker } from '../../walk.ts'

let app: FastifyInstance
let services: SampleServices
let guest: Walker
let citizen: Walker
beforeEach(async () => {
  services = sampleServices()
  app = await createHttpServer({
    ...{ trustProxy: false, fileLimit: 1000, sentences: (() => '') as never },
    log: { fault: () => {} },
  })
  await mountCitizenWeb(app, services, {
    ...{ areaName: '示例县', demo: true, secureCookies: false },
    ...{ publicOrigin: 'http://localhost', fileLimit: 1000 },
  })
  guest = new Walker(app)
  citizen = new Walker(app, { citizen_session: 'good', visit: 'v' })
  return () => app.close()
})

const path = (step: string) => `/together/${TOGETHER_ID}/${step}`
const done = (act: string) => services.done.filter((one) => one.act === act).map(({ input }) => input)

test('the page of a scene leads there, and whoever is not signed in is asked to be first', async () => {
  expect((await guest.get('/scenes/scene-5')).html).toContain('href="/scenes/scene-5/together"')
  const choose = await guest.get('/scenes/scene-5/together')
  expect(choose.html).toContain('几件事一起办')
  const posted = await guest.post('/scenes/scene-5/together', { csrf: hidden(choose, 'csrf') })
  expect(posted.location).toMatch(/^\/sign-in/)
  expect((await guest.get(path('form'))).location).toMatch(/^\/sign-in/)
  expect((await guest.get('/scenes/none/together')).status).toBe(404)
})

test('two matters are chosen, asked in one form, given each paper once and filed, without a script', async () => {
  const choose = await citizen.get('/scenes/scene-5/together')
  const csrf = hidden(choose, 'csrf')
  const one = await citizen.post('/scenes/scene-5/together', { csrf, items: 'a' })
  expect([one.status, one.html.includes('请选两件到6件一起办')]).toEqual([422, true])
  expect((await citizen.post('/scenes/scene-5/together', { csrf, items: ['a', 'b'] })).location).toBe(
    path('where'),
  )

  const nowhere = await citizen.post(path('where'), { csrf })
  expect([nowhere.status, nowhere.html.includes('请选择“这几件事属于哪个村或社区”')]).toEqual([422, true])
  const where = { csrf, region: '990101001000', 'region.990101001000': '990101001001', delivery: 'window' }
  expect((await citizen.post(path('where'), where)).location).toBe(path('form'))
  expect(done('saveTogether')).toEqual([{ region: '990101001001', delivery: 'window' }])

  const byPost = { ...where, delivery: 'post', postalReceiver: '测试甲' }
  const unsent = await citizen.post(path('where'), byPost)
  expect([unsent.status, unsent.html.includes('请写详细地址')]).toEqual([422, true])
  // What was typed stands there, below the choice it belongs to.
  expect(unsent.html).toMatch(/id="field-postalReceiver"[^>]*value="测试甲"/)
  const address = { postalPhone: '１９９ ０００００００１', postalAddress: '示例镇示例村  示例路1号' }
  expect((await citizen.post(path('where'), { ...byPost, ...address })).location).toBe(path('form'))
  expect(done('saveTogether').at(-1)).toEqual({
    ...{ region: '990101001001', delivery: 'post' },
    postal: { receiver: '测试甲', phone: '19900000001', address: '示例镇示例村 示例路1号' },
  })

  const form = await citizen.get(path('form'))
  for (const said of ['新加了一样材料', '在《小食品摊点备案》里叫“联系电话”', '卖什么：煎饼', '用来预填'])
    expect(form.html).toContain(said)
  expect((await citizen.post(`/together/${TOGETHER_ID}/reuse`, { csrf, use: 'yes' })).location).toBe(
    path('form'),
  )
  expect(done('reuseTogether')).toEqual([true])
  const typed = { csrf, partyName: '测试甲', partyPhone: '１９９ ０００００００２', foods: '面' }
  expect((await citizen.post(path('form'), typed)).location).toBe(path('papers'))
  expect(done('saveTogether').at(-1)).toEqual({
    values: { partyName: '测试甲', partyPhone: '19900000002', foods: '面' },
  })

  const papers = await citizen.get(path('papers'))
  expect(papers.html.match(/type="file"/g)).toHaveLength(sampleTogether.papers.length)
  expect(papers.html).toContain('只交一份')
  await citizen.post(`/together/${TOGETHER_ID}/clear`, { csrf, paper: sampleTogether.papers[0]!.key })
  expect(done('clearTogether')).toEqual([sampleTogether.papers[0]!.key])

  const check = await citizen.get(path('check'))
  expect(check.html).toContain('还缺1样材料')
  await citizen.post(path('leave-out'), { csrf, draft: sampleTogether.drafts[1]!.id })
  expect(done('leaveOut')).toEqual([sampleTogether.drafts[1]!.id])
  expect((await citizen.post(path('check'), { csrf })).location).toBe(path('done'))
  const last = await citizen.get(path('done'))
  expect(last.html.match(/href="\/my\/cases\/[^"]+\/submitted"/g)).toHaveLength(2)
  // What has been filed cannot be gone back into.
  expect((await citizen.get(path('form'))).location).toBe(path('done'))
})

test('a form of somebody else’s making changes nothing', async () => {
  for (const step of ['where', 'form', 'check', 'leave-out', 'reuse', 'clear'])
    expect((await citizen.post(path(step), { csrf: 'stolen' })).status).toBe(403)
  expect(services.done).toEqual([])
})
