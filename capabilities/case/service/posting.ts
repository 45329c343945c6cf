import type { Carrier, Parcel } from '#capabilities/exchange/index.ts'
import { isRefusal } from '#engine/refusal.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { sm3 } from '#platform/ledger/canonical.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { isRefused } from '#platform/refusal.ts'
import type { PostalAddress } from '../contract.ts'
import { caseReader, type CaseRow } from '../store.ts'
import type { Attachments } from './attachments.ts'
import { systemAct } from './act.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** The subscriber that orders a parcel once a result was handed to the post. */
export const CARRIER = 'case.carrier'
const TRACKING = 'case.tracking'
/** How often a parcel on the road is asked after, unless the installation says otherwise. */
const ASK_AGAIN_MS = 2 * 3_600_000

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}

/**
 * What the post does with a result (邮寄送达, LIC-09): ordered under the posting's own id, so a repeated order is the same
 * parcel; then asked after every two hours until somebody signed or it comes back. A carrier that is down makes the task
 * come again; the case waits in the post and loses nothing.
 */
export function postingJobs(worker: Worker, parts: Parts): void {
  const { means } = parts
  const later = (now: string) =>
    new Date(Date.parse(now) + (means.trackEveryMs ?? ASK_AGAIN_MS)).toISOString()
  worker.onFact(CARRIER, async (fact, { requestId, now }) => {
    const { carrier } = means
    const row = await caseReader(means.db).byStream(fact.areaCode, fact.stream)
    const order = fact.body as { order: string; freight: 'collect' }
    // Without a carrier the clerk writes the waybill down by hand; nothing is left to do here.
    if (carrier === undefined || row === undefined || !isOnTheRoad(row, order)) return
    const parcel = await carrier.order(await parcelOrder(means, row, order))
    const input = { carrier: parcel.carrier, waybill: parcel.waybill }
    const done = await systemAct(parts, row, { act: 'record-waybill', input, now, requestId })
    if (isRefusal(done) && done.code !== 'not-for-this-dossier') return
    await ensureJob(means.db, {
      areaCode: row.area,
      stream: row.stream,
      kind: TRACKING,
      key: parcel.order,
      dueAt: later(now),
      body: { order: parcel.order },
    })
  })
  worker.onJob(TRACKING, async (job, { requestId, now }) => {
    const { carrier } = means
    const row = await caseReader(means.db).byStream(job.areaCode, job.stream)
    const { order } = job.body as { order: string }
    if (carrier === undefined || row === undefined || !isOnTheRoad(row, { order })) return
    const parcel = await carrier.track(order)
    await recordMoves(parts, row, parcel, now)
    const over = await recordEnd(parts, carrier, row, parcel, { requestId, now })
    return over ? undefined : { againAt: later(now) }
  })
}

/** A result that came back and was posted again travels under another order; the first one says nothing any more. */
function isOnTheRoad({ dossier: { state, posting } }: CaseRow, { order }: { order: string }): boolean {
  return state === 'in-post' && posting?.order === order
}

/** News are recorded once: the request id says which news it was. */
async function recordMoves(parts: Parts, row: CaseRow, { events }: Parcel, now: string): Promise<void> {
  const known = row.dossier.posting?.moves ?? 0
  if (events.length === known) return
  const requestId = `tracked:${row.dossier.posting?.order}:${events.length}:${events.at(-1)?.at ?? ''}`
  await systemAct(parts, row, { act: 'record-tracking', input: { events }, now, requestId })
}

/** Signed for or come back: either ends the tracking. The receipt's picture is stored before the act that names it. */
async function recordEnd(
  parts: Parts,
  carrier: Carrier,
  row: CaseRow,
  parcel: Parcel,
  { requestId, now }: { requestId: string; now: string },
): Promise<boolean> {
  const current = (await caseReader(parts.means.db).byStream(row.area, row.stream)) ?? row
  if (parcel.state === 'returned') {
    const said = parcel.returned?.trim() ?? ''
    const input = { reason: [...said].length < 2 ? '邮件退回' : said }
    const done = await systemAct(parts, current, { act: 'return-from-post', input, now, requestId })
    if (isRefusal(done))
      throw new Error(`${current.dossier.no}: the return could not be recorded: ${done.code}`)
    return true
  }
  if (parcel.state !== 'signed' || parcel.signed === undefined) return false
  const receipt = await storedReceipt(parts.means, carrier, current, parcel)
  // Whose name the carrier cannot write in signs a paper can show, signed all the same.
  const receiver = unprintable(parcel.signed.by).length === 0 ? parcel.signed.by : '收件人（姓名无法显示）'
  const input = { receiver, signedOn: parcel.signed.on, ...(receipt ? { receipt } : {}) }
  const done = await systemAct(parts, current, { act: 'deliver-by-post', input, now, requestId })
  if (isRefusal(done))
    throw new Error(`${current.dossier.no}: the signature could not be recorded: ${done.code}`)
  return true
}

async function storedReceipt(means: CaseMeans, carrier: Carrier, row: CaseRow, parcel: Parcel) {
  const picture = await carrier.receipt(parcel)
  if (picture === undefined) return undefined
  const parts: Uint8Array[] = []
  for await (const part of picture.bytes) parts.push(part)
  const bytes = Buffer.concat(parts)
  const stored = await means.files.upload({ area: row.area, fileName: picture.fileName, bytes: one(bytes) })
  if (isRefused(stored)) throw new Error(`the carrier's receipt could not be stored: ${stored.code}`)
  await means.files.retain(means.db, row.area, stored.id, row.stream)
  return { file: stored.id, hash: sm3(bytes.toString('base64')) }
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function parcelOrder(
  { sealing, organisation }: CaseMeans,
  { area, dossier }: CaseRow,
  { order, freight }: { order: string; freight: 'collect' | 'prepaid' },
) {
  const text = await sealing.open(NO_AREA, subjectOf(dossier.party), dossier.postal as Sealed)
  if (text === null) throw new Error(`${dossier.no}: the address was erased with its person`)
  const { receiver, phone, address } = JSON.parse(text) as PostalAddress
  const [place] = await organisation.placesByIds(area, [dossier.acceptPlace])
  if (place === undefined) throw new Error(`${dossier.no}: its place is not in the register`)
  return {
    order,
    freight,
    sender: { name: place.name, phone: place.phone, address: place.address },
    receiver: { name: receiver, phone, address },
    content: '政务文书',
  }
}
