import { compileCalendar } from '#engine/calendar/calendar.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import type { LicenceRow, Licences } from '#capabilities/licence-seal/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
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
}

/** The licence a filing is about, if it is about one: looked up among those of whoever files and of whoever it is filed for. */
export async function licenceAbout(
  { means, licences }: { means: CaseMeans; licences: Licences },
  { item }: PublishedItem,
  { area, filing, day, applicant, known }: Filed,
): Promise<About | undefined | Refusal> {
  const { about: asked, commitment } = filing
  if (asked === undefined) return undefined
  // A promise stands in for the look at the place that the first application brings; later ones have their own ways.
  if (commitment !== undefined) return refusal('commitment-not-offered', { facts: { item: item.name } })
  const party = await means.parties.find(applicant.idKind, applicant.idNumber)
  const holders = [known, party].filter((each) => each !== undefined)
  const sight = { anyOf: holders.map((each) => ({ column: 'party', equals: each }) as const) }
  const row = await licences.read.byNumber(area, asked.licence, sight)
  const found = row && (await openAbout(means, area, row))
  if (found !== undefined) return refusal('about-running', { facts: { case: found } })
  const calendar = compileCalendar(await means.organisation.calendarOf(area))
  return aboutOf({ asked, row, item, today: day, calendar })
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
