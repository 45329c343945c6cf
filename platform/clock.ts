/** A moment as UTC ISO 8601 with milliseconds and `Z`, as `Date.toISOString()` writes it. */
export type Instant = string

/** The only source of business time; passed in so that tests and the demo can move it. */
export interface Clock {
  now(): Instant
}

/** Written once a millisecond: a request asks several times in one, and writing it out costs a microsecond each. */
let written: { at: number; text: Instant } = { at: Number.NaN, text: '' }

export const systemClock: Clock = {
  now() {
    const at = Date.now()
    if (at !== written.at) written = { at, text: new Date(at).toISOString() }
    return written.text
  },
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** The legal day (`YYYY-MM-DD`) of a moment: Asia/Shanghai, which has had no summer time since 1991. */
export function legalDay(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** A moment as people and interfaces outside read it: local wall time with its offset. */
export function withOffset(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00')
}
