import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Actor } from '#engine/actor.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { perform, type Done } from '#capabilities/acts/perform.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import { agentOfForm, partyOfForm } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { check } from '#ui/form/index.ts'
import type { Filing, ProcedureName } from '../contract.ts'
import { mayPromise } from '../model.ts'
import { NO_CASE } from '../model/dossier.ts'
import type { Attachments } from './attachments.ts'
import { caseCollection } from './collection.ts'
import type { CaseMeans } from './means.ts'
import type { CaseNumbers } from './numbers.ts'
import { caseReader } from '../store.ts'
import type { Worlds } from './worlds.ts'

export interface FilingRequest {
  area: string
  filing: Filing
  /** Whose draft a window finishes: the case becomes theirs, as it would online. Never said by a browser. */
  party?: string
  actor: Actor
  now: string
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
}

interface Parts {
  means: CaseMeans
  worlds: Worlds
  numbers: CaseNumbers
  attachments: Attachments
}

/** Files an application: looks up what the browser may not say, then opens the case through the engine. */
export async function file(parts: Parts, request: FilingRequest): Promise<Done | Refusal> {
  const { means } = parts
  const { area, filing, actor, now } = request
  const day = legalDay(now)
  const published = await means.catalogue.itemInForce(area, filing.item, day)
  if (published === undefined) return refusal('item-not-in-force', { facts: { item: filing.item } })
  const problems = check(published.item.form, filing.form as never)
  if (problems.length > 0) return refusal('form-invalid', { facts: { problems } })
  const signs = unprintable(JSON.stringify([filing.form, filing.postal]))
  if (signs.length > 0) return refusal('unprintable-signs', { facts: { signs } })
  const applicant = partyOfForm(published.item.form, filing.form)
  if (applicant === undefined) return refusal('party-unknown')
  const agent = agentOfForm(published.item.form, filing.form)
  const known = actor.kind === 'citizen' ? actor.party : request.party
  if (known !== undefined && !(await isOwnName(means, known, applicant, agent)))
    return refusal('applicant-other')
  // A counter takes things in at its own place; a case put down to another would be out of its sight at once.
  if (actor.kind === 'staff' && filing.acceptPlace !== actor.place) return refusal('place-not-yours')
  const [place] = await means.organisation.placesByIds(area, [filing.acceptPlace])
  if (place === undefined || !isOffered(published, place.kind)) {
    return refusal('item-not-offered-here', { facts: { item: published.item.name } })
  }
  const procedure = procedureFor(published, filing)
  if (isRefusal(procedure)) return procedure
  const window = await windowOf(means, area, actor, filing)
  if (isRefusal(window)) return window
  const region = filing.region ?? place.region
  const decider = await decidingBody(means, area, published, region, day)
  if (decider === undefined) return refusal('item-not-offered-here', { facts: { item: published.item.name } })

  const party = known ?? (await means.parties.findOrCreate(applicant))
  const promisor = procedure === 'commitment' ? await means.parties.findOrCreate(applicant) : undefined
  if (promisor && (await caseReader(means.db).hasBrokenPromise(area, [party, promisor])))
    return refusal('commitment-blocked', { basis: '国办发〔2020〕42号' })
  const stream = streamId('case', newId(), now)
  const files = await parts.attachments.handIn(
    area,
    actor,
    filing.materials.flatMap((line) => line.files),
    stream,
  )
  if (isRefusal(files)) return files
  const no = await parts.numbers.next(
    { area, adminCode: area, tier: decider.tier, creditCode: decider.creditCode },
    now,
  )
  const collection = caseCollection({
    means,
    worlds: parts.worlds,
    load: async () => ({ area, stream, hash: null, dossier: { ...NO_CASE, procedure } }),
    item: async () => published,
    party: () => party,
    reliesOn: [...request.reliesOn, { stream: published.stream, version: published.streamVersion }],
    applicantMasked: maskName(applicant.name),
  })
  return perform(means.ledger, collection, {
    action: actor.kind === 'citizen' ? 'file-online' : 'file-at-window',
    input: {
      ...{ filing, no, party, procedure, region, applicant, files },
      decidingBody: decider.id,
      ...(window ? { window } : {}),
      ...(promisor ? { promisor } : {}),
    },
    actor,
    now,
    requestId: request.requestId,
    requestHash: request.requestHash,
  })
}

/**
 * Whoever files online as a person is the one whose identity was checked: the applicant, or the agent (代办人) the form
 * names, whose mandate (授权委托书) is among the materials. A firm is named by its code, which nothing here can check yet.
 */
async function isOwnName(
  means: CaseMeans,
  party: string,
  applicant: PartyDetails,
  agent: ReturnType<typeof agentOfForm>,
): Promise<boolean> {
  if (applicant.idKind !== 'citizen-id') return true
  const known = await means.parties.details(party)
  return (
    known === undefined ||
    [applicant, agent].some((named) => named?.idNumber === known.idNumber && named.name === known.name)
  )
}

/** The item's ordinary procedure, or the promise the applicant chose where the item offers it to such applicants. */
function procedureFor({ item }: PublishedItem, { commitment, form }: Filing): ProcedureName | Refusal {
  if (commitment === undefined) return item.process.procedure
  return mayPromise(item, form)
    ? 'commitment'
    : refusal('commitment-not-offered', { facts: { item: item.name } })
}

/** The window a matter was taken in at: the one of the clerk's post unless another of the same place is named. */
async function windowOf(
  { organisation, posts }: CaseMeans,
  area: string,
  actor: Actor,
  filing: Filing,
): Promise<{ id: string; kind: string } | undefined | Refusal> {
  if (actor.kind !== 'staff') return undefined
  const id = filing.window ?? (await posts.windowOf(area, actor.post))
  if (id === undefined) return undefined
  const [found] = await organisation.windowsByIds(area, [id])
  if (found === undefined || found.place !== actor.place)
    return refusal('window-unknown', { facts: { window: id } })
  return { id: found.id, kind: found.kind }
}

/** The tiers an item is resident at (应进必进): a place of another tier cannot take it. */
function isOffered({ item }: PublishedItem, kind: string): boolean {
  const tier = kind === 'point' ? 'station' : kind
  return tier in item.entryModes
}

async function decidingBody(
  means: CaseMeans,
  area: string,
  { item }: PublishedItem,
  region: string,
  day: string,
): Promise<Body | undefined> {
  const { kind, body, townsOnly } = item.decidingBody
  if (kind === 'body') return (await means.organisation.bodiesByIds(area, [body!]))[0]
  const town = await means.organisation.townBody(area, region, day)
  return town?.kind === 'street-office' && townsOnly ? undefined : town
}
