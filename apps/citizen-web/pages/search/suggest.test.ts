import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import type { FoundItem } from '#capabilities/portal/contract.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { sampleServices } from '../../examples/services.ts'
import { mountCitizenWeb } from '../../index.ts'

let app: FastifyInstance

beforeEach(async () => {
  const sentences = (() => '') as never
  app = await createHttpServer({ trustProxy: false, fileLimit: 1000, sentences, log: { fault: () => {} } })
  const [{ because: _because, ...one }] = (await sampleServices().search('摆摊')).items as [FoundItem]
  const named = (called: string, because?: string) => ({
    ...{ ...one, name: '食品摊点备案', called },
    ...(because === undefined ? {} : { because }),
  })
  const found = [named('摆摊卖吃的', '摆摊'), named('小吃车备案', '摆摊'), named('食品摊点备案')]
  const many = Array.from({ length: 20 }, () => named('许多'))
  await mountCitizenWeb(
    app,
    { ...sampleServices(), suggest: async (words) => (words === '摆摊' ? found : many) },
    {
      ...{ areaName: '示例县', demo: true, secureCookies: false, publicOrigin: 'http://localhost' },
      fileLimit: 1000,
    },
  )
  return () => app.close()
})

const suggest = (query: string) => app.inject({ method: 'GET', url: `/suggest${query}` })

test('plain names first, beside them the official one, or the words that led there', async () => {
  const reply = await suggest(`?q=${encodeURIComponent('摆摊')}`)
  const href = expect.stringMatching(/^\/items\//) as string
  expect(reply.json()).toEqual([
    { title: '摆摊卖吃的', note: '食品摊点备案', href },
    { title: '小吃车备案', note: '摆摊', href },
    { title: '食品摊点备案', href },
  ])
})

test('at most eight, nothing for nothing, and no cookie for anybody', async () => {
  const reply = await suggest('?q=%E8%AE%B8&q=x')
  expect(reply.json()).toHaveLength(8)
  expect(reply.headers['set-cookie']).toBeUndefined()
  for (const query of ['', '?q=', '?q=%20']) expect((await suggest(query)).json()).toEqual([])
})
