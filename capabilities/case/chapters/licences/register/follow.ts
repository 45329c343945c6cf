import { isRefusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { LicenceRow } from '#capabilities/licence-seal/index.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { newId } from '#platform/id.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { describe } from '#ui/form/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { effectiveItem } from '../../../model.ts'
import type { CaseDossier } from '../../../model/dossier.ts'
import { caseReader, type CaseRow } from '../../../store.ts'
import type { About } from '../about.ts'
import type { LicenceParts } from './parts.ts'

/** Facts of a case that open a licence or do something to one. */
export const FOLLOWED: readonly string[] = [
  ...['about-licence', 'renewal-deemed', 'sealed', 'revoked'],
  ...['acceptance-refused', 'withdrawn', 'lapsed', 'returned', 'terminated', 'forwarded'],
]

/** 1 证照, 2 批文: what a grant gives stays with its holder; anything else is done when it is delivered. */
const LASTING = ['1', '2']

interface Heard {
  fact: StoredFact
  row: CaseRow
  requestId: string
  now: string
}

/** What a fact of a case means for the register (证照台账); the same fact heard twice means it once. */
export async function follow(parts: LicenceParts, heard: Heard): Promise<void> {
  const { fact, row } = heard
  const { about } = row.dossier
  if (fact.kind === 'revoked') return followRevocation(parts, heard)
  const granted = fact.kind === 'sealed' && row.dossier.decision?.result === 'granted'
  if (about === undefined) return granted ? open(parts, heard) : undefined
  if (fact.kind === 'about-licence') return noteApplication(parts, heard, about)
  if (fact.kind === 'renewal-deemed') return renew(parts, heard, about, true)
  if (!granted) return applicationOver(parts, heard, about)
  switch (about.kind) {
    case 'change':
      return change(parts, heard, about)
    case 'renew':
      return renew(parts, heard, about, false)
    case 'cancel':
      return cancel(parts, heard, about)
  }
}

/** A sealed grant opens the licence it grants, once. */
async function open(parts: LicenceParts, { row, requestId, now }: Heard): Promise<void> {
  const { means, licences } = parts
  const { area, dossier } = row
  const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  if (!LASTING.includes(item.result.type) || (await licences.read.ofCase(area, dossier.no))) return
  const granted = await grantOf(parts, row)
  const { validUntil } = await reasonOf(parts, row, granted)
  const details = await opened<PartyDetails>(parts, dossier, dossier.applicant)
  const done = await licences.open(
    {
      ...{ id: newId(), area, number: (granted.body['number'] as string | undefined) ?? dossier.no },
      ...{ item: item.id, itemVersion: item.version, name: item.result.name.slice(0, 200) },
      ...{ party: dossier.party, person: details?.idKind === 'citizen-id', holder: dossier.applicant },
      ...{ body: dossier.decidingBody, place: dossier.acceptPlace, grantedOn: legalDay(granted.at) },
      ...(validUntil === undefined ? {} : { validUntil }),
      ...{ case: dossier.no, paper: granted.body['paper'] as string },
      electronic: dossier.delivery === 'electronic',
    },
    { holderMasked: row.applicantMasked, now, requestId },
  )
  if (isRefusal(done)) throw new Error(`${dossier.no}: its licence was not opened: ${done.code}`)
}

async function noteApplication(parts: LicenceParts, heard: Heard, about: About): Promise<void> {
  const { no, firstReceivedOn } = heard.row.dossier
  const input = { case: no, kind: about.kind, filedOn: firstReceivedOn, inTime: about.inTime }
  await doing(parts, heard, about, 'note-application', input)
}

async function applicationOver(parts: LicenceParts, heard: Heard, about: About): Promise<void> {
  await doing(parts, heard, about, 'application-over', { case: heard.row.dossier.no })
}

/** Renewed at the decision that the law made, and otherwise when the decision is sealed. */
async function renew(parts: LicenceParts, heard: Heard, about: About, deemed: boolean): Promise<void> {
  const { row } = heard
  const licence = await licenceOf(parts, row.area, about)
  if (licence.dossier.renewals.some((renewal) => renewal.case === row.dossier.no)) return
  const granted = await grantOf(parts, row)
  const { validUntil } = await reasonOf(parts, row, granted)
  if (validUntil === undefined) throw new Error(`${row.dossier.no}: renewed without a last day`)
  // What the law granted, it granted when the term ran out, not when the clock of a server struck.
  const on = deemed ? about.validUntil! : legalDay(granted.at)
  await doing(parts, heard, about, 'renew', {
    ...{ case: row.dossier.no, on, until: validUntil, deemed, from: about.validUntil },
  })
}

async function cancel(parts: LicenceParts, heard: Heard, about: About): Promise<void> {
  const { dossier } = heard.row
  await doing(parts, heard, about, 'cancel-applied', { case: dossier.no, on: dossier.decision!.by.day })
}

/** What is different from the form the licence was granted on, answer by answer. */
async function change(parts: LicenceParts, heard: Heard, about: About): Promise<void> {
  const { row } = heard
  const { dossier, area } = row
  const licence = await licenceOf(parts, area, about)
  const before = await caseReader(parts.means.db).find(area, licence.dossier.formCase, {
    everythingInArea: area,
  })
  const { item } = await parts.means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const regions = await parts.means.organisation.regionDirectory(area, legalDay(heard.now))
  const answers = async (of: CaseDossier | undefined) =>
    of === undefined ? {} : ((await opened<Record<string, string>>(parts, of, of.form)) ?? {})
  const what = changed(effectiveItem(item, dossier.procedure, dossier), regions, {
    was: await answers(before?.dossier),
    is: await answers(dossier),
  })
  const on = dossier.decision!.by.day
  const input = { case: dossier.no, on, holder: dossier.applicant, what }
  await doing(parts, heard, about, 'change', input, row.applicantMasked)
}

type Answers = Readonly<Record<string, string | readonly string[]>>
type Regions = NonNullable<Parameters<typeof describe>[2]>['regions']

function changed(item: ItemVersion, regions: Regions, { was, is }: { was: Answers; is: Answers }): string[] {
  const worded = (answers: Answers) =>
    new Map(
      describe(item.form, answers as never, regions === undefined ? {} : { regions }).map(
        ({ label, text }) => [label, text],
      ),
    )
  const before = worded(was)
  const lines = [...worded(is)].flatMap(([label, text]) => {
    const old = before.get(label)
    return old === text
      ? []
      : [`${label}：${old === undefined || old === '' ? '（无）' : old} → ${text || '（无）'}`]
  })
  return lines.length === 0 ? ['登记的内容没有改动，换发证照'] : lines
}

/** The decision that granted it was revoked, and the licence with it (国办发〔2020〕42号, 行政许可法第六十九条). */
async function followRevocation(parts: LicenceParts, { fact, row, requestId, now }: Heard): Promise<void> {
  const { area, dossier } = row
  const licence = await parts.licences.read.ofCase(area, dossier.no)
  if (licence === undefined || dossier.ended?.how !== 'revoked') return
  const { on = legalDay(dossier.ended.at) } = readFact(fact).body as { on?: string }
  const input = { case: dossier.no, on }
  await settled(parts, licence, { act: 'follow-revocation', input, now, requestId })
}

async function doing(
  parts: LicenceParts,
  { row, requestId, now }: Heard,
  about: About,
  act: string,
  input: Record<string, unknown>,
  holderMasked?: string,
): Promise<void> {
  const licence = await licenceOf(parts, row.area, about)
  const masked = holderMasked === undefined ? {} : { holderMasked }
  await settled(parts, licence, { act, input, now, requestId, ...masked })
}

/** Whatever the register refuses here it has done before, or something final has come between. */
async function settled(
  { licences }: LicenceParts,
  licence: LicenceRow,
  request: Parameters<LicenceParts['licences']['systemAct']>[1],
): Promise<void> {
  const done = await licences.systemAct(licence, request)
  const harmless = ['not-in-this-state', 'not-for-this-dossier', 'application-running']
  if (isRefusal(done) && !harmless.includes(done.code))
    throw new Error(`${licence.dossier.number}: ${request.act} was refused: ${done.code}`)
}

async function licenceOf({ licences }: LicenceParts, area: string, about: About): Promise<LicenceRow> {
  const row = await licences.read.byNumber(area, about.number, { everythingInArea: area })
  if (row === undefined) throw new Error(`${about.number} is on no register`)
  return row
}

async function grantOf({ means }: LicenceParts, { area, stream, dossier }: CaseRow): Promise<Fact> {
  const facts = (await means.ledger.facts(area, stream)).map(readFact)
  const granted = facts.findLast(({ kind }) => kind === 'granted')
  if (granted === undefined) throw new Error(`${dossier.no}: sealed without a grant`)
  return granted
}

async function reasonOf(
  parts: LicenceParts,
  { dossier }: CaseRow,
  granted: Fact,
): Promise<{ validUntil?: string }> {
  // What the law granted stands in the clear: it must be known even where the person's key is gone.
  if (typeof granted.body['until'] === 'string') return { validUntil: granted.body['until'] }
  return (await opened<{ validUntil?: string }>(parts, dossier, String(granted.body['reason']))) ?? {}
}

async function opened<V>(
  { means }: LicenceParts,
  { party }: CaseDossier,
  sealed: string,
): Promise<V | undefined> {
  const text = await means.sealing.open(NO_AREA, subjectOf(party), sealed as Sealed)
  return text === null ? undefined : (JSON.parse(text) as V)
}
