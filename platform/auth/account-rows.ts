import type { Instant } from '#platform/clock.ts'
import type { AccountKind } from './account-kind.ts'

export interface AccountRow {
  id: string
  login: string
  kind: AccountKind
  subject: string
  password_hash: string
  must_change: boolean
  disabled_at: Instant | null
  password_set_at: Instant
}

const COLUMNS = 'id, login, kind, subject, password_hash, must_change, disabled_at, password_set_at'

export const INSERT = {
  name: 'auth.account.insert',
  text: `insert into auth.account
           (area_code, id, login, kind, subject, password_hash, must_change, demo, password_set_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
}

export const FIND = {
  name: 'auth.account.find',
  text: `select ${COLUMNS} from auth.account where area_code = $1 and id = $2`,
}

export const FIND_BY_SUBJECT = {
  name: 'auth.account.find_by_subject',
  text: `select ${COLUMNS} from auth.account where area_code = $1 and kind = $2 and subject = $3`,
}

/** By the account's own login or one of its further names; a login of one's own goes before. */
export const FIND_BY_LOGIN = {
  name: 'auth.account.find_by_login',
  text: `select ${COLUMNS} from auth.account where area_code = $1 and (login = $2
           or id = (select account from auth.login_name where area_code = $1 and login = $2))
         order by login = $2 desc limit 1`,
}

/** A name that somebody else has already stays theirs. */
export const ADD_NAMES = {
  name: 'auth.login_name.insert',
  text: `insert into auth.login_name (area_code, login, account)
         select $1, name, $2 from unnest($3::text[]) as named(name)
         where not exists (select 1 from auth.account where area_code = $1 and login = name)
         on conflict (area_code, login) do nothing`,
}

export const NAMES = {
  name: 'auth.login_name.of',
  text: `select login from auth.login_name where area_code = $1 and account = $2`,
}

export const SET_PASSWORD = {
  name: 'auth.account.set_password',
  text: `update auth.account set password_hash = $3, must_change = $4, password_set_at = $5
         where area_code = $1 and id = $2 returning ${COLUMNS}`,
}

export const END_SESSIONS = {
  name: 'auth.session.end_all',
  text: `delete from auth.session where area_code = $1 and account = $2 returning id`,
}

export const SET_DISABLED = {
  name: 'auth.account.set_disabled',
  text: `update auth.account set disabled_at = $3 where area_code = $1 and id = $2`,
}

export const DEMO_ACCOUNTS = {
  name: 'auth.account.demo',
  text: `select count(*) from auth.account where area_code = $1 and demo`,
}

export const LOCK = {
  name: 'auth.account.lock',
  text: `select ${COLUMNS} from auth.account where area_code = $1 and id = $2 for update`,
}
