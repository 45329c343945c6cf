import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { ItemVersion } from '../../contract.ts'
import { NO_CHANGE } from '../model/dossier.ts'
import { isUntouched, type FromFile } from '../model/from-file.ts'
import { same } from '../same.ts'
import { changeReader, type ChangeRow } from '../store.ts'
import { openAlready, performOn, systemAct, type Parts } from './act.ts'

export interface FileRequest {
  area: string
  item: string
  now: Instant
  /** The same for the same line of the same file: done again after a crash, it is one act. */
  requestId: string
  reason: string
  /** The item as the file would have it; what is left of the file is in `fromFile`. */
  written(item: ItemVersion): { body: ItemVersion; fromFile: FromFile }
}

export interface FileTaken {
  as: 'drafted' | 'moved-on' | 'already-so'
  /** The change of the item; none where it says so already. */
  change?: string
}

/** What a confirmed line says of an item becomes a draft of whoever writes the item, or takes along the untouched one of an earlier file. */
export async function takeFromFile(parts: Parts, request: FileRequest): Promise<FileTaken | Refusal> {
  const { area, item, now, requestId } = request
  const versions = await parts.means.catalogue.versions(area, item)
  const newest = versions.at(-1)?.item
  if (newest === undefined) return refusal('change-version-unknown')
  const open = await openOf(parts, area, item)
  if (open === undefined) return begin(parts, request, newest)
  const { id, fromFile } = open.dossier
  if (fromFile === undefined) return refusal('change-open-already')
  const { body, fromFile: said } = request.written(newest)
  // Begun by this very line before the server stopped: the answer of that act says so.
  if (fromFile.run === said.run && fromFile.row === said.row)
    return { as: open.dossier.version > 1 ? 'moved-on' : 'drafted', change: id }
  if (!isUntouched(open.dossier)) return refusal('change-touched-since-file', { facts: { change: id } })
  if (open.dossier.base !== newest.version) return refusal('change-base-moved')
  const draft = { ...withoutEnd(body, newest), version: newest.version + 1 }
  if (same(draft, open.dossier.body) && same(said.left, fromFile.left))
    return { as: 'already-so', change: id }
  const input = { body: draft, fromFile: said }
  const done = await systemAct(parts, open, { act: 'move-on-from-file', input, now, requestId })
  return isRefusal(done) ? done : { as: 'moved-on', change: id }
}

async function begin(
  parts: Parts,
  { area, item, now, requestId, reason, written }: FileRequest,
  newest: ItemVersion,
): Promise<FileTaken | Refusal> {
  const { body, fromFile } = written(newest)
  if (same(body, newest) && fromFile.left.length === 0) return { as: 'already-so' }
  const pack = await parts.means.organisation.pack(area)
  const authoring = pack?.body.parameters.authoring?.value
  if (authoring === undefined) return refusal('change-authoring-off')
  const authorBody = await authorOf(parts, area, newest, now)
  const id = newId()
  const input = {
    ...{ id, area, item, base: newest.version, reason, authorBody, approves: authoring.approves, fromFile },
    body: { ...withoutEnd(body, newest), version: newest.version + 1 },
  }
  const first = {
    ...{ area, stream: streamId('item-change', id, now), hash: null },
    dossier: { ...NO_CHANGE, item, base: newest.version },
  }
  const done = await performOn(parts, first, authorBody, {
    ...{ act: 'open-from-file', input, actor: { kind: 'system', job: 'item-import' }, now },
    ...{ requestId, requestHash: requestId, reliesOn: [] },
  }).catch(openAlready)
  return isRefusal(done) ? done : { as: 'drafted', change: (done.answer as { id: string }).id }
}

/** Whoever's task it is to write the item: its department, for towns' matters the town of the pilot, else the body that approves. */
export async function authorOf(
  { means: { organisation } }: Parts,
  area: string,
  { decidingBody }: ItemVersion,
  now: Instant,
): Promise<string> {
  const parameters = (await organisation.pack(area))?.body.parameters
  const { writes, approves } = parameters!.authoring!.value
  if (decidingBody.kind === 'body')
    return writes.county === 'department' && decidingBody.body ? decidingBody.body : approves
  if (writes.town === 'bureau') return approves
  const pilots = parameters?.pilotTowns?.value ?? []
  const towns = await organisation.bodies(area, legalDay(now))
  return towns.find(({ tier, region }) => tier === 5 && pilots.includes(region))?.id ?? approves
}

/** A next version does not inherit the end of the one before. */
function withoutEnd(body: ItemVersion, before: ItemVersion): ItemVersion {
  if (body.effectiveTo === undefined || body.effectiveTo !== before.effectiveTo) return body
  const { effectiveTo: _ended, ...kept } = body
  return kept
}

async function openOf({ means }: Parts, area: string, item: string): Promise<ChangeRow | undefined> {
  const sight = { everythingInArea: area }
  return (await changeReader(means.db).list({ area, sight, item, openOnly: true, limit: 1 }))[0]
}
