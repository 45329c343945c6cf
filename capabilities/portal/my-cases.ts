import { Readable } from 'node:stream'
import type { CitizenActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices, PageRefusal, Visitor } from './contract.ts'
import { matters } from './matters.ts'
import { namedBy } from './open-draft.ts'
import { bytesOf, citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

type Part =
  | 'myCases'
  | 'myCase'
  | 'uploadForCase'
  | 'supply'
  | 'actOnCase'
  | 'withdraw'
  | 'withdrawPromise'
  | 'paper'
  | 'caseFile'

/** What somebody else applied for looks like nothing at all, in every one of these. */
export function myCases(means: PortalMeans): Pick<CitizenServices, Part> {
  const { cases, clock, notifications } = means
  return {
    async myCases(visitor, cursor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      return matters(cases, citizen, clock.now(), cursor)
    },
    async myCase(visitor, no) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const detail = await cases.detail(no, { actor: citizen, now: clock.now(), reliesOn: [] })
      return isRefusal(detail) ? said(detail) : withOwnLinks(detail)
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
      if (refused === undefined && !isRefused(citizen)) await notifications.readAsked(citizen.party, no)
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
      const [found, detail] = await Promise.all([
        cases.caseFile(citizen, no, id),
        cases.detail(no, { actor: citizen, now: clock.now(), reliesOn: [] }),
      ])
      if (isRefusal(found)) return said(found)
      const named = isRefusal(detail)
        ? undefined
        : detail.materials.flatMap(({ files }) => files).find((file) => file.id === id)
      const { fileName, mediaType, stream } = found
      return { fileName: named?.name ?? fileName, mediaType, stream: Readable.from(stream) }
    },
  }
}

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
  return isRefusal(done) ? said(done) : undefined
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
      files: material.files.map((file) => ({ ...file, url: `${own}/files/${file.id}` })),
    })),
  }
}
