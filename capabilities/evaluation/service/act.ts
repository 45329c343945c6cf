import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { perform, type Collection, type Done, type Stored } from '#capabilities/acts/perform.ts'
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

interface Doing {
  act: string
  input: Readonly<Record<string, unknown>>
  actor: Actor
  now: Instant
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
  seenVersion?: number
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
  const done = await performOn(parts, storedOf(row), request)
  return isRefusal(done) ? inOwnWords(done) : done
}

/** The engine's refusals under codes that have sentences about poor ratings. */
const OWN_CODES: Readonly<Record<string, string>> = {
  'not-in-this-state': 'rectification-moved-on',
  'changed-since-read': 'rectification-moved-on',
  'not-your-step': 'rectification-not-your-step',
}

function inOwnWords(refused: Refusal): Refusal {
  return { ...refused, code: OWN_CODES[refused.code] ?? refused.code }
}

/** A system act; it meets the same procedure as people do. */
export function systemAct(
  parts: Parts,
  row: RectificationRow,
  request: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>,
): Promise<Done | Refusal> {
  return performOn(parts, storedOf(row), bySystem(request))
}

/** The first act, on a stream that does not exist yet. */
export function openOne(
  parts: Parts,
  { area, stream, party }: { area: string; stream: string; party: string },
  request: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>,
): Promise<Done | Refusal> {
  const dossier = { ...poorRating.initial, party }
  return performOn(parts, { area, stream, hash: null, dossier }, bySystem(request))
}

function bySystem(request: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>): Doing {
  return {
    ...request,
    actor: { kind: 'system', job: request.act },
    requestHash: request.requestId,
    reliesOn: [],
  }
}

function performOn(
  { means, worlds }: Parts,
  first: Stored<RectificationDossier>,
  { act: action, reliesOn, seenVersion, ...rest }: Doing,
): Promise<Done | Refusal> {
  let held: Stored<RectificationDossier> | undefined = first
  const collection: Collection<RectificationDossier, RectificationWorld> = {
    procedure: () => poorRating,
    jobKind: RECTIFICATION_JOB,
    statement: SAVE_RECTIFICATION,
    async load() {
      const current = held
      held = undefined
      if (current !== undefined) return current
      const row = await rectificationReader(means.db).byStream(first.area, first.stream)
      return row === undefined ? first : storedOf(row)
    },
    world: ({ area, dossier }, { now }) => worlds.of(area, dossier.party, now, reliesOn),
    view: ({ area, stream, dossier }, { calendar }, changedAt) =>
      rectificationValues({ area, stream, dossier, calendar, changedAt }),
    // The due job was set under the older calendar, whatever the newer one says of it.
    setsJobsAnew: (name) => name === 'recompute-clocks',
    answer: ({ id, state, version }) => ({ id, state, version }),
  }
  return perform(means.ledger, collection, {
    ...rest,
    action,
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

export function storedOf({ area, stream, hash, dossier }: RectificationRow): Stored<RectificationDossier> {
  return { area, stream, hash, dossier }
}
