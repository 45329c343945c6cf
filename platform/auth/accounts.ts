import { createHmac } from 'node:crypto'
import type { Clock, Instant } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import { sqlState, type Db, type Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import {
  ADD_NAMES,
  DEMO_ACCOUNTS,
  END_SESSIONS,
  FIND,
  FIND_BY_SUBJECT,
  INSERT,
  NAMES,
  SET_DISABLED,
  SET_PASSWORD,
  type AccountRow,
} from './account-rows.ts'
import { forgive } from './attempts.ts'
import type { AccountKind } from './account-kind.ts'
import type { Audit } from './audit.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import { sessionMemory } from './session-memory.ts'
import { hashPassword, passwordProblem, type HashCost, type PasswordProblem } from './passwords.ts'

export type { AccountKind }

export interface Account {
  id: string
  kind: AccountKind
  /** The person the account belongs to. */
  subject: string
  mustChange: boolean
  disabledAt: Instant | null
  passwordSetAt: Instant
}

export interface NewAccount {
  kind: AccountKind
  /** A name for staff; for citizens a phone or a citizen id, kept only as a keyed fingerprint. */
  login: string
  /** What a citizen may sign in with as well; a name that another account has already is left to it. */
  names?: readonly string[]
  subject: string
  password: string
  /** Given by somebody else (always for staff): must be changed at the first sign-in. */
  mustChange: boolean
  demo?: boolean
}

export type AccountCode = PasswordProblem | 'login-taken' | 'account-not-found'

export interface Accounts {
  /** One person has at most one account of a kind. */
  create(account: NewAccount, by: string): Promise<Account | Refusal<AccountCode>>
  /** Further names of a citizen's account; one that another account has already is left to it. */
  addNames(id: string, names: readonly string[]): Promise<void>
  find(id: string): Promise<Account | null>
  findBySubject(kind: AccountKind, subject: string): Promise<Account | null>
  /**
   * A password set by an administrator: ends all sessions, unlocks, and must be changed at the next sign-in.
   */
  resetPassword(id: string, password: string, by: string): Promise<Account | Refusal<AccountCode>>
  /** Ends all sessions at once. */
  disable(id: string, by: string): Promise<void>
  enable(id: string, by: string): Promise<void>
  /** Opens an account that five failures locked. */
  unlock(id: string, by: string): Promise<void>
  /** Accounts made for a demo; production refuses to start with any. */
  demoAccounts(): Promise<number>
}

export interface AuthMeans {
  db: Db
  keys: Keys
  clock: Clock
  audit: Audit
  cost: HashCost
}

export function accountsOf({ db, keys, clock, audit, cost }: AuthMeans): Accounts {
  const recorded = <T>(event: string, object: string, by: string, work: (tx: Queryable) => Promise<T>) =>
    db
      .transaction(async (tx) => {
        const result = await work(tx)
        await audit.recordIn(tx, { area: NOBODYS_AREA, actor: by, event, success: true, object })
        return result
      })
      // Disabling an account and resetting its password end its sessions, on this server at once.
      .finally(() => sessionMemory(db).forgetAll())

  return {
    async create(account, by) {
      const { names = [] } = account
      const problem = firstProblem(account.password, [account.login, ...names])
      if (problem) return refuse(problem)
      const [id, now] = [newId(), clock.now()]
      const { kind, subject, mustChange, demo = false } = account
      const hash = await hashPassword(account.password, cost)
      const values = [
        NOBODYS_AREA,
        id,
        loginKey(keys, kind, account.login),
        kind,
        subject,
        hash,
        mustChange,
        demo,
        now,
      ]
      const work = async (tx: Queryable) => {
        await tx.query(INSERT, values)
        await nameAlso(tx, keys, id, names)
      }
      return recorded('account-created', `account:${id}`, by, work).then(
        () => ({ id, kind, subject, mustChange, disabledAt: null, passwordSetAt: now }),
        (error: unknown) => {
          if (sqlState(error) === UNIQUE_VIOLATION) return refuse('login-taken')
          throw error
        },
      )
    },

    addNames: (id, names) => nameAlso(db, keys, id, names),
    find: async (id) => accountOf(await db.query<AccountRow>(FIND, [NOBODYS_AREA, id])),
    findBySubject: async (kind, subject) =>
      accountOf(await db.query<AccountRow>(FIND_BY_SUBJECT, [NOBODYS_AREA, kind, subject])),

    async resetPassword(id, password, by) {
      const [before] = await db.query<AccountRow>(FIND, [NOBODYS_AREA, id])
      if (!before) return refuse('account-not-found')
      const problem = passwordProblem(password, knownLogin(before))
      if (problem) return refuse(problem)
      const hash = await hashPassword(password, cost)
      return recorded('password-reset', `account:${id}`, by, async (tx) => {
        const [row] = await tx.query<AccountRow>(SET_PASSWORD, [NOBODYS_AREA, id, hash, true, clock.now()])
        await tx.query(END_SESSIONS, [NOBODYS_AREA, id])
        await unlocked(tx, before)
        return accountOf([row!])!
      })
    },

    disable: (id, by) =>
      recorded('account-disabled', `account:${id}`, by, async (tx) => {
        await tx.query(SET_DISABLED, [NOBODYS_AREA, id, clock.now()])
        await tx.query(END_SESSIONS, [NOBODYS_AREA, id])
      }),
    enable: (id, by) =>
      recorded('account-enabled', `account:${id}`, by, async (tx) => {
        await tx.query(SET_DISABLED, [NOBODYS_AREA, id, null])
      }),
    unlock: (id, by) =>
      recorded('account-unlocked', `account:${id}`, by, async (tx) => {
        const [row] = await tx.query<AccountRow>(FIND, [NOBODYS_AREA, id])
        if (row) await unlocked(tx, row)
      }),

    async demoAccounts() {
      const [row] = await db.query<{ count: number }>(DEMO_ACCOUNTS, [NOBODYS_AREA])
      return row!.count
    },
  }
}

/** How a login stands in the database: staff names as they are, those of citizens as a keyed fingerprint. */
export function loginKey(keys: Keys, kind: AccountKind, login: string): string {
  const name = login.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return kind === 'staff'
    ? name
    : `citizen:${createHmac('sm3', keys.of('login')).update(name).digest('base64url')}`
}

/** The login as far as it can be read from the row: a citizen's cannot. */
export const knownLogin = (row: AccountRow) => (row.kind === 'staff' ? row.login : '')

const UNIQUE_VIOLATION = '23505'

export const attemptOn = (key: string) => `login:${key}`

/** Where failures under all names of a citizen's account are counted together. */
export const attemptOnAll = (key: string) => `login-all:${key}`

/** Forgets the failures under each name of the account. */
async function unlocked(tx: Queryable, { id, login }: AccountRow): Promise<void> {
  const names = await tx.query<{ login: string }>(NAMES, [NOBODYS_AREA, id])
  for (const name of [login, ...names.map((row) => row.login)]) await forgive(tx, attemptOn(name))
  await forgive(tx, attemptOnAll(login))
}

async function nameAlso(on: Queryable, keys: Keys, id: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const logins = [...new Set(names.map((name) => loginKey(keys, 'citizen', name)))]
  await on.query(ADD_NAMES, [NOBODYS_AREA, id, logins])
}

function firstProblem(password: string, logins: readonly string[]): PasswordProblem | null {
  for (const login of logins) {
    const problem = passwordProblem(password, login)
    if (problem) return problem
  }
  return null
}

function accountOf([row]: readonly AccountRow[]): Account | null {
  if (!row) return null
  const { id, kind, subject } = row
  return {
    id,
    kind,
    subject,
    mustChange: row.must_change,
    disabledAt: row.disabled_at,
    passwordSetAt: row.password_set_at,
  }
}
