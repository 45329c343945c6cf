import os from 'node:os'
import { measureApproval, type ApprovalResult } from './approval/measure.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { startFloor } from './floor/target.ts'
import { runLifecycles, type Cell, type Measured } from './load/lifecycles.ts'
import { race, type RaceResult } from './load/race.ts'
import type { ServedTarget } from './load/target.ts'
import { startOurs } from './ours/target.ts'
import { startRaw, type RawTarget } from './raw/target.ts'
import { approvalTable, linesOf, shown, table, type CellRounds, type Line } from './report.ts'

const quick = process.argv.includes('--quick')
const json = process.argv.includes('--json')
const PLAN = quick
  ? { clients: [8, 32], rounds: 3, warmSeconds: 1, seconds: 3, compileSeconds: 4 }
  : { clients: [1, 8, 32], rounds: 3, warmSeconds: 3, seconds: 10, compileSeconds: 15 }
/** Database connections of each server. */
const POOL_SIZE = 20
/** The figures of the last line are those of the busiest hall. */
const HEADLINE_CLIENTS = 32

const say = (text: string) => process.stderr.write(`${text}\n`)

if (process.platform !== 'linux') {
  say('The benchmark reads CPU times from /proc and runs on Linux only.')
  process.exit(2)
}

const cluster = await startCluster()
// Neither the database nor a server is to outlive us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(130)))
try {
  await bench(cluster)
} finally {
  await cluster.stop()
}

async function bench(cluster: Cluster): Promise<void> {
  say(
    `PostgreSQL ${cluster.version}, Node.js ${process.versions.node}, ${os.cpus().length} cores, load ${loads()}`,
  )
  const [ours, floor, raw] = [
    await startOurs(cluster, POOL_SIZE),
    await startFloor(cluster, POOL_SIZE),
    await startRaw(cluster),
  ]
  if (raw === undefined) say('raw: not measured')
  try {
    await warmUp([ours, floor])
    const cells: CellRounds[] = []
    for (const clients of PLAN.clients) cells.push(await runCell(clients, ours, floor, raw))
    const lines = cells.flatMap(linesOf)
    const raced = await race(ours)
    const approval = quick ? undefined : await measureApproval(cluster, { clients: 8, seconds: 20 })
    tell(lines, raced, approval)
  } finally {
    await Promise.all([ours.stop(), floor.stop()])
    raw?.stop()
  }
}

/** Both servers are compiled by their run time before anything counts. */
async function warmUp(targets: readonly ServedTarget[]): Promise<void> {
  for (const target of targets)
    await runLifecycles(target, {
      clients: 8,
      warmSeconds: 0,
      seconds: PLAN.compileSeconds,
      postgresPid: cluster.pid,
    })
}

async function runCell(
  clients: number,
  ours: ServedTarget,
  floor: ServedTarget,
  raw: RawTarget | undefined,
): Promise<CellRounds> {
  const cell: Cell = {
    clients,
    warmSeconds: PLAN.warmSeconds,
    seconds: PLAN.seconds,
    postgresPid: cluster.pid,
  }
  const rounds: CellRounds['rounds'] = { ours: [], floor: [], raw: [] }
  for (let round = 0; round < PLAN.rounds; round += 1) {
    // Who goes first changes from round to round, so that a slow disk or a busy neighbour meets both alike.
    for (const target of round % 2 === 0 ? [ours, floor] : [floor, ours]) {
      const measured = await runLifecycles(target, cell)
      rounds[target === ours ? 'ours' : 'floor'].push(measured)
      tellRound(clients, target.name, measured)
    }
    if (raw) rounds.raw.push(await raw.run(cell))
  }
  return { clients, rounds }
}

function tellRound(clients: number, name: string, measured: Measured): void {
  const { lifecyclesPerSecond: rate, serverCpuMs, postgresCpuMs, transition, errors, firstError } = measured
  const cpu = `${shown(serverCpuMs)} + ${shown(postgresCpuMs)} ms CPU`
  say(
    `${clients} clients, ${name}: ${shown(rate)} cases/s, ${cpu}, step p99 ${shown(transition.p99)} ms, load ${loads()}`,
  )
  if (errors > 0) say(`  ${errors} errors, the first: ${firstError}`)
}

function tell(lines: readonly Line[], raced: RaceResult, approval: ApprovalResult | undefined): void {
  const errors = lines.reduce((sum, line) => sum + line.errors, 0)
  const ours = lines.find(({ clients, target }) => target === 'ours' && clients === HEADLINE_CLIENTS)!
  if (json) {
    const at = new Date().toISOString()
    console.log(JSON.stringify({ at, plan: PLAN, load: os.loadavg(), lines, race: raced, errors, approval }))
  } else {
    console.log(table(lines))
    console.log(approval ? approvalTable(approval) : 'approval: not measured in a quick run')
  }
  const [cpu, p99] = [shown(ours.cpuToFloor), shown(ours.p99ToFloor)]
  console.log(
    `tier B: cpu/floor ${cpu}, p99/floor ${p99}, race ${raced.oneWinner} of ${raced.cases}, errors ${errors}`,
  )
}

function loads(): string {
  return os.loadavg()[0]!.toFixed(1)
}
