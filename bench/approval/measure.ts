import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#platform/db/db.ts'
import type { Cluster } from '../cluster.ts'
import { openClient } from '../load/client.ts'
import { cpuMs } from '../load/cpu.ts'
import { percentile } from '../load/percentile.ts'
import { serve } from '../load/serve.ts'
import { openOffice } from './office.ts'

/** What the real approval costs through the real interface of `apps/server`, papers and deliveries included. */
export interface ApprovalResult {
  clients: number
  cases: number
  casesPerSecond: number
  serverCpuMs: number
  postgresCpuMs: number
  acts: Record<string, { p50: number; p99: number }>
  errors: number
  firstError?: string
}

export async function measureApproval(
  cluster: Cluster,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<ApprovalResult> {
  const db = await cluster.create('approval')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-bench-data-'))
  const environment = {
    MODE: 'demo',
    PORT: '0',
    DATABASE_URL: cluster.url('approval'),
    DATA_DIR: dataDir,
    POOL_SIZE: '20',
    // Nobody else is at work: what is measured is these cases alone.
    DEMO_LIFE: 'off',
    DEMO_CASES: '20',
  }
  const server = await serve('../apps/server/launch.mjs', environment)
  const { send, close } = openClient(server.port, clients)
  try {
    const office = await openOffice(send)
    const times = new Map<string, number[]>()
    const timed = async <T>(act: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now()
      const result = await work()
      times.set(act, [...(times.get(act) ?? []), performance.now() - began])
      return result
    }
    let [taken, cases, errors, going] = [0, 0, 0, true]
    let firstError: string | undefined
    const client = async () => {
      while (going) {
        try {
          await office.wholeCase((taken += 1), timed)
          cases += 1
        } catch (error) {
          errors += 1
          firstError ??= String(error)
          if (errors > 20) return
        }
      }
    }
    // Statements are planned and code is compiled before anything counts: one case at once for each client, twice.
    for (let round = 0; round < 2; round += 1)
      await Promise.all(
        Array.from({ length: clients }, () => office.wholeCase((taken += 1), async (_act, work) => work())),
      )
    const before = { server: cpuMs(server.pid), postgres: cpuMs(cluster.pid), at: performance.now() }
    const running = Promise.all(Array.from({ length: clients }, client))
    await pause(seconds * 1000)
    going = false
    await running
    const elapsed = (performance.now() - before.at) / 1000
    await quiet(db)
    const shares = {
      serverCpuMs: (cpuMs(server.pid) - before.server) / cases,
      postgresCpuMs: (cpuMs(cluster.pid) - before.postgres) / cases,
    }
    const acts = Object.fromEntries([...times].map(([act, list]) => [act, percentile(list)]))
    return {
      clients,
      cases,
      casesPerSecond: cases / elapsed,
      ...shares,
      acts,
      errors,
      ...(firstError === undefined ? {} : { firstError }),
    }
  } finally {
    close()
    await server.stop()
    await db.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

const LOOK_EVERY_MS = 50
const LOOKS_MAX = 600

async function quiet(db: Db): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if ((await db.query('SELECT FROM ledger.outbox LIMIT 1')).length === 0) return
    await pause(LOOK_EVERY_MS)
  }
}
