import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Db } from '#platform/db/db.ts'
import { startCluster, type Cluster } from '../cluster.ts'
import { percentile } from '../lists/percentile.ts'
import { serve, type Served } from '../load/serve.ts'
import { asker, type Asker } from './ask.ts'
import { busy } from './busy.ts'
import { questions } from './questions.ts'
import { publishOne, seedItems, stopOne } from './seed.ts'

// Search over a hundred thousand items: the real server, eight people who type at once, a database that others write to.

const option = (name: string, otherwise: number) =>
  Number(/^\d+$/.exec(process.argv[process.argv.indexOf(name) + 1] ?? '')?.[0] ?? otherwise)
const items = option('--items', 100_000)
const requests = option('--requests', 2_000)
const CLIENTS = 8
/** What the server and the wire cost when nothing is searched. */
const FLOOR = '/suggest?q='
const ROUTES = ['/suggest?q=', '/api/v1/items?limit=20&q=', '/search?q=']
const GOAL_MS = 50
/** Linux counts CPU in hundredths of a second. */
const MS_A_TICK = 10

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
  const open = () =>
    serve('../apps/server/launch.mjs', {
      ...{ MODE: 'demo', PORT: '0', DATABASE_URL: url('search'), DATA_DIR: dataDir },
      ...{ POOL_SIZE: '20', DEMO_LIFE: 'off', DEMO_CASES: '20' },
    })
  say(`PostgreSQL ${version}; the server opens its demo first, its items are the pattern of the rest`)
  let server: Served | undefined
  try {
    server = await open()
    await seedItems(db, items, say)
    await server.stop()
    const began = performance.now()
    server = await open()
    console.log(`start: ready ${seconds(performance.now() - began)} s after launch, the index included`)
    await asked(server, db)
  } finally {
    await server?.stop()
    await db.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function asked({ port, pid }: Served, db: Db): Promise<void> {
  const asker_ = asker(port, CLIENTS)
  const first = performance.now()
  await asker_.ask('/suggest?q=x')
  console.log(`first answer after ${ms(performance.now() - first)} ms`)
  const load = busy(db)
  try {
    for (const route of ROUTES) await measured(asker_, route, 200)
    for (const route of ROUTES) await compared(asker_, pid, route)
    await followed(asker_, db)
    const statements = await load.stop()
    console.log(
      `search: ${items} items, ${CLIENTS} clients, ${requests} questions a route, ${statements} statements a second beside them, ` +
        `memory of the server ${memoryOf(pid)} MB`,
    )
  } finally {
    asker_.close()
    await load.stop()
  }
}

/** A route beside what answering costs when nothing is searched, measured right before it: whoever else is at work disturbs both. */
async function compared(asking: Asker, pid: number, route: string): Promise<void> {
  const floor = percentile(await measured(asking, FLOOR, requests, ['']), 0.95)
  const before = cpuMsOf(pid)
  const times = await measured(asking, route, requests)
  const cpu = (cpuMsOf(pid) - before) / times.length
  const p95 = percentile(times, 0.95)
  console.log(
    `${route}: p50 ${ms(percentile(times, 0.5))}, p95 ${ms(p95)}, p99 ${ms(percentile(times, 0.99))} ms, ${p95 <= GOAL_MS ? 'within' : 'above'} ${GOAL_MS} ms; ` +
      `floor p95 ${ms(floor)} ms, ratio ${(p95 / floor).toFixed(1)}; ${cpu.toFixed(2)} ms CPU of the server a question; load average ${os.loadavg()[0]!.toFixed(1)}`,
  )
}

/** How long until what another server has published is found here, and until what it stopped is not. */
async function followed({ text }: Asker, db: Db): Promise<void> {
  const word = '蟾宫折桂'
  const until = async (there: boolean) => {
    const began = performance.now()
    while ((await text(`/suggest?q=${encodeURIComponent(word)}`)).includes('one-more') !== there)
      await setTimeout(100)
    return seconds(performance.now() - began)
  }
  await publishOne(db, word)
  const found = await until(true)
  await stopOne(db)
  console.log(
    `published by another server: found after ${found} s; stopped: gone after ${await until(false)} s`,
  )
}

/** Every question is another one for as long as there are any: what was asked before is no easier. */
async function measured(
  { ask }: Asker,
  route: string,
  most: number,
  asked: readonly string[] = questions(),
): Promise<number[]> {
  const times: number[] = []
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

/** CPU of a process so far, its threads included; unlike time it does not grow when others are at work. */
function cpuMsOf(pid: number): number {
  const [, behind = ''] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = behind.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK
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
