import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { walk } from '#engine/procedure/walk.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { ChangeDetail, ChangeSummary, ImpactLine } from '../contract/change.ts'
import { bundlesCiting } from './bundles.ts'
import { itemChange } from './model/item-change.ts'
import { act, openChange, type ChangeActRequest, type OpenRequest } from './service/act.ts'
import { detail, type Looking } from './service/detail.ts'
import { impact } from './service/impact.ts'
import { changeJobs } from './service/jobs.ts'
import { changes, type ChangesRequest } from './service/list.ts'
import type { AuthoringMeans } from './service/means.ts'
import { worldsOf } from './service/worlds.ts'

export type { ImpactSource } from './service/means.ts'

/** Changing items (事项变更): draft, review, publication. */
export interface Authoring {
  list(
    actor: StaffActor,
    now: Instant,
    request: ChangesRequest,
  ): Promise<{ items: ChangeSummary[]; nextCursor?: string }>
  open(request: OpenRequest): Promise<Done | Refusal>
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
    detail: (id, looking) => detail(parts, id, looking),
    impact: (id, looking) => impact(parts, id, looking),
    act: (request) => act(parts, request),
    register: (worker) => changeJobs(worker, parts),
  }
}
