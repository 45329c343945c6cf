import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startCluster, type Cluster } from '../cluster.ts'
import { percentile } from '../lists/percentile.ts'
import { serve, type Served } from '../load/serve.ts'
import { bigCatalogue } from './file.ts'
import { keeper, type Keeper, type Run } from './keeper.ts'

// A whole catalogue comes in over HTTP: uploaded, read, confirmed and taken in by the real server, with somebody else asking meanwhile.

const option = (name: string, otherwise: number) =>
  Number(/^\d+$/.exec(process.argv[process.argv.indexOf(name) + 1] ?? '')?.[0] ?? otherwise)
const items = option('--items', 10_000)
const changed = option('--changed', 40)
const GOAL_S = 60
const LOOK_MS = 250

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
  const db = await create('import')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-import-'))
  say(`PostgreSQL ${version}; the server opens its demo first, its items are the pattern of the rest`)
  let server: Served | undefined
  try {
    server = await serve('../apps/server/launch.mjs', {
      ...{ MODE: 'demo', PORT: '0', DATABASE_URL: url('import'), DATA_DIR: dataDir },
      ...{ POOL_SIZE: '20', DEMO_LIFE: 'off', DEMO_CASES: '0' },
    })
    const signed = await keeper(server.port, 'items.approval-bureau')
    const { text } = bigCatalogue(await signed.catalogue(), items, changed)
    const bytes = Buffer.from(text)
    await taken(signed, 'first time', bytes, server)
    await taken(signed, 'same file again', bytes, server)
    const padded = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 60_000_000 - bytes.length), '\n')])
    await taken(signed, `padded to ${megabytes(padded.length)} MB`, padded, server)
  } finally {
    await server?.stop()
    await db.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function taken(signed: Keeper, title: string, bytes: Buffer, { pid }: Served): Promise<void> {
  const beside = signed.askBeside()
  const cpu = cpuSecondsOf(pid)
  const began = performance.now()
  const id = await signed.upload(bytes)
  const uploaded = performance.now()
  const read = await until(signed, id, 'reading')
  const wasRead = performance.now()
  if (read.state !== 'open') throw new Error(`not read: ${JSON.stringify(read)}`)
  await signed.confirm(id)
  const done = await until(signed, id, 'taking-in')
  const end = performance.now()
  const times = await beside.stop()
  const total = (end - began) / 1000
  console.log(
    `${title}: ${done.total} of ${sum(done)} rows taken in, ${megabytes(bytes.length)} MB; upload ${seconds(uploaded - began)} s, ` +
      `read ${seconds(wasRead - uploaded)} s, taken in ${seconds(end - wasRead)} s; ${total.toFixed(1)} s in all (${(cpuSecondsOf(pid) - cpu).toFixed(1)} s CPU of the server), ` +
      `${total <= GOAL_S ? 'within' : 'above'} ${GOAL_S} s; others waited p50 ${percentile(times, 0.5).toFixed(0)}, ` +
      `p99 ${percentile(times, 0.99).toFixed(0)}, most ${Math.max(...times).toFixed(0)} ms; memory of the server ${memoryOf(pid)} MB; ` +
      `load average ${os.loadavg()[0]!.toFixed(1)}`,
  )
  console.log(`  ${JSON.stringify(done.counts)}`)
}

async function until(signed: Keeper, id: string, state: Run['state']): Promise<Run> {
  let told = -1
  for (;;) {
    const run = await signed.run(id)
    if (run.reached !== told) say(`  ${run.state} ${run.reached} of ${run.total}`)
    told = run.reached
    if (run.state !== state) return run
    await setTimeout(LOOK_MS)
  }
}

function sum({ counts }: Run): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

/** Linux counts CPU in hundredths of a second. */
function cpuSecondsOf(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function memoryOf(pid: number): string {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kilobytes) / 1024).toFixed(0)
}
