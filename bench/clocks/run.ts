import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { recount } from '#capabilities/acts/recount.ts'
import { organisationWriter } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrationSets } from '#platform/migrations.ts'
import { caseRecounting } from '#capabilities/case/service/calendars.ts'
import { attachments } from '#capabilities/case/service/attachments.ts'
import { worlds } from '#capabilities/case/service/worlds.ts'
import { openTown, type Town } from '../../simulation/town.ts'
import { startCluster, type Cluster } from '../cluster.ts'
import { cpuMs } from '../load/cpu.ts'
import { openClerks } from './clerk.ts'
import { copyCases } from './copies.ts'
import { countInMemory } from './in-memory.ts'
import { seedCases } from './seed.ts'
import { counted, lockWaits } from './watch.ts'

// node bench/clocks/run.ts --cases 500000 --single 500 --clocks 1000000
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    single: { type: 'string', default: '500' },
    clocks: { type: 'string', default: '1000000' },
  },
})
const CASES = Number(values.cases)
const SINGLE = Number(values.single)
/** So many go through the ledger, with a chain of their own; the rest are copies of them. */
const THROUGH_LEDGER = 2000
const ALONE_SECONDS = 10
const POOL_SIZE = 20
const DELIVER_SECONDS = 15
/** For as many acts of clerks as the slowest machine may need. */
const TO_ACCEPT = 40_000

const MONDAY = '2026-11-23T01:00:00.000Z'
const LOOKED = '2026-11-23T01:30:00.000Z'
const OPEN_CLOCKS = `SELECT count(DISTINCT v.id)::int AS cases, count(*)::int AS clocks
  FROM cases.case_view v, jsonb_each(v.dossier->'clocks') AS c WHERE v.area_code = $1 AND v.open AND NOT c.value ? 'ended'`

const LEFT = 'SELECT count(*)::int AS n FROM ledger.outbox WHERE subscriber LIKE $1 AND parked_at IS NULL'

const say = (text: string) => process.stdout.write(`${text}\n`)

say(countInMemory(Number(values.clocks)))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-clocks-'))
const cluster = await startCluster()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(130)))
try {
  await bench(cluster)
} finally {
  await cluster.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function bench(cluster: Cluster): Promise<void> {
  const real = await cluster.create('clocks', POOL_SIZE)
  const db = counted(real)
  await migrate(real, migrationSets())
  const town = await openTown({ db, folder, at: MONDAY, seed: 1 })
  await fill(town, real)
  const clerks = await openClerks(town, real, TO_ACCEPT)
  say(`with nothing beside it: ${await clerks.work(pause(ALONE_SECONDS * 1000))}`)

  const published = { year: 2027, published: true, off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: [] }
  await real.transaction((tx) => organisationWriter(tx).publishCalendar(town.area, [published], '2026-11-23'))
  town.clock.set(LOOKED)
  const means = town.house.means
  const recounting = caseRecounting({ means, worlds: worlds(means), attachments: attachments(means) })
  const version = await recounting.version(town.area)
  const now = town.clock.now()
  const again = () => recount(recounting, town.area, version, now)
  await timed('one by one', oneByOne)
  const busy = monitorEventLoopDelay({ resolution: 5 })
  busy.enable()
  const all = timed('a page at a time', again)
  const beside = await Promise.all([clerks.work(all), lockWaits(real, all), all.then(() => deaf(busy))])
  say(`  beside it: ${beside.join('; ')}`)
  await timed('a look that finds what clerks decided meanwhile, or nothing', again)
  await deliver(town, real)
  await town.stop()
  await db.close()

  async function oneByOne(): Promise<number> {
    let count = 0
    for await (const page of recounting.pages(town.area, version)) {
      for (const stored of page) {
        if (count === SINGLE) return count
        await recounting.one(stored, 'recompute-clocks', now, `single:${stored.stream}`)
        count += 1
      }
    }
    return count
  }

  async function timed(what: string, work: () => Promise<number>): Promise<void> {
    const [began, sent, cpu, database] = [
      performance.now(),
      db.statements(),
      process.cpuUsage(),
      cpuMs(cluster.pid),
    ]
    const cases = await work()
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const each = (amount: number) => (amount / Math.max(1, cases)).toFixed(3)
    say(
      `${what}: ${cases} cases in ${seconds.toFixed(1)} s, ${(cases / seconds).toFixed(0)} cases/s, ` +
        `CPU ${each((user + system) / 1000)} ms Node + ${each(cpuMs(cluster.pid) - database)} ms PostgreSQL each, ` +
        `${each(db.statements() - sent)} statements each`,
    )
  }
}

/** How long the process listened to nobody. */
function deaf(busy: ReturnType<typeof monitorEventLoopDelay>): string {
  busy.disable()
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0)
  return `the process was deaf for ${ms(busy.percentile(50))} ms (p50), ${ms(busy.percentile(99))} ms (p99) at a time`
}

/** Real cases taken in and accepted, then as many more of them as were asked for. */
async function fill(town: Town, db: Db): Promise<void> {
  const made = Math.min(CASES, THROUGH_LEDGER)
  const kinds = await seedCases(town, db, made)
  if (CASES > made) await copyCases(db, { area: town.area, from: made, to: CASES }, say)
  await db.query('VACUUM ANALYZE')
  const [open] = await db.query<{ cases: number; clocks: number }>(OPEN_CLOCKS, [town.area])
  say(`${open!.cases} open cases of ${kinds} kinds with ${open!.clocks} open clocks`)
}

/** What follows: whoever hears of each case that was counted, and the papers that must not wait behind them. */
async function deliver({ house }: Town, db: Db): Promise<void> {
  const left = async (subscriber = '%') => (await db.query<{ n: number }>(LEFT, [subscriber]))[0]!.n
  const [waiting, papers] = [await left(), await left('case.papers')]
  const [began, cpu, database] = [performance.now(), process.cpuUsage(), cpuMs(cluster.pid)]
  const seconds = () => (performance.now() - began) / 1000
  house.worker.start()
  let papersAfter: number | undefined
  while (seconds() < DELIVER_SECONDS) {
    await pause(200)
    if (papersAfter === undefined && (await left('case.papers')) === 0) papersAfter = seconds()
  }
  await house.worker.stop()
  const done = waiting - (await left())
  const { user, system } = process.cpuUsage(cpu)
  const [node, postgres] = [(user + system) / 1000 / done, (cpuMs(cluster.pid) - database) / done]
  const made =
    papersAfter === undefined ? `not made in ${DELIVER_SECONDS} s` : `made after ${papersAfter.toFixed(1)} s`
  say(
    `deliveries: ${waiting} wait, ${(done / seconds()).toFixed(0)} a second, CPU ${node.toFixed(2)} ms Node + ` +
      `${postgres.toFixed(2)} ms PostgreSQL each; the ${papers} papers among them ${made}`,
  )
}
