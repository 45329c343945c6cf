import type { Queryable } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'

export interface CertificateRecord {
  id: string
  stream: string
  no: string
  place: string
  year: number
  serial: number
  type: string
  typeName: string
  basis: string
  party: string
  holderMasked: string
  purpose: string
  /** Name, number and what is certified, sealed under the party's key. */
  details: unknown
  issuedOn: string
  post: string
}

/** Facts and row in one statement. */
export const SAVE_CERTIFICATE = commitStatement(
  'agency.save-certificate',
  (n) => `saved AS (
  INSERT INTO agency.certificate (area_code, id, stream, no, place, year, serial, type, type_name, basis, party, holder_masked,
    purpose, details, issued_on, post)
  SELECT $${n}, (c->>'id')::uuid, c->>'stream', c->>'no', c->>'place', (c->>'year')::int, (c->>'serial')::int, c->>'type',
    c->>'typeName', c->>'basis', (c->>'party')::uuid, c->>'holderMasked', c->>'purpose', c->'details', (c->>'issuedOn')::date,
    c->>'post'
  FROM committed, (SELECT $${n + 1}::jsonb AS c) AS given WHERE committed.outcome = 'done'
)`,
)

const NEXT = {
  name: 'agency.next-serial',
  text: `INSERT INTO agency.certificate_series (area_code, place, year, last) VALUES ($1, $2, $3, 1)
    ON CONFLICT (area_code, place, year) DO UPDATE SET last = agency.certificate_series.last + 1 RETURNING last`,
}

/** The next number of a place, held by this transaction: one that is rolled back gives it back. */
export const nextSerial = async (tx: Queryable, area: string, place: string, year: number): Promise<number> =>
  (await tx.query<{ last: number }>(NEXT, [area, place, year]))[0]!.last

const ROW = `id, stream, no, place, year, serial, type, type_name AS "typeName", basis, party, holder_masked AS "holderMasked",
  purpose, details, issued_on AS "issuedOn", post`

export interface CertificateQuery {
  /** Only of this place; left out, of the whole area. */
  place?: string
  from?: string
  to?: string
  after?: string
  limit: number
}

const LIST = {
  name: 'agency.certificates',
  text: `SELECT ${ROW} FROM agency.certificate WHERE area_code = $1 AND ($2::text IS NULL OR place = $2)
    AND ($3::date IS NULL OR issued_on >= $3) AND ($4::date IS NULL OR issued_on <= $4)
    AND ($5::text IS NULL OR (issued_on, id) < (SELECT a.issued_on, a.id FROM agency.certificate a
      WHERE a.area_code = $1 AND a.id::text = $5))
    ORDER BY issued_on DESC, id DESC LIMIT $6`,
}

export const listCertificates = (
  db: Queryable,
  area: string,
  { place, from, to, after, limit }: CertificateQuery,
): Promise<CertificateRecord[]> =>
  db.query<CertificateRecord>(LIST, [area, place ?? null, from ?? null, to ?? null, after ?? null, limit])

const ONE = {
  name: 'agency.certificate',
  text: `SELECT ${ROW} FROM agency.certificate WHERE area_code = $1 AND id = $2`,
}

export const findCertificate = async (
  db: Queryable,
  area: string,
  id: string,
): Promise<CertificateRecord | undefined> => (await db.query<CertificateRecord>(ONE, [area, id]))[0]
