import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startCluster, type Cluster } from '../cluster.ts'
import { percentile } from '../lists/percentile.ts'
import { serve } from '../load/serve.ts'
import { busy } from './busy.ts'
import { asker } from './ask.ts'
import { questions } from './questions.ts'
import { seedItems } from './seed.ts'

// Search over a hundred thousand items: the real server, eight people who type at once, a database that others write to.

const option = (name: string, otherwise: number) =>
  Number(/^\d+$/.exec(process.argv[process.argv.indexOf(name) + 1] ?? '')?.[0] ?? otherwise)
const items = option('--items', 100_000)
const requests = option('--requests', 2_000)
const CLIENTS = 8
const ROUTES = ['/suggest?q=', '/api/v1/items?limit=20&q=', '/search?q=']

const say = (text: string) => process.stderr.write(`${text}\n`)

const cluster = await startCluster({ fsync: 'off' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(130)))
try {
  await bench(cluster)
} finally {
  await cluster.stop()
}

async function bench({ version, create, url }: Cluster): Promise<void> {
  const db = await create('search')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-search-'))
  say(`PostgreSQL ${version}; the server opens its demo first, its items are the pattern of the rest`)
  const server = await serve('../apps/server/launch.mjs', {
    ...{ MODE: 'demo', PORT: '0', DATABASE_URL: url('search'), DATA_DIR: dataDir },
    ...{ POOL_SIZE: '20', DEMO_LIFE: 'off', DEMO_CASES: '20' },
  })
  const { ask, close } = asker(server.port, CLIENTS)
  const load = busy(db)
  try {
    await seedItems(db, items, say)
    const before = memoryOf(server.pid)
    const began = performance.now()
    await ask('/suggest?q=x')
    say(`first answer after ${seconds(performance.now() - began)} s; it waits for the index`)
    for (const route of ROUTES) await measured(ask, route, 200)
    for (const route of ROUTES) {
      const times = await measured(ask, route, requests)
      console.log(
        `${route}: p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}, p99 ${ms(percentile(times, 0.99))} ms`,
      )
    }
    const statements = await load.stop()
    console.log(
      `search: ${items} items, ${CLIENTS} clients, ${requests} questions a route, ${statements} statements a second beside them, ` +
        `memory ${before} MB before the index, ${memoryOf(server.pid)} MB after all`,
    )
  } finally {
    close()
    await load.stop()
    await server.stop()
    await db.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Every question is another one for as long as there are any: what was asked before is no easier. */
async function measured(
  ask: (path: string) => Promise<void>,
  route: string,
  most: number,
): Promise<number[]> {
  const times: number[] = []
  const asked = questions()
  let taken = 0
  const client = async () => {
    while (taken < most) {
      const words = asked[taken % asked.length]!
      taken += 1
      const began = performance.now()
      await ask(route + encodeURIComponent(words))
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return times
}

/** Resident memory in megabytes. */
function memoryOf(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024)
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0)
}

function seconds(value: number): string {
  return (value / 1000).toFixed(1)
}
