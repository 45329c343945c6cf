import { Readable } from 'node:stream'
import type { CitizenActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { CaseDetail, FileView } from '#capabilities/case/contract.ts'
import { RATING_OPTIONS } from '#capabilities/evaluation/index.ts'
import { all, readOnce } from '#platform/db/reading.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices, PageRefusal, Visitor } from './contract.ts'
import { matters } from './matters.ts'
import { namedBy } from './open-draft.ts'
import { bytesOf, citizenOf, type PortalMeans } from './means.ts'
import { refusedPapers } from './model.ts'
import { filedWith } from './together/filed-with.ts'
import { afterSupply } from './supplement.ts'
import { said } from './words.ts'

type Part =
  | 'myCases'
  | 'myMatters'
  | 'myCase'
  | 'ratedCase'
  | 'submittedCase'
  | 'uploadForCase'
  | 'supply'
  | 'actOnCase'
  | 'withdraw'
  | 'withdrawPromise'
  | 'paper'
  | 'caseFile'

/** What somebody else applied for looks like nothing at all, in every one of these. */
export function myCases(means: PortalMeans): Pick<CitizenServices, Part> {
  const { area, cases, clock, evaluation, notifications } = means
  return {
    async myCases(visitor, cursor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      return matters(cases, citizen, clock.now(), placeOf(cursor))
    },
    async myMatters(visitor, cursor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const objections = cursor === undefined ? { objectionsIn: area } : {}
      return matters(cases, citizen, clock.now(), { ...placeOf(cursor), ...objections })
    },
    async myCase(visitor, no) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const detail = await cases.detail(no, { actor: citizen, now: clock.now(), reliesOn: [] })
      return isRefusal(detail) ? said(detail) : withOwnLinks(detail)
    },
    async ratedCase(visitor, no) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const now = clock.now()
      const found = await cases.seen(no, { actor: citizen, now, reliesOn: [] })
      if (isRefusal(found)) return said(found)
      const beside = all([evaluation.ofFound(found.row, now), filedWith(means, citizen.party, no)])
      const [rating, siblings] = await readOnce(means.db, beside)
      return { detail: withOwnLinks(found.detail), rating: { ...rating, options: RATING_OPTIONS }, siblings }
    },
    async submittedCase(visitor, no) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const found = await cases.seen(no, { actor: citizen, now: clock.now(), reliesOn: [] })
      if (isRefusal(found)) return said(found)
      return { detail: withOwnLinks(found.detail), queryCode: found.queryCode }
    },
    uploadForCase: (visitor, no, material, upload) => uploadForCase(means, visitor, no, material, upload),
    async supply(visitor, no, files, requestId) {
      const materials = Object.entries(files).map(([material, ids]) => ({
        material,
        files: [...ids],
        paperOriginals: 0,
        paperCopies: 0,
      }))
      const refused = await act(means, visitor, no, { act: 'supply', input: { materials } }, requestId)
      const citizen = citizenOf(visitor)
      if (refused === undefined && !isRefused(citizen)) {
        await notifications.readAsked(citizen.party, no)
        await afterSupply(means, citizen, no, Object.values(files).flat())
      }
      return refused
    },
    actOnCase: (visitor, no, asked, requestId) => act(means, visitor, no, asked, requestId),
    withdraw: (visitor, no, reason, requestId) =>
      act(means, visitor, no, { act: 'withdraw', input: { reason } }, requestId),
    withdrawPromise: (visitor, no, reason, requestId) =>
      act(means, visitor, no, { act: 'withdraw-commitment', input: { reason } }, requestId),
    async paper(visitor, no, id) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const found = await cases.paper(citizen, no, id)
      if (isRefusal(found)) return said(found)
      return { fileName: found.fileName, bytes: await wholeOf(found.stream) }
    },
    async caseFile(visitor, no, id) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const found = await cases.caseFile(citizen, no, id)
      if (isRefusal(found)) return said(found)
      const { fileName, mediaType, stream } = found
      return { fileName, mediaType, stream: Readable.from(stream) }
    },
  }
}

const placeOf = (cursor: string | undefined): { cursor?: string } => (cursor === undefined ? {} : { cursor })

async function act(
  { cases, clock }: PortalMeans,
  visitor: Visitor,
  no: string,
  { act: name, input }: { act: string; input: Readonly<Record<string, unknown>> },
  requestId: string,
): Promise<void | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const requestHash = sm3(canonical({ no, name, input } as Json))
  const done = await cases.act({
    no,
    act: name,
    input,
    actor: citizen,
    now: clock.now(),
    requestId,
    requestHash,
    reliesOn: [],
  })
  if (!isRefusal(done)) return undefined
  return refusedPapers(said(done), done.facts, await papersIn(cases, citizen, no, clock.now(), input))
}

/** What an act hands in, by the names the applicant knows; read only for a refusal that has to name one. */
async function papersIn(
  cases: PortalMeans['cases'],
  actor: CitizenActor,
  no: string,
  now: string,
  { materials }: Readonly<Record<string, unknown>>,
) {
  if (!Array.isArray(materials) || materials.length === 0) return []
  const detail = await cases.detail(no, { actor, now, reliesOn: [] })
  const known = isRefusal(detail) ? [] : detail.materials
  return (materials as { material: string; files?: string[] }[]).map(({ material, files = [] }) => ({
    ...{ material, files },
    name: known.find(({ id }) => id === material)?.name ?? '材料',
  }))
}

/** Takes a file for a paper the open notice asks for; it becomes part of the case only when it is handed in. */
async function uploadForCase(
  means: PortalMeans,
  visitor: Visitor,
  no: string,
  material: string,
  upload: Parameters<CitizenServices['uploadForCase']>[3],
) {
  const { cases, catalogue } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await cases.find(citizen, no)
  if (row === undefined) return said(refuse('case-not-found'))
  const { supplement, item } = row.dossier
  const asked = supplement?.open ? supplement.asked : []
  if (!asked.includes(material) && !(await asksFor(means, citizen, no, material)))
    return said(refuse('material-unknown'))
  const file = await cases.attachments.upload(row.area, citizen, upload.fileName, bytesOf(upload.stream))
  if (isRefused(file)) return said(file)
  const pinned = await catalogue.pinned(row.area, item.id, item.version)
  const listed = pinned.item.materials.find(({ id }) => id === material)
  return { ...file, name: namedBy(listed?.name ?? '材料', 0, file.name), url: '' }
}

/** Whether some act that is open to the applicant hands in this paper. */
async function asksFor(
  { cases, clock }: PortalMeans,
  actor: CitizenActor,
  no: string,
  material: string,
): Promise<boolean> {
  const detail = await cases.detail(no, { actor, now: clock.now(), reliesOn: [] })
  if (isRefusal(detail)) return false
  return detail.allowed.some(({ papers = [] }) => papers.some((paper) => paper.material === material))
}

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** The citizen's own pages hand out papers and files; the links of the JSON interface are for programs. */
function withOwnLinks(detail: CaseDetail): CaseDetail {
  const own = `/my/cases/${detail.summary.no}`
  const withOwnLink = (file: FileView): FileView => ({ ...file, url: `${own}/files/${file.id}` })
  return {
    ...detail,
    ...(detail.posting?.receiptUrl === undefined
      ? {}
      : {
          posting: {
            ...detail.posting,
            receiptUrl: `${own}/files/${detail.posting.receiptUrl.split('/').at(-1)!}`,
          },
        }),
    papers: detail.papers.map((paper) =>
      paper.url === undefined ? paper : { ...paper, url: `${own}/papers/${paper.id}` },
    ),
    materials: detail.materials.map((material) => ({
      ...material,
      files: material.files.map(withOwnLink),
      ...(material.earlier === undefined
        ? {}
        : {
            earlier: material.earlier.map((version) => ({
              ...version,
              files: version.files.map(withOwnLink),
            })),
          }),
    })),
  }
}
