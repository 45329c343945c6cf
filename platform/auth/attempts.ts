import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'

/** How many failures are borne before further ones are not even tried. */
export interface AttemptLimit {
  failuresMax: number
  blockedMinutes: number
  /** How long failures are counted together, from the first. */
  windowMinutes: number
}

/** GB/T 22239: five failures lock for thirty minutes. */
export const BY_LOGIN: AttemptLimit = { failuresMax: 5, blockedMinutes: 30, windowMinutes: 24 * 60 }
/** A whole hall signs in from one address, so only a machine that guesses gets this far. */
export const BY_ADDRESS: AttemptLimit = { failuresMax: 60, blockedMinutes: 10, windowMinutes: 10 }

/**
 * Counts one attempt before it is made, so that a hundred simultaneous guesses are five. Returns how many
 * failures there are now; null when blocked, and then nothing is counted.
 */
export async function charge(
  on: Queryable,
  what: string,
  limit: AttemptLimit,
  now: Instant,
): Promise<number | null> {
  const values = [
    NOBODYS_AREA,
    what,
    now,
    minutes(now, -limit.windowMinutes),
    limit.failuresMax,
    minutes(now, limit.blockedMinutes),
  ]
  const [row] = await on.query<{ failures: number }>(CHARGE, values)
  return row?.failures ?? null
}

export async function isBlocked(on: Queryable, what: string, now: Instant): Promise<boolean> {
  return (await on.query(BLOCKED, [NOBODYS_AREA, what, now])).length > 0
}

/** After a success, or when an administrator unlocks. */
export async function forgive(on: Queryable, what: string): Promise<void> {
  await on.query(FORGIVE, [NOBODYS_AREA, what])
}

export async function forgetOldAttempts(on: Queryable, now: Instant): Promise<void> {
  await on.query(FORGET, [NOBODYS_AREA, minutes(now, -2 * BY_LOGIN.windowMinutes)])
}

export function minutes(from: Instant, count: number): Instant {
  return new Date(Date.parse(from) + count * 60_000).toISOString()
}

// A count begins anew when its window or its block is over.
const CHARGE = {
  name: 'auth.attempt.charge',
  text: `insert into auth.attempt as a (area_code, what, failures, since, blocked_until)
         values ($1, $2, 1, $3, case when $5 <= 1 then $6::timestamptz end)
         on conflict (area_code, what) do update set
           failures = case when a.since <= $4 or a.blocked_until <= $3 then 1 else a.failures + 1 end,
           since = case when a.since <= $4 or a.blocked_until <= $3 then $3 else a.since end,
           blocked_until = case when a.since <= $4 or a.blocked_until <= $3 then null
                                when a.failures + 1 >= $5 then $6::timestamptz end
         where a.blocked_until is null or a.blocked_until <= $3
         returning failures`,
}

const BLOCKED = {
  name: 'auth.attempt.blocked',
  text: `select 1 from auth.attempt where area_code = $1 and what = $2 and blocked_until > $3`,
}

const FORGIVE = {
  name: 'auth.attempt.forgive',
  text: `delete from auth.attempt where area_code = $1 and what = $2`,
}

const FORGET = {
  name: 'auth.attempt.forget',
  text: `delete from auth.attempt where area_code = $1 and since < $2`,
}
