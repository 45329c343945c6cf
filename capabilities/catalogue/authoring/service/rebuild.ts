import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import { itemChange } from '../model/item-change.ts'
import { same } from '../same.ts'
import { changeReader, changeValues, MEND_CHANGE } from '../store.ts'

export interface ChangesRebuilt {
  changes: number
  /** Streams whose stored view was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every change again from its facts and writes the view where it is missing or differs. */
export async function rebuildChanges(means: {
  db: Db
  organisation: Pick<Organisation, 'calendarOf'>
}): Promise<ChangesRebuilt> {
  const calendars = new Map<string, WorkingCalendar>()
  const rebuilt: ChangesRebuilt = { changes: 0, mended: [] }
  for await (const stored of everyStream(means.db, { streamKind: 'item-change' })) {
    const { areaCode: area, stream } = stored[0]!
    const calendar = calendars.get(area) ?? compileCalendar(await means.organisation.calendarOf(area))
    calendars.set(area, calendar)
    const dossier = fold(itemChange, stored.map(readFact))
    const row = await changeReader(means.db).byStream(area, stream)
    rebuilt.changes += 1
    if (row && same(row.dossier, dossier)) continue
    const changedAt = stored.at(-1)!.at
    await means.db.query(MEND_CHANGE, changeValues({ area, stream, dossier, calendar, changedAt }))
    rebuilt.mended.push(stream)
  }
  return rebuilt
}
