import { compileCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { PAPERS, type Cases, type WatchedCase } from '#capabilities/case/index.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db, Queryable } from '#platform/db/db.ts'
import { lateDeliveries } from '#platform/jobs/backlog.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { gapsOf, PAPER_LATE_MS, type LookedAt, type OnDuty, type Surroundings } from '../model/gaps.ts'
import { gapStore, type OpenGap, type OpenLine, type Round } from '../store/gaps.ts'

export interface WatchMeans {
  db: Db
  organisation: Pick<Organisation, 'areas' | 'calendarOf' | 'pack'>
  catalogue: Pick<Catalogue, 'grantsInMemory'>
  posts: Pick<Staff, 'postsOfArea' | 'standings'>
  cases: Pick<Cases, 'watched'>
}

export const WATCH_JOB = 'supervision.watch'

/** How many cases are read at once, and how many one run looks at, so that it never holds up other jobs for long. */
const SIZES = { page: 200, run: 2000 }
/** The next stretch of a walk that is not finished, and the next walk. */
const GO_ON_MS = 5_000
const BEGIN_AGAIN_MS = 10 * 60_000

/** Walks over the open cases of every area, all day long; where it was stopped, it goes on. */
export function watchJobs(worker: Worker, means: WatchMeans): void {
  worker.onJob(WATCH_JOB, async (_job, { now }) => {
    let finished = true
    for (const { area } of await means.organisation.areas(legalDay(now)))
      finished = (await stretch(means, area, now)) && finished
    return { againAt: new Date(Date.parse(now) + (finished ? BEGIN_AGAIN_MS : GO_ON_MS)).toISOString() }
  })
}

/** One for the whole installation. */
export async function keepWatch(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${WATCH_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: WATCH_JOB, dueAt: clock.now(), body: {} })
}

/** Goes on with the walk over an area's open cases; says whether it came to its end. */
export async function stretch(
  means: WatchMeans,
  area: string,
  now: Instant,
  { page, run } = SIZES,
): Promise<boolean> {
  const store = gapStore(means.db, area)
  let round = goingOn(await store.round(), now)
  const around = await surroundings(means, area, now)
  const papers = await latePapers(means.db, area, now)
  for (let looked = 0; looked < run; looked += page) {
    const lines = await store.openLines(round.after, page)
    await look(means, area, lines, around, papers)
    round = { ...round, lookedAt: round.lookedAt + lines.length, after: lines.at(-1)?.id ?? round.after }
    if (lines.length === page) {
      await store.keepRound(round)
      continue
    }
    await store.closeUnseen(round.startedAt, now)
    await store.keepRound({ ...round, after: null, finishedAt: now, openCases: round.lookedAt })
    return true
  }
  return false
}

/** A walk that had not finished goes on; otherwise the next begins. */
function goingOn(before: Round | undefined, now: Instant): Round {
  if (before !== undefined && before.after !== null) return before
  const { finishedAt = null, openCases = null } = before ?? {}
  return { startedAt: now, after: null, lookedAt: 0, finishedAt, openCases }
}

async function look(
  { db, cases }: WatchMeans,
  area: string,
  lines: readonly OpenLine[],
  around: Surroundings,
  papers: ReadonlyMap<string, Instant>,
): Promise<void> {
  if (lines.length === 0) return
  const streams = lines.map(({ stream }) => stream)
  const watched = await cases.watched(area, streams)
  const found = watched.flatMap((one): OpenGap[] => {
    const { no, item, acceptPlace, decidingBody } = one.dossier
    const about = { stream: one.stream, caseNo: no, itemId: item.id, itemVersion: item.version }
    const { grants, ...rest } = around
    const relevant = { ...rest, grants: grants.filter((grant) => grant.item === item.id) }
    return gapsOf(lookedAt(one, papers.get(one.stream)), relevant).map((gap) => ({
      ...{ ...about, ...gap, openedAt: around.now, place: acceptPlace, body: decidingBody },
    }))
  })
  const store = gapStore(db, area)
  await store.keep(found, around.now)
  await store.closeOthers(streams, around.now)
}

function lookedAt(
  { dossier, state, timers, powers, sealsReady, changedAt, overdue, barred }: WatchedCase,
  paperSince?: Instant,
): LookedAt {
  return {
    ...{ state, timers, powers, changedAt, stateName: dossier.state, item: dossier.item.id },
    ...{ acceptPlace: dossier.acceptPlace, decidingBody: dossier.decidingBody },
    clocks: Object.values(dossier.clocks),
    ...{ overdue, barred },
    ...(dossier.holder === undefined ? {} : { holder: dossier.holder.post }),
    ...(sealsReady === undefined ? {} : { sealsReady }),
    ...(paperSince === undefined ? {} : { paperSince }),
  }
}

/** Roster, powers and calendar of the day, read once for a stretch. */
async function surroundings(means: WatchMeans, area: string, now: Instant): Promise<Surroundings> {
  const day = legalDay(now)
  const ids = (await means.posts.postsOfArea(area)).map(({ id }) => id)
  const posts = (await means.posts.standings(area, ids, day))
    .filter(({ onDuty }) => onDuty)
    .map(({ post, person, roles, place, body, away, cover }): OnDuty => {
      return {
        post,
        person,
        roles,
        place,
        body,
        away: away !== undefined,
        ...(cover === undefined ? {} : { cover }),
      }
    })
  const grants = await means.catalogue.grantsInMemory(area, false)
  const silent = (await means.organisation.pack(area))?.body.parameters.parcelSilentCalendarDays
  const calendar = compileCalendar(await means.organisation.calendarOf(area))
  return { now, posts, grants, calendar, ...(silent ? { parcelSilentDays: silent.value } : {}) }
}

/** Since when each case waits for a paper that its act brought about. */
async function latePapers(db: Queryable, area: string, now: Instant): Promise<Map<string, Instant>> {
  const before = new Date(Date.parse(now) - PAPER_LATE_MS).toISOString()
  const late = await lateDeliveries(db, area, PAPERS, before)
  return new Map(late.toReversed().map(({ stream, at }) => [stream, at]))
}
