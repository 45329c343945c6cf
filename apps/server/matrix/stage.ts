import diagnostics from 'node:diagnostics_channel'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { isRefusal } from '#engine/refusal.ts'
import { endPost } from '#capabilities/staff/index.ts'
import { newId } from '#platform/id.ts'
import { isRefused } from '#platform/refusal.ts'
import { hidden, Walker } from '../../citizen-web/walk.ts'
import { demoForm } from '../demo/form-values.ts'
import { demoPerson, type DemoPerson } from '../demo/people.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import { inject, signedIn, type Reply, type Signed } from '../testing/signed.ts'

/** A Monday morning in an office that is open. */
export const MONDAY = '2026-03-16T01:30:00.000Z'
/** 邱家村 of 山头街道: decided by its street office, taken in at its centre. */
export const VILLAGE = '370304004207'
export const CENTRE = 'centre-370304004'
export const AREA = '370304'
export const PASSWORD = 'Shiyong-2026!'

/** Anybody who can send a request to the JSON interface. */
export interface Caller {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

export interface Citizen extends Caller {
  walker: Walker
  person: DemoPerson
  session: string
  csrfToken: string
  upload(bytes?: Buffer, fileName?: string): Promise<Reply>
}

/** The house with every kind of person in it, and the routes the server really answers. */
export async function startStage({ outside }: Pick<Parameters<typeof startHouse>[0], 'outside'> = {}) {
  const routes: { method: string; url: string }[] = []
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url })
    })
  }
  diagnostics.subscribe('fastify.initialization', listen)
  const house = await startHouse({ at: MONDAY, ...(outside ? { outside } : {}) })
  diagnostics.unsubscribe('fastify.initialization', listen)
  let people = 0
  return {
    ...house,
    routes,
    anonymous: anonymous(house.app),
    citizen: () => registered(house.app, ++people),
    /** A case of this citizen, filed online and to be decided by the street office of 山头. */
    async file(who: Citizen, item = 'temporary-assistance-small'): Promise<string> {
      const reply = await who.call('POST', '/cases', await filingOf(house, who, item))
      if (reply.status !== 200) throw new Error(`not filed: ${JSON.stringify(reply.body)}`)
      return (reply.body as { no: string }).no
    },
    filing: (who: Citizen, item = 'temporary-assistance-small') => filingOf(house, who, item),
    /** Signs in and signs out again: the cookie outlives the session. */
    async signedOut(login: string): Promise<Signed> {
      const signed = await house.as(login)
      await signed.call('DELETE', '/session')
      return signed
    },
    /** A session whose post ends behind its back, as when an office changes it elsewhere. */
    async withEndedPost(login: string): Promise<Signed> {
      const signed = await house.as(login)
      await end(house, signed.session.post.id)
      house.clock.set(later(house.clock.now(), 6))
      return signed
    },
    endPost: (post: string) => end(house, post),
    /** Somebody whose password an administrator has just set. */
    async mustChange(login: string, password = 'Linshi-2026!'): Promise<Signed> {
      const before = await house.as(login)
      const account = await house.house.accounts.findBySubject('staff', before.session.person.id)
      const done = await house.house.accounts.resetPassword(account!.id, password, 'job:test')
      if (isRefused(done)) throw new Error(done.code)
      return signedIn(house.app, login, password)
    },
  }
}

export type Stage = Awaited<ReturnType<typeof startStage>>

export function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString()
}

async function end({ house, clock }: TestHouse, post: string): Promise<void> {
  const asking = { actor: { kind: 'system', job: 'test' } as const, at: clock.now(), requestId: newId() }
  const done = await endPost(
    { db: house.db, ledger: house.ledger },
    AREA,
    { post, lastDay: '2026-03-15' },
    asking,
  )
  if (isRefusal(done)) throw new Error(done.code)
}

function anonymous(app: FastifyInstance): Caller {
  return { call: (method, path, body, headers) => request(app, {}, method, path, body, headers) }
}

async function registered(app: FastifyInstance, index: number): Promise<Citizen> {
  const person = demoPerson(500 + index)
  const walker = new Walker(app)
  const csrf = hidden(await walker.get('/register'), 'csrf')
  const { name, citizenId, phone } = person
  const page = await walker.post('/register', {
    csrf,
    name,
    citizenId,
    phone,
    login: `resident-${index}`,
    password: PASSWORD,
    to: '/my',
  })
  if (page.status !== 303) throw new Error(`not registered: ${page.html.slice(0, 3000)}`)
  const csrfToken = hidden(await walker.get('/my'), 'csrf')
  const session = walker.cookies['citizen_session']!
  const own = { cookie: `citizen_session=${session}`, 'x-csrf-token': csrfToken }
  return {
    ...{ walker, person, session, csrfToken },
    call: (method, path, body, headers) => request(app, own, method, path, body, headers),
    upload: (bytes, fileName) =>
      inject(app, {
        ...multipart(bytes, fileName),
        method: 'POST',
        url: '/api/v1/files',
        headers: { ...own, ...multipart(bytes, fileName).headers },
      }),
  }
}

function request(
  app: FastifyInstance,
  own: Record<string, string>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const options: InjectOptions = {
    method: method as never,
    url: `/api/v1${path}`,
    headers: { ...own, ...headers },
  }
  return inject(app, body === undefined ? options : { ...options, payload: body as never })
}

const BOUNDARY = 'a-boundary-of-the-test'

/** One uploaded file as a browser sends it. */
export function multipart(bytes: Buffer = pdf('测试'), fileName = 'scan.pdf') {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}

/** A PDF that holds a line of text in a comment, so that its bytes can be looked for on the disk. */
export function pdf(text: string): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj << >> endobj\n%%EOF\n`)
}

/** People of these tests have more than one of the same under way. */
export const AGAIN = { reason: '另有一笔同样的需要' }

async function filingOf({ house }: TestHouse, who: Citizen, itemId: string) {
  const { item } = (await house.catalogue.itemInForce(AREA, itemId, '2026-03-16'))!
  const papers = item.materials.filter((material) => !material.fromForm && material.necessity === 'required')
  const uploads = await Promise.all(papers.map(() => who.upload()))
  return {
    item: item.id,
    itemVersion: item.version,
    region: VILLAGE,
    acceptPlace: CENTRE,
    form: demoForm(item.form, who.person, 1, VILLAGE),
    materials: papers.map(({ id }, index) => ({
      material: id,
      files: [(uploads[index]!.body as { id: string }).id],
      paperOriginals: 0,
      paperCopies: 0,
    })),
    delivery: item.delivery[0]!,
    again: AGAIN,
  }
}
