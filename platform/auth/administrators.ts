import { sqlState } from '#platform/db/db.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { AuthMeans } from './accounts.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import type { AdministratorRole } from './roles.ts'

/**
 * Who holds the three administrator roles (三员分立). That an administrator holds no post in the office is the
 * rule `rolesProblem`, asked by whoever gives out posts.
 */
export interface Administrators {
  grant(
    subject: string,
    role: AdministratorRole,
    by: string,
  ): Promise<null | Refusal<'administrators-are-separate'>>
  revoke(subject: string, by: string): Promise<void>
  roleOf(subject: string): Promise<AdministratorRole | null>
}

export function administratorsOf({
  db,
  clock,
  audit,
}: Pick<AuthMeans, 'db' | 'clock' | 'audit'>): Administrators {
  const entry = (event: string, actor: string, object: string) => ({
    area: NOBODYS_AREA,
    actor,
    event,
    object,
  })

  const roleOf = async (subject: string) => {
    const [row] = await db.query<{ role: AdministratorRole }>(ROLE_OF, [NOBODYS_AREA, subject])
    return row?.role ?? null
  }

  return {
    roleOf,

    async grant(subject, role, by) {
      const granted = entry('administrator-granted', by, subject)
      try {
        await db.transaction(async (tx) => {
          await tx.query(GRANT, [NOBODYS_AREA, subject, role, clock.now(), by])
          await audit.recordIn(tx, { ...granted, success: true, after: { role } })
        })
        return null
      } catch (error) {
        if (sqlState(error) !== UNIQUE_VIOLATION) throw error
        await audit.record({
          ...granted,
          success: false,
          before: { role: await roleOf(subject) },
          after: { role },
        })
        return refuse('administrators-are-separate')
      }
    },

    async revoke(subject, by) {
      await db.transaction(async (tx) => {
        const [gone] = await tx.query<{ role: string }>(REVOKE, [NOBODYS_AREA, subject])
        await audit.recordIn(tx, {
          ...entry('administrator-revoked', by, subject),
          success: gone !== undefined,
          before: gone,
        })
      })
    },
  }
}

const UNIQUE_VIOLATION = '23505'

const GRANT = {
  name: 'auth.administrator.grant',
  text: `insert into auth.administrator (area_code, subject, role, granted_at, granted_by)
         values ($1, $2, $3, $4, $5)`,
}

const REVOKE = {
  name: 'auth.administrator.revoke',
  text: `delete from auth.administrator where area_code = $1 and subject = $2 returning role`,
}

const ROLE_OF = {
  name: 'auth.administrator.role_of',
  text: `select role from auth.administrator where area_code = $1 and subject = $2`,
}
