import type { Instant } from '#platform/clock.ts'
import { newToken, tokenHash } from '#platform/crypto/tokens.ts'
import { all, asks, known, readOnce, type Reading } from '#platform/db/reading.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import { END_SESSIONS } from './account-rows.ts'
import type { AuthMeans } from './accounts.ts'
import { forgetOldAttempts, minutes } from './attempts.ts'
import type { SignInCode } from './credentials.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import { END, FIND, MOMENTS, SWEEP, SWITCH_POST, TOUCH, WHO, type SessionRow } from './session-rows.ts'
import { sessionMemory } from './session-memory.ts'
import { idleEnd, sessionOf, type Session, type SignedIn } from './session.ts'
import { entranceOf, type PasswordChange, type PasswordChangeCode, type SignIn } from './sign-in.ts'

export interface Sessions {
  signIn(signIn: SignIn): Promise<SignedIn | Refusal<SignInCode>>
  /** Null when there is no such session any more. One row by primary key, asked once a second with what stands beside it; writes once a minute. */
  find(token: string): Promise<Session | null>
  /** Under a new token. That the person holds the post is checked by the caller. */
  switchPost(token: string, post: string, ip: string): Promise<SignedIn | Refusal<'session-ended'>>
  /** Ends every session of the account and begins a new one. */
  changePassword(token: string, change: PasswordChange): Promise<SignedIn | Refusal<PasswordChangeCode>>
  signOut(token: string, ip: string): Promise<void>
  endAll(account: string, by: string): Promise<number>
  /** Deletes what has expired, and attempts long forgotten. */
  sweep(): Promise<number>
}

/**
 * What others read of an officer in the statement that finds the session, so that every request asks once who is there. `who` is a
 * table expression with one row (`subject`, `post`) for a session of staff; its `values` come first.
 */
export type BesideSession = (who: { text: string; values: readonly unknown[] }, now: Instant) => Reading<void>

const SEEN_EVERY_MINUTES = 1

export function sessionsOf(means: AuthMeans, beside: BesideSession = () => known(undefined)): Sessions {
  const { db, keys, clock, audit } = means
  const entrance = entranceOf(means)
  const memory = sessionMemory(db)

  /** For everything that ends a session: afterwards nothing of it is remembered, even when it failed half-way. */
  const ending = <T>(work: Promise<T>): Promise<T> => work.finally(() => memory.forgetAll())

  const alive = async (token: string): Promise<SessionRow | null> => {
    const [row] = await db.query<SessionRow>(FIND, [NOBODYS_AREA, tokenHash(keys, token)])
    return row && row.expires_at > clock.now() ? row : null
  }

  /** The session as it stands, and once a minute that it was seen. */
  const read = async (hash: string, remembered: SessionRow | undefined): Promise<Session | null> => {
    const { era } = memory
    const now = clock.now()
    const values = [NOBODYS_AREA, hash]
    const finding = all([asks<SessionRow>(FIND, values, MOMENTS), beside({ text: WHO, values }, now)])
    const row = remembered ?? (await readOnce(db, finding))[0][0]
    if (!row || row.expires_at <= now) return null
    if (!unseen(row, now)) return memory.keep(hash, row, era)
    const expiresAt = idleEnd(row.kind, now, row.absolute_expires_at)
    await db.query(TOUCH, [NOBODYS_AREA, hash, now, expiresAt, row.seen_at])
    return memory.keep(hash, { ...row, seen_at: now, expires_at: expiresAt }, era)
  }

  const entry = (event: string, actor: string, account: string) => {
    return { area: NOBODYS_AREA, actor, event, success: true, object: `account:${account}` }
  }

  return {
    signIn: (signIn) => ending(entrance.signIn(signIn)),

    async find(token) {
      const hash = tokenHash(keys, token)
      const remembered = memory.find(hash)
      const now = clock.now()
      if (remembered && remembered.row.expires_at > now && !unseen(remembered.row, now))
        return remembered.session
      return memory.reading(hash, () => read(hash, remembered?.row))
    },

    async switchPost(token, post, ip) {
      const current = await alive(token)
      if (!current) return refuse('session-ended')
      const [fresh, now] = [newToken(), clock.now()]
      // The form secret changes too: a form opened under the former post in another tab is not sent by the
      // wrong post.
      const change = [tokenHash(keys, token), tokenHash(keys, fresh), post, newToken(), now]
      const expiresAt = idleEnd(current.kind, now, current.absolute_expires_at)
      return ending(
        db.transaction(async (tx) => {
          const [row] = await tx.query<SessionRow>(SWITCH_POST, [NOBODYS_AREA, ...change, expiresAt])
          if (!row) return refuse('session-ended')
          const switched = entry('post-switched', `account:${row.account}`, row.account)
          await audit.recordIn(tx, { ...switched, ip, before: { post: current.post }, after: { post } })
          return { token: fresh, session: sessionOf(row) }
        }),
      )
    },

    async changePassword(token, change) {
      const current = await alive(token)
      return current ? ending(entrance.changePassword(current, change)) : refuse('session-ended')
    },

    async signOut(token, ip) {
      await ending(
        db.transaction(async (tx) => {
          const [gone] = await tx.query<{ account: string }>(END, [NOBODYS_AREA, tokenHash(keys, token)])
          if (gone)
            await audit.recordIn(tx, { ...entry('sign-out', `account:${gone.account}`, gone.account), ip })
        }),
      )
    },

    async endAll(account, by) {
      return ending(
        db.transaction(async (tx) => {
          const gone = await tx.query(END_SESSIONS, [NOBODYS_AREA, account])
          await audit.recordIn(tx, entry('sessions-ended', by, account))
          return gone.length
        }),
      )
    },

    async sweep() {
      await forgetOldAttempts(db, clock.now())
      return (await db.query(SWEEP, [NOBODYS_AREA, clock.now()])).length
    },
  }
}

const unseen = ({ seen_at }: SessionRow, now: Instant): boolean => minutes(seen_at, SEEN_EVERY_MINUTES) <= now
