import { hash } from 'node:crypto'
import type { StaffActor } from '#engine/actor.ts'
import { denies, predicate, sightOf, type Condition, type SightRule } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { CertificateStanding } from '../contract/certificate.ts'
import type { Certificate } from './model/dossier.ts'
import { waiting } from './model/procedure.ts'

export interface CertificateRecord {
  area: string
  stream: string
  hash: string
  dossier: Certificate
}

export interface CertificateSource {
  area: string
  stream: string
  dossier: Certificate
  changedAt: string
}

const NO_DAY = '9999-12-31'

/** What is said of one in a list: what was issued may be void since. */
export const standingOf = ({ state, voided }: Certificate): CertificateStanding =>
  voided === undefined ? (state as CertificateStanding) : 'void'

/** Columns of `agency.certificate` with their types, in the order of `certificateValues`. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['area_code', 'text'],
  ['id', 'uuid'],
  ['stream', 'text'],
  ['version', 'int'],
  ['standing', 'text'],
  ['open', 'boolean'],
  ['no', 'text'],
  ['year', 'int'],
  ['serial', 'int'],
  ['place', 'text'],
  ['guiding', 'text'],
  ['type', 'text'],
  ['type_name', 'text'],
  ['party', 'uuid'],
  ['holder_masked', 'text'],
  ['asked_on', 'date'],
  ['due_day', 'date'],
  ['issued_on', 'date'],
  ['codes', 'text[]'],
  ['changed_at', 'timestamptz'],
  ['dossier', 'jsonb'],
]

function upsert(firstParam: number, source: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ')
  const values = COLUMNS.map(([, type], index) => `$${firstParam + index}::${type}`).join(', ')
  const changes = COLUMNS.filter(([name]) => !['area_code', 'id', 'stream'].includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', ')
  return `INSERT INTO agency.certificate (${names}) SELECT ${values} ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

export function certificateValues({ area, stream, dossier, changedAt }: CertificateSource): unknown[] {
  const { id, version, state, no, year, serial, place, guiding, type, typeName, party, codes } = dossier
  const open = waiting(state)
  return [
    ...[area, id, stream, version, standingOf(dossier), open, no ?? null, year ?? null, serial ?? null],
    ...[place, guiding ?? null, type, typeName, party, dossier.holderMasked, dossier.askedOn],
    ...[(open ? dossier.due : undefined) ?? NO_DAY, dossier.issuedOn ?? null, codes, changedAt],
    JSON.stringify(dossier),
  ]
}

/** Facts and row in one statement. */
export const SAVE_CERTIFICATE = commitStatement(
  'agency.save-certificate',
  (n) => `saved AS (${upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_CERTIFICATE: Statement = { name: 'agency.mend-certificate', text: upsert(1, '') }

const NEXT = {
  name: 'agency.next-serial',
  text: `INSERT INTO agency.certificate_series (area_code, place, year, last) VALUES ($1, $2, $3, 1)
    ON CONFLICT (area_code, place, year) DO UPDATE SET last = agency.certificate_series.last + 1 RETURNING last`,
}

/** The next number of a place, held by this transaction: one that is rolled back gives it back. */
export const nextSerial = async (tx: Queryable, area: string, place: string, year: number): Promise<number> =>
  (await tx.query<{ last: number }>(NEXT, [area, place, year]))[0]!.last

type Column = 'place' | 'guiding'
export type CertificateSight = Condition<Column>

const SIGHT = { area: 'v.area_code', columns: { place: 'v.place', guiding: 'v.guiding' } } as const

const ofPlace = (role: string): SightRule<Column> => ({
  role,
  sees: (actor) => (actor.kind === 'staff' ? { column: 'place', equals: actor.place } : 'nothing'),
})

/** Whoever sits at a place sees what was asked there, its director what its stations give too, supervision all of it. */
const RULES: readonly SightRule<Column>[] = [
  ...[ofPlace('village-agent'), ofPlace('window-clerk'), ofPlace('director')],
  {
    role: 'director',
    sees: (actor) => (actor.kind === 'staff' ? { column: 'guiding', equals: actor.place } : 'nothing'),
  },
  {
    role: 'supervisor',
    sees: (actor) => (actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'),
  },
]

export const sightOfCertificates = (actor: StaffActor): CertificateSight => sightOf(RULES, actor)

const ROW = `v.area_code AS area, v.stream, h.hash, v.dossier`
const FROM = `agency.certificate v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

export interface CertificateQuery {
  sight: CertificateSight
  place?: string
  standing?: 'open' | 'issued' | 'void' | 'declined' | 'withdrawn'
  /** Found by the person, by what they are called with most signs hidden, or by number or kind. */
  party?: string
  masked?: string
  words?: string
  from?: string
  to?: string
  after?: string
  limit: number
}

export async function listCertificates(
  db: Queryable,
  area: string,
  query: CertificateQuery,
): Promise<CertificateRecord[]> {
  if (denies(query.sight)) return []
  const values: unknown[] = [area]
  const param = (value: unknown): string => `$${values.push(value)}`
  const seen = predicate(query.sight, SIGHT, 2)
  values.push(...seen.values)
  const where = ['v.area_code = $1', seen.sql, ...narrowed(query, param)]
  if (query.after !== undefined)
    where.push(`(v.asked_on, v.id) < (SELECT a.asked_on, a.id FROM agency.certificate a
      WHERE a.area_code = $1 AND a.id::text = ${param(query.after)})`)
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')}
    ORDER BY v.asked_on DESC, v.id DESC LIMIT ${param(query.limit)}`
  return db.query<CertificateRecord>(named(text), values)
}

function narrowed(
  { place, standing, party, masked, words, from, to }: CertificateQuery,
  param: (value: unknown) => string,
): string[] {
  const like = words === undefined ? undefined : param(`%${words.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return [
    ...(place === undefined ? [] : [`v.place = ${param(place)}`]),
    ...(standing === undefined ? [] : [standing === 'open' ? 'v.open' : `v.standing = ${param(standing)}`]),
    ...(party === undefined ? [] : [`v.party = ${param(party)}::uuid`]),
    ...(like === undefined
      ? []
      : [`(v.no LIKE ${like} OR v.type_name LIKE ${like} OR v.holder_masked = ${param(masked ?? '')})`]),
    ...(from === undefined ? [] : [`v.asked_on >= ${param(from)}::date`]),
    ...(to === undefined ? [] : [`v.asked_on <= ${param(to)}::date`]),
  ]
}

const names = new Map<string, string>()

/** One prepared statement per shape of question. */
function named(text: string): Statement {
  const name = names.get(text) ?? `agency.certificates.${hash('sha1', text, 'base64url').slice(0, 12)}`
  names.set(text, name)
  return { name, text }
}

export async function findCertificate(
  db: Queryable,
  area: string,
  id: string,
  sight: CertificateSight,
): Promise<CertificateRecord | undefined> {
  if (denies(sight)) return undefined
  const seen = predicate(sight, SIGHT, 3)
  const text = `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.id = $2 AND ${seen.sql}`
  return (await db.query<CertificateRecord>(named(text), [area, id, ...seen.values]))[0]
}

const one =
  (name: string, condition: string) =>
  async (db: Queryable, area: string, value: string): Promise<CertificateRecord | undefined> =>
    (
      await db.query<CertificateRecord>({ name, text: `SELECT ${ROW} FROM ${FROM} WHERE ${condition}` }, [
        area,
        value,
      ])
    )[0]

export const certificateByStream = one('agency.certificate-by-stream', 'v.area_code = $1 AND v.stream = $2')
export const certificateById = one('agency.certificate-by-id', 'v.area_code = $1 AND v.id = $2')
export const certificateByCode = one(
  'agency.certificate-by-code',
  'v.area_code = $1 AND v.codes @> ARRAY[$2]',
)

const OF_PARTY = {
  name: 'agency.certificates-of-party',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.party = $2 ORDER BY v.id DESC LIMIT 100`,
}

export const certificatesOfParty = (
  db: Queryable,
  area: string,
  party: string,
): Promise<CertificateRecord[]> => db.query<CertificateRecord>(OF_PARTY, [area, party])

const OPEN = {
  name: 'agency.certificate-open',
  text: `SELECT id FROM agency.certificate WHERE area_code = $1 AND party = $2 AND type = $3 AND open`,
}

export const openOf = async (db: Queryable, area: string, party: string, type: string): Promise<boolean> =>
  (await db.query<{ id: string }>(OPEN, [area, party, type])).length > 0
