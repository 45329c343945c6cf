import { Readable } from 'node:stream'
import type { CitizenActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { FileView } from '#capabilities/case/contract.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices, PageRefusal, SupplementFile, Visitor } from './contract.ts'
import { FILES_MAX } from './draft-files.ts'
import { bytesOf, citizenActor, citizenOf, type PortalMeans } from './means.ts'
import { namedBy } from './open-draft.ts'
import { supplementStore, type SupplementFileRow } from './store/supplement.ts'
import { isPageRefusal, said } from './words.ts'

type Part = 'supplementFiles' | 'keepForSupplement' | 'dropFromSupplement' | 'supplementFile'

/** What is got together for an open notice waits here until it is handed in, whoever leaves the page meanwhile. */
export function supplements(means: PortalMeans): Pick<CitizenServices, Part> {
  const { cases, clock, db } = means
  return {
    async supplementFiles(visitor, no) {
      const own = await openNotice(means, visitor, no)
      return isPageRefusal(own) ? [] : filesOf(means, own)
    },
    async keepForSupplement(visitor, no, material, upload) {
      const own = await openNotice(means, visitor, no)
      if (isPageRefusal(own)) return own
      const { area, citizen, asked } = own
      if (!asked.includes(material)) return said(refuse('material-unknown'))
      const file = await cases.attachments.upload(area, citizen, upload.fileName, bytesOf(upload.stream))
      if (isRefused(file)) return said(file)
      const kept = await supplementStore(db, area).attach(
        citizen.party,
        no,
        { material, id: file.id, max: FILES_MAX },
        clock.now(),
      )
      if (kept) return (await filesOf(means, own)).find(({ id }) => id === file.id) ?? { ...file, material }
      await cases.attachments.discard(area, citizen, file.id)
      return said(refuse('too-many-files', { facts: { max: FILES_MAX } }))
    },
    async dropFromSupplement(visitor, no, id) {
      const own = await openNotice(means, visitor, no)
      if (isPageRefusal(own)) return own
      const { area, citizen } = own
      // Pressed twice it is gone all the same.
      if (await supplementStore(db, area).detach(citizen.party, no, id))
        await cases.attachments.discard(area, citizen, id)
      return undefined
    },
    async supplementFile(visitor, no, id) {
      const own = await openNotice(means, visitor, no)
      if (isPageRefusal(own))
        return own.code === 'material-unknown' ? said(refuse('draft-file-not-found')) : own
      const view = (await filesOf(means, own)).find((file) => file.id === id)
      if (view === undefined) return said(refuse('draft-file-not-found'))
      const found = await cases.ownUpload(own.area, own.citizen, id)
      if (isRefusal(found)) return said(found)
      const { mediaType, size, stream } = found
      return { fileName: view.name, mediaType, size, stream: Readable.from(stream) }
    },
  }
}

/** Forgets what lay there for a notice that has been answered; files that were not handed in are given up. */
export async function afterSupply(
  means: PortalMeans,
  citizen: CitizenActor,
  no: string,
  handedIn: readonly string[],
): Promise<void> {
  const row = await means.cases.find(citizen, no)
  if (row !== undefined) await giveUp(means, row.area, { citizen, no }, handedIn)
}

/** A notice may end without an answer: by its day, a withdrawal, or papers brought to a counter. */
export async function forgetSupplements(means: PortalMeans): Promise<number> {
  const { area, cases, clock, db } = means
  const yesterday = new Date(Date.parse(clock.now()) - DAY_MS).toISOString()
  const old = await supplementStore(db, area).olderThan(yesterday, CASES_AT_ONCE)
  let gone = 0
  for (const { party, no } of old) {
    const citizen = citizenActor(party)
    const row = await cases.find(citizen, no)
    if (row !== undefined && isAsking(row.dossier)) continue
    await giveUp(means, area, { citizen, no }, [])
    gone += 1
  }
  return gone
}

const DAY_MS = 86_400_000
const CASES_AT_ONCE = 1000

async function giveUp(
  { cases, db }: PortalMeans,
  area: string,
  { citizen, no }: { citizen: CitizenActor; no: string },
  handedIn: readonly string[],
): Promise<void> {
  const left = await supplementStore(db, area).take(citizen.party, no)
  for (const id of left) if (!handedIn.includes(id)) await cases.attachments.discard(area, citizen, id)
}

/** A withdrawn case asks for nothing, though nobody answered its notice. */
const isAsking = ({ state, supplement }: CaseDossier): boolean =>
  state === 'supplementing' && supplement?.open === true

interface OpenNotice {
  area: string
  no: string
  citizen: CitizenActor
  item: { id: string; version: number }
  /** The papers it asks for. */
  asked: readonly string[]
  /** How many files of each paper the office holds: what comes now is counted behind them. */
  held: Readonly<Record<string, number>>
}

async function openNotice(
  { cases }: PortalMeans,
  visitor: Visitor,
  no: string,
): Promise<OpenNotice | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await cases.find(citizen, no)
  if (row === undefined) return said(refuse('case-not-found'))
  const { supplement, item, materials } = row.dossier
  if (supplement === undefined || !isAsking(row.dossier)) return said(refuse('material-unknown'))
  const held = Object.fromEntries(supplement.asked.map((id) => [id, materials[id]?.files.length ?? 0]))
  return { area: row.area, no, citizen, item, asked: supplement.asked, held }
}

/** Named by what they are, in the order they came in. */
async function filesOf(
  { cases, catalogue, db }: PortalMeans,
  { area, no, citizen, item, asked, held }: OpenNotice,
): Promise<SupplementFile[]> {
  const rows = await supplementStore(db, area).of(citizen.party, no)
  if (rows.length === 0) return []
  const { materials } = (await catalogue.pinned(area, item.id, item.version)).item
  const views = cases.attachments.viewsOf(rows.flatMap(({ upload }) => upload ?? []))
  return asked.flatMap((material) =>
    rows
      .filter((row) => row.material === material)
      .flatMap(({ id }: SupplementFileRow, at) => {
        const view: FileView | undefined = views.get(id)
        const name = namedBy(
          materials.find((one) => one.id === material)?.name ?? '材料',
          (held[material] ?? 0) + at,
          view?.name ?? '',
        )
        return view === undefined ? [] : [{ ...view, material, name, url: '' }]
      }),
  )
}
