import { legalDay, type Instant } from '#engine/day.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { GuideCopies } from './service.ts'

const SYNC_JOB = 'guide.sync-copies'
/** A version that came out stands in every channel after this long at most (GUI-05/b). */
const AGAIN_MS = 5 * 60_000

export interface CopyJobMeans {
  copies: Pick<GuideCopies, 'sync'>
  /** Names what lies on racks and is old now. */
  racks(area: string, now: Instant): Promise<number>
}

/** Hands every channel of every area what its source says. */
export function copyJobs(
  worker: Worker,
  { copies, racks }: CopyJobMeans,
  organisation: Pick<Organisation, 'areas'>,
): void {
  worker.onJob(SYNC_JOB, async (_job, { now }) => {
    for (const { area } of await organisation.areas(legalDay(now))) {
      await copies.sync(area, now)
      await racks(area, now)
    }
    return { againAt: new Date(Date.parse(now) + AGAIN_MS).toISOString() }
  })
}

/** One for the whole installation. */
export async function keepCopies(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${SYNC_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: SYNC_JOB, dueAt: clock.now(), body: {} })
}
