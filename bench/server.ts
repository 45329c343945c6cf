import { createGate, STAFF_COOKIE } from '../apps/server/gate.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { catalogue } from '#capabilities/catalogue/index.ts'
import { besideSession, staff } from '#capabilities/staff/index.ts'
import { auditOf } from '#platform/auth/audit.ts'
import { formToken } from '#platform/auth/csrf.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { sessionsOf } from '#platform/auth/sessions.ts'
import { systemClock } from '#platform/clock.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { subjectKeys } from '#platform/crypto/subject-keys.ts'
import { openDb, type Db } from '#platform/db/db.ts'
import { httpSentences } from '#platform/http/problem.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { createWorker } from '#platform/jobs/worker.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { createRelay } from '#platform/realtime/relay.ts'
import { isRefused } from '#platform/refusal.ts'
import { benchHttp } from './ours/routes.ts'
import { NOBODYS_AREA, type BenchMeans } from './ours/service.ts'
import type { FastifyInstance } from 'fastify'

// The product's own parts, put together as `apps/server` does, around the bench procedure instead of the real ones.

const db = openDb(process.env['BENCH_DATABASE_URL']!, { poolSize: Number(process.env['BENCH_POOL']) })
const clock = systemClock
const keys = keysFrom(process.env['BENCH_MASTER_KEY']!)
const onFault = (error: unknown) => console.error(error)

let delivered = 0
const worker = createWorker({ db, clock, onFault, onFailure: ({ error }) => onFault(error) })
worker.onFact('bench-counter', async () => {
  delivered += 1
})
const relay = createRelay({ heads: (area, streams) => ledger.heads(area, streams), onFault })
const ledger = createLedger({
  db,
  subscribers: () => ['bench-counter'],
  onCommitted: ({ areaCode, heads, hasWork, facts }) => {
    relay.publish(areaCode, heads)
    if (hasWork) worker.wake(facts)
  },
})
const auth = { db, keys, clock, audit: auditOf(db, keys, clock), cost: TEST_COST }
const sessions = sessionsOf(auth, besideSession(db))
const people = staff(db)
const gate = createGate({
  ...{ clock, sessions, staff: people, audit: auth.audit },
  partyOf: async () => undefined,
  areas: { of: () => NOBODYS_AREA },
  publicOrigin: 'http://127.0.0.1',
  sentences: httpSentences,
})
const means: BenchMeans = {
  ...{ db, ledger, catalogue: catalogue(db, clock), sealing: subjectKeys(db, keys, clock) },
  calendar: compileCalendar({ version: 'bench', years: {} }),
  items: await readItems(db),
}

const log = { fault: (event: string, error: unknown) => console.error(event, error) }
const app = await createHttpServer({ trustProxy: false, fileLimit: 1_000_000, sentences: httpSentences, log })
signInRoute(app)
app.get('/bench-delivered', async () => ({ delivered }))
benchHttp(app, means, gate)
await relay.start()
worker.start()
await app.listen({ port: 0, host: '127.0.0.1' })
console.log(`ready ${(app.server.address() as { port: number }).port}`)
process.on('SIGTERM', () => void stop())

/** Sign-in as an officer does it: password, then the post; the answer carries the cookie and the token for writes. */
function signInRoute(app: FastifyInstance): void {
  app.post<{ Body: { login: string; password: string } }>('/bench-session', async ({ body, ip }, reply) => {
    const signed = await sessions.signIn({
      kind: 'staff',
      login: body.login,
      password: body.password,
      ip,
      agent: 'bench',
    })
    if (isRefused(signed)) return reply.code(401).send(signed)
    const [post] = await people.postsOfPerson(signed.session.subject, clock.now())
    const working = await sessions.switchPost(signed.token, post!.id, ip)
    if (isRefused(working)) return reply.code(401).send(working)
    reply.setCookie(STAFF_COOKIE, working.token, { httpOnly: true, sameSite: 'lax', path: '/' })
    return { csrfToken: formToken(working.session) }
  })
}

async function readItems(db: Db): Promise<Map<string, { stream: string; name: string }>> {
  const rows = await db.query<{ area: string; code: string; stream: string; name: string }>(
    'SELECT area_code AS area, code, stream, name FROM bench.item',
  )
  return new Map(rows.map(({ area, code, stream, name }) => [`${area}/${code}`, { stream, name }]))
}

async function stop(): Promise<void> {
  await app.close()
  await worker.stop()
  await relay.stop()
  await db.close()
  process.exit(0)
}
