import type { Report } from './report.ts'

/** The report as a person reads it. */
export function inWords(report: Report): string {
  const { seed, days, steps, cases, facts, seconds, acts, refusals, events, mishaps } = report
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
    `never done: ${report.neverDone.join(', ') || 'nothing'}`,
    `never refused: ${report.neverRefused.join(', ') || 'nothing'}`,
  ]
  return lines.join('\n')
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
