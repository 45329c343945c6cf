import type { Accounts } from '#platform/auth/accounts.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Sessions } from '#platform/auth/sessions.ts'
import type { Clock } from '#platform/clock.ts'
import type { Registry } from '../appoint.ts'
import type { Staff } from '../staff.ts'

export interface StaffHttpMeans {
  registry: Registry
  clock: Clock
  sessions: Sessions
  accounts: Accounts
  audit: Audit
  staff: Staff
  cookie: { name: string; secure: boolean }
  demo: boolean
}
