import type { CitizenActor } from '#engine/actor.ts'
import type { Cases } from '#capabilities/case/index.ts'
import type { UtilityGateway } from '#capabilities/exchange/index.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Evaluation } from '#capabilities/evaluation/index.ts'
import type { Books } from '#capabilities/books/index.ts'
import type { Guides, Handbooks } from '#capabilities/guide/index.ts'
import type { Notifications } from '#capabilities/notification/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { DataSpace, Parties } from '#capabilities/party/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Accounts } from '#platform/auth/accounts.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Sessions } from '#platform/auth/sessions.ts'
import type { Clock } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import type { Renderer } from '#platform/documents/render.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { Visitor } from './contract.ts'
import type { IdentityProvider } from './identity.ts'

/** What the server gives the portal; every part is a door of its owner. */
export interface CitizenMeans {
  db: Db
  ledger: Ledger
  clock: Clock
  keys: Keys
  sealing: SubjectKeys
  renderer: Renderer
  accounts: Accounts
  audit: Audit
  sessions: Sessions
  organisation: Organisation
  catalogue: Catalogue
  parties: Parties
  cases: Cases
  notifications: Notifications
  /** Where questions of people are written down, and what is compiled for them; a house without books has neither. */
  books?: Pick<Books, 'record'>
  handbooks?: Handbooks
  /** Suppliers of water, electricity, gas and heating, where they are connected. */
  utilities?: UtilityGateway
  /** The area this portal is of. */
  area: string
  publicUrl: string
  /** Addresses on paper name their area: one server has portals of several. */
  linkArea?: boolean
  demo: boolean
  /** Real-name check (实名核验). A demo simulates it; elsewhere nobody can register without one. */
  identity?: IdentityProvider
}

/** What the parts of the portal work with. */
export interface PortalMeans extends Omit<CitizenMeans, 'ledger' | 'renderer' | 'publicUrl'> {
  dataSpace: DataSpace
  staff: Pick<Staff, 'placesWith'>
  guides: Guides
  evaluation: Evaluation
}

/** A signed-in citizen as an actor. The subject of a citizen's account is the party, so person and party are one. */
export function citizenOf({ citizen }: Visitor): CitizenActor | Refusal<'signed-out'> {
  return citizen === undefined ? refuse('signed-out') : citizenActor(citizen.party)
}

export function citizenActor(subject: string): CitizenActor {
  return { kind: 'citizen', person: subject, party: subject }
}

/** An upload as the platform reads it. */
export async function* bytesOf(stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  for await (const part of stream) yield typeof part === 'string' ? Buffer.from(part) : part
}
