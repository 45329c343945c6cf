import { fileURLToPath } from 'node:url'
import type { StaffActor } from '#engine/actor.ts'
import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { CERTIFICATE_LIST, listInForce, NEVER_ISSUED } from '#capabilities/catalogue/index.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { Renderer } from '#platform/documents/render.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { CertificateRow } from '../contract/certificate-routes.ts'
import { certificateWords as words } from '../words.ts'
import type { CertificateMeans } from './issue.ts'
import { findCertificate, listCertificates, type CertificateQuery, type CertificateRecord } from './store.ts'

export interface RegisterMeans extends CertificateMeans {
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
  renderer: Renderer
  demo: boolean
}

export async function certificateTypes({ db }: RegisterMeans, area: string, day: LegalDay) {
  const list = await listInForce(db, area, CERTIFICATE_LIST, day)
  const items = (list?.lines ?? []).map(({ key, name, origin = '', note = '' }) => ({
    ...{ type: key, name, basis: origin, states: note },
  }))
  return { items, never: NEVER_ISSUED.map((each) => ({ ...each })) }
}

/** Whoever sits at a place reads what was given there; whoever watches, all of it. */
const seenPlace = ({ roles, place }: StaffActor, asked: string | undefined): string | undefined =>
  roles.includes('supervisor') ? asked : place

const PAGE = 30

interface Filter {
  place?: string
  from?: string
  to?: string
  limit?: number
  cursor?: string
}

export async function certificates(means: RegisterMeans, actor: StaffActor, filter: Filter) {
  const { limit = PAGE, cursor, from, to } = filter
  const place = seenPlace(actor, filter.place)
  const query: CertificateQuery = {
    ...{ limit: limit + 1 },
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(cursor === undefined ? {} : { after: cursor }),
  }
  const rows = await listCertificates(means.db, actor.area, query)
  const items = await views(means, actor.area, rows.slice(0, limit))
  return { items, ...(rows.length > limit ? { nextCursor: items.at(-1)!.id } : {}) }
}

async function views(
  { organisation, posts }: RegisterMeans,
  area: string,
  rows: readonly CertificateRecord[],
): Promise<CertificateRow[]> {
  const [places, names] = await Promise.all([
    organisation.placesByIds(area, [...new Set(rows.map(({ place }) => place))]),
    posts.namesOf(area, [...new Set(rows.map(({ post }) => post))]),
  ])
  const placeName = new Map(places.map(({ id, name }) => [id, name]))
  return rows.map(({ id, no, typeName, basis, holderMasked, purpose, place, issuedOn, post }) => ({
    ...{ id, no, typeName, basis, holder: holderMasked, purpose, issuedOn },
    ...{ placeName: placeName.get(place) ?? place, by: names.get(post) ?? post },
  }))
}

const ROWS_MAX = 20_000

export async function certificateSheet(
  means: RegisterMeans,
  actor: StaffActor,
  { from, to, place: asked }: Filter,
): Promise<SheetFile> {
  const place = seenPlace(actor, asked)
  const rows = await listCertificates(means.db, actor.area, {
    ...{ limit: ROWS_MAX + 1 },
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  const items = await views(means, actor.area, rows.slice(0, ROWS_MAX))
  return sheetFile({
    ...{ title: words.register, name: words.register, more: rows.length > ROWS_MAX },
    columns: columnsOf(...words.columns),
    rows: items.map(({ no, issuedOn, typeName, basis, holder, purpose, placeName, by }) => [
      ...[no, issuedOn, typeName, basis, holder, purpose, placeName, by],
    ]),
    asked: askedOf({ 起: from, 止: to }),
  })
}

const TEMPLATE = fileURLToPath(new URL('../documents/certificate.typ', import.meta.url))

/** The paper, made from what was sealed on the day it was issued; the same certificate gives the same bytes. */
export async function certificatePaper(
  means: RegisterMeans,
  actor: StaffActor,
  id: string,
): Promise<{ fileName: string; bytes: Uint8Array } | Refusal> {
  const row = await findCertificate(means.db, actor.area, id)
  const seen = row && (seenPlace(actor, row.place) ?? row.place) === row.place
  if (row === undefined || !seen) return refusal('certificate-not-found')
  const [[place], opened] = await Promise.all([
    means.organisation.placesByIds(actor.area, [row.place]),
    means.sealing.open(NO_AREA, subjectOf(row.party), row.details as Sealed),
  ])
  if (opened === null) return refusal('certificate-erased')
  const { name, idNumber, content } = JSON.parse(opened) as Record<'name' | 'idNumber' | 'content', string>
  const [region] = await means.organisation.regionsByCodes(actor.area, [place?.region ?? ''])
  const bytes = await means.renderer.render({
    template: TEMPLATE,
    data: {
      ...{ date: row.issuedOn, no: row.no, title: row.typeName, basis: row.basis, name, idNumber, content },
      ...{ purpose: row.purpose, issuer: region?.name ?? place?.name ?? '', demo: means.demo },
    },
  })
  return { fileName: `${row.typeName}-${row.no}.pdf`, bytes }
}
