import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { walk } from '#engine/procedure/walk.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { ItemVersion } from '../contract.ts'
import type { DataElement } from '../contract/element.ts'
import { dataElements } from '../elements/register.ts'
import type {
  ChangeDetail,
  ChangeSummary,
  ImpactLine,
  ItemToChange,
  MaterialInUse,
  UpperItem,
} from '../contract/change.ts'
import { followItem, followLists, listsAbove, type FollowedItem } from './above/follow.ts'
import { bundlesCiting } from './bundles.ts'
import { materialsInUse } from './model/materials-in-use.ts'
import { itemChange } from './model/item-change.ts'
import { areaNamed } from './new-item/begin.ts'
import { upperItems } from './new-item/upper.ts'
import {
  act,
  openChange,
  openNew,
  type ChangeActRequest,
  type OpenNewRequest,
  type OpenRequest,
} from './service/act.ts'
import { itemChoices, type ItemChoices } from './service/choices.ts'
import { detail, type Looking } from './service/detail.ts'
import { takeFromFile, type FileRequest, type FileTaken } from './service/from-file.ts'
import { impact } from './service/impact.ts'
import { itemsToChange } from './service/items-to-change.ts'
import { changeJobs } from './service/jobs.ts'
import { changes, type ChangesRequest } from './service/list.ts'
import type { AuthoringMeans } from './service/means.ts'
import { worldsOf } from './service/worlds.ts'
import { sightOfChanges } from './sight.ts'
import { changeReader } from './store.ts'

export type { FollowedItem } from './above/follow.ts'
export type { ReadyItem } from './new-item/begin.ts'
export type { ChangeActRequest, OpenNewRequest, OpenRequest } from './service/act.ts'
export type { FileRequest, FileTaken } from './service/from-file.ts'
export type { ImpactSource } from './service/means.ts'

/** Changing items (事项变更): draft, review, publication. */
export interface Authoring {
  list(
    actor: StaffActor,
    now: Instant,
    request: ChangesRequest,
  ): Promise<{ items: ChangeSummary[]; nextCursor?: string }>
  open(request: OpenRequest): Promise<Done | Refusal>
  /** Begins an item that is not there yet; `wish.from` says with what, `ready` brings the whole item. */
  openNew(request: OpenNewRequest): Promise<Done | Refusal>
  /** What lists above this area have that it has not. */
  upperItems(actor: StaffActor, now: Instant, q?: string): Promise<UpperItem[]>
  /** What a confirmed line of a catalogue file says of an item in force. */
  takeFromFile(request: FileRequest): Promise<FileTaken | Refusal>
  materialsInUse(actor: StaffActor, now: Instant, q?: string): Promise<MaterialInUse[]>
  formElements(actor: StaffActor): Promise<readonly DataElement[]>
  /** Items in force by name, and whether the own body writes them. */
  itemsToChange(actor: StaffActor, now: Instant, q?: string): Promise<ItemToChange[]>
  /** What an item of the area may name by id. */
  choices(actor: StaffActor, now: Instant): Promise<ItemChoices>
  /** The draft as it stands, for whoever may see the change; before its first day nobody else reads it. */
  draft(id: string, actor: StaffActor): Promise<ItemVersion | Refusal>
  /** Drafts for every item of an area whose lists above have moved on (上级目录更新); asked at start and once a day. */
  followLists(area: string, now: Instant): Promise<FollowedItem[]>
  /** The same for one item, for whoever gives a list on to those below (CAT-10). */
  followItem(area: string, item: string, now: Instant): Promise<FollowedItem>
  detail(id: string, looking: Looking): Promise<ChangeDetail | Refusal>
  impact(id: string, looking: Looking): Promise<{ lines: ImpactLine[] } | Refusal>
  act(request: ChangeActRequest): Promise<Done | Refusal>
  register(worker: Worker): void
}

export function authoring(given: AuthoringMeans): Authoring {
  const faults = walk(itemChange)
  if (faults.length > 0) throw new Error(`a procedure is not sound: ${faults.join('; ')}`)
  const means = { bundlesCiting: bundlesCiting(given.catalogue), ...given }
  const parts = { means, worlds: worldsOf(means) }
  return {
    list: (actor, now, request) => changes(parts, actor, now, request),
    open: (request) => openChange(parts, request),
    openNew: (request) => openNew(parts, request),
    upperItems: async ({ area }, now, q) =>
      upperItems(means.db, await areaNamed(means, area, legalDay(now)), q),
    takeFromFile: (request) => takeFromFile(parts, request),
    materialsInUse: async ({ area }, now, q) => {
      const items = await means.catalogue.itemsInForce(area, legalDay(now))
      return materialsInUse(
        items.map(({ item }) => item),
        q,
      )
    },
    formElements: ({ area }) => dataElements(means.db, area),
    itemsToChange: (actor, now, q) => itemsToChange(parts, actor, now, q),
    choices: ({ area }, now) => itemChoices(means, area, legalDay(now)),
    async draft(id, actor) {
      const row = await changeReader(means.db).find(actor.area, id, sightOfChanges(actor))
      return row === undefined ? refusal('change-not-found') : row.dossier.body
    },
    followLists: (area, now) => followLists(parts, area, now),
    followItem: async (area, item, now) =>
      followItem(parts, { area, item, now, lists: await listsAbove(parts, area) }),
    detail: (id, looking) => detail(parts, id, looking),
    impact: (id, looking) => impact(parts, id, looking),
    act: (request) => act(parts, request),
    register: (worker) => changeJobs(worker, parts),
  }
}
