import { Readable } from 'node:stream'
import type { Actor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import { isRefused } from '#platform/refusal.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { areaOfCaseNumber } from '../model/case-number.ts'
import { areaOfToken } from '../papers/tokens.ts'
import { sightOfCases } from '../sight.ts'
import { caseReader } from '../store.ts'
import { PAPER_TITLES } from '../words.ts'
import { extensionOf, type Attachments } from './attachments.ts'
import type { CaseMeans } from './means.ts'

export interface Download {
  fileName: string
  mediaType: string
  size: number
  stream: Readable
}

/** A paper of a case, for whoever may see the case. */
export async function paper(
  means: CaseMeans,
  actor: Actor,
  no: string,
  id: string,
): Promise<Download | Refusal> {
  const row = await caseReader(means.db).find(areaOfCaseNumber(no), no, sightOfCases(actor))
  const held = row?.dossier.papers.find((candidate) => candidate.id === id)
  if (row === undefined || held?.file === undefined) return refusal('case-not-found')
  const internal = CHAPTER_PAPERS[held.kind]?.internal === true
  if (internal && actor.kind === 'citizen') return refusal('case-not-found')
  return download(means, row.area, held.file, `${PAPER_TITLES[held.kind] ?? '文书'}-${no}.pdf`)
}

/** A file an applicant handed in, for whoever may see the case. */
export async function caseFile(
  means: CaseMeans,
  actor: Actor,
  no: string,
  id: string,
): Promise<Download | Refusal> {
  const area = areaOfCaseNumber(no)
  const row = await caseReader(means.db).find(area, no, sightOfCases(actor))
  const receipt = row?.dossier.posting?.receipt
  if (row !== undefined && receipt?.file === id) return download(means, area, receipt.file, `邮件回执-${no}`)
  const held = Object.entries(row?.dossier.materials ?? {}).find(([, material]) =>
    material.files.some((file) => file.id === id),
  )
  if (row === undefined || held === undefined) return refusal('case-not-found')
  const [attachment] = await means.db.query<{ file: string }>(FILE, [area, id])
  return attachment === undefined
    ? refusal('case-not-found')
    : download(means, area, attachment.file, `${held[0]}-${id.slice(-6)}`)
}

/** An upload that is not part of a case yet, for whoever sent it and nobody else. */
export async function ownUpload(
  means: CaseMeans,
  attachments: Attachments,
  area: string,
  actor: Actor,
  id: string,
): Promise<Download | Refusal> {
  if ((await attachments.uploadedBy(area, id)) !== actorKey(actor)) return refusal('file-not-found')
  const [attachment] = await means.db.query<{ file: string }>(FILE, [area, id])
  return attachment === undefined
    ? refusal('file-not-found')
    : download(means, area, attachment.file, `上传文件-${id.slice(-6)}`)
}

export async function download(
  means: CaseMeans,
  area: string,
  file: string,
  fileName: string,
): Promise<Download | Refusal> {
  const opened = await means.files.open(area, file)
  if (isRefused(opened)) return opened
  const stream = Readable.from(opened.content.stream())
  // Also when nobody ever reads: an answer that is given up destroys its stream.
  stream.once('close', () => void opened.content.close())
  const { mediaType } = opened.file
  const named = /\.\w+$/.test(fileName) ? fileName : `${fileName}.${extensionOf(mediaType)}`
  return { fileName: named, mediaType, size: opened.file.size, stream }
}

export interface IssuedPaper {
  no: string
  kind: string
  title: string
  number: string | null
  body: string
  itemId: string
  applicantMasked: string
  madeOn: string
  sha256: string
  demo: boolean
  revokedAt: string | null
  /** What has become of the licence behind it, where it is one and no longer in force. */
  licenceState: string | null
  /** The last day of the licence now, after renewals. */
  licenceUntil: string | null
  area: string
}

/** The paper behind a /verify token, or nothing: an unknown token and a forged one look the same. */
export async function issuedPaper(means: CaseMeans, token: string): Promise<IssuedPaper | undefined> {
  const area = areaOfToken(token)
  if (area === undefined) return undefined
  return (await means.db.query<IssuedPaper>(BY_TOKEN, [area, token]))[0]
}

const FILE = {
  name: 'cases.attachment-file',
  text: 'SELECT file FROM cases.attachment WHERE area_code = $1 AND id = $2',
}

const BY_TOKEN = {
  name: 'cases.paper-by-token',
  text: `SELECT area_code AS area, no, kind, title, number, body, item_id AS "itemId", applicant_masked AS "applicantMasked",
      made_on AS "madeOn", sha256, demo, revoked_at AS "revokedAt", licence_state AS "licenceState", licence_until AS "licenceUntil"
    FROM cases.paper WHERE area_code = $1 AND token = $2`,
}
