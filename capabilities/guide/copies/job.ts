import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { GuideCopies } from './service.ts'

const SYNC_JOB = 'guide.sync-copies'
/** A version that came out stands in every channel after this long at most (GUI-05/b). */
const AGAIN_MS = 5 * 60_000
const CHECK_JOB = 'guide.check-copies'

/** Two hours after midnight nobody writes and nobody reads. */
const nightAfter = (day: LegalDay): Instant =>
  new Date(Date.parse(startOfDay(addDays(day, 1))) + 2 * 3_600_000).toISOString()

export interface CopyJobMeans {
  copies: Pick<GuideCopies, 'sync'>
  /** Names what lies on racks and is old now. */
  racks(area: string, now: Instant): Promise<number>
  /** Holds every channel against its source. */
  check(area: string, now: Instant): Promise<unknown>
}

/** Hands every channel of every area what its source says. */
export function copyJobs(
  worker: Worker,
  { copies, racks, check }: CopyJobMeans,
  organisation: Pick<Organisation, 'areas'>,
): void {
  worker.onJob(SYNC_JOB, async (_job, { now }) => {
    for (const { area } of await organisation.areas(legalDay(now))) {
      await copies.sync(area, now)
      await racks(area, now)
    }
    return { againAt: new Date(Date.parse(now) + AGAIN_MS).toISOString() }
  })
  worker.onJob(CHECK_JOB, async (_job, { now }) => {
    const day = legalDay(now)
    for (const { area } of await organisation.areas(day)) await check(area, now)
    return { againAt: nightAfter(day) }
  })
}

/** One for the whole installation. */
export async function keepCopies(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${SYNC_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: SYNC_JOB, dueAt: clock.now(), body: {} })
  const nightly = { areaCode: '000000', stream: `schedule:${CHECK_JOB}`, kind: CHECK_JOB, body: {} }
  await ensureJob(db, { ...nightly, dueAt: nightAfter(legalDay(clock.now())) })
}
