import { compileCalendar } from '#engine/calendar/calendar.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import type { LicenceRow, Licences } from '#capabilities/licence-seal/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { Filing } from '../../contract.ts'
import type { CaseMeans } from '../../service/means.ts'
import type { About } from './about.ts'
import { aboutOf } from './filing.ts'

interface Filed {
  area: string
  filing: Filing
  day: string
  applicant: PartyDetails
  /** Whose account or draft it is. */
  known: string | undefined
  /** Nobody at a counter looked at who files. */
  online: boolean
}

/**
 * The licence a filing is about, if it is about one: looked up among those of whoever files and of whoever it is filed for. It
 * has to be the applicant's own, for a licence passes to nobody else by an application (行政许可法第九条). The code of a firm and the
 * number of its licence hang in its shop, so online neither proves anything: a firm's licence is its account's.
 */
export async function licenceAbout(
  { means, licences }: { means: CaseMeans; licences: Licences },
  { item }: PublishedItem,
  { area, filing, day, applicant, known, online }: Filed,
): Promise<About | undefined | Refusal> {
  const { about: asked, commitment } = filing
  if (asked === undefined) return undefined
  // A promise stands in for the look at the place that the first application brings; later ones have their own ways.
  if (commitment !== undefined) return refusal('commitment-not-offered', { facts: { item: item.name } })
  const proved = !online || applicant.idKind === 'citizen-id'
  const party = proved ? await means.parties.find(applicant.idKind, applicant.idNumber) : undefined
  const holders = [known, party].filter((each) => each !== undefined)
  const sight = { anyOf: holders.map((each) => ({ column: 'party', equals: each }) as const) }
  const seen = await licences.read.byNumber(area, asked.licence, sight)
  const row = seen && (await isHeldBy(means, seen, applicant)) ? seen : undefined
  const found = row && (await openAbout(means, area, row))
  if (found !== undefined) return refusal('about-running', { facts: { case: found } })
  const calendar = compileCalendar(await means.organisation.calendarOf(area))
  return aboutOf({ asked, row, item, today: day, calendar })
}

/** One account may hold licences of several people it filed for (代办): each is its own holder's. */
async function isHeldBy(
  { sealing }: CaseMeans,
  { dossier: { party, holder } }: LicenceRow,
  applicant: PartyDetails,
): Promise<boolean> {
  const text = await sealing.open(NO_AREA, subjectOf(party), holder as Sealed)
  const details = text === null ? undefined : (JSON.parse(text) as PartyDetails)
  return details?.idKind === applicant.idKind && details.idNumber === applicant.idNumber
}

/** An application about the same licence that is still open, whether or not the register has heard of it yet. */
async function openAbout(
  { db }: CaseMeans,
  area: string,
  { id, dossier }: LicenceRow,
): Promise<string | undefined> {
  return (await db.query<{ no: string }>(OPEN_ABOUT, [area, dossier.party, id]))[0]?.no
}

const OPEN_ABOUT = {
  name: 'cases.open-about-licence',
  text: `SELECT no FROM cases.case_view
    WHERE area_code = $1 AND party = $2 AND open AND dossier->'about'->>'id' = $3
      AND state IN ('received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed') LIMIT 1`,
}
