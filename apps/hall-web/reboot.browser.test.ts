import Fastify, { type FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScreenView } from '#capabilities/case/index.ts'
import { launchBrowser } from '#platform/testing/browser.ts'
import { busy } from './examples/view.ts'
import { hallBuild, mountHallWeb } from './index.ts'

// Real: the server over HTTP, the browser with its service worker and its storage. Made up: the picture.
const PLACE = busy.place.id
let browser: Browser
let screen: BrowserContext
let server: FastifyInstance
let port = 0
let view: ScreenView

beforeAll(async () => {
  view = { ...busy, build: await hallBuild() }
  browser = await launchBrowser()
  screen = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
  await switchOn()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function switchOn(): Promise<void> {
  server = Fastify({ forceCloseConnections: true })
  server.get('/api/v1/screen/:place', async () => view)
  // A stream that only ever breaks off: that is how a screen hears of a server that went.
  server.get('/api/v1/screen/:place/events', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  })
  const services = {
    places: async () => [{ id: PLACE, name: busy.place.name, kind: 'centre' as const }],
    picture: async () => view,
  }
  await mountHallWeb(server, services, { areaName: '博山区', demo: true })
  await server.listen({ port, host: '127.0.0.1' })
  port = (server.server.address() as { port: number }).port
}

async function screenOn(): Promise<Page> {
  const page = await screen.newPage()
  await page.goto(`http://127.0.0.1:${port}/screen/${PLACE}`)
  return page
}

const lost = (page: Page) => page.getByRole('status').filter({ hasText: '网络暂时中断，显示的是' })

test('HAL-12 a screen switched on while the server is away shows the last picture and since when, and comes back by itself', async () => {
  const before = await screenOn()
  await before.getByText(view.ready[0]!.number).waitFor()
  await before.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await before.waitForFunction(
    `caches.open('screen').then((shelf) => shelf.keys()).then(({ length }) => length === 3)`,
  )

  await server.close()
  await lost(before).waitFor()
  await before.close()

  const after = await screenOn()
  await lost(after).waitFor()
  await after.getByText(view.ready[0]!.number).waitFor()
  expect(await after.getByRole('heading', { level: 1 }).textContent()).toBe(busy.place.name)

  const [first, ...rest] = view.ready
  view = { ...view, version: 2, ready: [{ ...first!, number: '000999X' }, ...rest] }
  await switchOn()
  await after.getByText('000999X').waitFor({ timeout: 60_000 })
  await lost(after).waitFor({ state: 'detached' })
})
