import type { ManyCollection } from '#capabilities/acts/perform-many.ts'
import { keepRecounting, RECOUNT, recountJobs, type Recounting } from '#capabilities/acts/recount.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { poorRating } from '../model/poor-rating.ts'
import type { RectificationWorld } from '../model/world.ts'
import { rectificationObject } from '../store/rectification-values.ts'
import { rectificationReader, SAVE_RECTIFICATIONS } from '../store/rectifications.ts'
import { RECTIFICATION_JOB, storedOf, systemAct, type Parts } from './act.ts'

const CALENDAR_JOB = 'rectification.calendar'

export function calendarJobs(worker: Worker, parts: Parts): void {
  recountJobs(worker, rectificationRecounting(parts))
}

/** How the clocks of rectifications are counted under a newer calendar. */
function rectificationRecounting(parts: Parts): Recounting<RectificationDossier, RectificationWorld> {
  const { means, worlds } = parts
  const reader = rectificationReader(means.db)
  return {
    job: CALENDAR_JOB,
    ledger: means.ledger,
    areas: (day) => means.organisation.areas(day),
    version: async (area) => (await worlds.calendar(area)).version,
    async *pages(area, version) {
      for await (const rows of reader.underOtherCalendar(area, version)) yield rows.map(storedOf)
    },
    many: manyRectifications(parts),
    async one({ area, stream }, act, now, requestId) {
      const row = (await reader.byStream(area, stream))!
      return systemAct(parts, row, { act, input: {}, now, requestId })
    },
  }
}

function manyRectifications({ worlds }: Parts): ManyCollection<RectificationDossier, RectificationWorld> {
  return {
    procedure: () => poorRating,
    jobKind: RECTIFICATION_JOB,
    // The due job was set under the older calendar, whatever the newer one says of it.
    setsJobsAnew: (action) => action === RECOUNT,
    statement: SAVE_RECTIFICATIONS,
    world: ({ area, dossier }, now) => worlds.of(area, dossier.party, now, []),
    views: (after, changedAt) => {
      const rows = after.map(({ stored: { area, stream, dossier }, world: { calendar } }) =>
        rectificationObject({ area, stream, dossier, calendar, changedAt }),
      )
      return [`[${rows.join(',')}]`]
    },
  }
}

/** One for the whole installation; it looks into every area. */
export function keepRectificationCalendars(db: Queryable, clock: Clock): Promise<void> {
  return keepRecounting(db, clock, CALENDAR_JOB)
}
