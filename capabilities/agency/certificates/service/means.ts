import type { Cases } from '#capabilities/case/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Parties } from '#capabilities/party/index.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import type { Renderer } from '#platform/documents/render.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'

export interface CertificateMeans {
  db: Db
  ledger: Ledger
  keys: Keys
  organisation: Organisation
  parties: Parties
  sealing: SubjectKeys
  renderer: Renderer
  publicUrl: string
  demo: boolean
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
  cases: Pick<Cases, 'licences'>
}
