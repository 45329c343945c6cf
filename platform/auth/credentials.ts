import { createHmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { AccountRow } from './account-rows.ts'
import { attemptOn, type AuthMeans } from './accounts.ts'
import { BY_ADDRESS, BY_LOGIN, charge, forgive, isBlocked } from './attempts.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { hashOfNobody, verifyPassword } from './passwords.ts'

export type SignInCode = 'sign-in-wrong' | 'account-locked' | 'too-many-attempts'

export interface Tried {
  /** The login as it stands in the database; nobody may have it. */
  key: string
  account: AccountRow | undefined
  password: string
  ip: string
  event: 'sign-in' | 'password-change'
}

export interface Credentials {
  /**
   * Null when the password is the account's. An unknown login and a disabled account take as long, are locked
   * as soon and answer the same as a wrong password.
   */
  check(tried: Tried): Promise<Refusal<SignInCode> | null>
}

export function credentialsOf({ db, keys, clock, audit, cost }: AuthMeans): Credentials {
  const nobody = hashOfNobody(cost)
  // An attempt counts as failed before it is made, so the right password sent six times at once would lock
  // its login.
  const inTurn = oneAtATime()

  const check = async ({ key, account, password, ip, event }: Tried) => {
    const now = clock.now()
    const attempt = account ? attemptOn(key) : attemptOnNobody(keys, key)
    if (await isBlocked(db, `ip:${ip}`, now)) return refuse('too-many-attempts')
    const failures = await charge(db, attempt, BY_LOGIN, now)
    if (failures === null) return refuse('account-locked')
    const usable = account?.disabled_at === null
    const right = await verifyPassword(usable ? account.password_hash : nobody, password)
    if (usable && right) {
      await forgive(db, attempt)
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

  return { check: (tried) => inTurn(tried.key, () => check(tried)) }
}

/** People type passwords and numbers into the field for the login: what nobody has is counted under its fingerprint. */
function attemptOnNobody(keys: Keys, key: string): string {
  return attemptOn(`nobody:${createHmac('sm3', keys.of('login')).update(key).digest('base64url')}`)
}
