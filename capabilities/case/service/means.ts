import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Seals } from '#capabilities/licence-seal/index.ts'
import type { Carrier } from '#capabilities/exchange/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Parties } from '#capabilities/party/index.ts'
import type { PostHere } from '../model/world.ts'
import type { Clock } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Db } from '#platform/db/db.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { Renderer } from '#platform/documents/render.ts'

/** Posts of colleagues away that this one stands in for, and ended ones whose claims are nobody's. */
export interface Desk {
  covering: readonly string[]
  ended: readonly string[]
}

/** What the case service is made of; every part is a door of its owner. */
export interface CaseMeans {
  db: Db
  ledger: Ledger
  clock: Clock
  keys: Keys
  sealing: SubjectKeys
  files: FileStore
  audit: Audit
  organisation: Organisation
  catalogue: Catalogue
  parties: Parties
  seals: Seals
  /** Names of posts and people for the story of a case. */
  posts: {
    namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** The window a post sits at, if it is one of the counter. */
    windowOf(area: string, post: string): Promise<string | undefined>
    /** How posts stand on a day: on duty, away, who covers. */
    standings(area: string, posts: readonly string[], day: string): Promise<PostHere[]>
    /** The same as it was a moment ago, for pages. */
    standingsSeen(area: string, posts: readonly string[], day: string): Promise<PostHere[]>
    /** Everybody on duty in a place or a body, for pages to choose from. */
    colleagues(area: string, of: { place: string; body: string }, day: string): Promise<PostHere[]>
    /** Whose claims a post looks after beside its own. */
    deskOf(area: string, of: { post: string; place: string; body: string }, day: string): Promise<Desk>
    /** Posts of a body that are filled on a day, for lists to choose from. */
    searchPosts(
      area: string,
      day: string,
      page: { body?: string; place?: string; role?: string; limit?: number },
    ): Promise<readonly { id: string; person: string; roles: readonly string[] }[]>
  }
  renderer: Renderer
  /** The post, when one is connected; otherwise clerks write waybills down. */
  carrier?: Carrier
  /** How often a parcel on the road is asked after; two hours unless said otherwise. */
  trackEveryMs?: number
  /** Where people reach the site, for QR codes and links on papers. */
  publicUrl: string
  demo: boolean
}
