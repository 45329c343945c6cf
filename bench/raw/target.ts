import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Cluster } from '../cluster.ts'
import { cpuMs } from '../load/cpu.ts'
import type { Cell, Measured } from '../load/lifecycles.ts'
import { lifecycleScript } from './script.ts'

/** Plain SQL by pgbench: the limit that no server before the same database can reach. */
export interface RawTarget {
  run(cell: Cell): Promise<Measured>
  stop(): void
}

/** Undefined where pgbench is not installed. */
export async function startRaw(cluster: Cluster): Promise<RawTarget | undefined> {
  const program = [cluster.binaries, '/usr/bin']
    .map((folder) => path.join(folder, 'pgbench'))
    .find((file) => fs.existsSync(file))
  if (program === undefined) return undefined
  const db = await cluster.create('raw')
  await db.query(fs.readFileSync(path.join(import.meta.dirname, 'schema.sql'), 'utf8'))
  await db.query('VACUUM ANALYZE')
  await db.close()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-bench-raw-'))
  const script = path.join(folder, 'lifecycle.sql')
  fs.writeFileSync(script, lifecycleScript())
  const parameters = [
    '-n',
    '-M',
    'prepared',
    '-h',
    '127.0.0.1',
    '-p',
    String(cluster.port),
    '-U',
    'bench',
    '-f',
    script,
  ]
  return {
    run: (cell) => pgbench(program, parameters, cell),
    stop: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

async function pgbench(program: string, parameters: readonly string[], cell: Cell): Promise<Measured> {
  const { clients, seconds, warmSeconds, postgresPid } = cell
  const before = cpuMs(postgresPid)
  const threads = clients === 1 ? 1 : 2
  const more = ['-c', String(clients), '-j', String(threads), '-T', String(warmSeconds + seconds), 'raw']
  const text = await output(program, [...parameters, ...more])
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN)
  const lifecycles = number(/transactions actually processed: (\d+)/)
  // pgbench tells the mean of a whole lifecycle; a single transition has no time of its own there.
  const mean = number(/latency average = ([\d.]+)/)
  return {
    lifecyclesPerSecond: number(/tps = ([\d.]+)/),
    serverCpuMs: 0,
    postgresCpuMs: (cpuMs(postgresPid) - before) / lifecycles,
    loaderShare: Number.NaN,
    transition: { p50: mean / 7, p99: Number.NaN },
    errors: number(/number of failed transactions: (\d+)/),
  }
}

function output(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { env: { ...process.env, PGOPTIONS: '' } })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => (out += part))
    child.stderr.on('data', (part: Buffer) => (err += part))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`pgbench: ${err.trim()}`))))
  })
}
