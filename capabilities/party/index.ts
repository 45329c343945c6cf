import type { Clock } from '#platform/clock.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import { asks, made, readOnce, type Reading } from '#platform/db/reading.ts'
import { newId } from '#platform/id.ts'
import type { PartyDetails } from './contract.ts'
import { NO_AREA, subjectOf } from './subject.ts'

export { agentOfForm, partyOfForm, PARTY_ELEMENTS } from './model.ts'
export { dataSpace, keptBeside, type DataSpace, type KeptRow } from './data-space.ts'
export { NO_AREA, subjectOf }

export interface Parties {
  /** The party with this number, made when nobody has it yet. An existing party keeps what it said last. */
  findOrCreate(details: PartyDetails): Promise<string>
  find(idKind: PartyDetails['idKind'], idNumber: string): Promise<string | undefined>
  /** What the party last said of itself, or nothing once it was erased. */
  details(party: string): Promise<PartyDetails | undefined>
  /** The same, to be asked together with something else. */
  detailsRead(party: string): Reading<PartyDetails | undefined>
}

export function parties(db: Queryable, keys: Keys, sealing: SubjectKeys, clock: Clock): Parties {
  const find: Parties['find'] = async (idKind, idNumber) => {
    const rows = await db.query<{ id: string }>(FIND, [NO_AREA, idKind, blindIndex(keys, idKind, idNumber)])
    return rows[0]?.id
  }
  const detailsRead: Parties['detailsRead'] = (party) =>
    made(asks<{ details: Sealed }>(DETAILS, [NO_AREA, party]), async ([row]) => {
      const text = row === undefined ? null : await sealing.open(NO_AREA, subjectOf(party), row.details)
      return text === null ? undefined : (JSON.parse(text) as PartyDetails)
    })
  return {
    find,
    async findOrCreate(details) {
      const known = await find(details.idKind, details.idNumber)
      if (known !== undefined) return known
      const id = newId()
      const sealer = await sealing.sealFor(NO_AREA, subjectOf(id))
      const rows = await db.query<{ id: string }>(INSERT, [
        NO_AREA,
        id,
        details.idKind === 'citizen-id' ? 'person' : 'organisation',
        details.idKind,
        blindIndex(keys, details.idKind, details.idNumber),
        sealer.seal(JSON.stringify(details)),
        clock.now(),
      ])
      // Two windows may meet the same new person at once; the second finds the first one's row.
      return rows[0]?.id ?? (await find(details.idKind, details.idNumber))!
    },
    detailsRead,
    details: (party) => readOnce(db, detailsRead(party)),
  }
}

const FIND = {
  name: 'party.find',
  text: 'SELECT id FROM party.party WHERE area_code = $1 AND id_kind = $2 AND blind_number = $3',
}

const INSERT = {
  name: 'party.insert',
  text: `INSERT INTO party.party (area_code, id, kind, id_kind, blind_number, details, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (area_code, id_kind, blind_number) DO NOTHING RETURNING id`,
}

const DETAILS = {
  name: 'party.details',
  text: 'SELECT details FROM party.party WHERE area_code = $1 AND id = $2',
}
