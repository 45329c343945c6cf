import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Parties } from '#capabilities/party/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { Channel, Messenger } from '../contract.ts'

export interface NotificationMeans {
  db: Db
  ledger: Pick<Ledger, 'facts'>
  clock: Clock
  sealing: SubjectKeys
  organisation: Pick<Organisation, 'area' | 'areas' | 'calendarOf' | 'pack' | 'placesByIds'>
  catalogue: Pick<Catalogue, 'pinned' | 'itemInForce'>
  parties: Pick<Parties, 'details'>
  /** The ways out of the house, one a channel. */
  messengers: readonly Messenger[]
  publicUrl: string
}

export function messengerOf({ messengers }: NotificationMeans, channel: Channel): Messenger {
  const found = messengers.find((messenger) => messenger.channel === channel)
  if (found === undefined) throw new Error(`nobody takes ${channel} messages out of the house`)
  return found
}
