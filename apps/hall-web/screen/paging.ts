/** What fits a wall nobody has measured yet: a page that was never given a script. */
export const UNMEASURED = { underWay: 4, ready: 5 } as const

export interface PageOf<T> {
  lines: T[]
  /** From 0. */
  page: number
  pages: number
}

/** The lines of the page a list is on after so many turns; it begins again after its last page. */
export function pageOf<T>(lines: readonly T[], fits: number, turn: number): PageOf<T> {
  const size = Math.max(1, fits)
  const pages = Math.max(1, Math.ceil(lines.length / size))
  const page = turn % pages
  return { lines: lines.slice(page * size, (page + 1) * size), page, pages }
}

/** A change stands out for three minutes: long enough for somebody who looks up now and then. */
const FRESH_MS = 3 * 60_000

export function isFresh(changedAt: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(changedAt)
  // The clock of a television may run a little behind the server's.
  return age < FRESH_MS && age > -FRESH_MS
}
