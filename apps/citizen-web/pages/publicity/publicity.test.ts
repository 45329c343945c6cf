import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { sampleNotices } from '../../examples/notices.ts'
import { sampleServices } from '../../examples/services.ts'
import { mountCitizenWeb } from '../../index.ts'
import { Walker } from '../../walk.ts'
import { renderPart } from '#ui/html.ts'
import { feedOf } from './feed.ts'
import { narrowed, Narrowing, wantedOf } from './narrowed.tsx'

let app: FastifyInstance
let guest: Walker

beforeEach(async () => {
  const sentences = (() => '') as never
  app = await createHttpServer({ trustProxy: false, fileLimit: 1000, sentences, log: { fault: () => {} } })
  await mountCitizenWeb(app, sampleServices(), {
    ...{ areaName: '示例县', demo: true, secureCookies: false, publicOrigin: 'http://localhost' },
    fileLimit: 1000,
  })
  guest = new Walker(app)
  return () => app.close()
})

test('what is about to be decided, until when, and how to object: for everybody, without JavaScript', async () => {
  const { status, html } = await guest.get('/publicity')
  expect(status).toBe(200)
  for (const said of ['最低生活保障公示：张某', '保障人口2人', '2026年11月30日', '0000-0000001', '不留姓名'])
    expect(html).toContain(said)
  expect(html).toContain('临时使用土地审批听证公告：示例建设有限公司')
  expect(html).toContain('示例会议室，公开举行')
  // Nothing but files that enhance: the page itself has all it says.
  expect(html).not.toMatch(/<script(?! defer src="\/assets\/)/)
})

test('two people of one name are two lines: the town, and the number the office finds the case by', async () => {
  const { html } = await guest.get('/publicity')
  for (const said of ['最低生活保障公示：张某，演示镇', '20261120-000012K', '公告编号'])
    expect(html).toContain(said)
  expect((await guest.get('/publicity.rss')).html).toContain(
    '<title>最低生活保障公示：张某，演示镇（编号20261120-000012K）</title>',
  )
})

test('every page leads there from its foot', async () => {
  expect((await guest.get('/')).html).toContain('href="/publicity"')
})

test('the same list can be subscribed to', async () => {
  const { status, html, headers } = await guest.get('/publicity.rss')
  expect([status, headers['content-type']]).toEqual([200, 'application/rss+xml; charset=utf-8'])
  expect(html).toContain(`http://localhost/publicity#${sampleNotices[0]!.id}`)
  expect(html.match(/<item>/g)).toHaveLength(2)
})

test('whatever an officer wrote, the feed stays XML', () => {
  const [first] = sampleNotices
  const feed = feedOf([{ ...first!, applicant: '<&>"张某\u0001' }], {
    areaName: '示例',
    publicOrigin: 'http://a',
  })
  expect(feed).toContain('&lt;&amp;&gt;&quot;张某，')
})

test('a text that ends with a full stop gets no second one in the feed', () => {
  const [first] = sampleNotices
  const notice = { ...first!, kind: 'publicity', text: '拟确认。', where: '公示栏' } as const
  const feed = feedOf([{ ...notice, from: '2026-11-20', until: '2026-11-27' }], {
    areaName: '示例',
    publicOrigin: 'http://a',
  })
  expect(feed).toContain('拟确认。公示期')
})

test('where much hangs out, one’s own town and matter are narrowed down by the address', () => {
  const [first, second] = sampleNotices
  const many = ['甲镇', '乙镇', '丙镇'].flatMap((town) => [
    { ...first!, town, id: `${town}1` },
    { ...second!, town, id: `${town}2` },
  ])
  const shown = (query: Record<string, unknown>) => narrowed(many, wantedOf(many, query)).map(({ id }) => id)
  expect(shown({ town: '乙镇' })).toEqual(['乙镇1', '乙镇2'])
  expect(shown({ town: '乙镇', item: first!.item })).toEqual(['乙镇1'])
  // What nothing hangs out under is not asked for.
  expect(shown({ town: '别处', item: ['x'] })).toHaveLength(6)
  const bar = renderPart(Narrowing({ notices: many, wanted: { town: '乙镇', item: first!.item } })!)
  expect(bar).toContain(`href="/publicity?town=${encodeURIComponent('乙镇')}"`)
  expect(bar).toContain('找到1条')
  expect(Narrowing({ notices: sampleNotices, wanted: {} })).toBeNull()
})
