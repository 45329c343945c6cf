import { rm } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterAll } from 'vitest'
import { withoutPublicity } from '#capabilities/testing/index.ts'
import type { Carrier, UtilityGateway } from '#capabilities/exchange/index.ts'
import type { Messenger } from '#capabilities/notification/index.ts'
import type { Clock, Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import { DEMO_MASTER_KEY } from '#platform/auth/mode.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { openLog } from '#platform/log/log.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { preparedDatabase, type PreparedDb } from '#platform/testing/database.ts'
import { testFolder } from '#platform/testing/folder.ts'
import { assemble } from '../assemble.ts'
import { onboard, type Onboarded } from '../onboard.ts'
import { serve } from '../start.ts'
import { signedIn, type Signed } from './signed.ts'

export interface MovableClock extends Clock {
  set(now: Instant): void
}

/**
 * The whole house for a test: real database, real pack, real routes answered by `inject`, a clock that moves.
 * `settle()` does everything that is due now and fails when a task failed; nothing runs by itself. A house that is
 * `listening` also answers a browser at `url`.
 */
export async function startHouse({
  at,
  listening = false,
  outside = async () => ({}),
  packs = 'boshan-2020',
  publicity = false,
}: {
  at: Instant
  listening?: boolean
  /** As the setting PACK names them. */
  packs?: string
  /** Whether the small aid hangs in public for three days as the pack has it; most tests need not wait for it. */
  publicity?: boolean
  /** Outside systems of this house, built on its clock. */
  outside?(
    clock: Clock,
  ): Promise<{ carrier?: Carrier; messengers?: readonly Messenger[]; utilities?: UtilityGateway }>
}) {
  // Links on papers and the check of a request's origin name the address, so it is chosen before anything is built.
  const port = listening ? await freePort() : 0
  const url = listening ? `http://127.0.0.1:${port}` : 'http://house.test'
  const folder = await testFolder('house')
  const settings = readSettings({ PACK: packs, MODE: 'demo', DATA_DIR: folder, PUBLIC_URL: url })
  const { db, made: onboarded } = await furnished(settings, at, publicity)
  let now = at
  const clock: MovableClock = { now: () => now, set: (to) => (now = to) }
  const faults: unknown[] = []
  const house = await assemble({
    ...meansOf(db, clock, folder),
    publicUrl: settings.publicUrl,
    ...(await outside(clock)),
    onFailure: ({ error }) => faults.push(error),
    onFault: (error) => faults.push(error),
  })
  const log = openLog({ write: (line) => faults.push(line) })
  const app = await serve(house, settings, onboarded, log)
  await app.ready()
  if (listening) await app.listen({ host: '127.0.0.1', port })
  afterAll(async () => {
    await app.close()
    await house.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    house,
    app,
    /** Where uploads lie, to be looked at from outside. */
    filesFolder: path.join(folder, 'files'),
    /** Where short messages and e-mail are kept when no gateway is given. */
    outgoingFolder: path.join(folder, 'outgoing'),
    url,
    clock,
    onboarded,
    /** What the server logged as its own fault; a test that expects none asserts it is empty. */
    faults,
    as: (login: string): Promise<Signed> => signedIn(app, login, onboarded.password!),
    async settle(): Promise<void> {
      const { failed } = await house.worker.runUntilIdle()
      if (failed.length > 0) throw failed[0]!.error
    },
  }
}

/** A database with the packs and their demo accounts in it; the next house of the same moment copies it. */
function furnished({ packs }: Settings, at: Instant, publicity: boolean): Promise<PreparedDb<Onboarded>> {
  return preparedDatabase(`house ${packs.join()} ${at} ${publicity}`, async (db) => {
    const folder = await testFolder('house')
    const faults: unknown[] = []
    const house = await assemble({
      ...meansOf(db, { now: () => at }, folder),
      publicUrl: 'http://house.test',
      onFailure: ({ error }) => faults.push(error),
      onFault: (error) => faults.push(error),
    })
    try {
      const onboarded = await onboard(house, packs, () => {})
      if (!publicity) for (const { code } of onboarded.areas) await withoutPublicity(db, code)
      if (faults.length > 0) throw faults[0]
      return onboarded
    } finally {
      await house.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
}

function meansOf(db: Db, clock: Clock, folder: string) {
  return {
    ...{ db, clock, masterKey: DEMO_MASTER_KEY, filesFolder: path.join(folder, 'files') },
    ...{ demo: true, hashCost: TEST_COST },
  }
}

/** A port nobody listens on; between asking and taking it another program could only lose by chance. */
function freePort(): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

export type TestHouse = Awaited<ReturnType<typeof startHouse>>
