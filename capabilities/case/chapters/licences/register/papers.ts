import { createHash } from 'node:crypto'
import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { LicenceRow } from '#capabilities/licence-seal/index.ts'
import {
  LICENCE_DAYS,
  lineOf,
  type LicenceDossier,
  type LicencePaper,
  type Serving,
} from '#capabilities/licence-seal/model.ts'
import type { Body, Place } from '#capabilities/organisation/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskCitizenId } from '#platform/crypto/mask.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { Queryable } from '#platform/db/db.ts'
import { drawSeal } from '#platform/documents/seal.ts'
import { isRefused } from '#platform/refusal.ts'
import { composePaper, type PaperData } from '../../../documents/papers.ts'
import { remedies } from '../../../papers/of-item.ts'
import { paperToken } from '../../../papers/tokens.ts'
import type { CaseMeans } from '../../../service/means.ts'
import { paperTitleOf, wordedPaper, type LicenceTexts } from './paper-words.ts'
import type { LicenceParts } from './parts.ts'
import { SERVED, serviceWords } from './service-paper.ts'

/** Facts that bring a paper about, and which. */
export const LICENCE_PAPER_FACTS: Readonly<Record<string, LicencePaper['kind']>> = {
  'licence-intent-told': 'intent',
  'licence-ending-decided': 'ending',
  'licence-amendment-decided': 'amendment',
  'licence-intent-served': 'service',
  'licence-ended': 'service',
  'licence-amended': 'service',
}

/** Renders the paper a fact of a licence brought about and makes it findable for /verify. Repeating gives the same bytes. */
export async function makeLicencePaper(
  parts: LicenceParts,
  row: LicenceRow,
  seq: number,
): Promise<Omit<LicencePaper, 'at'>> {
  const { means } = parts
  const { area, dossier, stream } = row
  const facts = (await means.ledger.facts(area, stream)).map(readFact)
  const fact = facts.find((each) => each.seq === seq)!
  const kind = LICENCE_PAPER_FACTS[fact.kind]!
  const id = String(fact.body['paper'])
  const token = paperToken(means.keys, area, id)
  const verifyUrl = `${means.publicUrl}/verify/${token}`
  const { data, item } = await compose(parts, row, { fact, facts, verifyUrl })
  const bytes = await means.renderer.render(composePaper(data, await sealOn(means, dossier, fact)))
  const stored = await means.files.upload({ area, fileName: `licence-${kind}.pdf`, bytes: one(bytes) })
  if (isRefused(stored))
    throw new Error(`the ${kind} of ${dossier.number} could not be stored: ${stored.code}`)
  await means.files.retain(means.db, area, stored.id, stream)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const number = fact.body['number'] as string | undefined
  const paper = { id, kind, seq, ...(number === undefined ? {} : { number }), file: stored.id, hash }
  await registerLicencePaper(means, { row, item, fact, paper })
  return paper
}

interface Registered {
  row: LicenceRow
  item: ItemVersion
  fact: Fact
  paper: Omit<LicencePaper, 'at'>
}

/** Makes a paper findable for /verify; returns whether it was not there yet. */
export async function registerLicencePaper(
  { db, keys, demo }: Pick<CaseMeans, 'db' | 'keys' | 'demo'>,
  { row: { area, dossier, holderMasked }, item, fact, paper: { id, kind, number, hash } }: Registered,
): Promise<boolean> {
  const rows = await db.query(REGISTER, [
    ...[area, id, paperToken(keys, area, id), dossier.case, `licence-${kind}`, paperTitleOf(fact, item)],
    ...[number ?? null, dossier.body, item.id, holderMasked, legalDay(fact.at), hash, demo],
  ])
  return rows.length > 0
}

async function compose(
  { means, worlds }: LicenceParts,
  { area, dossier }: LicenceRow,
  { fact, facts, verifyUrl }: { fact: Fact; facts: readonly Fact[]; verifyUrl: string },
): Promise<{ data: PaperData; item: ItemVersion }> {
  const [{ item }, [body], [place], parameters, opened] = await Promise.all([
    means.catalogue.pinned(area, dossier.item, dossier.itemVersion),
    means.organisation.bodiesByIds(area, [dossier.body]),
    means.organisation.placesByIds(area, [dossier.place]),
    worlds.parameters(area),
    openedTexts(means, dossier, fact),
  ])
  if (body === undefined || place === undefined)
    throw new Error(`${dossier.number}: place or body is not in the register`)
  const carried = common({
    ...{ dossier, item, body, place, fact, holder: opened.holder, verifyUrl, demo: means.demo },
  })
  if (fact.kind in SERVED) {
    const record = opened.texts as Partial<Serving>
    return { data: { ...carried, ...serviceWords(fact, { item, facts, place: place.name, record }) }, item }
  }
  const { statementWorkingDays } = parameters.licences ?? LICENCE_DAYS
  const worded = wordedPaper(fact, { dossier, item, ...opened, statementWorkingDays })
  const decidedBy = await decider(means, area, fact)
  const data: PaperData = {
    kind: 'notice',
    ...carried,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...worded,
    remedies: remedies({ item }),
  }
  return { data, item }
}

interface Common {
  dossier: LicenceDossier
  item: ItemVersion
  body: Body
  place: Place
  fact: Fact
  holder: PartyDetails | undefined
  verifyUrl: string
  demo: boolean
}

/** What every paper carries; an erased holder is called as the register still calls them. */
function common({ dossier, item, body, place, fact, holder, verifyUrl, demo }: Common) {
  const number = fact.body['number'] as string | undefined
  const person = holder?.idKind === 'citizen-id'
  return {
    ...{ date: legalDay(fact.at), body: { name: body.name }, caseNo: dossier.case, verifyUrl, demo },
    ...(number === undefined ? {} : { number }),
    item: { name: item.name, type: item.itemType },
    party: {
      name: holder?.name ?? '持证人',
      kind: person ? ('person' as const) : ('organisation' as const),
      ...(holder === undefined
        ? {}
        : {
            idKind: person ? '公民身份号码' : '统一社会信用代码',
            idMasked: person ? maskCitizenId(holder.idNumber) : holder.idNumber,
          }),
    },
    contact: { phone: item.enquiryPhone, address: place.address, complaintPhone: item.complaintPhone },
  }
}

async function openedTexts({ sealing }: CaseMeans, { party, holder }: LicenceDossier, { body }: Fact) {
  const open = async <V>(sealed: unknown): Promise<V | undefined> => {
    if (typeof sealed !== 'string') return undefined
    const text = await sealing.open(NO_AREA, subjectOf(party), sealed as Sealed)
    return text === null ? undefined : (JSON.parse(text) as V)
  }
  const [details, text, told] = await Promise.all([
    open<PartyDetails>(holder),
    open<LicenceTexts>(body['text']),
    open<LicenceTexts>(body['told']),
  ])
  return { holder: details, texts: { ...told, ...text } }
}

async function decider({ posts }: CaseMeans, area: string, { actor }: Fact): Promise<string | undefined> {
  return actor.kind === 'staff' ? (await posts.namesOf(area, [actor.post])).get(actor.post) : undefined
}

/** A decision carries the seal it names; the notice before it the one the body decides with. */
async function sealOn({ seals, demo }: CaseMeans, { area, body }: LicenceDossier, fact: Fact) {
  const named = fact.body['seal']
  const seal =
    typeof named === 'string'
      ? await seals.byId(area, named)
      : (await seals.inForce(area, legalDay(fact.at), false)).find(
          (each) => each.body === body && each.purpose === 'decision',
        )
  if (seal === undefined) return undefined
  const { inscription: organisation, diameterMm } = seal
  return drawSeal({ organisation, line: lineOf(seal), diameterMm, demo })
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** Every grant paper of the licence says at /verify what has become of it: the first one, and those of changes and renewals. */
export async function markGrants(db: Queryable, { area, dossier }: LicenceRow): Promise<void> {
  const { over, validUntil } = dossier
  const cases = [dossier.case, ...[...dossier.changes, ...dossier.renewals].map((each) => each.case)]
  await db.query(MARK, [area, cases, over?.how ?? null, validUntil ?? null])
}

const MARK = {
  name: 'cases.paper-licence',
  text: `UPDATE cases.paper SET licence_state = $3, licence_until = $4
    WHERE area_code = $1 AND no = ANY($2::text[]) AND kind = 'grant'`,
}

const REGISTER = {
  name: 'cases.licence-paper-insert',
  text: `INSERT INTO cases.paper (area_code, id, token, no, kind, title, number, body, item_id, applicant_masked, made_on, sha256, demo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (area_code, id) DO NOTHING RETURNING id`,
}
