import { legalDay, type Instant } from '#platform/clock.ts'

const STREAM = /^[a-z][a-z0-9-]*:(\d{4}):[A-Za-z0-9._-]+$/

/**
 * The id of a stream: `case:2026:<uuid>`. It carries the legal year of birth, because facts are kept in one partition
 * per year and a reader must find the partition from the id alone, however long the stream lives.
 */
export function streamId(kind: string, id: string, at: Instant): string {
  const stream = `${kind}:${legalDay(at).slice(0, 4)}:${id}`
  bornYear(stream)
  return stream
}

/** The year of birth in a stream id; a malformed id is a fault. */
export function bornYear(stream: string): number {
  const year = STREAM.exec(stream)?.[1]
  if (year === undefined) throw new Error(`not a stream id: ${stream}`)
  return Number(year)
}

/** What a stream is a stream of: `case` for `case:2026:<uuid>`. */
export const streamKind = (stream: string): string => stream.slice(0, stream.indexOf(':'))
