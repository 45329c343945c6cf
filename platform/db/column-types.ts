import pg from 'pg'
import type { Instant } from '../clock.ts'

const { builtins } = pg.types

const ARRAY_OF = { text: 1009, int8: 1016, date: 1182, timestamptz: 1185 } as const

/** How columns arrive in Node: a legal day stays a string, a moment is an Instant, a bigint is a number. */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

const textList = pg.types.getTypeParser(ARRAY_OF.text as number, 'text')

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.INT8, whole],
  [ARRAY_OF.date, (text) => list(text, (entry) => entry)],
  [ARRAY_OF.timestamptz, (text) => list(text, instant)],
  [ARRAY_OF.int8, (text) => list(text, whole)],
])

/** `2025-03-03 09:00:00.5+00` → `2025-03-03T09:00:00.500Z`. Sessions run in UTC, so the offset is always +00. */
export function instant(text: string): Instant {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (!parts) return text
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/** Counts and versions fit a number; a bigint beyond 2^53 stays text rather than losing digits. */
function whole(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

function list(text: string, entry: (text: string) => unknown): unknown {
  const texts = textList(text) as (string | null)[]
  return texts.map((each) => each && entry(each))
}
