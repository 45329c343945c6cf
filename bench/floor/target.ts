import fs from 'node:fs'
import path from 'node:path'
import type { Cluster } from '../cluster.ts'
import { ok, type Send } from '../load/client.ts'
import { serve } from '../load/serve.ts'
import type { Officer, ServedTarget } from '../load/target.ts'
import { FORM, ISSUED_TITLE, LIMIT_DAYS, NOTE, STEPS, TITLE } from '../work.ts'

export async function startFloor(cluster: Cluster, poolSize: number): Promise<ServedTarget> {
  const db = await cluster.create('floor')
  await db.query(fs.readFileSync(path.join(import.meta.dirname, '../raw/schema.sql'), 'utf8'))
  await db.query('VACUUM ANALYZE')
  await db.close()
  const environment = { BENCH_DATABASE_URL: cluster.url('floor'), BENCH_POOL: String(poolSize) }
  const { port, pid, stop } = await serve('floor/server.ts', environment)
  return { name: 'floor', port, pid, open: async (send) => officer(send), settled: async () => {}, stop }
}

function officer(send: Send): Officer {
  return {
    async create({ no, county, item, applicant }) {
      const body = {
        no,
        county,
        item,
        applicant,
        title: TITLE,
        form: FORM,
        received_at: new Date().toISOString(),
      }
      return String(ok<{ id: number }>(await send('POST', '/dossiers', body)).id)
    },
    async step(id, index) {
      const { action, to } = STEPS[index]!
      ok(
        await send('PATCH', `/dossiers/${id}`, {
          action,
          set: { state: to, ...CHANGES[action]?.() },
          note: NOTE,
        }),
      )
    },
    async read(id) {
      const { state, history } = ok<{ state: string; history: unknown[] }>(
        await send('GET', `/dossiers/${id}`),
      )
      return { state, auditRows: history.length }
    },
  }
}

const DAY_MS = 86_400_000

const CHANGES: Readonly<Record<string, () => object>> = {
  accept: () => ({ due_at: new Date(Date.now() + LIMIT_DAYS * DAY_MS).toISOString() }),
  start_review: () => ({ assignee: 7 }),
  decide: () => ({ decision: 'granted' }),
  issue: () => ({ title: ISSUED_TITLE }),
  close: () => ({ assignee: null }),
}
