import type { Actor } from '#engine/actor.ts'
import type { ManyCollection } from '#capabilities/acts/perform-many.ts'
import type { Stored } from '#capabilities/acts/perform.ts'
import { keepRecounting, RECOUNT, recountJobs, type Recounting } from '#capabilities/acts/recount.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { LICENCE_CALENDAR_JOB } from '../chapters/licences/register/calendars.ts'
import { procedureOf, type CaseDossier } from '../model.ts'
import type { CaseWorld } from '../model/world.ts'
import { caseReader, SAVE_MANY, type CaseRow } from '../store.ts'
import { rowObject } from '../store/row-values.ts'
import { systemAct } from './act.ts'
import type { Attachments } from './attachments.ts'
import { CASE_JOB, storedOf } from './collection.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

const CALENDAR_JOB = 'case.calendar'

const ACTOR: Actor = { kind: 'system', job: RECOUNT }

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}

/** A case as it is counted anew: its row keeps what only lists need. */
interface Counted extends Stored<CaseDossier> {
  row: CaseRow
}

export function calendarJobs(worker: Worker, parts: Parts): void {
  recountJobs(worker, caseRecounting(parts))
}

/** How the clocks of cases are counted under a newer calendar. */
export function caseRecounting(parts: Parts): Recounting<CaseDossier, CaseWorld, Counted> {
  const { means, worlds } = parts
  return {
    job: CALENDAR_JOB,
    ledger: means.ledger,
    areas: (day) => means.organisation.areas(day),
    version: async (area) => (await worlds.calendar(area)).version,
    async *pages(area, version) {
      for await (const rows of caseReader(means.db).underOtherCalendar(area, version)) {
        yield rows.map((row): Counted => ({ ...storedOf(row), row }))
      }
    },
    many: manyCases(parts),
    async one({ area, stream }, act, now, requestId) {
      const row = (await caseReader(means.db).byStream(area, stream))!
      return systemAct(parts, row, { act, input: {}, now, requestId })
    },
  }
}

function manyCases({ means, worlds }: Parts): ManyCollection<CaseDossier, CaseWorld, Counted> {
  return {
    procedure: procedureOf,
    jobKind: CASE_JOB,
    // The due jobs were set under the older calendar, whatever the newer one says of them.
    setsJobsAnew: (action) => action === RECOUNT,
    statement: SAVE_MANY,
    async world({ area, dossier }) {
      const item = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
      return worlds.of(area, item, dossier, { actor: ACTOR, reliesOn: [], sealsNothing: true }, false)
    },
    views: (after, now) => {
      const rows = after.map(({ stored: { area, stream, dossier, row }, world: { calendar } }) => {
        const { applicantMasked, receivedAt } = row
        return rowObject({ area, stream, dossier, calendar, applicantMasked, receivedAt, changedAt: now })
      })
      return [`[${rows.join(',')}]`]
    },
  }
}

/** One for cases and one for licences in the whole installation; each looks into every area. */
export async function keepCalendars(db: Queryable, clock: Clock): Promise<void> {
  await keepRecounting(db, clock, CALENDAR_JOB)
  await keepRecounting(db, clock, LICENCE_CALENDAR_JOB)
}
