import type { Actor, StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { inputCheck } from '#capabilities/acts/input-check.ts'
import { perform, type Collection, type Done, type Stored } from '#capabilities/acts/perform.ts'
import { sqlState } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { NewChange } from '../../contract/change.ts'
import { NO_CHANGE, type ChangeDossier } from '../model/dossier.ts'
import { CHANGE_ACTIONS, itemChange, NOT_BY_NAME } from '../model/item-change.ts'
import type { ChangeWorld } from '../model/world.ts'
import { sightOfChanges } from '../sight.ts'
import { changeReader, changeValues, SAVE_CHANGE, type ChangeRow } from '../store.ts'
import type { AuthoringMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

export const CHANGE_JOB = 'item-change.act'

export interface Parts {
  means: AuthoringMeans
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

export interface ChangeActRequest extends Doing {
  actor: StaffActor
  id: string
}

export type OpenRequest = Omit<ChangeActRequest, 'act' | 'input' | 'id' | 'seenVersion'> & { wish: NewChange }

/** Acts that send a version on towards the public, whose papers have to open first (YY-3.2.5-04). */
const PRINTED_BEFORE = new Set(['submit', 'publish'])

const inputProblems = inputCheck(CHANGE_ACTIONS)

/** One act by a person on a change they may see; one they may not see does not exist for them. */
export async function act(parts: Parts, request: ChangeActRequest): Promise<Done | Refusal> {
  const { actor, id, act: name } = request
  const row = await changeReader(parts.means.db).find(actor.area, id, sightOfChanges(actor))
  if (row === undefined) return refusal('change-not-found')
  if (NOT_BY_NAME.has(name) || !CHANGE_ACTIONS.has(name)) return refusal('action-unknown')
  const problems = inputProblems(name, request.input)
  if (problems.length > 0) return refusal('input-invalid', { facts: { problems } })
  const faults = PRINTED_BEFORE.has(name) ? await parts.means.paperFaults?.(row.area, row.dossier.body) : []
  if (faults !== undefined && faults.length > 0)
    return refusal('change-papers-do-not-open', { facts: { problems: faults } })
  return inOwnWords(await performOn(parts, storedOf(row), actor.body, request))
}

/** Begins a change: the draft is a copy of the newest version, or of the earlier one that is to come back. */
export async function openChange(parts: Parts, { wish, ...request }: OpenRequest): Promise<Done | Refusal> {
  const { actor, now } = request
  const { area, body: authorBody } = actor
  const versions = (await parts.means.catalogue.versions(area, wish.item)).map(({ item }) => item)
  const newest = versions.at(-1)
  const source = wish.from === undefined ? newest : versions.find(({ version }) => version === wish.from)
  if (newest === undefined || source === undefined) return refusal('change-version-unknown')
  const id = newId()
  const approves = (await parts.means.organisation.pack(area))?.body.parameters.authoring?.value.approves
  const { effectiveTo: _ended, ...kept } = source
  const input = {
    ...{ id, area, item: wish.item, base: newest.version, reason: wish.reason, authorBody },
    approves: approves ?? '',
    body: { ...kept, version: newest.version + 1 },
    ...(source === newest ? {} : { rollsBackTo: source.version }),
  }
  const first = {
    ...{ area, stream: streamId('item-change', id, now), hash: null },
    dossier: { ...NO_CHANGE, item: wish.item, base: newest.version },
  }
  return inOwnWords(
    await performOn(parts, first, authorBody, { ...request, act: 'open', input }).catch(openAlready),
  )
}

/** One change of an item at a time: the index lets the first through, also of two in the same moment. */
function openAlready(error: unknown): Refusal {
  if (
    sqlState(error) === UNIQUE_VIOLATION &&
    (error as { constraint?: string }).constraint === 'change_open_item'
  )
    return refusal('change-open-already')
  throw error
}

const UNIQUE_VIOLATION = '23505'

/** A system act; it meets the same procedure as people do. */
export function systemAct(
  parts: Parts,
  row: ChangeRow,
  request: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>,
): Promise<Done | Refusal> {
  return performOn(parts, storedOf(row), row.dossier.authorBody, {
    ...request,
    actor: { kind: 'system', job: request.act },
    requestHash: request.requestId,
    reliesOn: [],
  })
}

function performOn(
  { means, worlds }: Parts,
  first: Stored<ChangeDossier>,
  authorBody: string,
  { act: action, reliesOn, seenVersion, ...rest }: Doing,
): Promise<Done | Refusal> {
  let held: Stored<ChangeDossier> | undefined = first
  const collection: Collection<ChangeDossier, ChangeWorld> = {
    procedure: () => itemChange,
    jobKind: CHANGE_JOB,
    statement: SAVE_CHANGE,
    async load() {
      const current = held
      held = undefined
      if (current !== undefined) return current
      const row = await changeReader(means.db).byStream(first.area, first.stream)
      return row === undefined ? first : storedOf(row)
    },
    world: ({ area, dossier: { item, base } }, { now }) =>
      worlds.of({ area, item, base, authorBody, now, reliesOn }),
    view: ({ area, stream, dossier }, { calendar }, changedAt) =>
      changeValues({ area, stream, dossier, calendar, changedAt }),
    answer: ({ id, state, version }) => ({ id, state, version }),
  }
  return perform(means.ledger, collection, {
    ...rest,
    action,
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

export function storedOf({ area, stream, hash, dossier }: ChangeRow): Stored<ChangeDossier> {
  return { area, stream, hash, dossier }
}

/** The engine's refusals under codes that have sentences about changes of items. */
const OWN_CODES: Readonly<Record<string, string>> = {
  'not-in-this-state': 'change-moved-on',
  'changed-since-read': 'change-moved-on',
  'not-your-step': 'change-not-your-step',
}

function inOwnWords(done: Done | Refusal): Done | Refusal {
  return isRefusal(done) ? { ...done, code: OWN_CODES[done.code] ?? done.code } : done
}
