import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { CERTIFICATE_LIST, listInForce, NEVER_ISSUED, neverIssued } from '#capabilities/catalogue/index.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { Queryable } from '#platform/db/db.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { CertificateRow, KnownOf } from '../../contract/certificate.ts'
import { certificateWords as words } from '../../words.ts'
import { waiting } from '../model/procedure.ts'
import {
  certificatesOfParty,
  findCertificate,
  listCertificates,
  sightOfCertificates,
  standingOf,
  type CertificateQuery,
  type CertificateRecord,
} from '../store.ts'
import { STANDING_TITLES } from '../words/titles.ts'
import type { CertificateMeans } from './means.ts'

export interface Filter {
  place?: string
  standing?: CertificateQuery['standing']
  words?: string
  from?: string
  to?: string
  limit?: number
  cursor?: string
}

/** The lines of the list in force that may be given; what the State struck off is none, even on an old list. */
export async function certificateKinds(db: Queryable, area: string, day: LegalDay) {
  const list = await listInForce(db, area, CERTIFICATE_LIST, day)
  return (list?.lines ?? [])
    .filter(({ key, name }) => neverIssued(key) === undefined && neverIssued(name) === undefined)
    .map(({ key, name, origin = '', note = '', online }) => ({
      ...{ type: key, name, basis: origin, states: note, online: online === 'yes' },
    }))
}

export async function certificateTypes(means: CertificateMeans, actor: StaffActor, day: LegalDay) {
  const [items, [at]] = await Promise.all([
    certificateKinds(means.db, actor.area, day),
    means.organisation.placesByIds(actor.area, [actor.place]),
  ])
  const gives = actor.roles.includes('village-agent') || actor.roles.includes('window-clerk')
  return {
    ...{ items, never: NEVER_ISSUED.map((each) => ({ ...each })) },
    issuesHere: gives && at !== undefined && at.kind !== 'hall',
  }
}

const PAGE = 30

export async function certificates(means: CertificateMeans, actor: StaffActor, now: Instant, filter: Filter) {
  const { limit = PAGE, cursor } = filter
  const query = await queryOf(means, actor, filter)
  const rows = await listCertificates(means.db, actor.area, {
    ...{ ...query, limit: limit + 1 },
    ...(cursor === undefined ? {} : { after: cursor }),
  })
  const items = await rowsOf(means, actor.area, rows.slice(0, limit), now)
  return { items, ...(rows.length > limit ? { nextCursor: items.at(-1)!.id } : {}) }
}

const ID_NUMBER = /^\d{17}[\dXx]$/

/** A whole id number finds its person, two to four signs whoever is masked alike, anything else numbers and kinds. */
async function queryOf(
  { parties }: CertificateMeans,
  actor: StaffActor,
  { place, standing, words: typed, from, to }: Filter,
): Promise<Omit<CertificateQuery, 'limit'>> {
  const said = typed?.trim()
  const person = said !== undefined && ID_NUMBER.test(said)
  const party = person ? await parties.find('citizen-id', said.toUpperCase()) : undefined
  return {
    sight: sightOfCertificates(actor),
    ...(place === undefined ? {} : { place }),
    ...(standing === undefined ? {} : { standing }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(said === undefined || said === '' || person ? {} : { words: said, masked: maskName(said) }),
    ...(person ? { party: party ?? NOBODY } : {}),
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

export async function rowsOf(
  { organisation, posts }: Pick<CertificateMeans, 'organisation' | 'posts'>,
  area: string,
  rows: readonly CertificateRecord[],
  now: Instant,
): Promise<CertificateRow[]> {
  const [places, names] = await Promise.all([
    organisation.placesByIds(area, [...new Set(rows.map(({ dossier }) => dossier.place))]),
    posts.namesOf(area, [...new Set(rows.flatMap(({ dossier }) => dossier.post ?? []))]),
  ])
  const placeName = new Map(places.map(({ id, name }) => [id, name]))
  return rows.map(({ dossier }) => {
    const { id, no, typeName, basis, holderMasked, purpose, place, askedOn, due, issuedOn, post } = dossier
    const standing = standingOf(dossier)
    const open = waiting(dossier.state)
    return {
      ...{ id, typeName, basis, holder: holderMasked, purpose, askedOn, standing, version: dossier.version },
      ...{ stateText: STANDING_TITLES[standing], online: dossier.online },
      ...{
        placeName: placeName.get(place) ?? place,
        by: post === undefined ? '' : (names.get(post) ?? post),
      },
      late: open && due !== undefined && due < legalDay(now),
      ...(open && due !== undefined ? { dueDay: due } : {}),
      ...(no === undefined ? {} : { no }),
      ...(issuedOn === undefined ? {} : { issuedOn }),
    }
  })
}

const ROWS_MAX = 20_000

export async function certificateSheet(
  means: CertificateMeans,
  actor: StaffActor,
  now: Instant,
  filter: Filter,
): Promise<SheetFile> {
  const query = await queryOf(means, actor, filter)
  const rows = await listCertificates(means.db, actor.area, { ...query, limit: ROWS_MAX + 1 })
  const items = await rowsOf(means, actor.area, rows.slice(0, ROWS_MAX), now)
  return sheetFile({
    ...{ title: words.register, name: words.register, more: rows.length > ROWS_MAX },
    columns: columnsOf(...words.columns),
    rows: items.map((row) => [
      ...[row.no ?? '', row.stateText, row.askedOn, row.issuedOn ?? '', row.typeName, row.basis, row.holder],
      ...[row.purpose, row.placeName, row.by],
    ]),
    asked: askedOf({ 起: filter.from, 止: filter.to }),
  })
}

/** What the house knows of a person: their certificates here and their licences, so that nobody is asked for a paper that says it. */
export async function knownOf(
  means: CertificateMeans,
  actor: StaffActor,
  idNumber: string,
  now: Instant,
): Promise<KnownOf> {
  const party = await means.parties.find('citizen-id', idNumber)
  if (party === undefined) return { known: false, certificates: [], licences: [] }
  const holder = { kind: 'citizen', person: party, party } as const
  const [given, held] = await Promise.all([
    certificatesOfParty(means.db, actor.area, party),
    means.cases.licences.list(actor.area, { actor: holder, now, reliesOn: [] }, {}),
  ])
  const mine = given.filter(({ dossier }) => dossier.place === actor.place)
  return {
    known: true,
    certificates: mine.slice(0, KNOWN_MAX).map(({ dossier }) => ({
      ...{
        id: dossier.id,
        text: words.known(dossier.typeName, STANDING_TITLES[standingOf(dossier)], dossier.askedOn),
      },
    })),
    licences: held.items
      .slice(0, KNOWN_MAX)
      .map(({ number, name, stateText }) => ({ ...{ number, name, stateText } })),
  }
}

const KNOWN_MAX = 10

export async function seenCertificate(
  means: Pick<CertificateMeans, 'db'>,
  actor: StaffActor,
  id: string,
): Promise<CertificateRecord | Refusal> {
  const row = await findCertificate(means.db, actor.area, id, sightOfCertificates(actor))
  return row ?? refusal('certificate-not-found')
}
