import { PROCEDURE_ACTS, type Acts } from './coverage.ts'

const CASES = ['approval', 'on-the-spot', 'commitment'] as const

const WIDTH = { act: 34, times: 12 } as const

/** Procedure by act, how often each was done: a dot where the procedure has no such act, and 0 where nobody did it. */
export function actTable(acts: Acts): string[] {
  const names = [...new Set(CASES.flatMap((procedure) => PROCEDURE_ACTS[procedure]))].toSorted()
  return [
    row('act', CASES),
    ...names.map((act) =>
      row(
        act,
        CASES.map((procedure) =>
          PROCEDURE_ACTS[procedure].includes(act) ? String(acts[procedure][act] ?? 0) : '·',
        ),
      ),
    ),
    row(
      'acts done',
      CASES.map((procedure) => done(acts, procedure)),
    ),
    ...(['licence', 'poor-rating'] as const).flatMap((procedure) => [
      '',
      row(procedure, [done(acts, procedure)]),
      ...PROCEDURE_ACTS[procedure].toSorted().map((act) => row(act, [String(acts[procedure][act] ?? 0)])),
    ]),
  ]
}

function done(acts: Acts, procedure: keyof Acts): string {
  const own = PROCEDURE_ACTS[procedure]
  return `${own.filter((act) => acts[procedure][act]).length} of ${own.length}`
}

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(WIDTH.act) + cells.map((cell) => cell.padStart(WIDTH.times)).join('')
