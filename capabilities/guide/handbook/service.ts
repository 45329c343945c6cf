import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { held, type Held } from '#capabilities/books/index.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Renderer } from '#platform/documents/render.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused } from '#platform/refusal.ts'
import { noticeBook, type Notice } from '../books/notice.ts'
import { sourceSheets } from '../copies/source.ts'
import { composeHandbook } from '../documents/handbook-data.ts'
import { handbookContent, type HandbookContent } from './content.ts'
import { ANNOUNCED, editionOf, HANDBOOK_KINDS, HANDBOOK_TITLES, type HandbookKind } from './kinds.ts'
import { handbookStore, type HandbookRow } from './store.ts'

export interface HandbookMeans {
  db: Db
  organisation: Pick<Organisation, 'bodies' | 'bodiesByIds' | 'placeDirectory' | 'areas' | 'pack'>
  catalogue: Pick<Catalogue, 'itemsInForce' | 'navigation'>
  renderer: Renderer
  files: FileStore
  demo: boolean
}

/** A version with what has been done to make it known. */
export interface HandbookView extends Omit<HandbookRow, 'digest' | 'file' | 'madeAt'> {
  title: string
  /** Its content is what guides and procedures say today. */
  current: boolean
  /** 已公告, 未公告; kinds that are not announced say neither. */
  published?: boolean
  notices: { on: LegalDay; channel: string; where: string }[]
}

export interface Handbooks {
  list(area: string, day: LegalDay): Promise<HandbookView[]>
  /** Compiles it; where nothing has changed since, the newest version is given again and no number is used up. */
  make(
    area: string,
    kind: HandbookKind,
    by: string,
    now: Instant,
  ): Promise<{ number: number; items: number; fresh: boolean } | Refusal>
  file(
    area: string,
    kind: HandbookKind,
    number: number,
  ): Promise<{ fileName: string; mediaType: string; size: number; stream: Readable } | Refusal>
  /** Versions the public may take along: announced ones, and handbooks that need no notice. */
  published(area: string, day: LegalDay): Promise<HandbookView[]>
}

const HANDBOOK_BYTES_MAX = 200 * 1024 * 1024

export function handbooks(means: HandbookMeans): Handbooks {
  const store = (area: string) => handbookStore(means.db, area)
  return {
    list: (area, day) => views(means, area, day),
    async make(area, kind, by, now) {
      const day = legalDay(now)
      const content = await contentOf(means, area, kind, day)
      const items = content.chapters.reduce((sum, chapter) => sum + chapter.items.length, 0)
      if (items === 0) return refusal('handbook-empty', { facts: { title: HANDBOOK_TITLES[kind] } })
      const digest = digestOf(content)
      const [newest] = await store(area).list(kind)
      if (newest?.digest === digest) return { number: newest.number, items: newest.items, fresh: false }
      const number = (newest?.number ?? 0) + 1
      const cover = {
        ...(await coverOf(means, area, day)),
        title: HANDBOOK_TITLES[kind],
        date: day,
        version: number,
      }
      const bytes = await means.renderer.render(composeHandbook(cover, content))
      const file = await kept(means, area, kind, number, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const row = { kind, number, digest, madeOn: day, madeAt: now, madeBy: by, items, file, sha256 }
      // Two who pressed in one moment: the first has made what the second wanted.
      const fresh = await store(area).keep(row)
      return { number, items, fresh }
    },
    async file(area, kind, number) {
      const row = await store(area).find(kind, number)
      const opened = row && (await means.files.open(area, row.file))
      if (opened === undefined || isRefused(opened))
        return refusal('handbook-not-found', { facts: { kind, number } })
      const fileName = `${HANDBOOK_TITLES[kind]}（第${number}版）.pdf`
      const { file, content } = opened
      const stream = Readable.from(content.stream())
      // Also when nobody ever reads: an answer that is given up destroys its stream.
      stream.once('close', () => void content.close())
      return { fileName, mediaType: file.mediaType, size: file.size, stream }
    },
    async published(area, day) {
      return (await views(means, area, day)).filter(({ published }) => published !== false)
    },
  }
}

const digestOf = (content: HandbookContent): string => sm3(canonical(content as unknown as Json))

async function contentOf(means: HandbookMeans, area: string, kind: HandbookKind, day: LegalDay) {
  const [published, sheets, navigation] = await Promise.all([
    means.catalogue.itemsInForce(area, day),
    sourceSheets(means, area, day),
    means.catalogue.navigation(area),
  ])
  const sheetOf = new Map(sheets.map(({ item, sheet }) => [item, sheet]))
  const items = published.map(({ item }) => ({ item, sheet: sheetOf.get(item.id)! }))
  return handbookContent({ items, undertakings: navigation.undertakings }, kind)
}

/** Who compiles: the body that approves items, or the bureau the area names first. */
async function coverOf({ organisation, demo }: HandbookMeans, area: string, day: LegalDay) {
  const [areas, pack, bodies] = await Promise.all([
    organisation.areas(day),
    organisation.pack(area),
    organisation.bodies(area, day),
  ])
  const approves = pack?.body.parameters.authoring?.value.approves
  const body =
    bodies.find(({ id }) => id === approves) ?? bodies.find(({ kind }) => kind === 'department') ?? bodies[0]
  return { area: areas.find((one) => one.area === area)?.name ?? area, body: body?.name ?? '', demo }
}

async function kept(
  { files, db }: HandbookMeans,
  area: string,
  kind: HandbookKind,
  number: number,
  pdf: Uint8Array,
): Promise<string> {
  const bytes = (async function* () {
    yield pdf
  })()
  const stored = await files.upload({ area, fileName: `${kind}.pdf`, bytes, bytesMax: HANDBOOK_BYTES_MAX })
  if (isRefused(stored)) throw new Error(`the handbook ${kind} could not be stored: ${stored.code}`)
  await files.retain(db, area, stored.id, `handbook:${editionOf(kind, number)}`)
  return stored.id
}

async function views(means: HandbookMeans, area: string, day: LegalDay): Promise<HandbookView[]> {
  const rows = await handbookStore(means.db, area).list()
  const kinds = HANDBOOK_KINDS.filter((kind) => rows.some((row) => row.kind === kind))
  const digests = new Map(
    await Promise.all(
      kinds.map(async (kind) => [kind, digestOf(await contentOf(means, area, kind, day))] as const),
    ),
  )
  const notices = Map.groupBy(await held(means.db, noticeBook, { area }), ({ entry }) => entry.body.edition)
  return rows.map(({ digest, file: _file, madeAt: _at, ...row }) => {
    const told = (notices.get(editionOf(row.kind, row.number)) ?? [])
      .filter(stands)
      .map(({ entry }) => entry.body)
    return {
      ...row,
      title: HANDBOOK_TITLES[row.kind],
      current: digests.get(row.kind) === digest,
      ...(ANNOUNCED.includes(row.kind) ? { published: told.some(({ on }) => on <= day) } : {}),
      notices: told.map(({ on, channel, where }) => ({ on, channel, where })),
    }
  })
}

const stands = ({ entry }: Held<Notice>): boolean => entry.state === 'announced'
