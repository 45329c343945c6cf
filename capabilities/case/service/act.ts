import type { Actor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { actorKey, actorRecord } from '#capabilities/acts/actor-record.ts'
import { heardBefore, perform, type Done } from '#capabilities/acts/perform.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { recordAttempt } from '#platform/ledger/attempts.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { HandedIn } from '../contract.ts'
import { COMPLETING } from '../chapters/completing.ts'
import { CHAPTERS } from '../chapters/index.ts'
import { areaOfCaseNumber } from '../model/case-number.ts'
import { ACTIONS } from '../model.ts'
import { sightOfCases } from '../sight.ts'
import { caseReader, type CaseRow } from '../store.ts'
import type { Attachments } from './attachments.ts'
import { caseCollection, storedOf } from './collection.ts'
import { inputProblems } from './input.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

export interface ActRequest {
  no: string
  act: string
  input: Readonly<Record<string, unknown>>
  seenVersion?: number
  actor: Actor
  now: string
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
}

export interface ActParts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}
type Parts = ActParts

/** Acts that open a case or belong to a job alone are not to be had by naming them in a URL. */
const NOT_BY_NAME = new Set(
  [...ACTIONS.values()]
    .filter(({ from, by }) => from.length === 0 || by.every((role) => role === 'system'))
    .map(({ name }) => name),
)

/** Acts that name files by id. */
const HANDS_IN = new Set(['supply', 'supply-at-window', ...CHAPTERS.flatMap(({ handsIn = [] }) => handsIn)])

/** Passing on a decision that one's own body holds (上推): no procedure has such an act, and asking for it leaves a trace. */
const UPWARD = 'transfer-up'

/** One act by a person on a case they may see; a case they may not see does not exist for them. */
export async function act(parts: Parts, request: ActRequest): Promise<Done | Refusal> {
  const { means } = parts
  if (request.act === UPWARD) return pushedUp(parts, request)
  if (NOT_BY_NAME.has(request.act) || !ACTIONS.has(request.act)) {
    return refusal('action-unknown')
  }
  const area = areaOfCaseNumber(request.no)
  const reader = caseReader(means.db)
  const first = await reader.find(area, request.no, sightOfCases(request.actor))
  // An act may take the case out of its maker's sight (转办); a lost answer can be asked for all the same.
  const heard = () => heardBefore(means.ledger, area, request)
  if (first === undefined) return (await heard()) ?? beyondSight(parts, area, request)
  return actOn(parts, first, request)
}

/** The act on a case that its maker may see, or that the service found for them (公示异议). */
export async function actOn(parts: Parts, first: CaseRow, request: ActRequest): Promise<Done | Refusal> {
  const heard = () => heardBefore(parts.means.ledger, first.area, request)
  const completed = await complete(parts, request, first)
  if (isRefusal(completed)) return (await heard()) ?? completed
  const { input } = completed
  const problems = inputProblems(request.act, input)
  if (problems.length > 0) return (await heard()) ?? refusal('input-invalid', { facts: { problems } })
  const signs = unprintable(JSON.stringify(input))
  if (signs.length > 0) return (await heard()) ?? refusal('unprintable-signs', { facts: { signs } })
  const done = await performOn(parts, first, { ...request, input })
  return isRefusal(done) ? inWords(parts, first, done) : done
}

/**
 * A town decides what it was given (不得上推, CAS-24), so the request is refused and on record. Who may lawfully send
 * something up, such as a village that takes in for its town (代受理), never holds the decision and asks for another act.
 */
async function pushedUp({ means }: Pick<Parts, 'means'>, request: ActRequest): Promise<Refusal> {
  const { actor, no, act: action, requestId, now: at } = request
  const area = areaOfCaseNumber(no)
  const row = await caseReader(means.db).find(area, no, sightOfCases(actor))
  if (row === undefined) return beyondSight({ means }, area, request)
  const { dossier, stream } = row
  if (actor.kind !== 'staff' || actor.body !== dossier.decidingBody) return refusal('action-unknown')
  const refused = refusal('no-upward-transfer', {
    facts: { item: dossier.item.id, body: dossier.decidingBody },
    recorded: true,
  })
  const body = { code: refused.code, action, stream, facts: { ...refused.facts } as Json }
  const who = { areaCode: area, actorKey: actorKey(actor), actor: actorRecord(actor) }
  await recordAttempt(means.ledger, { ...who, requestId, at, kind: 'attempted', body })
  return refused
}

/**
 * To the caller a case out of sight does not exist. When it does, and an officer of the same area tried to act on it,
 * the attempt is on record (越权, CAS-25), because only supervision may know the difference.
 */
async function beyondSight(
  { means }: Pick<Parts, 'means'>,
  area: string,
  request: ActRequest,
): Promise<Refusal> {
  const { actor, no, act: action, requestId, now: at } = request
  const everything = { everythingInArea: area }
  if (actor.kind === 'staff' && actor.area === area) {
    const row = await caseReader(means.db).find(area, no, everything)
    const body = { code: 'beyond-sight', action, stream: row?.stream ?? '' }
    const who = { areaCode: area, actorKey: actorKey(actor), actor: actorRecord(actor) }
    if (row) await recordAttempt(means.ledger, { ...who, requestId, at, kind: 'attempted', body })
  }
  return refusal('case-not-found')
}

/** What a person needs to understand a refusal: the names of the papers, and who was there before. */
async function inWords({ means }: Parts, row: CaseRow, refused: Refusal): Promise<Refusal> {
  const { facts = {} } = refused
  const { materials } = facts
  if (Array.isArray(materials)) {
    const { item } = await means.catalogue.pinned(row.area, row.dossier.item.id, row.dossier.item.version)
    const names = materials.map((id) => item.materials.find((material) => material.id === id)?.name ?? id)
    return { ...refused, facts: { ...facts, names } }
  }
  if (refused.code !== 'not-in-this-state' && refused.code !== 'changed-since-read') return refused
  const now = (await caseReader(means.db).byStream(row.area, row.stream))!
  const { post } = now.dossier.last.by
  const by = post && (await means.posts.namesOf(row.area, [post])).get(post)
  return { ...refused, facts: { ...facts, state: now.dossier.state, ...(by ? { by } : {}) } }
}

/** A system act that fell due; it meets the same procedure as people do. */
export async function systemAct(
  parts: Parts,
  row: CaseRow,
  request: Pick<ActRequest, 'act' | 'input' | 'now' | 'requestId'>,
): Promise<Done | Refusal> {
  const actor: Actor = { kind: 'system', job: request.act }
  return performOn(parts, row, {
    ...request,
    no: row.dossier.no,
    actor,
    requestHash: request.requestId,
    reliesOn: [],
  })
}

async function performOn(parts: Parts, first: CaseRow, request: ActRequest): Promise<Done | Refusal> {
  const { means, worlds } = parts
  let row: CaseRow | undefined = first
  const collection = caseCollection({
    worlds,
    load: async () => {
      const current = row ?? (await caseReader(means.db).byStream(first.area, first.stream))!
      row = undefined
      return storedOf(current)
    },
    item: ({ item }) => means.catalogue.pinned(first.area, item.id, item.version),
    party: (dossier) => dossier.party,
    reliesOn: request.reliesOn,
    applicantMasked: first.applicantMasked,
  })
  const { act: action, seenVersion, ...rest } = request
  return perform(means.ledger, collection, {
    ...rest,
    action,
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

/** Wrapped: an input that calls itself a refusal is not to be taken for one of ours. */
interface Completed {
  input: Readonly<Record<string, unknown>>
}

/** Supplying names files by id; the service adds what they are, so that nobody hands in another's file. */
async function complete(
  parts: Parts,
  { act: name, input, actor, now }: ActRequest,
  row: CaseRow,
): Promise<Completed | Refusal> {
  const completing = COMPLETING[name]
  if (completing) return completing(parts.means, row, { input, actor, now })
  if (!HANDS_IN.has(name)) return { input }
  const lines = Array.isArray(input['materials']) ? (input['materials'] as HandedIn[]) : []
  // The shape is judged below; until then anything may stand here.
  const ids = lines
    .flatMap((line) => (Array.isArray(line?.files) ? line.files : []))
    .filter((id) => typeof id === 'string')
  const files = await parts.attachments.handIn(row.area, actor, ids, row.stream)
  return isRefusal(files) ? files : { input: { ...input, files } }
}
