import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { createHttpServer } from './server.ts'

const PAGE = `<!doctype html><p>${'先看能不能办，再看带什么。'.repeat(200)}</p>`
let app: FastifyInstance

beforeAll(async () => {
  app = await createHttpServer({
    trustProxy: false,
    fileLimit: 1000,
    sentences: {},
    log: { fault: () => {} },
  })
  const html = 'text/html; charset=utf-8'
  app.get('/page', (_request, reply) => reply.type(html).header('vary', 'cookie').send(PAGE))
  app.get('/short', (_request, reply) => reply.type(html).send('<p>好</p>'))
  app.get('/json', async () => ({ text: PAGE }))
  app.get('/file.css', (_request, reply) =>
    reply.type('text/css').header('cache-control', 'public, max-age=31536000, immutable').send(PAGE),
  )
  app.get('/paper.pdf', (_request, reply) => reply.type('application/pdf').send(Buffer.alloc(4000)))
  app.get('/stream', (_request, reply) => reply.type('text/plain').send(Readable.from([PAGE])))
  app.get('/done', (_request, reply) => reply.type(html).header('content-encoding', 'br').send(PAGE))
})

const asked = (url: string, headers: Record<string, string>) => app.inject({ url, headers })

test.each([
  ['a page', '/page', 'gzip, deflate, br, zstd', 'br'],
  ['a page over plain HTTP, where browsers take no brotli', '/page', 'gzip, deflate', 'gzip'],
  ['a page for whoever refuses brotli', '/page', 'br;q=0, gzip', 'gzip'],
  ['a page for whoever takes nothing', '/page', 'identity', undefined],
  ['an answer of the interface', '/json', 'br', 'br'],
  ['a style sheet', '/file.css', 'br', 'br'],
  ['what fits in one packet', '/short', 'br', undefined],
  ['a paper', '/paper.pdf', 'br', undefined],
  ['a stream', '/stream', 'br', undefined],
])('%s comes as the browser takes it', async (_what, url, accepts, coding) => {
  const reply = await asked(url, { 'accept-encoding': accepts })
  expect(reply.headers['content-encoding']).toBe(coding)
  const plain = await asked(url, {})
  const open = { br: brotliDecompressSync, gzip: gunzipSync }
  const read = coding === undefined ? reply.rawPayload : open[coding as keyof typeof open](reply.rawPayload)
  expect(read.equals(plain.rawPayload)).toBe(true)
  if (coding !== undefined) {
    expect(Number(reply.headers['content-length'])).toBe(reply.rawPayload.length)
    expect(reply.rawPayload.length * 5).toBeLessThan(plain.rawPayload.length)
  }
})

test('what is compressed already is left alone, and caches are told what an answer varies with', async () => {
  expect((await asked('/done', { 'accept-encoding': 'br' })).body).toBe(PAGE)
  expect((await asked('/page', {})).headers['vary']).toBe('cookie, accept-encoding')
})

test.each([
  ['cross-site', 'citizen_session=1', undefined],
  ['same-site', 'citizen_session=1', undefined],
  ['cross-site', undefined, 'br'],
  ['same-origin', 'citizen_session=1', 'br'],
  ['none', 'citizen_session=1', 'br'],
  [undefined, 'citizen_session=1', 'br'],
])(
  'a page asked for from %s with the cookie %s tells nothing by its length',
  async (from, cookie, coding) => {
    const headers = {
      'accept-encoding': 'br',
      ...(from === undefined ? {} : { 'sec-fetch-site': from }),
      ...(cookie === undefined ? {} : { cookie }),
    }
    expect((await asked('/page', headers)).headers['content-encoding']).toBe(coding)
  },
)

test('a file named by its content is compressed once, whatever is put behind its name', async () => {
  const [one, other] = await Promise.all(
    ['/file.css', '/file.css?again=1'].map((url) => asked(url, { 'accept-encoding': 'br' })),
  )
  expect(one!.rawPayload.equals(other!.rawPayload)).toBe(true)
})
