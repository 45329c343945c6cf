import { parseArgs } from 'node:util'
import { crossCheck } from './cross-check.ts'
import type { ScheduleKind } from './random-clock.ts'

/** Walking minute by minute takes the oracle far longer than walking day by day. */
const SHARES: Readonly<Record<ScheduleKind, number>> = {
  'working-day': 50,
  'calendar-day': 35,
  hour: 5,
  'office-hours': 5,
  'opening-hours': 5,
}

// node engine/testing/oracle.ts --schedules 1000000 --seed 1
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const schedules = Number(values.schedules)
const seed = Number(values.seed)
const began = performance.now()
let checked = 0
let differences = 0
for (const [kind, share] of Object.entries(SHARES) as [ScheduleKind, number][]) {
  const count = Math.ceil((schedules * share) / 100)
  const found = crossCheck(count, seed, kind)
  for (const line of found.slice(0, 10)) process.stdout.write(`${line}\n`)
  checked += count
  differences += found.length
}
const seconds = ((performance.now() - began) / 1000).toFixed(1)
process.stdout.write(`schedules ${checked}, seed ${seed}, ${seconds} s, differences ${differences}\n`)
process.exitCode = differences === 0 ? 0 : 1
