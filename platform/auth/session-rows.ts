import type { Instant } from '#platform/clock.ts'
import type { AccountKind } from './account-kind.ts'

export interface SessionRow {
  id: string
  account: string
  kind: AccountKind
  subject: string
  post: string | null
  must_change: boolean
  csrf_secret: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
  absolute_expires_at: Instant
}

const COLUMNS =
  'id, account, kind, subject, post, must_change, csrf_secret, created_at, seen_at, expires_at, absolute_expires_at'

export const MOMENTS = ['created_at', 'seen_at', 'expires_at', 'absolute_expires_at'] as const

// The one query every request pays for: one row by primary key, no join. Disabling an account deletes its
// sessions instead.
export const FIND = {
  name: 'auth.session.find',
  text: `select ${COLUMNS} from auth.session where area_code = $1 and token_hash = $2`,
}

/** Whose session of staff it is, with the values of `FIND`. */
export const WHO = `(select subject, post from auth.session where area_code = $1 and token_hash = $2 and kind = 'staff')`

// The condition on seen_at lets one of many simultaneous requests write; seen_at has no index, so the row
// stays on its page.
export const TOUCH = {
  name: 'auth.session.touch',
  text: `update auth.session set seen_at = $3, expires_at = $4 where area_code = $1 and token_hash = $2 and seen_at = $5`,
}

export const INSERT = {
  name: 'auth.session.insert',
  text: `insert into auth.session (area_code, token_hash, id, account, kind, subject, post, must_change, csrf_secret,
           created_at, seen_at, expires_at, absolute_expires_at, ip, agent)
         values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9, $9, $10, $11, $12, $13) returning ${COLUMNS}`,
}

/** Keeps the newest; run it with the account's row locked. */
export const END_OLDEST = {
  name: 'auth.session.end_oldest',
  text: `delete from auth.session where area_code = $1 and account = $2 and id in (
           select id from auth.session where area_code = $1 and account = $2 order by created_at desc, id desc offset $3
         ) returning id`,
}

export const SWITCH_POST = {
  name: 'auth.session.switch_post',
  text: `update auth.session set token_hash = $3, post = $4, csrf_secret = $5, seen_at = $6, expires_at = $7
         where area_code = $1 and token_hash = $2 and expires_at > $6 returning ${COLUMNS}`,
}

export const END = {
  name: 'auth.session.end',
  text: `delete from auth.session where area_code = $1 and token_hash = $2 returning id, account`,
}

export const SWEEP = {
  name: 'auth.session.sweep',
  text: `delete from auth.session where area_code = $1 and expires_at <= $2 returning id`,
}
