import { createHmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { AccountRow } from './account-rows.ts'
import { attemptOn, attemptOnAll, type AccountKind, type AuthMeans } from './accounts.ts'
import { BY_ADDRESS, BY_LOGIN, charge, forgive, isBlocked } from './attempts.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { hashOfNobody, verifyPassword } from './passwords.ts'

export type SignInCode = 'sign-in-wrong' | 'account-locked' | 'too-many-attempts'

export interface Tried {
  kind: AccountKind
  /** The login that was typed, as it stands in the database; nobody may have it. */
  key: string
  account: AccountRow | undefined
  password: string
  ip: string
  event: 'sign-in' | 'password-change'
}

export interface Credentials {
  /**
   * Null when the password is the account's. An unknown login and a disabled account take as long, are locked
   * as soon and answer the same as a wrong password. A citizen's account has several names: what is answered rests on the
   * failures under the name that was typed, or the lock would tell that two names are one person's; but after five failures
   * under whichever of them the right password counts as wrong.
   */
  check(tried: Tried): Promise<Refusal<SignInCode> | null>
}

export function credentialsOf({ db, keys, clock, audit, cost }: AuthMeans): Credentials {
  const nobody = hashOfNobody(cost)
  // An attempt counts as failed before it is made, so the right password sent six times at once would lock
  // its login.
  const inTurn = oneAtATime()

  const check = async ({ kind, key, account, password, ip, event }: Tried) => {
    const now = clock.now()
    const attempt = account ? attemptOn(key) : attemptOn(nobodys(keys, key))
    const together = kind === 'citizen' ? attemptOnAll(account?.login ?? nobodys(keys, key)) : undefined
    if (await isBlocked(db, `ip:${ip}`, now)) return refuse('too-many-attempts')
    const failures = await charge(db, attempt, BY_LOGIN, now)
    if (failures === null) return refuse('account-locked')
    const locked = together !== undefined && (await charge(db, together, BY_LOGIN, now)) === null
    const usable = account?.disabled_at === null && !locked
    const right = await verifyPassword(usable ? account.password_hash : nobody, password)
    if (usable && right) {
      await forgive(db, attempt)
      if (together !== undefined) await forgive(db, together)
      return null
    }
    await charge(db, `ip:${ip}`, BY_ADDRESS, now)
    const code = failures >= BY_LOGIN.failuresMax ? 'account-locked' : 'sign-in-wrong'
    // Never the login that was typed: people type passwords there.
    const actor = account ? `account:${account.id}` : 'nobody'
    await audit.record({
      area: NOBODYS_AREA,
      actor,
      event,
      success: false,
      ip,
      object: actor,
      after: { code },
    })
    return refuse(code)
  }

  return { check: (tried) => inTurn(tried.account?.id ?? tried.key, () => check(tried)) }
}

/** People type passwords and numbers into the field for the login: what nobody has is counted under its fingerprint. */
function nobodys(keys: Keys, key: string): string {
  return `nobody:${createHmac('sm3', keys.of('login')).update(key).digest('base64url')}`
}
