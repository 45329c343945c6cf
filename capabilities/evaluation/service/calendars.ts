import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { rectificationReader } from '../store/rectifications.ts'
import { systemAct, type Parts } from './act.ts'

const CALENDAR_JOB = 'rectification.calendar'
/** How often somebody looks whether a holiday list has come. */
const LOOK_AGAIN_MS = 10 * 60_000

/** When a holiday list has been published, every open rectification counts its clocks under it, each by an act of its own. */
export function calendarJobs(worker: Worker, parts: Parts): void {
  const settled = new Map<string, string>()
  worker.onJob(CALENDAR_JOB, async (_, { now }) => {
    for (const { area } of await parts.means.organisation.areas(legalDay(now))) {
      const { version } = await parts.worlds.calendar(area)
      if (settled.get(area) === version) continue
      if ((await recompute(parts, area, version, now)) === 0) settled.set(area, version)
    }
    return { againAt: new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString() }
  })
}

async function recompute(parts: Parts, area: string, version: string, now: Instant): Promise<number> {
  const reader = rectificationReader(parts.means.db)
  let count = 0
  let after = ''
  for (;;) {
    const streams = await reader.openUnderOtherCalendar(area, version, after)
    for (const stream of streams) {
      const row = (await reader.byStream(area, stream))!
      const requestId = `recompute:${stream}:${version}:${row.dossier.version}`
      const done = await systemAct(parts, row, { act: 'recompute-clocks', input: {}, now, requestId })
      if (!isRefusal(done)) count += 1
    }
    const last = streams.at(-1)
    if (last === undefined) return count
    after = last
  }
}

/** One for the whole installation; it looks into every area. */
export async function keepRectificationCalendars(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${CALENDAR_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: CALENDAR_JOB, dueAt: clock.now(), body: {} })
}
