import type { Queryable } from '#platform/db/db.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'

export interface AccountLine {
  id: string
  login: string
  kind: 'staff' | 'citizen'
  lockedUntil?: string
  disabled: boolean
}

/** Staff accounts by login. Citizens' logins are keyed fingerprints that tell an administrator nothing, so they are left out. */
export async function accountList(
  db: Queryable,
  now: string,
  { cursor, limit = 50 }: { cursor?: string; limit?: number },
): Promise<{ items: AccountLine[]; nextCursor?: string }> {
  const rows = await db.query<{
    id: string
    login: string
    locked_until: string | null
    disabled_at: string | null
  }>(LIST, [NOBODYS_AREA, now, cursor ?? '', limit + 1])
  const shown = rows.slice(0, limit)
  const items = shown.map(({ id, login, locked_until: lockedUntil, disabled_at: disabledAt }) => ({
    id,
    login,
    kind: 'staff' as const,
    ...(lockedUntil ? { lockedUntil } : {}),
    disabled: disabledAt !== null,
  }))
  return { items, ...(rows.length > limit ? { nextCursor: shown.at(-1)!.login } : {}) }
}

const LIST = {
  name: 'auth.account.list',
  text: `SELECT a.id, a.login, a.disabled_at, t.blocked_until AS locked_until FROM auth.account a
    LEFT JOIN auth.attempt t ON t.area_code = a.area_code AND t.what = 'login:' || a.login AND t.blocked_until > $2
    WHERE a.area_code = $1 AND a.kind = 'staff' AND a.login > $3 ORDER BY a.login LIMIT $4`,
}
