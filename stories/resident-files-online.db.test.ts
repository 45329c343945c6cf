import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  at,
  bornAsNumbered,
  paperScan,
  PASSWORD,
  plausible,
  startTown,
  syntheticId,
  type Town,
} from '#capabilities/testing/town.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { mountCitizenWeb } from '../apps/citizen-web/index.ts'

let town: Town
let app: FastifyInstance
const faults: unknown[] = []

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const log = { fault: (_event: string, error: unknown) => void faults.push(error) }
  app = await createHttpServer({ trustProxy: false, fileLimit: 1_000_000, sentences: {}, log })
  await mountCitizenWeb(app, town.portal, {
    ...{
      areaName: '博山区',
      demo: true,
      secureCookies: false,
      publicOrigin: 'http://localhost',
      fileLimit: 1_000_000,
    },
    onFault: (error) => void faults.push(error),
  })
})
afterAll(async () => {
  await app.close()
  await town.stop()
})

/** A browser without JavaScript: keeps cookies, follows links, sends the forms it was given. */
function browser() {
  const jar = new Map<string, string>()
  const keep = (answer: { cookies: { name: string; value: string }[] }) => {
    for (const { name, value } of answer.cookies) jar.set(name, value)
  }
  async function get(url: string) {
    const answer = await app.inject({ method: 'GET', url, cookies: Object.fromEntries(jar) })
    keep(answer)
    return answer
  }
  async function token(url: string): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec((await get(url)).body)![1]!
  }
  async function post(url: string, body: Record<string, string | readonly string[]>) {
    const form = new URLSearchParams(
      Object.entries(body).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    )
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({
      method: 'POST',
      url,
      headers,
      cookies: Object.fromEntries(jar),
      payload: String(form),
    })
    keep(answer)
    return answer
  }
  async function send(url: string, csrf: string, bytes: Buffer) {
    const form = new FormData()
    form.set('csrf', csrf)
    form.set('upload', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), '身份证.pdf')
    const request = new Request('http://x/', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type')! }
    const payload = Buffer.from(await request.arrayBuffer())
    return app.inject({ method: 'POST', url, headers, cookies: Object.fromEntries(jar), payload })
  }
  return { get, token, post, send, forget: () => jar.clear() }
}

test('a resident registers, fills in a draft, files it once and follows it, without a script', async () => {
  const her = browser()
  const person = {
    name: '张示例',
    citizenId: syntheticId(7),
    phone: '19900000007',
    login: 'zhang',
    password: PASSWORD,
  }
  const registered = await her.post('/register', { csrf: await her.token('/register'), to: '/my', ...person })
  expect([registered.statusCode, registered.headers['location']]).toEqual([303, '/my?registered=1'])

  const start = '/items/elderly-allowance/apply'
  const begun = await her.post(start, { csrf: await her.token(start) })
  const where = String(begun.headers['location'])
  const draft = where.replace(/\/where$/, '')
  const place = {
    region: '370304004207',
    placesOf: '370304004207',
    acceptPlace: 'centre-370304004',
    delivery: 'window',
  }
  expect((await her.post(where, { csrf: await her.token(where), ...place })).headers['location']).toBe(
    `${draft}/form`,
  )

  const item = (await town.catalogue.itemInForce(town.area, 'elderly-allowance', '2026-11-23'))!.item
  const answers = bornAsNumbered(item.form, { ...plausible(item.form.fields, '370304004207'), ...person })
  let asked = `${draft}/form`
  for (let pages = 0; asked !== `${draft}/materials`; pages += 1) {
    const shown = await her.get(asked)
    const asks = item.form.fields.filter(({ name }) => new RegExp(`name="${name}[".]`).test(shown.body))
    const here = Object.fromEntries(asks.map(({ name }) => [name, answers[name] ?? '']))
    const action = /<form method="post" action="([^"]*\/form[^"]*)"/.exec(shown.body)![1]!
    asked = String((await her.post(action, { csrf: await her.token(asked), ...here })).headers['location'])
    expect(pages).toBeLessThan(10)
  }

  for (const { id, necessity, fromForm } of item.materials) {
    if (necessity !== 'required' || fromForm) continue
    const kept = await her.send(
      `${draft}/materials/${id}`,
      await her.token(`${draft}/materials`),
      paperScan(id),
    )
    expect(kept.headers['location']).toBe(`${draft}/materials#material-${id}`)
  }
  const check = await her.get(`${draft}/check`)
  const requestId = /name="requestId" value="([^"]+)"/.exec(check.body)![1]!
  const press = async () => her.post(`${draft}/check`, { csrf: await her.token('/my'), requestId })
  const [first, second] = [await press(), await press()]
  expect(first.headers['location']).toMatch(/^\/my\/cases\/\d{24}[0-9A-Z]\/submitted$/)
  expect(second.headers['location']).toBe(first.headers['location'])

  await town.work()
  const own = String(first.headers['location']).replace('/submitted', '')
  const page = await her.get(own)
  expect(page.statusCode).toBe(200)
  const paper = new RegExp(`${own}/papers/[0-9a-f-]+`).exec(page.body)![0]
  expect((await her.get(paper)).headers['content-type']).toBe('application/pdf')

  const another = browser()
  const other = {
    name: '李示例',
    citizenId: syntheticId(8),
    phone: '19900000008',
    login: 'li',
    password: PASSWORD,
  }
  await another.post('/register', { csrf: await another.token('/register'), to: '/my', ...other })
  expect((await another.get(own)).statusCode).toBe(404)
  expect((await another.get(paper)).statusCode).toBe(404)
  expect(faults).toEqual([])
})

test('a form made for somebody else’s browser is not taken', async () => {
  const [mine, theirs] = [browser(), browser()]
  await mine.get('/sign-in')
  const answer = await mine.post('/sign-in', {
    csrf: await theirs.token('/sign-in'),
    to: '/my',
    login: 'zhang',
    password: PASSWORD,
  })
  expect(answer.statusCode).toBe(403)
})
