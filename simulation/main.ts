// `npm run simulate -- --seed N --days D`: a town lives so many days on a database of its own.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDb } from '#platform/db/db.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrationSets } from '#platform/migrations.ts'
import { SimulationFailed } from './failure.ts'
import { inWords } from './in-words.ts'
import { lacking, YEAR, type Report } from './report.ts'
import { OUT_OF_REACH } from './out-of-reach.ts'
import { scratchFolder } from './scratch.ts'
import { simulate } from './simulate.ts'

const USAGE = `npm run simulate                          a month from a seed of this moment
npm run simulate -- --seed N --days D     so many days from that seed
npm run simulate -- --from YYYY-MM-DD     beginning on another day
npm run simulate -- --acts N              so many acts on an office day (60, county 130)
npm run simulate -- --scale county        all places of the county and sixty villages (town)
npm run simulate -- --json                the report for scripts`

const text = { type: 'string' } as const
const OPTIONS = {
  ...{ seed: text, days: text, from: text, acts: text, scale: text },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

process.exitCode = await main()

async function main(): Promise<number> {
  const wish = asked()
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\n`)
    return 2
  }
  if (wish === undefined) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const { json, ...rest } = wish
  const say = (words: string): void => {
    if (!json) process.stdout.write(`${words}\n`)
  }
  say(`seed ${rest.seed}`)
  try {
    const report = await onOwnDatabase((db, folder) =>
      simulate({ db, folder, ...rest, ...whole(rest), onDay: say }),
    )
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : inWords(report, rest)}\n`)
    const left = rest.days >= YEAR ? lacking(report) : []
    if (left.length > 0) process.stderr.write(`a year has to meet these too: ${left.join(', ')}\n`)
    return left.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof SimulationFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

/** A year has to meet everything, and takes a month more for it where chance was slow. */
function whole({ days }: { days: number }) {
  return days >= YEAR ? { goesOn: { atMost: days + 30, excused: OUT_OF_REACH } } : {}
}

/** A PostgreSQL that nobody needs after a power cut, in a folder that is gone afterwards, also when somebody stops us. */
async function onOwnDatabase(
  live: (db: ReturnType<typeof openDb>, folder: string) => Promise<Report>,
): Promise<Report> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-simulation-'))
  const files = scratchFolder()
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const starting = startEmbedded({ dataDir: folder, settings })
  const clear = once(async () => {
    await starting.then((server) => server.stop()).catch(() => {})
    for (const made of [folder, files]) fs.rmSync(made, { recursive: true, force: true })
  })
  let stopped: Promise<void> | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopped === undefined) muteFaults()
      stopped ??= clear().finally(() => process.exit(130))
    })
  try {
    const db = openDb((await starting).target(), { poolSize: 5 })
    try {
      await migrate(db, migrationSets())
      return await live(db, files)
    } finally {
      await db.close()
    }
  } catch (error) {
    // What was being asked of the database when it went is nobody's fault.
    await stopped
    throw error
  } finally {
    await clear()
  }
}

/** From here on the database goes away under whatever still runs: a query nobody waits for fails, and is no news. */
function muteFaults(): void {
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) process.on(fault, () => {})
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}

function asked() {
  let values
  try {
    values = parseArgs({ options: OPTIONS }).values
  } catch {
    return USAGE
  }
  if (values.help) return undefined
  const numbers = [values.seed, values.days, values.acts].filter((text) => text !== undefined)
  if (numbers.some((text) => !/^\d{1,9}$/.test(text))) return USAGE
  if (values.from !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.from)) return USAGE
  const { scale = 'town' } = values
  if (scale !== 'town' && scale !== 'county') return USAGE
  return {
    scale: scale as 'town' | 'county',
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    days: Number(values.days ?? 30),
    ...(values.acts === undefined ? {} : { actsPerDay: Number(values.acts) }),
    ...(values.from === undefined ? {} : { from: values.from }),
    json: values.json === true,
  }
}
