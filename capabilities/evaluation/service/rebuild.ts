import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import { poorRating } from '../model/poor-rating.ts'
import { rectificationValues } from '../store/rectification-values.ts'
import { MEND_RECTIFICATION, rectificationReader } from '../store/rectifications.ts'

export interface RectificationsRebuilt {
  rectifications: number
  /** Streams whose stored view was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every poor rating again from its facts and writes the view where it is missing or differs. */
export async function rebuildRectifications(means: {
  db: Db
  organisation: Pick<Organisation, 'calendarOf'>
}): Promise<RectificationsRebuilt> {
  const calendars = new Map<string, WorkingCalendar>()
  const rebuilt: RectificationsRebuilt = { rectifications: 0, mended: [] }
  for await (const stored of everyStream(means.db, { streamKind: 'rectification' })) {
    const { areaCode: area, stream } = stored[0]!
    const calendar = calendars.get(area) ?? compileCalendar(await means.organisation.calendarOf(area))
    calendars.set(area, calendar)
    const dossier = fold(poorRating, stored.map(readFact))
    const row = await rectificationReader(means.db).byStream(area, stream)
    rebuilt.rectifications += 1
    if (row && canonical(row.dossier) === canonical(dossier)) continue
    const changedAt = stored.at(-1)!.at
    await means.db.query(
      MEND_RECTIFICATION,
      rectificationValues({ area, stream, dossier, calendar, changedAt }),
    )
    rebuilt.mended.push(stream)
  }
  return rebuilt
}
