import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Parties } from '#capabilities/party/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'

/** What following up poor ratings is made of; every part is a door of its owner. */
export interface RectificationMeans {
  db: Queryable
  ledger: Ledger
  sealing: SubjectKeys
  organisation: Organisation
  catalogue: Pick<Catalogue, 'pinned'>
  parties: Pick<Parties, 'details'>
  posts: Pick<Staff, 'namesOf'>
  audit: Pick<Audit, 'record'>
}
