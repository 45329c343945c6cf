import path from 'node:path'
import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay, type LegalDay } from '#engine/day.ts'
import { seeded, type Seeded } from '#engine/testing/seeded.ts'
import type { CitizenServices } from '#capabilities/portal/contract.ts'
import { keepCalendars, keepPowers } from '#capabilities/case/index.ts'
import { keepRectificationCalendars } from '#capabilities/evaluation/index.ts'
import { loadPack, type GrantingBodies } from '#capabilities/onboarding/index.ts'
import { citizenServices } from '#capabilities/portal/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { DEMO_MASTER_KEY } from '#platform/auth/mode.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { legalDay, type Clock, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import { freeLeases } from '#platform/jobs/queue.ts'
import { keepLedger } from '#platform/jobs/schedule.ts'
import { assemble, type Assembly } from '../apps/server/assemble.ts'
import { settleCounty } from './county.ts'
import { faultyDatabase, type FaultyDatabase } from './faulty-database.ts'
import { messageGateway, type Gateway } from './message-gateway.ts'
import { postOffice, type PostOffice } from './post-office.ts'
import { quickPress } from './press.ts'

export interface MovableClock extends Clock {
  set(now: Instant): void
  /** Backwards, as when a server's clock is put right. */
  slip(now: Instant): void
}

/** The real house of one county on a real database; what it knows in memory can be lost at any moment. */
export interface Town {
  area: string
  /** The database as it is, for whoever checks; the house itself works through the faulty one. */
  truth: Db
  faulty: FaultyDatabase
  clock: MovableClock
  post: PostOffice
  /** The ways of messages to people's phones. */
  gateway: Gateway
  granting: GrantingBodies
  house: Assembly
  portal: CitizenServices
  /** Posts on duty; read again after each change. */
  posts: readonly Post[]
  readPosts(): Promise<void>
  calendar(): Promise<WorkingCalendar>
  /** The process is gone with everything in its memory, and another one starts on the same database. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface TownOptions {
  db: Db
  /** Where uploads and papers lie. */
  folder: string
  at: Instant
  seed: number
  pack?: string
  /** How many stations in villages have somebody who takes in for the town. */
  stations?: number
}

export async function openTown({
  db,
  folder,
  at,
  seed,
  pack = 'boshan-2020',
  stations = 3,
}: TownOptions): Promise<Town> {
  const clock = clockAt(at)
  const post = postOffice(clock, ownRandom(seed, 1))
  const faulty = faultyDatabase(db)
  const gateway = messageGateway(clock)
  const start = (): Promise<Assembly> => {
    const rest = {
      publicUrl: 'http://simulated.invalid',
      demo: true,
      hashCost: TEST_COST,
      carrier: post,
      messengers: gateway.messengers,
    }
    const quiet = { onFailure: () => {}, onFault: () => {} }
    const filesFolder = path.join(folder, 'files')
    const masterKey = DEMO_MASTER_KEY
    return assemble({
      db: faulty.db,
      clock,
      masterKey,
      filesFolder,
      renderer: quickPress(),
      ...rest,
      ...quiet,
    })
  }
  const begin = async (house: Assembly): Promise<void> => {
    await keepLedger(house.worker, db, clock)
    await keepCalendars(db, clock)
    await keepPowers(db, clock)
    await keepRectificationCalendars(db, clock)
  }
  const house = await start()
  const { area, granting } = await loadPack(house, pack)
  await settleCounty(house, { area, granting, stations })
  await begin(house)
  let calendar: WorkingCalendar | undefined
  const town: Town = {
    ...{ area, truth: db, faulty, clock, post, gateway, granting, house },
    portal: citizenServices({ ...house, area }),
    posts: [],
    async readPosts() {
      const today = legalDay(clock.now())
      const all = await town.house.staff.postsOfArea(area)
      town.posts = all.filter(
        ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today),
      )
    },
    async calendar() {
      const source = await town.house.organisation.calendarOf(area)
      if (source.version !== calendar?.version) calendar = compileCalendar(source)
      return calendar
    },
    async restart() {
      await town.house.stop()
      town.house = await start()
      town.portal = citizenServices({ ...town.house, area })
      await freeLeases(db)
      await begin(town.house)
    },
    stop: () => town.house.stop(),
  }
  await town.readPosts()
  return town
}

/** A stream of chances of its own, so that one more draw here moves nothing there. */
export const ownRandom = (seed: number, use: number): Seeded =>
  seeded((seed * 2_654_435_761 + use * 40_503) >>> 0)

function clockAt(at: Instant): MovableClock {
  let now = at
  return {
    now: () => now,
    set(next) {
      if (next < now) throw new Error(`the clock went back from ${now} to ${next}`)
      now = next
    },
    slip: (back) => (now = back),
  }
}

/** So many minutes after midnight of a legal day. */
export const moment = (day: LegalDay, minutes: number, milliseconds = 0): string =>
  new Date(Date.parse(startOfDay(day)) + minutes * 60_000 + milliseconds).toISOString()
