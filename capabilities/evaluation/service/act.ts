import { refusal, type Refusal } from '#engine/refusal.ts'
import {
  bySystem,
  inOwnWords,
  performOnOwn,
  type Doing,
  type SystemDoing,
} from '#capabilities/acts/own-stream.ts'
import type { Done, Stored } from '#capabilities/acts/perform.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { poorRating, RECTIFICATION_ACTIONS, SYSTEM_ACTS } from '../model/poor-rating.ts'
import type { RectificationWorld } from '../model/world.ts'
import { sightOfRectifications } from '../sight.ts'
import { rectificationValues } from '../store/rectification-values.ts'
import { rectificationReader, SAVE_RECTIFICATION, type RectificationRow } from '../store/rectifications.ts'
import { inputProblems } from './input.ts'
import type { RectificationMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

export const RECTIFICATION_JOB = 'rectification.act'

export interface Parts {
  means: RectificationMeans
  worlds: Worlds
}

export interface RectificationActRequest extends Doing {
  id: string
}

/** One act by a person on a rectification they may see; one they may not see does not exist for them. */
export async function act(parts: Parts, request: RectificationActRequest): Promise<Done | Refusal> {
  const { actor, id, act: name } = request
  if (actor.kind !== 'staff') return refusal('rectification-not-found')
  const reader = rectificationReader(parts.means.db)
  const row = await reader.find(actor.area, id, sightOfRectifications(actor))
  if (row === undefined) return refusal('rectification-not-found')
  if (SYSTEM_ACTS.has(name) || !RECTIFICATION_ACTIONS.has(name)) return refusal('action-unknown')
  const problems = inputProblems(name, request.input)
  if (problems.length > 0) return refusal('input-invalid', { facts: { problems } })
  return worded(await performOn(parts, storedOf(row), request))
}

/** The engine's refusals under codes that have sentences about poor ratings. */
const worded = inOwnWords({
  'not-in-this-state': 'rectification-moved-on',
  'changed-since-read': 'rectification-moved-on',
  'not-your-step': 'rectification-not-your-step',
})

/** A system act; it meets the same procedure as people do. */
export function systemAct(
  parts: Parts,
  row: RectificationRow,
  request: SystemDoing,
): Promise<Done | Refusal> {
  return performOn(parts, storedOf(row), bySystem(request))
}

/** The first act, on a stream that does not exist yet. */
export function openOne(
  parts: Parts,
  { area, stream, party }: { area: string; stream: string; party: string },
  request: SystemDoing,
): Promise<Done | Refusal> {
  const dossier = { ...poorRating.initial, party }
  return performOn(parts, { area, stream, hash: null, dossier }, bySystem(request))
}

function performOn(
  { means, worlds }: Parts,
  first: Stored<RectificationDossier>,
  doing: Doing,
): Promise<Done | Refusal> {
  return performOnOwn<RectificationDossier, RectificationWorld>(
    means.ledger,
    first,
    {
      procedure: () => poorRating,
      jobKind: RECTIFICATION_JOB,
      statement: SAVE_RECTIFICATION,
      async again() {
        const row = await rectificationReader(means.db).byStream(first.area, first.stream)
        return row && storedOf(row)
      },
      world: ({ area, dossier }, { now }) => worlds.of(area, dossier.party, now, doing.reliesOn),
      view: ({ area, stream, dossier }, { calendar }, changedAt) =>
        rectificationValues({ area, stream, dossier, calendar, changedAt }),
      // The due job was set under the older calendar, whatever the newer one says of it.
      setsJobsAnew: (name) => name === 'recompute-clocks',
      answer: ({ id, state, version }) => ({ id, state, version }),
    },
    doing,
  )
}

export function storedOf({ area, stream, hash, dossier }: RectificationRow): Stored<RectificationDossier> {
  return { area, stream, hash, dossier }
}
