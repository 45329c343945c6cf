import { Readable } from 'node:stream'
import type { Actor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import { isRefused } from '#platform/refusal.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { effectiveItem } from '../model.ts'
import { areaOfCaseNumber } from '../model/case-number.ts'
import { areaOfToken } from '../papers/tokens.ts'
import { sightOfCases } from '../sight.ts'
import { caseReader, type HoldingCase } from '../store.ts'
import type { AttachmentRow } from '../store/rows.ts'
import { PAPER_TITLES } from '../words.ts'
import { extensionOf, fileViews, type Attachments } from './attachments.ts'
import { heldFiles } from './detail/materials.ts'
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
  const row = await caseReader(means.db).holding(area, no, sightOfCases(actor))
  if (row === undefined) return refusal('case-not-found')
  const { dossier, files } = row
  const receipt = dossier.posting?.receipt
  if (receipt?.file === id) return download(means, area, receipt.file, `邮件回执-${no}`)
  const attachment = files.find((file) => file.id === id)
  if (attachment === undefined) return refusal('case-not-found')
  return download(means, area, attachment.file, await nameOf(means, row, id))
}

/** The name the checklist of the case shows beside the file. */
async function nameOf(
  { catalogue }: CaseMeans,
  { area, dossier, files }: HoldingCase,
  id: string,
): Promise<string> {
  const { item: published } = await catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const { materials } = effectiveItem(published, dossier.procedure, dossier)
  const held = materials.flatMap((material) => heldFiles(material, dossier, fileViews(files)))
  return held.find((file) => file.id === id)?.name ?? `材料-${id.slice(-6)}`
}

/** An upload that is not part of a case yet, for whoever sent it and nobody else. */
export async function ownUpload(
  means: CaseMeans,
  attachments: Attachments,
  area: string,
  actor: Actor,
  asked: string | AttachmentRow,
): Promise<Download | Refusal> {
  const upload = typeof asked === 'string' ? await attachments.find(area, asked) : asked
  if (upload?.uploaded_by !== actorKey(actor)) return refusal('file-not-found')
  return download(means, area, upload.file, `上传文件-${upload.id.slice(-6)}`)
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

const BY_TOKEN = {
  name: 'cases.paper-by-token',
  text: `SELECT area_code AS area, no, kind, title, number, body, item_id AS "itemId", applicant_masked AS "applicantMasked",
      made_on AS "madeOn", sha256, demo, revoked_at AS "revokedAt", licence_state AS "licenceState", licence_until AS "licenceUntil"
    FROM cases.paper WHERE area_code = $1 AND token = $2`,
}
