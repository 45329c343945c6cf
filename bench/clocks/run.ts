import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { recount } from '#capabilities/acts/recount.ts'
import { organisationWriter } from '#capabilities/organisation/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrationSets } from '#platform/migrations.ts'
import { caseRecounting } from '#capabilities/case/service/calendars.ts'
import { attachments } from '#capabilities/case/service/attachments.ts'
import { worlds } from '#capabilities/case/service/worlds.ts'
import { openTown } from '../../simulation/town.ts'
import { startCluster } from '../cluster.ts'
import { cpuMs } from '../load/cpu.ts'
import { countInMemory } from './in-memory.ts'
import { seedCases } from './seed.ts'

// node bench/clocks/run.ts --cases 20000 --single 1000 --clocks 1000000
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    single: { type: 'string', default: '1000' },
    clocks: { type: 'string', default: '1000000' },
  },
})
const say = (text: string) => process.stdout.write(`${text}\n`)

say(countInMemory(Number(values.clocks)))

const MONDAY = '2026-11-23T01:00:00.000Z'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-clocks-'))
const cluster = await startCluster()
try {
  const db = await cluster.create('clocks')
  await migrate(db, migrationSets())
  const town = await openTown({ db, folder, at: MONDAY, seed: 1 })
  const kinds = await seedCases(town, db, Number(values.cases))
  await db.query('VACUUM ANALYZE cases.case_view')
  say(`${values.cases} open cases cloned through the ledger from ${kinds} kinds`)
  const published = { year: 2027, published: true, off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: [] }
  await db.transaction((tx) => organisationWriter(tx).publishCalendar(town.area, [published], '2026-11-23'))
  town.clock.set('2026-11-23T01:30:00.000Z')
  const means = town.house.means
  const recounting = caseRecounting({ means, worlds: worlds(means), attachments: attachments(means) })
  const version = await recounting.version(town.area)
  const now = town.clock.now()
  await timed(`one by one`, () => oneByOne(Number(values.single)))
  await timed('a page at a time', () => recount(recounting, town.area, version, now))
  await timed('a look that finds nothing', () => recount(recounting, town.area, version, now))
  await town.stop()
  await db.close()

  async function oneByOne(most: number): Promise<number> {
    let count = 0
    for await (const page of recounting.pages(town.area, version)) {
      for (const stored of page) {
        if (count === most) return count
        await recounting.one(stored, 'recompute-clocks', now, `single:${stored.stream}`)
        count += 1
      }
    }
    return count
  }
} finally {
  await cluster.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function timed(what: string, work: () => Promise<number>): Promise<void> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const database = cpuMs(cluster.pid)
  const cases = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const each = (milliseconds: number) => (milliseconds / Math.max(1, cases)).toFixed(3)
  const rate = cases / seconds
  const million = cases === 0 ? '' : `; a million in ${(1e6 / rate / 60).toFixed(1)} min`
  say(
    `${what}: ${cases} cases in ${seconds.toFixed(2)} s, ${rate.toFixed(0)} cases/s, ` +
      `CPU ${each((user + system) / 1000)} ms Node + ${each(cpuMs(cluster.pid) - database)} ms PostgreSQL each${million}`,
  )
}
