import type { Instant } from '#platform/clock.ts'

/** A fact as its table keeps it. */
export interface FactRow {
  area_code: string
  stream: string
  seq: number
  kind: string
  body: string
  actor: string
  at: Instant
  schema_version: number
  prev_hash: string
  hash: string
}
