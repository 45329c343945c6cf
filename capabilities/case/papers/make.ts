import { createHash } from 'node:crypto'
import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import { lineOf, type Seal } from '#capabilities/licence-seal/model.ts'
import type { OpeningHours } from '#capabilities/organisation/contract.ts'
import { openingHoursSentence } from '#capabilities/organisation/model.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { drawSeal } from '#platform/documents/seal.ts'
import { isRefused } from '#platform/refusal.ts'
import { composePaper } from '../documents/papers.ts'
import { effectiveItem } from '../model/effective-item.ts'
import { decisionSeals, nameOf, powerKind } from '../model/powers.ts'
import type { Paper } from '../model/dossier.ts'
import type { CaseMeans } from '../service/means.ts'
import { openTexts } from '../service/open-texts.ts'
import type { Worlds } from '../service/worlds.ts'
import type { CaseRow } from '../store.ts'
import { composePaperData } from './compose.ts'
import { paperKind, sealPurpose } from './kinds.ts'
import { registerPaper } from './register.ts'
import { paperToken, queryCode } from './tokens.ts'

export type MadePaper = Omit<Paper, 'at'> & { file: string; hash: string }

/** Renders the paper a fact brought about, stores it, and makes it findable for /verify. Repeating gives the same bytes. */
export async function makePaper(
  means: CaseMeans,
  worlds: Worlds,
  row: CaseRow,
  seq: number,
): Promise<MadePaper | undefined> {
  const { dossier, area } = row
  const facts = (await means.ledger.facts(area, row.stream)).map(readFact)
  const fact = facts.find((candidate) => candidate.seq === seq)
  const kind = fact && paperKind(fact, dossier)
  if (fact === undefined || kind === undefined) return undefined
  const reasons = reasonsOf(kind, fact, facts)
  const id =
    (reasons.body['paper'] as string | undefined) ?? (fact.body['paper'] as string | undefined) ?? row.id
  const token = paperToken(means.keys, area, id)
  const { request, item } = await compose(means, worlds, row, { kind, fact, reasons }, token, facts)
  const bytes = await means.renderer.render(request)
  const stored = await means.files.upload({ area, fileName: `${kind}.pdf`, bytes: one(bytes) })
  if (isRefused(stored)) throw new Error(`the ${kind} of ${dossier.no} could not be stored: ${stored.code}`)
  await means.files.retain(means.db, area, stored.id, row.stream)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const number = reasons.body['number'] as string | undefined
  const paper = { id, kind, seq, ...(number === undefined ? {} : { number }), file: stored.id, hash }
  await registerPaper(means, {
    area,
    dossier,
    item,
    applicantMasked: row.applicantMasked,
    paper,
    causedAt: fact.at,
  })
  return paper
}

/** A sealed decision states the reasons of the decision before it; every other paper its own. */
function reasonsOf(kind: Paper['kind'], fact: Fact, facts: readonly Fact[]): Fact {
  if (kind !== 'grant' && kind !== 'denial') return fact
  return (
    facts.findLast(({ kind: of, seq }) => (of === 'granted' || of === 'denied') && seq < fact.seq) ?? fact
  )
}

async function compose(
  means: CaseMeans,
  worlds: Worlds,
  row: CaseRow,
  paper: { kind: Paper['kind']; fact: Fact; reasons: Fact },
  token: string,
  facts: readonly Fact[],
) {
  const { dossier, area } = row
  const published = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const item = effectiveItem(published.item, dossier.procedure, dossier)
  const [place] = await means.organisation.placesByIds(area, [dossier.acceptPlace])
  const from = dossier.sentFrom?.place
  const [station] = from === undefined ? [] : await means.organisation.placesByIds(area, [from])
  const [body] = await means.organisation.bodiesByIds(area, [nameOf(dossier)])
  if (place === undefined || body === undefined)
    throw new Error(`${dossier.no}: place or body is not in the register`)
  const opened = await openTexts(means, dossier, facts)
  const hours = await means.organisation.standard(area, place.id, 'openingHours', legalDay(paper.fact.at))
  const decidedBy = await decider(means, area, dossier, paper.kind)
  const data = composePaperData({
    ...paper,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(await presider(means, area, paper.fact)),
    dossier,
    item,
    applicant: opened.get(dossier.applicant) as PartyDetails,
    body,
    place,
    ...(station === undefined ? {} : { station: station.name }),
    hours: openingHoursSentence(hours.value as OpeningHours),
    calendar: await worlds.calendar(area),
    verifyUrl: `${means.publicUrl}/verify/${token}`,
    publicUrl: means.publicUrl,
    queryCode: queryCode(means.keys, dossier.no),
    demo: means.demo,
    open: <T>(sealed: string) => opened.get(sealed) as T,
  })
  const seal = await sealOn(means, worlds, row, paper, published)
  const drawn =
    seal &&
    drawSeal({
      organisation: seal.inscription,
      line: lineOf(seal),
      diameterMm: seal.diameterMm,
      demo: means.demo,
    })
  return { request: composePaper(data, drawn), item }
}

/**
 * The seal the act used; a paper without a sealing of its own carries the one its kind would be sealed with on its day:
 * what decides the decision seal by the area's plan, anything else the seal of acceptance.
 */
async function sealOn(
  means: CaseMeans,
  worlds: Worlds,
  { area, dossier }: CaseRow,
  { kind, fact }: { kind: Paper['kind']; fact: Fact },
  published: PublishedItem,
): Promise<Seal | undefined> {
  const used = fact.body['seal'] as string | undefined
  if (used !== undefined) return means.seals.byId(area, used)
  const day = legalDay(fact.at)
  if (sealPurpose(kind) === 'acceptance') {
    const seals = await means.seals.inForce(area, day, false)
    return seals.find(({ body, purpose }) => body === nameOf(dossier) && purpose === 'acceptance')
  }
  const who = { actor: { kind: 'system' as const, job: 'case.papers' }, reliesOn: [] }
  const world = await worlds.of(area, published, dossier, who, false)
  return decisionSeals(dossier, world, powerKind(dossier, world, day))[0]
}

/** The person behind a no, as the register of posts names them. */
async function decider(
  { posts }: CaseMeans,
  area: string,
  { decision, revocation, termination }: CaseRow['dossier'],
  kind: Paper['kind'],
): Promise<string | undefined> {
  const said = { denial: decision, 'not-accepted': decision, revocation, termination }[kind as string]
  const post = said?.by.post
  return post && (await posts.namesOf(area, [post])).get(post)
}

/** Who presides, where the paper calls to a hearing. */
async function presider(
  { posts }: CaseMeans,
  area: string,
  { body }: Fact,
): Promise<{ presidedBy?: string }> {
  const post = body['presider']
  const name = typeof post === 'string' ? (await posts.namesOf(area, [post])).get(post) : undefined
  return name === undefined ? {} : { presidedBy: name }
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
