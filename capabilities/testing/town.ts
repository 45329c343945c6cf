/**
 * One recurring town for tests and stories: the Boshan pack on a real database, with everything from ledger to portal
 * built as the server builds it.
 *
 *     const town = await startTown({ clock: at('2026-11-23T09:00') })   // in beforeAll; a Monday in Shanghai
 *     afterAll(() => town.stop())
 *
 *     town.clock.set(at('2026-11-24T09:00')); town.clock.advance({ hours: 2 })   // days, hours, minutes
 *     await town.as('clerk.shantou')              // the StaffActor of a demo login's first post; a post id picks another
 *     await town.act('clerk.shantou', no, 'accept', { checklist })   // one act by a post, with the streams it relies on
 *     await town.carryThrough(no, 'shantou')       // accept, review, grant, seal, deliver by that town's posts
 *     const zhang = await town.citizen('张示例')   // registered through the portal and signed in: { visitor, details, actor }
 *     const no = await town.file(zhang, 'food-business-licence', { place, files: ['id-card'] })   // through a draft
 *     const no2 = await town.fileAtWindow('clerk.hall', item, { commitment: true, delivery: 'post', values: { … } })
 *     town.detailOf(who, no) / applicantsView(no) / paperText(who, no, 'grant') / workList(who) / goodChecklist(who, no)
 *     await town.work()                            // the worker until nothing is due; a failed task fails the test
 *     await town.givePower({ items, body }) / takePowerBack(id) / issueSeal(…) / plan('seal.value.policy', 'own-seal')   // registers, plan
 *     await town.publish(item)                     // another version of an item
 *     town.portal / cases / evaluation / guides / organisation / catalogue / staff / parties / seals / accounts / sessions …
 *     await town.stop()                            // fails when a task failed unseen or is parked
 */
import fs from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { cases, caseSubscribers, resultSpecimen } from '#capabilities/case/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { authoring, catalogue, itemImports } from '#capabilities/catalogue/index.ts'
import { evaluation, evaluationSubscribers, rectifications } from '#capabilities/evaluation/index.ts'
import { correctionJobs, correctionSubscribers, guides } from '#capabilities/guide/index.ts'
import { sealJobs, seals, sealSubscribers } from '#capabilities/licence-seal/index.ts'
import { fileMessengers, notifications, notificationSubscribers } from '#capabilities/notification/index.ts'
import { organisation } from '#capabilities/organisation/index.ts'
import { parties } from '#capabilities/party/index.ts'
import { citizenServices } from '#capabilities/portal/index.ts'
import { besideSession, staff } from '#capabilities/staff/index.ts'
import { supervision, supervisionSubscribers } from '#capabilities/supervision/index.ts'
import { accountsOf } from '#platform/auth/accounts.ts'
import { auditOf } from '#platform/auth/audit.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { sessionsOf } from '#platform/auth/sessions.ts'
import type { Instant } from '#platform/clock.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { subjectKeys } from '#platform/crypto/subject-keys.ts'
import { createRenderer } from '#platform/documents/render.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { parkedTasks } from '#platform/jobs/backlog.ts'
import { createWorker, type Failure } from '#platform/jobs/worker.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { preparedDatabase, type PreparedDb } from '#platform/testing/database.ts'
import { testFolder } from '#platform/testing/folder.ts'
import { actors } from './actors.ts'
import { citizens } from './citizens.ts'
import { counter } from './counter.ts'
import { movableClock } from './movable-clock.ts'
import { registrar } from './registrar.ts'
import { publishOne, settle, type SettledPack } from './settle.ts'

export { at, type MovableClock } from './movable-clock.ts'
export { syntheticCreditCode } from './counter.ts'
export { done } from './registrar.ts'
export { bornAsNumbered, paperScan, PASSWORD, plausible, syntheticId, type TestCitizen } from './citizens.ts'

export interface TownOptions {
  clock: Instant
  pack?: string
}

export type Town = Awaited<ReturnType<typeof startTown>>

const subscribers = (kind: string) => [
  ...sealSubscribers(kind),
  ...caseSubscribers(kind),
  ...notificationSubscribers(kind),
  ...evaluationSubscribers(kind),
  ...supervisionSubscribers(kind),
  ...correctionSubscribers(kind),
]

/** A database with the pack in it, loaded at that moment; the next town of the same moment copies it. */
function settledTown(begin: Instant, pack: string): Promise<PreparedDb<SettledPack>> {
  return preparedDatabase(`town ${pack} ${begin}`, (db) =>
    settle({ db, ledger: createLedger({ db, subscribers }), clock: movableClock(begin) }, pack),
  )
}

/** Fixed, so that tokens and fingerprints of a test are the same each time; it protects nothing. */
const TEST_MASTER_KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

export async function startTown({ clock: begin, pack = 'boshan-2020' }: TownOptions) {
  const { db, made: settled } = await settledTown(begin, pack)
  const folder = await testFolder('town')
  const clock = movableClock(begin)
  const keys = keysFrom(TEST_MASTER_KEY)
  const sealing = subjectKeys(db, keys, clock)
  const failures: Failure[] = []
  const worker = createWorker({ db, clock, onFailure: (failure) => failures.push(failure) })
  const ledger = createLedger({ db, subscribers })
  const files = await openFileStore({ db, keys, clock, folder })
  const renderer = createRenderer()
  const audit = auditOf(db, keys, clock)
  const auth = { db, keys, clock, audit, cost: TEST_COST }
  const people = staff(db)
  const house = {
    ...{
      db,
      ledger,
      clock,
      keys,
      sealing,
      files,
      audit,
      renderer,
      demo: true,
      publicUrl: 'https://example.invalid',
    },
    organisation: organisation(db),
    catalogue: catalogue(db, clock),
    parties: parties(db, keys, sealing, clock),
    seals: seals(db, clock),
    posts: people,
  }
  sealJobs(worker, db)
  const caseService = cases(house)
  caseService.register(worker)
  correctionJobs(worker, house)
  const printed = guides({ ...house, resultSample: resultSpecimen })
  const changes = authoring({
    ...{ ...house, impact: [] },
    paperFaults: (area, item) => printed.fileFaults(area, item),
  })
  changes.register(worker)
  const imports = itemImports({ ...house, posts: people, authoring: changes })
  imports.register(worker)
  const outgoing = path.join(folder, 'outgoing')
  const notices = notifications({ ...house, messengers: fileMessengers(outgoing, house.publicUrl) })
  notices.register(worker)
  const services = {
    ...house,
    cases: caseService,
    notifications: notices,
    accounts: accountsOf(auth),
    sessions: sessionsOf(auth, besideSession(db)),
    area: settled.area,
  }
  const portal = citizenServices(services)
  const ratings = evaluation(services)
  const poorRatings = rectifications(house)
  poorRatings.register(worker)
  const watch = supervision({ ...house, ratings, cases: caseService })
  watch.register(worker)
  /** Does what is due at this moment of the clock; a task that failed fails the test. */
  const work = async (): Promise<number> => {
    const round = await worker.runUntilIdle()
    expect(failures.splice(0).map(said)).toEqual([])
    return round.done
  }
  const staffSide = actors({ ...services, staff: people, work }, settled)
  return {
    ...services,
    ...staffSide,
    ...counter({ ...services, looking: staffSide.looking }, settled.area),
    ...registrar({ ...services, staff: people, looking: staffSide.looking }, settled.area),
    ...citizens({ portal, area: settled.area }),
    area: settled.area,
    /** Short messages and e-mail lie here, one file each. */
    outgoingFolder: outgoing,
    staff: people,
    portal,
    guides: printed,
    evaluation: ratings,
    rectifications: poorRatings,
    authoring: changes,
    itemImports: imports,
    supervision: watch,
    worker,
    /** Publishes a version of an item, as the pack does. */
    publish: (item: ItemVersion) => publishOne(house, settled, item),
    work,
    async stop(): Promise<void> {
      await worker.stop()
      await renderer.close()
      await fs.rm(folder, { recursive: true, force: true })
      expect(failures.map(said)).toEqual([])
      expect(await parkedTasks(db, settled.area)).toEqual([])
    },
  }
}

const said = ({ task, error }: Failure): string => `${task}: ${String(error)}`
