/** One line of a measure: what was looked at, what it came to, and whether that is within bounds. */
export interface Line {
  what: string
  found: string
  miss: boolean
}

export interface Measure {
  title: string
  /** Where the bound comes from and how it was measured, in one line. */
  how: string
  lines: readonly Line[]
}

/** Within bounds when not above the most. */
export function line(what: string, value: number, most: number, unit: string): Line {
  return { what, found: `${rounded(value)}${unit} of ${rounded(most)}${unit}`, miss: value > most }
}

export function show(measure: Measure): void {
  const missed = measure.lines.filter(({ miss }) => miss).length
  const width = Math.max(0, ...measure.lines.map(({ what }) => widthOf(what)))
  console.log(`\n${measure.title} — ${measure.how}`)
  for (const { what, found, miss } of measure.lines)
    console.log(`  ${miss ? '✖' : '✔'} ${what}${' '.repeat(width - widthOf(what))}  ${found}`)
  console.log(`  ${measure.lines.length - missed} of ${measure.lines.length} within bounds`)
}

/** The last line, and the exit code. */
export function verdict(measures: readonly Measure[]): number {
  const lines = measures.flatMap((measure) => measure.lines)
  const missed = lines.filter(({ miss }) => miss).length
  console.log(`\nface: ${lines.length - missed} passes, ${missed} misses`)
  return missed === 0 && lines.length > 0 ? 0 : 1
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 0)
