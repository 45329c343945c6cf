import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Db } from '#platform/db/db.ts'
import { startCluster, type Cluster } from '../cluster.ts'
import { ok, openClient } from '../load/client.ts'
import { serve } from '../load/serve.ts'
import { cpuMs } from '../load/cpu.ts'
import { ask, signIn, type Answered, type Asked, type Load, type Reader } from './ask.ts'
import { seed } from './seed.ts'

// Lists with ten million rows behind them: the real server, the real view, sixteen people who read at once.

const rows = Number(/^\d+$/.exec(process.argv[process.argv.indexOf('--rows') + 1] ?? '')?.[0] ?? 200_000)
const json = process.argv.includes('--json')
const LOAD = { clients: 16, requests: 480 }
/** Prepared statements get their lasting plan at the sixth use of each connection. */
const WARM = 200
/** Somebody of one town, and somebody who sees everything. */
const OFFICERS = ['reviewer.shantou', 'approver.shantou', 'clerk.shantou', 'director.shantou']
const WHOLE_AREA = 'supervisor'
const ITEM = 'elderly-allowance'

const LISTS: readonly Asked[] = [
  { name: 'counts', path: '/cases/counts' },
  { name: 'mine', path: '/cases?queue=mine' },
  { name: 'approvals', path: '/cases?queue=approvals' },
  { name: 'open', path: '/cases?queue=open' },
  { name: 'open, one item', path: `/cases?queue=open&item=${ITEM}` },
  { name: 'open, one state', path: '/cases?queue=open&state=accepted' },
  { name: 'open, page 9', path: '/cases?queue=open', deep: 8 },
  { name: 'all', path: '/cases?queue=all' },
  { name: 'all, revoked', path: '/cases?queue=all&state=revoked' },
  { name: 'all, one item', path: `/cases?queue=all&item=${ITEM}` },
  { name: 'all, one item, lapsed', path: `/cases?queue=all&item=${ITEM}&state=lapsed` },
  { name: 'all, on the spot, withdrawn', path: '/cases?queue=all&procedure=on-the-spot&state=withdrawn' },
  { name: 'all, page 50', path: '/cases?queue=all', deep: 49 },
  { name: 'numbers of a day', path: '/cases?queue=all&no=3703043B0020230601' },
]

const say = (text: string) => process.stderr.write(`${text}\n`)

const cluster = await startCluster({
  fsync: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  maintenance_work_mem: '1GB',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(130)))
try {
  await bench(cluster)
} finally {
  await cluster.stop()
}

async function bench({ version, create, url, pid }: Cluster): Promise<void> {
  const db = await create('lists')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-lists-'))
  say(`PostgreSQL ${version}; a demo is lived first, its cases are the pattern of the rest`)
  const environment = {
    MODE: 'demo',
    PORT: '0',
    DATABASE_URL: url('lists'),
    DATA_DIR: dataDir,
    POOL_SIZE: '20',
    DEMO_LIFE: 'off',
  }
  const server = await serve('../apps/server/launch.mjs', environment)
  const { send, close } = openClient(server.port, LOAD.clients)
  try {
    await seed(db, rows, say)
    const { password } = ok<{ password: string }>(await send('GET', '/api/v1/demo/accounts'))
    const readers = await Promise.all([...OFFICERS, WHOLE_AREA].map((login) => signIn(send, login, password)))
    const before = await scans(db)
    const cpu = () => cpuMs(server.pid) + cpuMs(pid)
    const results = await readAll(readers, { ...LOAD, cpu })
    tell(results, (await scans(db)) - before, await size(db))
  } finally {
    close()
    await server.stop()
    await db.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Everybody reads one list before anybody reads the next, so that a busy minute of the machine meets them alike. */
async function readAll(readers: readonly Reader[], load: Load): Promise<Map<string, Answered[]>> {
  const results = new Map(readers.map(({ name }): [string, Answered[]] => [name, []]))
  for (const asked of LISTS) {
    for (const reader of readers) {
      await ask(reader, asked, { ...load, requests: WARM })
      const answer = await ask(reader, asked, load)
      results.get(reader.name)!.push(answer)
      say(`${reader.name}, ${figures(answer)}`)
    }
  }
  return results
}

function figures({ list, p50, p95, cpu, rows: found }: Answered): string {
  return `${list}: p50 ${ms(p50)}, p95 ${ms(p95)}, CPU ${ms(cpu)} ms, ${found} rows`
}

/** How often the whole view was read from end to end; while lists are read, never. */
async function scans(db: Db): Promise<number> {
  await db.query('SELECT pg_stat_clear_snapshot()')
  const [row] = await db.query<{ seq_scan: number }>(
    `SELECT seq_scan FROM pg_stat_user_tables WHERE schemaname = 'cases' AND relname = 'case_view'`,
  )
  return row!.seq_scan
}

async function size(db: Db): Promise<string> {
  const [row] = await db.query<{ size: string }>(
    `SELECT pg_size_pretty(pg_relation_size('cases.case_view')) || ' + ' || pg_size_pretty(pg_indexes_size('cases.case_view')) AS size`,
  )
  return row!.size
}

function tell(results: ReadonlyMap<string, readonly Answered[]>, scanned: number, stored: string): void {
  const whole = results.get(WHOLE_AREA)!
  if (json)
    return console.log(
      JSON.stringify({ rows, load: LOAD, results: Object.fromEntries(results), scanned, stored }),
    )
  for (const [who, answers] of results)
    for (const [index, answer] of answers.entries())
      console.log(`${who}, ${figures(answer)}${who === WHOLE_AREA ? '' : compared(answer, whole[index]!)}`)
  console.log(
    `lists: ${rows} rows (${stored}), ${LOAD.clients} clients, worst p95 ${ms(worst(results))} ms, sequential scans ${scanned}`,
  )
}

/** An empty list is no measure for a full one. */
function compared(answer: Answered, whole: Answered): string {
  if (whole.rows === 0 && answer.list !== 'counts') return ''
  const [p50, cpu] = [answer.p50 / whole.p50, answer.cpu / whole.cpu]
  return `, ÷ whole area: p50 ${p50.toFixed(2)}, CPU ${cpu.toFixed(2)}`
}

function worst(results: ReadonlyMap<string, readonly Answered[]>): number {
  return Math.max(...[...results.values()].flat().map(({ p95 }) => p95))
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0)
}
