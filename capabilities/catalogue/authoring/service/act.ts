import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { inputCheck } from '#capabilities/acts/input-check.ts'
import {
  bySystem,
  inOwnWords,
  performOnOwn,
  type Doing,
  type SystemDoing,
} from '#capabilities/acts/own-stream.ts'
import { heardBefore, type Done, type Stored } from '#capabilities/acts/perform.ts'
import { sqlState } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Edit, NewChange } from '../../contract/change.ts'
import { NO_CHANGE, type ChangeDossier } from '../model/dossier.ts'
import { CHANGE_ACTIONS, itemChange, NOT_BY_NAME } from '../model/item-change.ts'
import type { ChangeWorld } from '../model/world.ts'
import { sightOfChanges } from '../sight.ts'
import { changeReader, changeValues, SAVE_CHANGE, type ChangeRow } from '../store.ts'
import { begin, type Begun, type Wish } from '../new-item/begin.ts'
import { paperFaults } from './judged.ts'
import type { AuthoringMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

export const CHANGE_JOB = 'item-change.act'

export interface Parts {
  means: AuthoringMeans
  worlds: Worlds
}

export interface ChangeActRequest extends Doing {
  actor: StaffActor
  id: string
}

export type OpenRequest = Omit<ChangeActRequest, 'act' | 'input' | 'id' | 'seenVersion'> & { wish: NewChange }

export type OpenNewRequest = Omit<OpenRequest, 'wish'> & { wish: Wish }

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
  const performed = () => performOn(parts, storedOf(row), actor.body, request)
  if (!PRINTED_BEFORE.has(name)) return worded(await performed())
  // Half an item cannot be printed; the act itself says what is missing.
  if (parts.worlds.shapeProblems(row.dossier.body).length > 0) return worded(await performed())
  const faults = await paperFaults(parts.means, row.area, row.dossier.body)
  if (faults.length > 0) return refusal('change-papers-do-not-open', { facts: { problems: faults } })
  return worded(await performed())
}

/** Begins a change: the draft is a copy of the newest version, or of the earlier one that is to come back. */
export async function openChange(parts: Parts, { wish, ...request }: OpenRequest): Promise<Done | Refusal> {
  const { area, body: authorBody } = request.actor
  const versions = (await parts.means.catalogue.versions(area, wish.item)).map(({ item }) => item)
  const newest = versions.at(-1)
  const source = wish.from === undefined ? newest : versions.find(({ version }) => version === wish.from)
  if (newest === undefined || source === undefined) return refusal('change-version-unknown')
  const { effectiveTo: _ended, ...kept } = source
  return openDraft(
    parts,
    {
      ...{ area, authorBody, reason: wish.reason, base: newest.version },
      body: { ...kept, version: newest.version + 1 },
      ...(source === newest ? {} : { rollsBackTo: source.version }),
    },
    request,
  )
}

/** Begins an item that is not there yet: from nothing, as a copy, under a list above, or as somebody brings it. */
export async function openNew(parts: Parts, { wish, ...request }: OpenNewRequest): Promise<Done | Refusal> {
  const { actor, now } = request
  const { area, body: authorBody } = actor
  const heard = await heardBefore(parts.means.ledger, area, request)
  if (heard) return heard
  const begun = await begin(parts.means, { area, authorBody, now }, wish)
  if (isRefusal(begun)) return begun
  return openDraft(parts, { area, authorBody, ...begun, reason: wish.reason, base: 0 }, request)
}

interface Draft extends Begun {
  area: string
  authorBody: string
  reason: string
  base: number
  rollsBackTo?: number
}

async function openDraft(
  parts: Parts,
  { area, authorBody, body, above, base, reason, rollsBackTo }: Draft,
  request: Omit<OpenRequest, 'wish'>,
): Promise<Done | Refusal> {
  const id = newId()
  const pack = await parts.means.organisation.pack(area)
  const under = above === undefined ? {} : { above }
  const input = {
    ...{ id, area, item: body.id, base, reason, authorBody, body, ...under },
    approves: pack?.body.parameters.authoring?.value.approves ?? '',
    ...(rollsBackTo === undefined ? {} : { rollsBackTo }),
  }
  const first = {
    ...{ area, stream: streamId('item-change', id, request.now), hash: null },
    dossier: { ...NO_CHANGE, item: body.id, base, body, ...under },
  }
  return worded(
    await performOn(parts, first, authorBody, { ...request, act: 'open', input }).catch(openAlready),
  )
}

/** One change of an item at a time: the index lets the first through, also of two in the same moment. */
export function openAlready(error: unknown): Refusal {
  if (
    sqlState(error) === UNIQUE_VIOLATION &&
    (error as { constraint?: string }).constraint === 'change_open_item'
  )
    return refusal('change-open-already')
  throw error
}

const UNIQUE_VIOLATION = '23505'

/** A system act; it meets the same procedure as people do. */
export function systemAct(parts: Parts, row: ChangeRow, request: SystemDoing): Promise<Done | Refusal> {
  return performOn(parts, storedOf(row), row.dossier.authorBody, bySystem(request))
}

export function performOn(
  { means, worlds }: Parts,
  first: Stored<ChangeDossier>,
  authorBody: string,
  { seenVersion, ...doing }: Doing,
): Promise<Done | Refusal> {
  const { act, input, reliesOn } = doing
  return performOnOwn<ChangeDossier, ChangeWorld>(
    means.ledger,
    first,
    {
      procedure: () => itemChange,
      jobKind: CHANGE_JOB,
      statement: SAVE_CHANGE,
      async again() {
        const row = await changeReader(means.db).byStream(first.area, first.stream)
        return row && storedOf(row)
      },
      world: ({ area, dossier: { item, base, body, above } }, { now }) =>
        worlds.of({ area, item, base, authorBody, now, reliesOn, body, ...(above ? { above } : {}) }),
      view: ({ area, stream, dossier }, { calendar }, changedAt) =>
        changeValues({ area, stream, dossier, calendar, changedAt }),
      answer: ({ id, state, version }) => ({ id, state, version }),
    },
    { ...doing, ...(seenVersion === undefined || saysWhatItSaw(act, input) ? {} : { seenVersion }) },
  )
}

/** Edits that say what they saw are judged one by one: two may write in one draft, each in another place. */
function saysWhatItSaw(action: string, { edits }: Readonly<Record<string, unknown>>): boolean {
  return action === 'edit' && (edits as readonly Edit[]).every(({ was }) => was !== undefined)
}

export function storedOf({ area, stream, hash, dossier }: ChangeRow): Stored<ChangeDossier> {
  return { area, stream, hash, dossier }
}

/** The engine's refusals under codes that have sentences about changes of items. */
const worded = inOwnWords({
  'not-in-this-state': 'change-moved-on',
  'changed-since-read': 'change-moved-on',
  'not-your-step': 'change-not-your-step',
})
