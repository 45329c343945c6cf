import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Actor } from '#engine/actor.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import { heardBefore, perform, type Done } from '#capabilities/acts/perform.ts'
import { sunkTo, type PublishedItem } from '#capabilities/catalogue/index.ts'
import { targetedPlaces } from '#capabilities/catalogue/model.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import { handlerAt, pausedWindows } from '#capabilities/organisation/index.ts'
import { windowProblem } from '#capabilities/organisation/model.ts'
import { agentOfForm, partyOfForm } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { situationOf, type FormValues } from '#ui/form/index.ts'
import type { Licences } from '#capabilities/licence-seal/index.ts'
import type { Filing, ProcedureName } from '../contract.ts'
import { formProblems, mayPromise } from '../model.ts'
import { NO_CASE } from '../model/dossier.ts'
import type { Attachments } from './attachments.ts'
import { caseCollection } from './collection.ts'
import { entrustedAt } from '../chapters/entrustment/at-filing.ts'
import { decidedElsewhere } from '../chapters/licences/filing.ts'
import { barredForFraud } from '../chapters/licences/fraud.ts'
import { licenceAbout } from '../chapters/licences/licence-about.ts'
import { deciderOf, routeOf } from './decider.ts'
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
  /** Somebody files by hand: whoever has the same under way is asked whether they mean it. */
  warns?: boolean
}

export interface FilingParts {
  means: CaseMeans
  licences: Licences
  worlds: Worlds
  numbers: CaseNumbers
  attachments: Attachments
}

/**
 * Files an application. Once it is filed some answers are others (an application about the same licence runs), and whoever saw
 * none and asks again hears that it was done.
 */
export async function file(parts: FilingParts, request: FilingRequest): Promise<Done | Refusal> {
  let outcome = await filed(parts, request)
  // Something of the item was published between looking and writing: whether it holds already is seen by looking again.
  if (isRefusal(outcome) && outcome.code === 'item-changed' && outcome.facts === undefined)
    outcome = await filed(parts, request)
  if (!isRefusal(outcome)) return outcome
  return (await heardBefore(parts.means.ledger, request.area, request)) ?? outcome
}

/** Looks up what the browser may not say, then opens the case through the engine. */
async function filed(parts: FilingParts, request: FilingRequest): Promise<Done | Refusal> {
  const { means } = parts
  const { area, filing, actor, now } = request
  const day = legalDay(now)
  const published = await means.catalogue.itemInForce(area, filing.item, day)
  if (published === undefined) return refusal('item-not-in-force', { facts: { item: filing.item } })
  const regions = await parts.worlds.regions(area)
  const problems = formProblems(published.item.form, filing.form as FormValues, { regions, day })
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
  const here = await acceptingPlace(means, area, actor, published, filing, day)
  if (isRefusal(here)) return here
  const { place, station, sunk } = here
  const about = await licenceAbout(parts, published, {
    ...{ area, filing, day, applicant, known, online: actor.kind === 'citizen' },
  })
  if (isRefusal(about)) return about
  const procedure = procedureFor(published, filing)
  if (isRefusal(procedure)) return procedure
  if (procedure === 'commitment' && station !== undefined)
    return refusal('commitment-not-offered', { facts: { item: published.item.name } })
  const situation = about ? undefined : situationOf(published.item, filing.form as FormValues)?.no
  const window = await windowOf(means, area, actor, filing, published.item.domain)
  if (isRefusal(window)) return window
  const region = filing.region ?? place.region
  const decider = await deciderOf(means, area, published.item, { region, day })
  if (decider === undefined) return refusal('item-not-offered-here', { facts: { item: published.item.name } })
  const elsewhere = decidedElsewhere(about, decider.body)
  if (elsewhere) return elsewhere
  const route = routeOf(await parts.worlds.parameters(area), { item: published.item, place, decider })
  if (isRefusal(route)) return route

  const { body: department } = decider
  const entrusted = await entrustedAt(means, area, { item: published.item.id, department, place, day })

  const handler = await handlerAt(means.db, means.organisation, area, {
    item: published.item.id,
    body: department,
    day,
  })

  const party = known ?? (await means.parties.findOrCreate(applicant))
  const promisor = procedure === 'commitment' ? await means.parties.findOrCreate(applicant) : undefined
  if (promisor && (await caseReader(means.db).hasBrokenPromise(area, [party, promisor])))
    return refusal('commitment-blocked', { basis: '国办发〔2020〕42号' })
  // Somebody else's account does not open the door to whoever is barred.
  const applicantParty = published.item.publicSafety
    ? (promisor ?? (await means.parties.findOrCreate(applicant)))
    : undefined
  const parties = [party, applicantParty ?? party]
  const barred =
    applicantParty &&
    ((await caseReader(means.db).barred(area, filing.item, parties, day)) ??
      (await barredForFraud(parts.licences, { area, item: published.item, parties, day })))
  if (barred)
    return refusal(`barred-${barred.by}`, {
      facts: { until: barred.until },
      basis: barred.by === '78' ? '行政许可法第七十八条' : '行政许可法第七十九条',
    })
  const twin = request.warns ? await twinOf(means, request, applicant, known) : undefined
  if (twin) return twin
  const stream = streamId('case', newId(), now)
  const files = await parts.attachments.handIn(
    area,
    actor,
    filing.materials.flatMap((line) => line.files),
    stream,
  )
  if (isRefusal(files)) return files
  const no = await parts.numbers.next(
    { area, adminCode: area, tier: decider.organ.tier, creditCode: decider.organ.creditCode },
    now,
  )
  const collection = caseCollection({
    worlds: parts.worlds,
    load: async () => ({
      area,
      stream,
      hash: null,
      dossier: {
        ...{ ...NO_CASE, procedure },
        ...(about ? { about } : {}),
        ...(situation === undefined ? {} : { situation }),
      },
    }),
    item: async () => published,
    party: () => party,
    reliesOn: [
      ...request.reliesOn,
      { stream: published.stream, version: published.streamVersion },
      // The power that brought the matter to the town; taken back meanwhile, the matter is filed anew with who holds it.
      ...(decider.grant ? [{ stream: decider.grant.stream, version: decider.grant.version }] : []),
    ],
    applicantMasked: maskName(applicant.name),
  })
  return perform(means.ledger, collection, {
    action: actor.kind === 'citizen' ? 'file-online' : station || sunk ? 'file-at-station' : 'file-at-window',
    input: {
      ...{ filing: { ...filing, acceptPlace: place.id }, no, party, procedure, region, applicant, files },
      decidingBody: decider.body,
      ...(decider.inNameOf === undefined ? {} : { inNameOf: decider.inNameOf }),
      ...(route.remote ? { remote: true } : {}),
      ...(station === undefined ? {} : { station: station.id }),
      ...(sunk === undefined ? {} : { sunk }),
      ...(entrusted === undefined ? {} : { entrusted }),
      ...(handler === undefined ? {} : { handler }),
      ...(window ? { window } : {}),
      ...(promisor ? { promisor } : {}),
      ...(applicantParty && applicantParty !== party ? { applicantParty } : {}),
      ...(about ? { about } : {}),
      ...(situation === undefined ? {} : { situation }),
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

/** The same applied for once more is mostly a mistake, and somebody who means it says why (CAS-01). */
async function twinOf(
  means: CaseMeans,
  { area, actor, filing, requestId, requestHash }: FilingRequest,
  applicant: PartyDetails,
  account: string | undefined,
): Promise<Refusal | undefined> {
  if (filing.again !== undefined || filing.about !== undefined) return undefined
  const own = await means.parties.find(applicant.idKind, applicant.idNumber)
  // Online a number proves nobody: what somebody else has applied for is nothing for whoever files for them to learn.
  const shown = own !== undefined && (actor.kind === 'staff' || own === account)
  const twin = await caseReader(means.db).twin(area, filing.item, {
    parties: shown ? [own] : [],
    account: account ?? null,
    masked: maskName(applicant.name),
  })
  if (twin === undefined) return undefined
  // A second click finds the case of the first, and has to hear its number.
  const request = { areaCode: area, actorKey: actorKey(actor), requestId, requestHash }
  const answered = await means.ledger.answered(request)
  return answered === undefined ? refusal('already-applied', { facts: twin }) : undefined
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
  { db, organisation, posts, clock }: CaseMeans,
  area: string,
  actor: Actor,
  filing: Filing,
  domain: string,
): Promise<{ id: string; kind: string } | undefined | Refusal> {
  if (actor.kind !== 'staff') return undefined
  const id = filing.window ?? (await posts.windowOf(area, actor.post))
  if (id === undefined) return undefined
  const [found] = await organisation.windowsByIds(area, [id])
  if (found === undefined || found.place !== actor.place)
    return refusal('window-unknown', { facts: { window: id } })
  const closed = await pausedWindows(db, area, { place: found.place, on: legalDay(clock.now()) })
  const pause = closed.find(({ window }) => window === id)
  if (pause) return refusal('window-paused', { facts: { window: found.name, instead: pause.instead } })
  const model = (await organisation.pack(area))?.body.parameters.windowModel.value
  const others = model && windowProblem(model, found, domain)
  return others
    ? refusal('window-other-matters', { facts: others.facts ?? {} })
    : { id: found.id, kind: found.kind }
}

interface Accepting {
  place: Place
  /** The station that takes it in for that place (代受理). */
  station?: Place
  /** The station accepts by itself, and perhaps decides: its mode was raised (环节下沉, LC-3.4-10). */
  sunk?: 'accept' | 'handle'
}

/** The place whose windows accept: the one it was brought to, or for a station the place above it (BS-2.7-07). */
async function acceptingPlace(
  { db, organisation, catalogue }: CaseMeans,
  area: string,
  actor: Actor,
  published: PublishedItem,
  filing: Filing,
  day: string,
): Promise<Accepting | Refusal> {
  const notHere = refusal('item-not-offered-here', { facts: { item: published.item.name } })
  const [brought] = await organisation.placesByIds(area, [filing.acceptPlace])
  if (brought === undefined) return notHere
  const targeted = await isTargeted(catalogue, area, published, { place: brought.id, day })
  if (!targeted && !isOffered(published, brought.kind)) return notHere
  const agent = actor.kind === 'staff' && !actor.roles.includes('window-clerk')
  // No window sits in a village: what is filed online for its station waits at the town's.
  const online = actor.kind === 'citizen' && (brought.kind === 'station' || brought.kind === 'point')
  if (!agent && !online) return { place: brought }
  const sunk = agent
    ? await sunkTo(db, area, { item: published.item.id, station: brought.id, day })
    : undefined
  if (sunk !== undefined) return { place: brought, sunk }
  for (let above = brought.parent; above !== null;) {
    const [place] = await organisation.placesByIds(area, [above])
    if (place === undefined) return notHere
    if (place.kind !== 'station' && place.kind !== 'point' && isOffered(published, place.kind))
      return online ? { place } : { place, station: brought }
    above = place.parent
  }
  return notHere
}

/** Whether taking it in was given to this place alone (定向放权, LC-2.3-02): no other of its tier has it. */
async function isTargeted(
  catalogue: CaseMeans['catalogue'],
  area: string,
  { item }: PublishedItem,
  { place, day }: { place: string; day: string },
): Promise<boolean> {
  return targetedPlaces(await catalogue.grantsInMemory(area, false), item.id, day).has(place)
}

/** The tiers an item is resident at (应进必进): a place of another tier cannot take it. */
function isOffered({ item }: PublishedItem, kind: string): boolean {
  const tier = kind === 'point' ? 'station' : kind
  return tier in item.entryModes
}
