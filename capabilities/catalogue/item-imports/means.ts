import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Db } from '#platform/db/db.ts'
import type { Authoring } from '../authoring/index.ts'
import type { Catalogue } from '../index.ts'

/** What bringing catalogues in is made of. */
export interface ImportMeans {
  db: Db
  audit: Audit
  catalogue: Pick<Catalogue, 'itemsInForce' | 'itemVersion'>
  organisation: Organisation
  authoring: Pick<Authoring, 'takeFromFile' | 'openNew'>
  /** Names of posts for the history. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

export interface Asking {
  actor: StaffActor
  now: Instant
  reliesOn: readonly ReliedOn[]
}
