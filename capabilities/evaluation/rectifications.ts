import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { walk } from '#engine/procedure/walk.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Rater, RectificationDetail } from './contract/rectification.ts'
import { rectificationJobs } from './jobs.ts'
import { poorRating } from './model/poor-rating.ts'
import { act, type RectificationActRequest } from './service/act.ts'
import { detail, type Looking } from './service/detail.ts'
import { list, type RectificationListRequest, type RectificationPage } from './service/list.ts'
import type { RectificationMeans } from './service/means.ts'
import { reveal, type RevealRequest } from './service/reveal.ts'
import { worldsOf } from './service/worlds.ts'

/** Following up poor ratings (差评整改), for directors and supervisors. */
export interface Rectifications {
  list(actor: StaffActor, now: Instant, request: RectificationListRequest): Promise<RectificationPage>
  detail(id: string, looking: Looking): Promise<RectificationDetail | Refusal>
  /** The giver of a named rating, for whoever has to call; logged with its reason. */
  reveal(request: RevealRequest): Promise<Rater | Refusal>
  act(request: RectificationActRequest): Promise<Done | Refusal>
  register(worker: Worker): void
}

export function rectifications(means: RectificationMeans): Rectifications {
  const faults = walk(poorRating)
  if (faults.length > 0) throw new Error(`a procedure is not sound: ${faults.join('; ')}`)
  const parts = { means, worlds: worldsOf(means) }
  return {
    list: (actor, now, request) => list(parts, actor, now, request),
    detail: (id, looking) => detail(parts, id, looking),
    reveal: (request) => reveal(parts, request),
    act: (request) => act(parts, request),
    register: (worker) => rectificationJobs(worker, parts),
  }
}
