import { OUT_OF_REACH } from './out-of-reach.ts'
import type { Report, Share } from './report.ts'

/** The report as a person reads it. */
export function inWords(report: Report): string {
  const { seed, days, steps, cases, facts, seconds, acts, refusals, events, mishaps } = report
  const unheard = report.neverRefused.filter((code) => !OUT_OF_REACH.has(code))
  const lines = [
    `${days} days, ${steps} steps, ${cases} cases, ${facts} facts in ${seconds} s; all of it holds (seed ${seed})`,
    '',
    ...Object.entries(acts).flatMap(([procedure, done]) => [`${procedure}: ${counted(done)}`, '']),
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
  ]
  return lines.join('\n')
}

const shareOf = ({ met, of }: Share): string => `${met} of ${of}`

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
