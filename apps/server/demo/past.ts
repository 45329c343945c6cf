import path from 'node:path'
import type { Clock } from '#platform/clock.ts'
import type { Settings } from '#platform/settings.ts'
import { assemble } from '../assemble.ts'
import type { OpenedDatabase } from '../open-database.ts'
import { demoClock } from './clock.ts'
import type { Onboarded } from '../onboard.ts'
import { liveHistory } from './history.ts'
import { meanwhile } from './meanwhile.tsx'
import { openResident } from './resident.ts'

/**
 * Gives a new demo its past, in a house of its own: its clock can be led, its commits do not wait for the disk, nobody is
 * sent a message about what happened weeks ago, and no carrier is asked. Until it is gone, whoever comes is told to wait.
 */
export async function livePast(
  { db, relaxed }: OpenedDatabase,
  settings: Settings,
  real: Clock,
  { area, name: areaName, password }: Pick<Onboarded, 'area' | 'name' | 'password'>,
  onStep: (words: string) => void,
): Promise<void> {
  if (settings.demoCases === 0) return
  const [some] = await db.query('SELECT 1 AS one FROM cases.case_view WHERE area_code = $1 LIMIT 1', [area])
  if (some) return
  const clock = demoClock(real)
  const past = relaxed()
  const fail = (error: unknown): never => {
    throw error
  }
  const house = await assemble({
    db: past,
    clock,
    masterKey: settings.masterKey,
    filesFolder: path.join(settings.dataDir, 'files'),
    publicUrl: settings.publicUrl,
    demo: true,
    messengers: (['sms', 'email'] as const).map((channel) => ({
      channel,
      send: async () => 'sent' as const,
    })),
    fontDirectories: settings.fontDirectories,
    onFailure: ({ error }) => fail(error),
    onFault: fail,
  })
  // A port of the system's choosing is known to nobody yet.
  const door = settings.port === 0 ? undefined : await meanwhile(settings, areaName)
  try {
    await liveHistory(house, clock, area, settings.demoCases, (words) => {
      door?.say(words)
      onStep(words)
    })
    await openResident(house, password)
  } finally {
    await house.stop()
    await past.close()
    await door?.close()
  }
}
