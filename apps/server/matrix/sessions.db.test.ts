import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '#platform/log/log.ts'
import { readSettings } from '#platform/settings.ts'
import { hidden, Walker } from '../../citizen-web/walk.ts'
import { serve } from '../start.ts'
import type { Signed } from '../testing/signed.ts'
import { later, PASSWORD, startStage, type Citizen, type Stage } from './stage.ts'

let stage: Stage
let citizen: Citizen
let clerk: Signed
/** The same house as it is reached in production: by HTTPS only. */
let secure: FastifyInstance

beforeAll(async () => {
  stage = await startStage()
  citizen = await stage.citizen()
  clerk = await stage.as('clerk.shantou')
  const settings = readSettings({ MODE: 'demo', PUBLIC_URL: 'https://house.test' })
  secure = await serve(stage.house, settings, stage.onboarded, openLog({ write: () => {} }))
  await secure.ready()
}, 120_000)
afterAll(() => secure.close())

test('reached by HTTPS, every cookie is for HTTPS alone and browsers are told to stay there', async () => {
  const staff = await secure.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: 'supervisor', password: stage.onboarded.password! },
  })
  const walker = new Walker(secure)
  const page = await walker.get('/sign-in')
  const entered = await walker.post('/sign-in', {
    csrf: hidden(page, 'csrf'),
    login: 'resident-1',
    password: PASSWORD,
    to: '/my',
  })
  const elder = await walker.post('/elder', { mode: 'on', to: '/' })
  const cookies = [
    staff.headers['set-cookie'],
    page.headers['set-cookie'],
    entered.headers['set-cookie'],
    elder.headers['set-cookie'],
  ]
    .flat()
    .map(String)
  expect(cookies).toHaveLength(4)
  for (const cookie of cookies)
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      expect([cookie.split('=')[0], cookie]).toEqual([cookie.split('=')[0], expect.stringContaining(flag)])
  for (const url of ['/', '/api/v1/items', '/none'])
    expect((await secure.inject({ url })).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  expect((await stage.app.inject({ url: '/' })).headers['strict-transport-security']).toBeUndefined()
})

test('signing in as a citizen gives a new token every time, and signing out kills it', async () => {
  const enter = async () => {
    const walker = new Walker(stage.app, { citizen_session: 'B'.repeat(32) })
    await walker.post('/sign-in', {
      csrf: hidden(await walker.get('/sign-in'), 'csrf'),
      login: 'resident-1',
      password: PASSWORD,
      to: '/my',
    })
    return walker
  }
  const [one, two] = [await enter(), await enter()]
  const tokens = [
    citizen.session,
    one.cookies['citizen_session'],
    two.cookies['citizen_session'],
    'B'.repeat(32),
  ]
  expect(new Set(tokens).size).toBe(4)
  const kept = { ...two.cookies }
  await two.post('/sign-out', { csrf: hidden(await two.get('/my'), 'csrf') })
  const after = await new Walker(stage.app, kept).get('/my')
  expect([after.status, after.location]).toEqual([303, expect.stringContaining('/sign-in')])
})

test('a token opens only the house it was made for, whichever cookie carries it', async () => {
  const here = new Walker(stage.app)
  await here.post('/sign-in', {
    csrf: hidden(await here.get('/sign-in'), 'csrf'),
    login: 'resident-1',
    password: PASSWORD,
    to: '/my',
  })
  const asStaff = await stage.app.inject({
    url: '/api/v1/session',
    headers: { cookie: `staff_session=${here.cookies['citizen_session']}` },
  })
  expect(asStaff.statusCode).toBe(403)
  const staffToken = clerk.cookie.split('=')[1]!
  const asCitizen = await new Walker(stage.app, { citizen_session: staffToken }).get('/my')
  expect([asCitizen.status, asCitizen.location]).toEqual([303, expect.stringContaining('/sign-in')])
})

test.each([
  '/api/v1/session/../cases',
  '/api/v1/session%2f..%2fcases',
  '/api/v1/session/..%2fcases',
  '/api/v1//session/../cases',
  '/api/v1/sessionx',
  '/API/V1/cases',
  '/api/v1/cases/',
])('no spelling of an address leads around the password that must be changed first: %s', async (url) => {
  const must = await stage.mustChange('director.baita', `Linshi-${Math.trunc(url.length)}-2026!`)
  const reply = await stage.app.inject({ url, headers: { cookie: must.cookie } })
  expect([400, 403, 404]).toContain(reply.statusCode)
  expect(reply.body).not.toContain('"items"')
  await stage.house.accounts.resetPassword(
    (await stage.house.accounts.findBySubject('staff', must.session.person.id))!.id,
    stage.onboarded.password!,
    'job:test',
  )
})

test('an address somebody writes into a header is not where they are', async () => {
  await stage.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: 'nobody', password: 'falsch' },
    headers: { 'x-forwarded-for': '198.51.100.99', forwarded: 'for=198.51.100.99' },
    remoteAddress: '192.0.2.55',
  })
  const { items } = await stage.house.audit.list({ area: '000000', event: 'sign-in' })
  expect(items.some(({ ip }) => ip === '192.0.2.55')).toBe(true)
  expect(items.some(({ ip }) => ip === '198.51.100.99')).toBe(false)
})

test('guessing from one address stops being answered, whatever logins are tried', async () => {
  const guess = (login: string) =>
    stage.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login, password: 'falsch-2026!' },
      remoteAddress: '192.0.2.66',
    })
  const codes: string[] = []
  for (let count = 0; count < 62; count++)
    codes.push((await guess(`guess.${count}`)).json<{ code: string }>().code)
  expect(codes.at(-1)).toBe('too-many-attempts')
  expect(codes[0]).toBe('sign-in-wrong')
}, 60_000)

test('half an hour without a click ends the session of an officer', async () => {
  const idle = await stage.as('reviewer.shantou')
  stage.clock.set(later(stage.clock.now(), 31 * 60))
  expect((await idle.call('GET', '/cases')).status).toBe(401)
})

test('ending a post by the security administrator ends its sessions at once and is on record', async () => {
  const [officer, security, audit] = [
    await stage.as('reviewer.chishang'),
    await stage.as('admin.security'),
    await stage.as('admin.audit'),
  ]
  expect((await officer.call('GET', '/cases')).status).toBe(200)
  expect(
    (await security.call('POST', `/posts/${officer.session.post.id}/end`, { reason: '调离本岗位' })).status,
  ).toBe(200)
  expect((await officer.call('GET', '/cases')).status).toBe(401)
  const { body } = await audit.call('GET', '/audit?event=sessions-ended')
  expect((body as { items: { actor: string }[] }).items[0]).toMatchObject({
    actor: `post:${security.session.post.id}`,
  })
  const [fact] = await stage.house.db.query<{ kind: string; body: string }>(
    `SELECT kind, body FROM ledger.fact WHERE kind = 'post.ended' ORDER BY at DESC LIMIT 1`,
  )
  expect(JSON.parse(fact!.body)).toMatchObject({ reason: '调离本岗位' })
})

test('whoever is signed in at the portal is asked to sign in at the workbench, in the same browser', async () => {
  const asked = (headers: Record<string, string>) =>
    stage.app.inject({ method: 'GET', url: '/api/v1/session', headers })
  const portal = { cookie: `citizen_session=${citizen.session}` }
  expect((await asked({ ...portal, 'x-as': 'staff' })).statusCode).toBe(401)
  const officer = await stage.as('clerk.shantou')
  const both = { cookie: `${portal.cookie}; ${officer.cookie}`, 'x-as': 'staff' }
  expect((await asked(both)).statusCode).toBe(200)
})
