import path from 'node:path'
import type { Clock } from '#platform/clock.ts'
import type { Settings } from '#platform/settings.ts'
import { assemble } from '../assemble.ts'
import type { OpenedDatabase } from '../open-database.ts'
import { demoClock } from './clock.ts'
import { liveHistory } from './history.ts'

/**
 * Gives a new demo its past, in a house of its own: its clock can be led, its commits do not wait for the disk, nobody is
 * sent a message about what happened weeks ago, and no carrier is asked. It is gone before the server answers anybody.
 */
export async function livePast(
  { db, relaxed }: OpenedDatabase,
  settings: Settings,
  real: Clock,
  area: string,
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
  try {
    await liveHistory(house, clock, area, settings.demoCases, onStep)
  } finally {
    await house.stop()
    await past.close()
  }
}
