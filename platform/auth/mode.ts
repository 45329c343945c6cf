import { masterKeyProblem, type MasterKeyProblem } from '#platform/crypto/keys.ts'
import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'

export type Mode = 'demo' | 'production'

/**
 * The master key of every demo. It stands in the source, so it protects nothing and production refuses it.
 */
export const DEMO_MASTER_KEY = 'd3e0a17c4b9f2856e1d80c7b3f6a952480be5d19c7f3a46e08b1d2957c6f3ea4'

export interface Installed {
  mode: Mode
  /** Null for a database that is empty. */
  bornMode: Mode | null
  masterKey: string | undefined
  demoAccounts: number
  /** Whether the clock can be moved from outside. */
  movableClock: boolean
  publicUrl: string
}

export type ModeProblem =
  | MasterKeyProblem
  | 'born-in-demo'
  | 'born-in-production'
  | 'demo-master-key'
  | 'demo-accounts'
  | 'demo-clock'
  | 'public-url-not-https'

/** Everything that keeps an installation from starting in its mode, all at once. */
export function modeProblems(installed: Installed): ModeProblem[] {
  const keyProblem = masterKeyProblem(installed.masterKey)
  const problems: (ModeProblem | false | null)[] =
    installed.mode === 'demo'
      ? [installed.bornMode === 'production' && 'born-in-production', keyProblem]
      : [
          installed.bornMode === 'demo' && 'born-in-demo',
          keyProblem,
          installed.masterKey?.toLowerCase() === DEMO_MASTER_KEY && 'demo-master-key',
          installed.demoAccounts > 0 && 'demo-accounts',
          installed.movableClock && 'demo-clock',
          // Sign-in cookies are Secure in production; over plain HTTP nobody could sign in.
          !installed.publicUrl.startsWith('https://') && 'public-url-not-https',
        ]
  return problems.filter((problem): problem is ModeProblem => Boolean(problem))
}

export async function bornMode(on: Queryable): Promise<Mode | null> {
  const [row] = await on.query<{ born_mode: Mode }>(BORN, [NOBODYS_AREA])
  return row?.born_mode ?? null
}

/** Remembers the mode an empty database starts in; says the mode it was born in, now or earlier. */
export async function rememberBirth(on: Queryable, mode: Mode, now: Instant): Promise<Mode> {
  await on.query(REMEMBER, [NOBODYS_AREA, mode, now])
  return (await bornMode(on)) ?? mode
}

const BORN = {
  name: 'auth.installation.born',
  text: `select born_mode from auth.installation where area_code = $1`,
}

const REMEMBER = {
  name: 'auth.installation.remember',
  text: `insert into auth.installation (area_code, born_mode, born_at) values ($1, $2, $3) on conflict do nothing`,
}
