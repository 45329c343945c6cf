import http from 'node:http'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { hidden, Walker } from '../../citizen-web/walk.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { AREA, multipart, pdf, startStage, type Citizen, type Stage } from './stage.ts'

let stage: Stage
let citizen: Citizen
let clerk: Signed
let supervisor: Signed
let no: string

beforeAll(async () => {
  stage = await startStage()
  citizen = await stage.citizen()
  no = await stage.file(citizen)
  clerk = await stage.as('clerk.shantou')
  supervisor = await stage.as('supervisor')
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code

/** An answer that refuses calmly: no fault logged, no stack, no SQL, no path of ours. */
function expectCalm(what: string, { status, body }: { status: number; body: unknown }): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  expect([what, status < 500, stage.faults.splice(0)]).toEqual([what, true, []])
  expect(text).not.toMatch(/node_modules|\.ts:\d|SELECT |INSERT |syntax error|invalid input|\bat \w+ \(/)
}

const NASTY = [
  "' OR 1=1 --",
  '"; DROP TABLE ledger.fact; --',
  '\\',
  '%',
  '_',
  '\0',
  '\ud800',
  '$1',
  '{}',
  '[]',
  'null',
  '../../../etc/passwd',
  '..%2f..%2f',
  '<script>',
  '﻿',
  '🀄'.repeat(30),
  '-1',
  '1e309',
  '9999-99-99~01900000-0000-7000-8000-000000000000',
  '2026-02-30~01900000-0000-7000-8000-000000000000',
  '2026-13-40.99999999',
  '2026-02-30.1,2026-02-31.1',
  '2026-03-16~' + '-'.repeat(36),
]

test.each([
  ['/cases', ['queue', 'state', 'item', 'no', 'limit', 'cursor']],
  ['/items', ['q', 'domain', 'limit', 'cursor']],
  ['/places', ['region']],
])('%s: whatever stands in its filters and cursor is a value, never a command', async (path, names) => {
  for (const name of names) {
    for (const value of NASTY) {
      const query = `${path}?${name}=${encodeURIComponent(value.toWellFormed())}`
      expectCalm(query, await supervisor.call('GET', query))
      expectCalm(query, await citizen.call('GET', query))
    }
    expectCalm(name, await supervisor.call('GET', `${path}?${name}=a&${name}=b`))
    expectCalm(
      name,
      await supervisor.call('GET', `${path}?${name}[$ne]=1&__proto__[x]=1&constructor[prototype][x]=1`),
    )
  }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('the same for what stands in a path, for everybody who may send it', async () => {
  const [system, security, audit] = [
    await stage.as('admin.system'),
    await stage.as('admin.security'),
    await stage.as('admin.audit'),
  ]
  for (const value of NASTY) {
    const id = encodeURIComponent(value.toWellFormed())
    for (const path of [
      `/cases/${id}`,
      `/cases/3703040000${id}`,
      `/cases/${no}/papers/${id}`,
      `/cases/${no}/files/${id}`,
      `/files/${id}`,
      `/items/${id}`,
    ]) {
      expectCalm(path, await supervisor.call('GET', path))
    }
    expectCalm(id, await clerk.call('POST', `/cases/${no}/acts/${id}`, { input: {} }))
    for (const act of ['unlock', 'reset', 'enable', 'disable'])
      expectCalm(`${act} ${id}`, await system.call('POST', `/accounts/${id}/${act}`))
    expectCalm(id, await system.call('GET', `/accounts?cursor=${id}`))
    expectCalm(id, await security.call('POST', `/posts/${id}/end`, { reason: '岗位调整' }))
    expectCalm(id, await security.call('GET', `/posts?cursor=${id}`))
    expectCalm(id, await audit.call('GET', `/audit?cursor=${id}&event=${id}`))
  }
  expect(stage.faults).toEqual([])
})

test('a filter never widens what somebody sees', async () => {
  const foreign = await stage.as('clerk.boshan')
  for (const query of [
    '',
    '?queue=all',
    `?queue=all&no=${no}`,
    `?queue=all&no=${encodeURIComponent('%')}`,
    '?queue=all&state=received',
  ]) {
    const { body } = await foreign.call('GET', `/cases${query}`)
    expect([query, (body as { items: unknown[] }).items]).toEqual([query, []])
  }
})

test.each([
  ['half a surrogate', '{"reason":"\\ud800核实申请人信息"}'],
  ['a zero byte', '{"reason":"\\u0000核实申请人信息"}'],
  ['a prototype', '{"reason":"核实申请人信息","__proto__":{"isAdmin":true}}'],
  ['a constructor', '{"reason":"核实申请人信息","constructor":{"prototype":{"isAdmin":true}}}'],
  ['more than was asked', '{"reason":"核实申请人信息","role":"admin"}'],
  ['another type', '{"reason":["核实申请人信息"]}'],
  ['nothing', ''],
  ['half a text', '{"reason":"核实'],
  ['a list', '[]'],
  ['a number', '12'],
  ['null', 'null'],
  ['far too deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['a deep object', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
])('a body with %s is refused as the sender’s mistake', async (what, payload) => {
  const reply = await stage.app.inject({
    method: 'POST',
    url: `/api/v1/cases/${no}/reveal`,
    payload,
    headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrfToken, 'content-type': 'application/json' },
  })
  expectCalm(what, { status: reply.statusCode, body: reply.body })
  expect([what, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([what, 400, 'input-invalid'])
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
})

test('deep and odd values inside an act’s input are refused too', async () => {
  let deep: unknown = 1
  for (let depth = 0; depth < 2_000; depth++) deep = { deep }
  for (const input of [
    { passed: true, remark: deep },
    { passed: { $gt: '' } },
    { passed: true, ['toString']: 1 },
    { refused: true },
    { refused: true, code: 'database-unavailable' },
  ]) {
    expectCalm('input', await clerk.call('POST', `/cases/${no}/acts/pre-review`, { input }))
  }
  expect(stage.faults).toEqual([])
})

test.each([
  ['application/json', JSON.stringify({ reason: 'x'.repeat(10_000_000) }), 413],
  ['application/x-www-form-urlencoded', 'a=1&'.repeat(400_000), 413],
  ['text/plain', 'reason=1', 400],
  ['application/xml', '<reason/>', 400],
  ['application/octet-stream', 'x', 400],
])('%s: too much or of no known kind is refused at once', async (type, payload, status) => {
  const reply = await stage.app.inject({
    method: 'POST',
    url: `/api/v1/cases/${no}/reveal`,
    payload,
    headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrfToken, 'content-type': type },
  })
  expectCalm(type, { status: reply.statusCode, body: reply.body })
  expect(reply.statusCode).toBe(status)
  const page = await stage.app.inject({
    method: 'POST',
    url: '/sign-in',
    payload,
    headers: { 'content-type': type },
  })
  expectCalm(`/sign-in ${type}`, { status: page.statusCode, body: page.body })
})

test('a form with one name a quarter of a million times costs no more than its size', async () => {
  const began = process.cpuUsage()
  const reply = await stage.app.inject({
    method: 'POST',
    url: '/sign-in',
    payload: 'a&'.repeat(250_000),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(reply.statusCode).toBe(403)
  // Copying the list for every value took minutes; reading it once takes a fraction of a second on any machine.
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(20)
})

test('HEAD reads like GET without a body, and OPTIONS opens nothing to other sites', async () => {
  const head = await stage.app.inject({
    method: 'HEAD',
    url: `/api/v1/cases/${no}`,
    headers: { cookie: clerk.cookie },
  })
  expect([head.statusCode, head.body]).toEqual([200, ''])
  const options = await stage.app.inject({
    method: 'OPTIONS',
    url: `/api/v1/cases/${no}`,
    headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
  })
  expect(options.statusCode).toBe(404)
  expect(Object.keys(options.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a write needs the session’s own token and a page of ours', async () => {
  const other = await stage.as('clerk.boshan')
  const write = (headers: Record<string, string>) =>
    stage.app.inject({
      method: 'POST',
      url: `/api/v1/cases/${no}/reveal`,
      payload: { reason: '核实申请人信息' },
      headers: { cookie: clerk.cookie, ...headers },
    })
  const right = { 'x-csrf-token': clerk.csrfToken }
  const outcomes = [
    [{}, 403],
    [{ 'x-csrf-token': '' }, 403],
    [{ 'x-csrf-token': other.csrfToken }, 403],
    [{ ...right, origin: 'https://evil.test' }, 403],
    [{ ...right, origin: 'null' }, 403],
    [{ ...right, 'sec-fetch-site': 'cross-site' }, 403],
    [{ ...right, 'sec-fetch-site': 'same-site' }, 403],
    [{ ...right, origin: 'http://house.test', 'sec-fetch-site': 'same-origin' }, 200],
  ] as const
  for (const [headers, status] of outcomes)
    expect([headers, (await write(headers)).statusCode]).toEqual([headers, status])
})

test('signing in from another site’s page is refused, in both houses', async () => {
  for (const from of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
    const staff = await stage.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'supervisor', password: stage.onboarded.password! },
      headers: from,
    })
    expect([staff.statusCode, staff.headers['set-cookie']]).toEqual([403, undefined])
  }
})

test('signing in begins a new session under a new token; a planted one is worth nothing', async () => {
  const planted = 'A'.repeat(32)
  const reply = await stage.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: 'supervisor', password: stage.onboarded.password! },
    headers: { cookie: `staff_session=${planted}` },
  })
  const cookie = String(reply.headers['set-cookie'])
  expect(reply.statusCode).toBe(200)
  expect(cookie).not.toContain(planted)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Path=\//)
  expect(cookie).not.toMatch(/Domain=/)
  const again = await stage.app.inject({
    method: 'GET',
    url: '/api/v1/session',
    headers: { cookie: `staff_session=${planted}` },
  })
  expect(again.statusCode).toBe(401)
})

test('a switch of post leaves the old token dead', async () => {
  const signed = await stage.as('clerk.shantou')
  const other = signed.session.posts.find(({ id }) => id !== signed.session.post.id)!
  expect((await signed.call('PUT', '/session/post', { post: other.id })).status).toBe(200)
  expect((await signed.call('GET', '/session')).status).toBe(401)
})

test('five wrong passwords lock a login that exists like one that does not, and neither says which it is', async () => {
  const tryOut = async (login: string) => {
    const heard: unknown[] = []
    for (let count = 0; count < 6; count++) {
      const reply = await stage.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { login, password: 'falsch-2026!' },
        remoteAddress: '192.0.2.77',
      })
      const { code, detail, status } = reply.json<{ code: string; detail: string; status: number }>()
      heard.push({ code, detail, status, cookie: reply.headers['set-cookie'] })
    }
    return heard
  }
  const [known, unknown] = [await tryOut('director.chishang'), await tryOut('nobody.at.all')]
  expect(known).toEqual(unknown)
  expect(known.map((each) => (each as { code: string }).code)).toEqual([
    ...Array<string>(4).fill('sign-in-wrong'),
    'account-locked',
    'account-locked',
  ])
  const right = await stage.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: 'director.chishang', password: stage.onboarded.password! },
  })
  expect(right.json<{ code: string }>().code).toBe('account-locked')
})

test('an administrator cannot become another administrator by setting their password, nor shut them out', async () => {
  const system = await stage.as('admin.system')
  for (const login of ['admin.audit', 'admin.security', 'admin.system']) {
    const { session } = await stage.as(login)
    const account = (await stage.house.accounts.findBySubject('staff', session.person.id))!
    for (const act of ['reset', 'disable']) {
      expect([login, act, codeOf(await system.call('POST', `/accounts/${account.id}/${act}`))]).toEqual([
        login,
        act,
        'administrator-not-yours',
      ])
    }
  }
  const resident = (
    await stage.house.db.query<{ id: string }>(
      `SELECT id FROM auth.account WHERE area_code = '000000' AND kind = 'citizen' LIMIT 1`,
    )
  )[0]!
  expect(codeOf(await system.call('POST', `/accounts/${resident.id}/reset`))).toBe('account-not-found')
})

test('the audit trail shows the auditor sign-ins, failures, revealed applicants and their reasons', async () => {
  await clerk.call('POST', `/cases/${no}/reveal`, { reason: '电话核实人口信息' })
  const audit = await stage.as('admin.audit')
  const seen: { event: string; success: boolean; ip?: string; after?: { reason?: string } }[] = []
  let cursor: string | undefined
  do {
    const { body } = await audit.call(
      'GET',
      `/audit?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    const page = body as { items: typeof seen; nextCursor?: string }
    seen.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  const events = new Set(seen.map(({ event, success }) => `${event} ${success ? 'ok' : 'failed'}`))
  for (const event of [
    'sign-in ok',
    'sign-in failed',
    'post-switched ok',
    'applicant-revealed ok',
    'account-created ok',
  ])
    expect([...events]).toContain(event)
  expect(seen.find(({ event }) => event === 'applicant-revealed')?.after?.reason).toBe('电话核实人口信息')
  expect(seen.every(({ event, ip }) => !event.startsWith('sign-in') || ip !== undefined)).toBe(true)
  expect(await stage.house.audit.verify(AREA)).toBeNull()
  expect(await stage.house.audit.verify('000000')).toBeNull()
})

test('every answer carries the headers that keep a page to itself', async () => {
  for (const url of [
    '/',
    '/sign-in',
    '/none',
    '/api/v1/items',
    '/api/v1/none',
    '/api/v1/items/%',
    '/items/%',
    `/items/${'x'.repeat(300)}`,
    `/api/v1/cases/${no}`,
    '/verify/x',
    '/healthz',
  ]) {
    const { headers } = await stage.app.inject({ method: 'GET', url, headers: { cookie: clerk.cookie } })
    const csp = String(headers['content-security-policy'])
    expect([url, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
      url,
      'nosniff',
      'same-origin',
    ])
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect([url, csp]).toEqual([url, expect.stringContaining(part)])
    expect([url, csp]).toEqual([url, expect.not.stringMatching(/script-src[^;]*unsafe/)])
    expect([url, headers['cache-control']]).toEqual([url, expect.stringMatching(/no-store|no-cache/)])
    expect([url, headers['x-powered-by'], headers['server']]).toEqual([url, undefined, undefined])
  }
})

test.each([
  'scan.pdf',
  '../../../../etc/passwd.pdf',
  'a"\r\nSet-Cookie: x=1\r\n.pdf',
  '\u202efdp.exe.pdf',
  '测试甲身份证.pdf',
  `${'长'.repeat(400)}.pdf`,
  'CON.pdf',
  '.pdf',
  'x.pdf\0.exe',
])('the name of a file reaches neither the disk nor a header: %j', async (fileName) => {
  const stored = await citizen.upload(pdf('附件'), fileName)
  expectCalm(fileName, stored)
  if (stored.status !== 200) return
  expect((stored.body as { name: string }).name).toBe('材料.pdf')
  const { headers } = await citizen.call('GET', `/files/${(stored.body as { id: string }).id}`)
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~-]+$/,
  )
  expect(headers['content-security-policy']).toContain('sandbox')
})

test.each([
  ['a page', 'x.html', '<!doctype html><script>alert(1)</script>'],
  ['a page called a PDF', 'x.pdf', '<!doctype html><script>alert(1)</script>'],
  ['a picture of vectors', 'x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a program', 'x.pdf', 'MZ\x90\0\x03'],
  ['nothing', 'x.pdf', ''],
])('%s is not taken in', async (_what, fileName, text) => {
  const reply = await citizen.upload(Buffer.from(text, 'latin1'), fileName)
  expectCalm(fileName, reply)
  expect(reply.status).toBeGreaterThanOrEqual(400)
})

test('a file larger than the limit is refused whole, and nothing of it stays', async () => {
  const before = await files()
  const large = Buffer.concat([pdf('大'), Buffer.alloc(20 * 1024 * 1024 + 1, 0x20)])
  const reply = await citizen.upload(large)
  expect([reply.status, codeOf(reply)]).toEqual([413, 'file-too-large'])
  expect(await files()).toEqual(before)
})

test('a form that breaks off in the middle of a file leaves nothing behind', async () => {
  const before = await files()
  const { payload, headers } = multipart(Buffer.concat([pdf('断'), Buffer.alloc(200_000, 0x20)]))
  for (const cut of [payload.subarray(0, 150_000), payload.subarray(0, payload.length - 30)]) {
    const reply = await stage.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      payload: cut,
      headers: {
        ...headers,
        cookie: `citizen_session=${citizen.session}`,
        'x-csrf-token': citizen.csrfToken,
      },
    })
    expectCalm('broken off', { status: reply.statusCode, body: reply.body })
    expect(reply.statusCode).toBe(400)
  }
  expect(await files()).toEqual(before)
})

test('a connection that drops in the middle of a file leaves nothing behind', async () => {
  const before = await files()
  if (!stage.app.server.listening) await stage.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = stage.app.server.address() as AddressInfo
  const { payload, headers } = multipart(Buffer.concat([pdf('落'), Buffer.alloc(300_000, 0x20)]))
  await new Promise<void>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(
        `POST /api/v1/files HTTP/1.1\r\nhost: house.test\r\ncookie: citizen_session=${citizen.session}\r\nx-csrf-token: ${citizen.csrfToken}\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: ${payload.length}\r\n\r\n`,
      )
      socket.write(payload.subarray(0, 200_000), () => socket.destroy())
    })
    socket.on('close', () => resolve())
  })
  // Another whole request has been answered after it, so whatever the broken one would do is done.
  await new Promise((resolve) =>
    http.get({ port, path: '/healthz' }, (answer) => answer.resume().on('end', resolve)),
  )
  expect(await files()).toEqual(before)
  expect(stage.faults.splice(0)).toEqual([])
})

test('of many files in one upload none is stored by the way', async () => {
  const boundary = 'many'
  const part = (index: number) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="f${index}"; filename="${index}.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf(`第${index}份`).toString()}\r\n`
  const payload = `${Array.from({ length: 200 }, (_, index) => part(index)).join('')}--${boundary}--\r\n`
  const before = (await files())[0]!.count
  const reply = await stage.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: `citizen_session=${citizen.session}`,
      'x-csrf-token': citizen.csrfToken,
    },
  })
  expectCalm('many files', { status: reply.statusCode, body: reply.body })
  expect((await files())[0]!.count - before).toBeLessThanOrEqual(1)
})

function files() {
  return stage.house.db.query<{ count: number }>('SELECT count(*)::int AS count FROM cases.attachment')
}

test('a citizen files in the name that was checked, not in another’s', async () => {
  const filing = await stage.filing(citizen)
  for (const form of [
    { ...filing.form, name: '测试冒名' },
    { ...filing.form, citizenId: (await stage.citizen()).person.citizenId },
  ]) {
    expect(codeOf(await citizen.call('POST', '/cases', { ...filing, form }))).toBe('applicant-other')
  }
})

test('whoever files for somebody else online does not learn what that person has applied for', async () => {
  const other = await stage.citizen()
  const { name, citizenId } = other.person
  const { again: _said, ...filing } = await stage.filing(other)
  const agent = { byAgent: 'yes', agentName: name, agentCitizenId: citizenId, agentKind: 'family' }
  const { citizenId: theirs, name: theirName } = citizen.person
  const form = { ...filing.form, ...agent, name: theirName, citizenId: theirs }
  const asked = await other.call('POST', '/cases', { ...filing, form })
  expect([codeOf(asked), JSON.stringify(asked.body).includes(no)]).not.toEqual(['already-applied', true])
  expect(asked.status).toBe(200)
  const { again: _once, ...own } = await stage.filing(citizen)
  expect(codeOf(await citizen.call('POST', '/cases', own))).toBe('already-applied')
})

test('a clerk takes things in at the own counter only', async () => {
  const filing = { ...(await stage.filing(citizen)), materials: [] }
  const elsewhere = await stage.as('clerk.boshan')
  expect(codeOf(await elsewhere.call('POST', '/cases', filing))).toBe('place-not-yours')
})

test.each([
  ['__proto__', { x: '1' }],
  ['toString', '1'],
  ['an unknown field', '1'],
])('a form that answers %s changes nothing but itself', async (name, value) => {
  const filing = await stage.filing(citizen)
  const reply = await citizen.call('POST', '/cases', { ...filing, form: { ...filing.form, [name]: value } })
  expectCalm(name, reply)
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('what stands in the query of a citizen’s page is only text, wherever it stands', async () => {
  const walker = new Walker(stage.app)
  for (const value of NASTY.map((text) => encodeURIComponent(text.toWellFormed()))) {
    for (const url of [
      `/search?q=${value}&cursor=${value}`,
      `/sign-in?to=${value}`,
      `/verify?code=${value}`,
      `/domains/${value}`,
      `/items/${value}`,
      `/items/${value}/guide.pdf`,
      `/items/${value}/form-sample.pdf`,
      `/items/elderly-allowance/guide-short.pdf?place=${value}&situation=${value}`,
      `/items/${value}/apply`,
    ]) {
      const seen = await walker.get(url)
      expectCalm(url, { status: seen.status, body: seen.html })
    }
    for (const url of [
      `/my?cursor=${value}`,
      `/my/cases/${value}`,
      `/my/cases/${no}/papers/${value}`,
      `/my/cases/${no}/files/${value}`,
      `/apply/${value}/form`,
    ]) {
      const seen = await citizen.walker.get(url)
      expectCalm(url, { status: seen.status, body: seen.html })
    }
  }
  const csrf = hidden(await walker.get('/sign-in'), 'csrf')
  for (const login of NASTY)
    expectCalm(login, {
      status: (await walker.post('/sign-in', { csrf, login, password: login })).status,
      body: '',
    })
  expect(stage.faults).toEqual([])
})
