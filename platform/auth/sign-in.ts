import { newToken, tokenHash } from '#platform/crypto/tokens.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import { END_SESSIONS, FIND, FIND_BY_LOGIN, LOCK, SET_PASSWORD, type AccountRow } from './account-rows.ts'
import { knownLogin, loginKey, type AccountKind, type AuthMeans } from './accounts.ts'
import { minutes } from './attempts.ts'
import { credentialsOf, type SignInCode } from './credentials.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import {
  hashPassword,
  isCheaper,
  passwordProblem,
  verifyPassword,
  type PasswordProblem,
} from './passwords.ts'
import { END_OLDEST, INSERT, type SessionRow } from './session-rows.ts'
import {
  ABSOLUTE_MINUTES,
  idleEnd,
  passwordIsOld,
  sessionOf,
  SESSIONS_MAX,
  type SignedIn,
} from './session.ts'

/** Where a request came from, as far as it says. */
export interface From {
  ip: string
  agent: string
}

export interface SignIn extends From {
  kind: AccountKind
  login: string
  password: string
}

export interface PasswordChange extends From {
  old: string
  new: string
}

export type PasswordChangeCode = PasswordProblem | SignInCode | 'session-ended' | 'password-unchanged'

export interface Entrance {
  signIn(signIn: SignIn): Promise<SignedIn | Refusal<SignInCode>>
  changePassword(session: SessionRow, change: PasswordChange): Promise<SignedIn | Refusal<PasswordChangeCode>>
}

/** The two ways to a new session: by password, and by changing it. */
export function entranceOf(means: AuthMeans): Entrance {
  const { db, keys, clock, audit, cost } = means
  const credentials = credentialsOf(means)

  const begin = async (
    tx: Queryable,
    account: AccountRow,
    mustChange: boolean,
    event: string,
    from: From,
  ) => {
    const [id, token, now] = [newId(), newToken(), clock.now()]
    const absoluteEnd = minutes(now, ABSOLUTE_MINUTES)
    const who = [
      NOBODYS_AREA,
      tokenHash(keys, token),
      id,
      account.id,
      account.kind,
      account.subject,
      mustChange,
    ]
    const until = [idleEnd(account.kind, now, absoluteEnd), absoluteEnd, from.ip, from.agent.slice(0, 200)]
    const [row] = await tx.query<SessionRow>(INSERT, [...who, newToken(), now, ...until])
    await tx.query(END_OLDEST, [NOBODYS_AREA, account.id, SESSIONS_MAX])
    const actor = `account:${account.id}`
    const entry = { area: NOBODYS_AREA, actor, event, success: true, ip: from.ip, object: actor }
    await audit.recordIn(tx, { ...entry, after: { session: id } })
    return { token, session: sessionOf(row!) }
  }

  /**
   * Locks the account; false when the password or the account was taken away while the hash was being
   * computed.
   */
  const still = async (tx: Queryable, account: AccountRow) => {
    const [locked] = await tx.query<AccountRow>(LOCK, [NOBODYS_AREA, account.id])
    return locked?.disabled_at === null && locked.password_hash === account.password_hash
  }

  const setPassword = (tx: Queryable, { id }: AccountRow, hash: string, mustChange: boolean, at: string) =>
    tx.query(SET_PASSWORD, [NOBODYS_AREA, id, hash, mustChange, at])

  return {
    async signIn({ kind, login, password, ip, agent }) {
      const key = loginKey(keys, kind, login)
      const [account] = await db.query<AccountRow>(FIND_BY_LOGIN, [NOBODYS_AREA, key])
      const refused = await credentials.check({ kind, key, account, password, ip, event: 'sign-in' })
      if (refused || !account) return refused ?? refuse('sign-in-wrong')
      const renewed = isCheaper(account.password_hash, cost) ? await hashPassword(password, cost) : null
      return db.transaction(async (tx) => {
        if (!(await still(tx, account))) return refuse('sign-in-wrong')
        if (renewed) await setPassword(tx, account, renewed, account.must_change, account.password_set_at)
        const mustChange = account.must_change || passwordIsOld(kind, account.password_set_at, clock.now())
        return begin(tx, account, mustChange, 'sign-in', { ip, agent })
      })
    },

    async changePassword(session, { old, new: password, ip, agent }) {
      const [account] = await db.query<AccountRow>(FIND, [NOBODYS_AREA, session.account])
      if (!account) return refuse('session-ended')
      const problem = passwordProblem(password, knownLogin(account))
      if (problem) return refuse(problem)
      const { kind } = account
      const tried = {
        kind,
        key: account.login,
        account,
        password: old,
        ip,
        event: 'password-change',
      } as const
      const refused = await credentials.check(tried)
      if (refused) return refused
      if (await verifyPassword(account.password_hash, password)) return refuse('password-unchanged')
      const hash = await hashPassword(password, cost)
      return db.transaction(async (tx) => {
        if (!(await still(tx, account))) return refuse('session-ended')
        await setPassword(tx, account, hash, false, clock.now())
        await tx.query(END_SESSIONS, [NOBODYS_AREA, account.id])
        return begin(tx, account, false, 'password-change', { ip, agent })
      })
    },
  }
}
