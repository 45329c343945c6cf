import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#platform/db/db.ts'
import type { Cluster } from '../cluster.ts'
import { ok, openClient, type Send } from '../load/client.ts'
import { serve } from '../load/serve.ts'
import type { Officer, ServedTarget } from '../load/target.ts'
import { COUNTIES, county, FORM, itemCode, NOTE, STEPS, TITLE } from '../work.ts'
import { loadStanding, OFFICER_PASSWORD, officerOf } from './standing.ts'

export async function startOurs(cluster: Cluster, poolSize: number): Promise<ServedTarget> {
  const db = await cluster.create('ours')
  const masterKey = randomBytes(32).toString('hex')
  await loadStanding(db, masterKey)
  await db.query('VACUUM ANALYZE')
  const { port, pid, stop } = await serve('server.ts', {
    BENCH_DATABASE_URL: cluster.url('ours'),
    BENCH_POOL: String(poolSize),
    BENCH_MASTER_KEY: masterKey,
  })
  const credentials = await signIn(port)
  return {
    ...{ name: 'ours', port, pid },
    open: async (send) => officer(send, credentials),
    settled: () => outboxEmpty(db),
    async stop() {
      await db.close()
      await stop()
    },
  }
}

type Credentials = ReadonlyMap<string, { cookie: string; csrfToken: string }>

/** One officer a county, signed in before the clock starts; the session cookie and the token go with every request. */
async function signIn(port: number): Promise<Credentials> {
  const { send, close } = openClient(port, 1)
  const credentials = new Map<string, { cookie: string; csrfToken: string }>()
  for (let n = 0; n < COUNTIES; n += 1) {
    const area = county(n)
    const reply = await send('POST', '/bench-session', { login: officerOf(area), password: OFFICER_PASSWORD })
    const { csrfToken } = ok<{ csrfToken: string }>(reply)
    credentials.set(area, { cookie: reply.headers['set-cookie']![0]!.split(';')[0]!, csrfToken })
  }
  close()
  return credentials
}

function officer(send: Send, credentials: Credentials): Officer {
  const write = (area: string, path: string, body: object) => {
    const { cookie, csrfToken } = credentials.get(area)!
    return send('POST', path, body, { cookie, 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() })
  }
  return {
    async create({ no, county: area, item, applicant, party }) {
      const body = { no, item: itemCode(item), party, applicant, title: TITLE, form: FORM }
      return ok<{ no: string }>(await write(area, '/api/v1/bench-cases', body)).no
    },
    async step(id, index, { county: area }) {
      ok(
        await write(area, `/api/v1/bench-cases/${id}/acts/${STEPS[index]!.action}`, {
          input: { note: NOTE },
        }),
      )
    },
    async read(id, { county: area }) {
      const { cookie } = credentials.get(area)!
      const reply = await send('GET', `/api/v1/bench-cases/${id}`, undefined, { cookie })
      const { state, facts } = ok<{ state: string; facts: unknown[] }>(reply)
      return { state, auditRows: facts.length }
    },
  }
}

// Each look costs a millisecond of what is measured, for it walks over what has just been deleted.
const LOOK_EVERY_MS = 100

async function outboxEmpty(db: Db): Promise<void> {
  while ((await db.query('SELECT FROM ledger.outbox LIMIT 1')).length > 0) await pause(LOOK_EVERY_MS)
}
