import { createHash } from 'node:crypto'
import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { lineOf } from '#capabilities/licence-seal/model.ts'
import type { OpeningHours } from '#capabilities/organisation/contract.ts'
import { openingHoursSentence } from '#capabilities/organisation/model.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { drawSeal } from '#platform/documents/seal.ts'
import { isRefused } from '#platform/refusal.ts'
import { composePaper } from '../documents/papers.ts'
import { effectiveItem } from '../model/effective-item.ts'
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
  const { request, item } = await compose(means, worlds, row, { kind, fact, reasons }, token)
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
) {
  const { dossier, area } = row
  const { item: published } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const item = effectiveItem(published, dossier.procedure)
  const [place] = await means.organisation.placesByIds(area, [dossier.acceptPlace])
  const [body] = await means.organisation.bodiesByIds(area, [dossier.decidingBody])
  if (place === undefined || body === undefined)
    throw new Error(`${dossier.no}: place or body is not in the register`)
  const opened = await openTexts(means, dossier, [paper.fact, paper.reasons])
  const hours = await means.organisation.standard(area, place.id, 'openingHours', legalDay(paper.fact.at))
  const decidedBy = await decider(means, area, dossier, paper.kind)
  const data = composePaperData({
    ...paper,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    dossier,
    item,
    applicant: opened.get(dossier.applicant) as PartyDetails,
    body,
    place,
    hours: openingHoursSentence(hours.value as OpeningHours),
    calendar: await worlds.calendar(area),
    verifyUrl: `${means.publicUrl}/verify/${token}`,
    publicUrl: means.publicUrl,
    queryCode: queryCode(means.keys, dossier.no),
    demo: means.demo,
    open: <T>(sealed: string) => opened.get(sealed) as T,
  })
  const seals = await means.seals.inForce(area, legalDay(paper.fact.at), false)
  const seal = seals.find(
    ({ body: owner, purpose }) => owner === body.id && purpose === sealPurpose(paper.kind),
  )
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

/** The person behind a no, as the register of posts names them. */
async function decider(
  { posts }: CaseMeans,
  area: string,
  { decision, revocation }: CaseRow['dossier'],
  kind: Paper['kind'],
): Promise<string | undefined> {
  const said = kind === 'revocation' ? revocation : decision
  const post = ['denial', 'not-accepted', 'revocation'].includes(kind) ? said?.by.post : undefined
  return post && (await posts.namesOf(area, [post])).get(post)
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
