import type { Instant } from '#platform/clock.ts'
import type { AccountKind } from './account-kind.ts'
import { minutes } from './attempts.ts'
import type { SessionRow } from './session-rows.ts'

/** Somebody signed in. The token that proves it is in the person's cookie and nowhere else. */
export interface Session {
  id: string
  account: string
  kind: AccountKind
  subject: string
  /** The post picked after signing in; null until then, and always for citizens. */
  post: string | null
  /** Nothing may be done but change the password. */
  mustChange: boolean
  csrfSecret: string
  createdAt: Instant
  expiresAt: Instant
  absoluteExpiresAt: Instant
}

export interface SignedIn {
  token: string
  session: Session
}

/** GB/T 22239: staff are signed out after at most thirty idle minutes; everybody after twelve hours. */
export const IDLE_MINUTES: Record<AccountKind, number> = { staff: 30, citizen: 120 }
export const ABSOLUTE_MINUTES = 12 * 60
export const SESSIONS_MAX = 3
export const PASSWORD_DAYS_MAX = 90

export function idleEnd(kind: AccountKind, now: Instant, absoluteEnd: Instant): Instant {
  const end = minutes(now, IDLE_MINUTES[kind])
  return end < absoluteEnd ? end : absoluteEnd
}

/** 口令定期更换: staff passwords older than 90 days are changed before anything else. */
export function passwordIsOld(kind: AccountKind, setAt: Instant, now: Instant): boolean {
  return kind === 'staff' && minutes(setAt, PASSWORD_DAYS_MAX * 24 * 60) <= now
}

export function sessionOf(row: SessionRow): Session {
  const { id, account, kind, subject, post } = row
  return {
    id,
    account,
    kind,
    subject,
    post,
    mustChange: row.must_change,
    csrfSecret: row.csrf_secret,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    absoluteExpiresAt: row.absolute_expires_at,
  }
}
