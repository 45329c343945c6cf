import type { ApprovalResult } from './approval/measure.ts'
import type { Measured } from './load/lifecycles.ts'
import type { Latency } from './load/percentile.ts'

export type TargetName = 'ours' | 'floor' | 'raw'

/** Every round of one cell, by target. */
export interface CellRounds {
  clients: number
  rounds: Record<TargetName, Measured[]>
}

export interface Line {
  clients: number
  target: TargetName
  lifecyclesPerSecond: number
  serverCpuMs: number
  postgresCpuMs: number
  create: Latency
  transition: Latency
  read: Latency
  loaderShare: number
  /** Medians over the rounds of this target's figure divided by the other's in the same round. */
  cpuToFloor: number
  cpuToRaw: number
  p99ToFloor: number
  errors: number
}

const cpu = ({ serverCpuMs, postgresCpuMs }: Measured): number => serverCpuMs + postgresCpuMs

export function linesOf({ clients, rounds }: CellRounds): Line[] {
  return (Object.keys(rounds) as TargetName[])
    .filter((target) => rounds[target].length > 0)
    .map((target) => {
      const measured = rounds[target]
      const over = (of: (one: Measured) => number) => median(measured.map(of))
      const times = (of: (one: Measured) => Latency | undefined): Latency => ({
        p50: over((one) => of(one)?.p50 ?? Number.NaN),
        p99: over((one) => of(one)?.p99 ?? Number.NaN),
      })
      const against = (other: TargetName, of: (one: Measured) => number) =>
        median(
          measured.flatMap((one, round) =>
            rounds[other][round] ? [of(one) / of(rounds[other][round])] : [],
          ),
        )
      return {
        ...{ clients, target },
        lifecyclesPerSecond: over((one) => one.lifecyclesPerSecond),
        serverCpuMs: over((one) => one.serverCpuMs),
        postgresCpuMs: over((one) => one.postgresCpuMs),
        create: times((one) => one.create),
        transition: times((one) => one.transition),
        read: times((one) => one.read),
        loaderShare: over((one) => one.loaderShare),
        cpuToFloor: against('floor', cpu),
        cpuToRaw: against('raw', cpu),
        p99ToFloor: against('floor', (one) => one.transition.p99),
        errors: measured.reduce((sum, one) => sum + one.errors, 0),
      }
    })
}

const HEADS = [
  ['clients', 7],
  ['target', 7],
  ['cases/s', 8],
  ['server', 7],
  ['postgres', 9],
  ['/floor', 7],
  ['/raw', 6],
  ['create 50', 10],
  ['99', 7],
  ['step 50', 9],
  ['99', 7],
  ['/floor', 7],
  ['read 50', 9],
  ['99', 7],
  ['loader', 7],
  ['errors', 7],
] as const

/** CPU columns are milliseconds per lifecycle, the columns 50 and 99 are percentiles in milliseconds of one request. */
export function table(lines: readonly Line[]): string {
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => cell.padStart(HEADS[index]![1])).join('')
  const cells = (line: Line) => [
    String(line.clients),
    line.target,
    ...[line.lifecyclesPerSecond, line.serverCpuMs, line.postgresCpuMs, line.cpuToFloor, line.cpuToRaw].map(
      shown,
    ),
    ...[line.create.p50, line.create.p99, line.transition.p50, line.transition.p99, line.p99ToFloor].map(
      shown,
    ),
    ...[line.read.p50, line.read.p99, line.loaderShare].map(shown),
    String(line.errors),
  ]
  return [row(HEADS.map(([name]) => name)), ...lines.map((line) => row(cells(line)))].join('\n')
}

/** The real approval beside it: other work, so no ratio; its papers are typeset by the same server. */
export function approvalTable({
  clients,
  cases,
  casesPerSecond,
  serverCpuMs,
  postgresCpuMs,
  acts,
  errors,
  firstError,
}: ApprovalResult): string {
  const cost = `${shown(serverCpuMs)} + ${shown(postgresCpuMs)} ms CPU a case with its papers`
  const head = `approval, ${clients} clients: ${cases} cases, ${shown(casesPerSecond)} cases/s, ${cost}, errors ${errors}`
  const lines = Object.entries(acts).map(
    ([act, { p50, p99 }]) => `  ${act.padEnd(18)} p50 ${shown(p50)} ms, p99 ${shown(p99)} ms`,
  )
  return [head, ...(firstError === undefined ? [] : [`  the first error: ${firstError}`]), ...lines].join(
    '\n',
  )
}

export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b)
  if (sorted.length === 0) return Number.NaN
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function shown(value: number): string {
  return Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
