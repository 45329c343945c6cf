import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { RECOUNT } from '#capabilities/acts/recount.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { LicenceParts } from './parts.ts'

export const LICENCE_CALENDAR_JOB = 'licence.calendar'
/** How often somebody looks whether a holiday list has come. */
const LOOK_AGAIN_MS = 10 * 60_000

/**
 * When a holiday list has been published, every licence with a limit that runs counts it anew. There are few at a time: what waits to
 * be answered, served or cancelled; so each is an act of its own.
 */
export function licenceCalendarJobs(worker: Worker, parts: LicenceParts): void {
  const settled = new Map<string, string>()
  worker.onJob(LICENCE_CALENDAR_JOB, async (_, { now }) => {
    for (const { area } of await parts.means.organisation.areas(legalDay(now))) {
      const { version } = await parts.worlds.calendar(area)
      if (settled.get(area) === version) continue
      if ((await recount(parts, area, version, now)) === 0) settled.set(area, version)
    }
    return { againAt: new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString() }
  })
}

async function recount(
  { licences }: LicenceParts,
  area: string,
  version: string,
  now: string,
): Promise<number> {
  let count = 0
  for (let after = ''; ;) {
    const streams = await licences.read.openUnderOtherCalendar(area, version, after)
    for (const stream of streams) {
      const row = (await licences.read.byStream(area, stream))!
      const requestId = `recompute:${stream}:${version}:${row.dossier.version}`
      if (!isRefusal(await licences.systemAct(row, { act: RECOUNT, input: {}, now, requestId }))) count += 1
    }
    const last = streams.at(-1)
    if (last === undefined) return count
    after = last
  }
}
