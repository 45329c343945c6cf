import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { onRegister, type RegisterRequest } from '#capabilities/acts/on-register.ts'
import { CERTIFICATE_LIST, listInForce, NEVER_BASIS, neverIssued } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { NO_AREA, subjectOf, type Parties } from '#capabilities/party/index.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { NewCertificate } from '../contract/certificate-routes.ts'
import { nextSerial, SAVE_CERTIFICATE, type CertificateRecord } from './store.ts'

export interface CertificateMeans {
  db: Db
  ledger: Ledger
  organisation: Organisation
  parties: Parties
  sealing: SubjectKeys
}

export interface Issued {
  id: string
  no: string
}

/** Only what the county's list in force names, only at a station or centre, each under the next number of that place. */
export async function issue(
  means: CertificateMeans,
  request: RegisterRequest,
  wish: NewCertificate,
): Promise<Issued | Refusal> {
  const { actor, now } = request
  const { area, place, post } = actor
  const day = legalDay(now)
  const listed = (await listInForce(means.db, area, CERTIFICATE_LIST, day))?.lines.find(
    ({ key }) => key === wish.type,
  )
  if (listed === undefined) {
    const struck = neverIssued(wish.type)
    return struck === undefined
      ? refusal('certificate-not-listed', { basis: 'LC-3.4-08' })
      : refusal('certificate-struck-off', {
          facts: { name: wish.type, instead: struck.instead },
          basis: NEVER_BASIS,
        })
  }
  const [at] = await means.organisation.placesByIds(area, [place])
  if (at === undefined || at.kind === 'hall') return refusal('certificate-not-here')
  const signs = unprintable(JSON.stringify([wish.holder.name, wish.content, wish.purpose]))
  if (signs.length > 0) return refusal('unprintable-signs', { facts: { signs } })
  const party = await means.parties.findOrCreate({ ...wish.holder, idKind: 'citizen-id' })
  const sealer = await means.sealing.sealFor(NO_AREA, subjectOf(party))
  const { name, idNumber } = wish.holder
  const details = sealer.seal(JSON.stringify({ name, idNumber, content: wish.content }))
  const id = newId()
  const year = Number(day.slice(0, 4))
  const known = { type: wish.type, typeName: listed.name, basis: listed.origin ?? '', purpose: wish.purpose }
  return onRegister<Issued>(means.ledger, request, { act: 'issue-certificate', asked: wish }, async (tx) => {
    const serial = await nextSerial(tx, area, place, year)
    const row: CertificateRecord = {
      ...{
        id,
        stream: streamId('certificate', id, now),
        place,
        year,
        serial,
        party,
        details,
        post,
        issuedOn: day,
      },
      ...{ ...known, holderMasked: maskName(name), no: numberOf(at.region, year, serial) },
    }
    const { stream, ...body } = row
    const fact = { kind: 'certificate-issued', body: body as unknown as Json, schemaVersion: 1 }
    return {
      statement: SAVE_CERTIFICATE,
      viewValues: [area, JSON.stringify(row)],
      streams: [{ stream, expectedVersion: 0, prevHash: null, facts: [fact] }],
      result: { id, no: row.no },
    }
  })
}

/** 证〔2026〕370304004207-0001: the village by its code, and one series a year. */
const numberOf = (region: string, year: number, serial: number): string =>
  `证〔${year}〕${region}-${String(serial).padStart(4, '0')}`
