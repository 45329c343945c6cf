import { Readable } from 'node:stream'
import type { Static } from 'typebox'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { bind, pagesOf } from '#platform/documents/bundle.ts'
import { isId } from '#platform/id.ts'
import { isRefused } from '#platform/refusal.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import type { PrintedPapers } from '../contract/file-routes.ts'
import { PRINT_GROUP_TITLES, type PrintGroup } from '../contract/print.ts'
import { composeCover, type CoverLine, type LeftLine } from '../documents/print-cover.ts'
import { areaOfCaseNumber } from '../model/case-number.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'
import { printProof } from '../papers/tokens.ts'
import { paperTitle } from '../papers/title.ts'
import { sightOfCases } from '../sight.ts'
import { caseReader, type CaseRow } from '../store.ts'
import { LEFT_OUT } from '../words/printing.ts'
import type { ListParts } from './list.ts'
import type { CaseMeans } from './means.ts'
import { download, type Download } from './papers.ts'

export interface PrintRequest {
  numbers: readonly string[]
  papers: readonly PrintGroup[]
  /** Both sides of a sheet: every paper begins on a sheet of its own. */
  duplex: boolean
}

export interface Printing {
  make(
    actor: StaffActor,
    now: Instant,
    request: PrintRequest,
    ip: string,
  ): Promise<Static<typeof PrintedPapers> | Refusal>
  /** What this post had made, for a day. */
  fetch(actor: StaffActor, file: string, proof: string): Promise<Download | Refusal>
}

export function printing(parts: ListParts): Printing {
  const { means } = parts
  return {
    make: (actor, now, request, ip) => printFile(parts, actor, now, request, ip),
    async fetch(actor, file, proof) {
      if (!isId(file) || proof !== printProof(means.keys, actor, file)) return refusal('file-not-found')
      return download(means, actor.area, file, FILE_NAME)
    },
  }
}

interface Found {
  line: Omit<CoverLine, 'place'>
  pdf: Uint8Array
}

/** More pages than anybody prints in one go. */
const PAGES_MAX = 300
const BYTES_MAX = 100 * 1024 * 1024
const FILE_NAME = '批量打印.pdf'

/**
 * Papers of several cases as one PDF, in the order of the list, under a cover that says what is in it and what is not and why. It
 * only prints: nothing is sealed, signed or served by it, and a decision nobody was served yet stays where its own step prints it.
 */
async function printFile(
  parts: ListParts,
  actor: StaffActor,
  now: Instant,
  request: PrintRequest,
  ip: string,
): Promise<Static<typeof PrintedPapers> | Refusal> {
  const { means } = parts
  const numbers = [...new Set(request.numbers)]
  const rows = await rowsOf(means, actor, numbers)
  const names = await parts.names([...rows.values()])
  const found: Found[] = []
  const left: LeftLine[] = []
  let pages = 0
  for (const no of numbers) {
    const row = rows.get(no)
    if (row === undefined) {
      left.push({ no, why: LEFT_OUT.unseen })
      continue
    }
    const itemName = names.item(row.dossier.item.id, row.dossier.item.version)
    const { ready, waiting, none } = wanted(row.dossier, request.papers)
    if (waiting) left.push({ no, itemName, why: LEFT_OUT.unserved })
    if (none.length > 0) left.push({ no, itemName, why: LEFT_OUT.none(titles(none)) })
    for (const paper of ready) {
      const pdf = await contentOf(means, row.area, paper)
      const count = pdf === undefined ? 0 : pagesOf(pdf)
      const title = await titleOf(means, row, paper)
      if (pdf === undefined || count === 0) left.push({ no, itemName, why: LEFT_OUT.unreadable(title) })
      else if (pages + count > PAGES_MAX) left.push({ no, itemName, why: LEFT_OUT.tooLong(title) })
      else {
        pages += count
        found.push({ pdf, line: { no, itemName, applicant: row.applicantMasked, title, pages: count } })
      }
    }
  }
  if (found.length === 0) return refusal('print-nothing')
  const cover = await coverOf(means, actor, now, { found, left, duplex: request.duplex })
  const papers = [cover, ...found.map(({ pdf }) => pdf)]
  const date = legalDay(now)
  const pdf = await bind(means.renderer, { title: '批量打印', date, papers, duplex: request.duplex })
  const cases = new Set(left.map(({ no }) => no)).size
  await means.audit.record({
    area: actor.area,
    actor: `post:${actor.post}`,
    event: 'papers-printed',
    success: true,
    object: 'case-papers',
    ip,
    after: {
      papers: found.map(({ line }) => ({ no: line.no, title: line.title })),
      left: left.map(({ no, why }) => ({ no, why })),
    },
  })
  return { url: await stored(means, actor, pdf), papers: found.length, pages, left: cases }
}

/** Held by nobody, so that it is gone a day later; the papers themselves stay with their cases. */
async function stored({ files, keys }: CaseMeans, actor: StaffActor, pdf: Uint8Array): Promise<string> {
  const bytes = Readable.from([pdf])
  const file = await files.upload({ area: actor.area, fileName: FILE_NAME, bytes, bytesMax: BYTES_MAX })
  if (isRefused(file)) throw new Error(`papers for the printer could not be stored: ${file.code}`)
  return `/api/v1/case-papers/print/${file.id}/${printProof(keys, actor, file.id)}`
}

async function rowsOf(
  { db }: CaseMeans,
  actor: StaffActor,
  numbers: readonly string[],
): Promise<Map<string, CaseRow>> {
  const rows = new Map<string, CaseRow>()
  for (const no of numbers) {
    const row = await caseReader(db).find(areaOfCaseNumber(no), no, sightOfCases(actor))
    if (row !== undefined) rows.set(no, row)
  }
  return rows
}

/** The papers asked for that are there, and the kinds of which there are none; `waiting` when a decision among them has not been served. */
function wanted(dossier: CaseDossier, groups: readonly PrintGroup[]) {
  const asked = dossier.papers.filter(
    ({ kind, file }) =>
      file !== undefined && CHAPTER_PAPERS[kind]?.internal !== true && groups.includes(groupOf(kind)),
  )
  const ready = asked.filter(({ kind }) => groupOf(kind) !== 'decision' || served(dossier, kind))
  const none = groups.filter((group) => !asked.some(({ kind }) => groupOf(kind) === group))
  return { ready, waiting: ready.length < asked.length, none }
}

const DECISIONS: readonly Paper['kind'][] = ['grant', 'denial', 'not-accepted', 'revocation']

function groupOf(kind: Paper['kind']): PrintGroup {
  if (DECISIONS.includes(kind)) return 'decision'
  return kind === 'receipt' || kind === 'acceptance' || kind === 'supplement' ? kind : 'other'
}

const served = ({ delivered, state }: CaseDossier, kind: Paper['kind']): boolean =>
  kind === 'revocation' ? state === 'revoked' : delivered !== undefined

async function contentOf(means: CaseMeans, area: string, { file }: Paper): Promise<Uint8Array | undefined> {
  const opened = await means.files.open(area, file!)
  if (isRefused(opened)) return undefined
  try {
    const parts: Uint8Array[] = []
    for await (const part of opened.content.stream()) parts.push(part)
    return Buffer.concat(parts)
  } finally {
    await opened.content.close()
  }
}

async function titleOf({ catalogue }: CaseMeans, { area, dossier }: CaseRow, paper: Paper): Promise<string> {
  const { item } = await catalogue.pinned(area, dossier.item.id, dossier.item.version)
  return paperTitle(paper.kind, item.itemType, dossier)
}

async function coverOf(
  { renderer, posts, demo }: CaseMeans,
  { area, post }: StaffActor,
  now: Instant,
  { found, left, duplex }: { found: readonly Found[]; left: readonly LeftLine[]; duplex: boolean },
): Promise<Uint8Array> {
  const by = (await posts.namesOf(area, [post])).get(post) ?? ''
  const lines = found.map(({ line }, at) => ({ ...line, place: at + 1 }))
  return renderer.render(composeCover({ at: now, by, lines, left, duplex, demo }))
}

const titles = (groups: readonly PrintGroup[]): string =>
  groups.map((group) => PRINT_GROUP_TITLES[group]).join('、')
