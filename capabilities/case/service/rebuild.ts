import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { procedureOf, PROCEDURES, type CaseDossier } from '../model.ts'
import { registerPaper, revokePapers } from '../papers/register.ts'
import { owedDays } from '../chapters/owed.ts'
import { caseReader, MEND } from '../store.ts'
import { rowValues } from '../store/row-values.ts'
import type { CaseMeans } from './means.ts'

export type RebuildMeans = Pick<CaseMeans, 'db' | 'keys' | 'demo' | 'organisation' | 'sealing' | 'catalogue'>

export interface Rebuilt {
  cases: number
  /** Streams whose stored view was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every case again from its facts and writes the view where it is missing or differs. */
export async function rebuildCaseViews(
  means: RebuildMeans,
  onProgress: (cases: number) => void,
): Promise<Rebuilt> {
  const calendars = new Map<string, WorkingCalendar>()
  const rebuilt: Rebuilt = { cases: 0, mended: [] }
  for await (const stored of everyStream(means.db, { streamKind: 'case' })) {
    const { areaCode: area, stream } = stored[0]!
    const calendar = calendars.get(area) ?? compileCalendar(await means.organisation.calendarOf(area))
    calendars.set(area, calendar)
    if (await mend(means, area, stream, stored, calendar)) rebuilt.mended.push(stream)
    rebuilt.cases += 1
    if (rebuilt.cases % 500 === 0) onProgress(rebuilt.cases)
  }
  onProgress(rebuilt.cases)
  return rebuilt
}

async function mend(
  means: RebuildMeans,
  area: string,
  stream: string,
  stored: readonly StoredFact[],
  calendar: WorkingCalendar,
): Promise<boolean> {
  // All procedures of a case fold the same facts.
  const dossier = fold(PROCEDURES.approval, stored.map(readFact))
  const row = await caseReader(means.db).byStream(area, stream)
  const applicantMasked = row?.applicantMasked ?? (await maskedName(means.sealing, dossier))
  const papers = await mendPapers(means, area, dossier, stored, applicantMasked)
  if (row && same(row.dossier, dossier) && (await owesAsStored(means, area, stream, dossier, calendar)))
    return papers
  const receivedAt = stored[0]!.at
  await means.db.query(
    MEND,
    rowValues({ area, stream, dossier, calendar, applicantMasked, receivedAt, changedAt: stored.at(-1)!.at }),
  )
  return true
}

/** What each debtor of an open case has to keep may be missing from a row that is older than the column. */
async function owesAsStored(
  { db }: RebuildMeans,
  area: string,
  stream: string,
  dossier: CaseDossier,
  calendar: WorkingCalendar,
): Promise<boolean> {
  const owed = owedDays(dossier, calendar)
  if (procedureOf(dossier).states[dossier.state]!.final || Object.keys(owed).length === 0) return true
  return (await db.query(OWED, [area, stream, JSON.stringify(owed)])).length > 0
}

const OWED = {
  name: 'cases.owes-as-stored',
  text: 'SELECT 1 AS one FROM cases.case_view WHERE area_code = $1 AND stream = $2 AND owed = $3::jsonb',
}

/** Papers whose entry for /verify is gone are registered again under the same token. */
async function mendPapers(
  means: RebuildMeans,
  area: string,
  dossier: CaseDossier,
  stored: readonly StoredFact[],
  applicantMasked: string,
): Promise<boolean> {
  const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  let mended = false
  for (const paper of dossier.papers) {
    const causedAt = stored[paper.seq - 1]!.at
    if (await registerPaper(means, { area, dossier, item, applicantMasked, paper, causedAt })) mended = true
  }
  return (await revokePapers(means, { area, dossier })) || mended
}

async function maskedName(sealing: CaseMeans['sealing'], dossier: CaseDossier): Promise<string> {
  const text = await sealing.open(NO_AREA, subjectOf(dossier.party), dossier.applicant as Sealed)
  return text === null ? '（已删除）' : maskName((JSON.parse(text) as PartyDetails).name)
}

/** Key order is no difference: PostgreSQL keeps `jsonb` in its own. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
