import { actTable } from './act-table.ts'
import { replayed } from './failure.ts'
import { OUT_OF_REACH } from './out-of-reach.ts'
import type { Report, Share } from './report.ts'
import type { Wish } from './wish.ts'

/** What the issue of a year asks for by name, and the mishaps that are counted for it. */
const TROUBLES: readonly (readonly [what: string, mishaps: readonly string[]])[] = [
  ['crashes', ['process-lost', 'task-died', 'lost-before', 'lost-after']],
  ['clock jumps', ['clock-back', 'clock-ahead']],
  ['holiday lists that came late', ['calendar-came']],
  ['powers taken back mid-case', ['power-taken-back', 'grant-ended', 'power-taken']],
  ['staff who left', ['post-ended', 'desk-emptied']],
]

/** The report as a person reads it. */
export function inWords(report: Report, wish: Pick<Wish, 'seed' | 'days' | 'scale' | 'actsPerDay' | 'from'>) {
  const { seed, days, steps, cases, facts, seconds, refusals, events, mishaps } = report
  const unheard = report.neverRefused.filter((code) => !OUT_OF_REACH.has(code))
  const lines = [
    `${days} days, ${steps} steps, ${cases} cases, ${facts} facts in ${seconds} s; all of it holds (seed ${seed})`,
    '',
    ...actTable(report.acts),
    '',
    `refused: ${counted(refusals)}`,
    '',
    `cases with the fact: ${counted(events)}`,
    '',
    `what befell them: ${counted(mishaps)}`,
    '',
    `seen as stuck: ${counted(report.gaps)}`,
    '',
    `acts done: ${shareOf(report.coverage.acts)}; never: ${report.neverDone.join(', ') || 'none'}`,
    `refusals heard: ${shareOf(report.coverage.refusals)}; never: ${unheard.join(', ') || 'none'}`,
    ...report.neverRefused
      .filter((code) => OUT_OF_REACH.has(code))
      .map((code) => `  ${code}: ${OUT_OF_REACH.get(code)}`),
    '',
    ...TROUBLES.map(([what, kinds]) => `${what}: ${troubled(mishaps, kinds)}`),
    `again: npm run simulate -- ${replayed(wish)}`,
  ]
  return lines.join('\n')
}

function troubled(mishaps: Readonly<Record<string, number>>, kinds: readonly string[]): string {
  const met = kinds.filter((kind) => mishaps[kind] !== undefined)
  const sum = met.reduce((total, kind) => total + mishaps[kind]!, 0)
  return met.length === 0 ? '0' : `${sum} (${met.map((kind) => `${kind} ${mishaps[kind]}`).join(', ')})`
}

const shareOf = ({ met, of }: Share): string => `${met} of ${of}`

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
