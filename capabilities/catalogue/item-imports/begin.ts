import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { ItemVersion } from '../contract.ts'
import { blankItem } from '../authoring/new-item/blank.ts'
import { idOf } from '../authoring/new-item/ids.ts'
import { applied } from '../exchange-files/apply-line.ts'
import { isEachTown, EACH_TOWN_ONLY } from '../exchange-files/bodies.ts'
import type { Line } from '../exchange-files/fields.ts'
import { itemTypeTitles } from '../words.ts'
import { itemImportWords as words } from '../words/item-imports.ts'
import { directoryStore } from './directory.ts'
import type { Asking, ImportMeans } from './means.ts'
import { runStore } from './runs.ts'
import { itemShape } from './shape.ts'

const fits = itemShape({ unfilled: true })

export interface BeginRequest {
  id: string
  domain: ItemVersion['domain']
  requestId: string
  requestHash: string
}

/** The item of a line of the directory begins as a draft of its author, with what the line says of it. */
export async function beginFromLine(
  means: ImportMeans,
  asking: Asking,
  { id, domain, requestId, requestHash }: BeginRequest,
): Promise<Done | Refusal> {
  const { area } = asking.actor
  const directory = directoryStore(means.db, area)
  const found = await directory.find(id)
  if (found === undefined) return refusal('directory-line-not-found')
  const day = legalDay(asking.now)
  const bodies = await means.organisation.bodies(area, day)
  const decides = bodies.find(({ creditCode }) => creditCode === found.line.deptCode)
  const blank = await blankOf(means, area, day, { line: found.line, domain, body: decides?.id })
  const { body } = applied(blank, found.line, bodies, fits)
  const file = (await runStore(means.db, area).find(found.run))?.name ?? ''
  const done = await means.authoring.openNew({
    ...asking,
    ...{ requestId, requestHash },
    wish: { name: body.name, reason: words.reason(file, found.row), from: { kind: 'ready', body } },
  })
  if (!isRefusal(done)) await directory.begun(id, (done.answer as { id: string }).id)
  return done
}

async function blankOf(
  { catalogue }: ImportMeans,
  area: string,
  day: string,
  { line, domain, body }: { line: Line; domain: ItemVersion['domain']; body: string | undefined },
): Promise<ItemVersion> {
  const name = line.taskName ?? ''
  const town = isEachTown(line.deptName) || body === undefined
  const decidingBody = town
    ? ({ kind: 'town', ...(line.deptName === EACH_TOWN_ONLY ? { townsOnly: true } : {}) } as const)
    : ({ kind: 'body', body } as const)
  const neighbour = (await catalogue.itemsInForce(area, day)).find(
    ({ item: { decidingBody: other } }) => other.kind === decidingBody.kind && other.body === body,
  )?.item
  const itemType = Object.entries(itemTypeTitles).find(([, title]) => title === line.taskType)?.[0]
  const blank = blankItem({
    ...{ id: idOf(name), name, domain, day, decidingBody },
    itemType: (itemType as ItemVersion['itemType'] | undefined) ?? '20',
    projectType: line.projectType === '即办件' ? '1' : '2',
    ...(town ? { ownerTier: 'town', useLevels: ['5'] } : { ownerTier: 'county', useLevels: ['4'] }),
    ...(neighbour ? { neighbour } : {}),
  })
  return { ...blank, codes: { ...blank.codes, catalogCode: line.catalogCode ?? '' } }
}
