import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import { sweepOutgoing } from '#capabilities/notification/index.ts'
import { portalOffice } from '#capabilities/portal/index.ts'
import { takeRoots } from '#platform/ledger/roots.ts'
import type { Assembly } from './assemble.ts'

const HOURLY = 'upkeep-hourly'
const DAILY = 'upkeep-daily'
const ROOTS = 'ledger-roots'
const HOUR_MS = 3_600_000
const NO_AREA = '000000'

/**
 * What nobody asks for and everybody expects: ended sessions, what lay ready for notices that are over and unheld files go, files in quarantine are looked at
 * again, audit records leave when their six months are over, messages nobody fetched after a month, and at midnight the roots of the ledger are exported. What lists above have changed
 * meanwhile is on the desks of those who write the items.
 */
export async function keepHouse(house: Assembly, rootsFolder: string): Promise<void> {
  const { worker, db, keys, clock, sessions, files, audit, organisation, authoring } = house
  const areas = async (): Promise<string[]> =>
    (await organisation.areas(legalDay(clock.now()))).map(({ area }) => area)
  const again = (now: string, hours: number) => ({
    againAt: new Date(Date.parse(now) + hours * HOUR_MS).toISOString(),
  })

  worker.onJob(HOURLY, async (_job, { now }) => {
    await sessions.sweep()
    for (const area of await areas()) await files.scanQuarantined(area)
    return again(now, 1)
  })
  worker.onJob(DAILY, async (_job, { now }) => {
    for (const area of await areas()) await portalOffice(house).forgetSupplements(area)
    for (const area of await areas()) await files.sweep(area)
    for (const area of await areas()) await authoring.followLists(area, now)
    for (const area of [NO_AREA, ...(await areas())]) await audit.purge(area)
    await sweepOutgoing(house.outgoing, now)
    return again(now, 24)
  })
  worker.onJob(ROOTS, async (_job, { now }) => {
    await takeRoots({ db, keys, folder: rootsFolder }, now)
    // At midnight; and looked at hourly, which writes nothing where today's root is there, for a new area or folder.
    const midnight = startOfDay(addDays(legalDay(now), 1))
    const { againAt } = again(now, 1)
    return { againAt: againAt < midnight ? againAt : midnight }
  })
  for (const kind of [HOURLY, DAILY, ROOTS]) {
    await ensureJob(db, { areaCode: NO_AREA, stream: `schedule:${kind}`, kind, dueAt: clock.now(), body: {} })
  }
}
