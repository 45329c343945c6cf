import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { isOpen, publicName, publicNumber } from '../chapters/publicity/rules.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { PublicNotice } from '../contract/public-notice.ts'
import type { CaseDossier } from '../model.ts'
import { licensing } from '../model/limits.ts'
import { nameOf } from '../model/powers.ts'
import { lastDayOf } from '../model/served.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** Of a county; what is older than the newest two hundred has long run out. */
const NOTICES_MAX = 200

/** Everything that hangs in public today (公示、听证公告), the newest first. It has no actor: whoever asks may read it. */
export async function publicNotices(
  { means, worlds }: { means: CaseMeans; worlds: Worlds },
  area: string,
  now: Instant,
): Promise<PublicNotice[]> {
  const rows = await means.db.query<{ dossier: CaseDossier }>(ON_PUBLICITY, [area, NOTICES_MAX])
  const opened = await openAll(means, rows)
  const bodies = await means.organisation.bodiesByIds(area, [
    ...new Set(rows.map(({ dossier }) => nameOf(dossier))),
  ])
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const around = { today: legalDay(now), calendar: await worlds.calendar(area) }
  const towns = await townsOf(worlds, area)
  const notices = await Promise.all(
    rows.map(async ({ dossier }, index) => {
      const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
      const said = opened[index]!
      // Whose key was destroyed hangs no more.
      return said.applicant === undefined
        ? []
        : noticesOf(
            dossier,
            item,
            { ...said, applicant: said.applicant },
            { ...around, body: names.get(nameOf(dossier)) ?? '', ...towns(dossier) },
          )
    }),
  )
  return notices.flat().toSorted(newestFirst)
}

/** By the day they speak of: a list that followed the last change would tell when somebody objected. */
function newestFirst(one: PublicNotice, other: PublicNotice): number {
  const day = (notice: PublicNotice) => (notice.kind === 'publicity' ? notice.from : notice.day)
  return day(other).localeCompare(day(one)) || one.number.localeCompare(other.number)
}

/** The town or street a matter falls to, by name; what falls to the whole county names none. */
export async function townsOf(
  worlds: Worlds,
  area: string,
): Promise<(dossier: Pick<CaseDossier, 'region'>) => { town?: string }> {
  const towns = new Map((await worlds.regions(area)).map(({ code, name }) => [code.slice(0, 9), name]))
  return ({ region }) => {
    const town = towns.get(region.slice(0, 9))
    return town === undefined ? {} : { town }
  }
}

interface Around {
  today: LegalDay
  calendar: WorkingCalendar
  body: string
  town?: string
}

function noticesOf(
  dossier: CaseDossier,
  item: ItemVersion,
  { applicant, text }: { applicant: PartyDetails; text?: string },
  { today, calendar, body, town }: Around,
): PublicNotice[] {
  const { publicity, hearing } = dossier
  const { enquiryPhone, complaintPhone } = item
  const hung = {
    ...{ item: item.name, body, applicant: publicName(applicant, item), enquiryPhone, complaintPhone },
    ...(town === undefined ? {} : { town }),
  }
  const until = lastDayOf(dossier, 'publicity', calendar)
  const { convened } = hearing ?? {}
  return [
    ...(isOpen(dossier) && text !== undefined && until !== undefined && until >= today
      ? [
          {
            ...{ ...hung, kind: 'publicity' as const, id: publicity!.id, text, where: publicity!.where },
            ...{ from: publicity!.by.day, until, basis: item.process.publicity?.basis ?? '' },
            number: publicNumber(dossier.no),
          },
        ]
      : []),
    // 听证应当公开举行 (第四十八条第一款第二项); one that lawfully is not is nobody else's business.
    ...(convened?.served !== undefined &&
    convened.closedBecause === undefined &&
    hearing!.over === undefined &&
    convened.day >= today
      ? [
          {
            ...{ ...hung, kind: 'hearing' as const, id: convened.id, day: convened.day, time: convened.time },
            ...{ place: convened.place, basis: licensing(item, '第四十八条') },
            number: publicNumber(dossier.no),
          },
        ]
      : []),
  ]
}

/** Names and texts of all of them with one look-up of keys. */
async function openAll(
  { sealing }: Pick<CaseMeans, 'sealing'>,
  rows: readonly { dossier: CaseDossier }[],
): Promise<{ applicant?: PartyDetails; text?: string }[]> {
  const sealed = rows.flatMap(({ dossier }) => {
    const subject = subjectOf(dossier.party)
    const { applicant, publicity } = dossier
    return [applicant, publicity?.text ?? applicant].map((text) => {
      return { area: NO_AREA, subject, sealed: text as Sealed }
    })
  })
  const opened = await sealing.openAll(sealed)
  const read = <T>(text: string | null | undefined): T | undefined =>
    text == null ? undefined : (JSON.parse(text) as T)
  return rows.map(({ dossier }, index) => {
    const applicant = read<PartyDetails>(opened[2 * index])
    const text = dossier.publicity === undefined ? undefined : read<string>(opened[2 * index + 1])
    return { ...(applicant ? { applicant } : {}), ...(text === undefined ? {} : { text }) }
  })
}

/** The condition is that of the index, word for word. */
const ON_PUBLICITY = {
  name: 'cases.on-publicity',
  text: `SELECT dossier FROM cases.case_view
    WHERE area_code = $1 AND open AND (
      (dossier -> 'publicity' IS NOT NULL AND dossier -> 'publicity' -> 'closedOn' IS NULL)
      OR (dossier -> 'hearing' -> 'convened' IS NOT NULL AND dossier -> 'hearing' -> 'over' IS NULL)
    )
    ORDER BY changed_at DESC LIMIT $2`,
}
