import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { monthsAfter } from '../delegation-books/model/months.ts'
import { lineKey } from './model/flags.ts'
import { STATION_QUESTION, type StationQuestion } from './question.ts'
import { sinkingReport, type SinkingMeans } from './read.ts'

const WATCH_JOB = 'catalogue.sinking-watch'
const DAY_MS = 24 * 60 * 60_000

export type SinkingWatch = SinkingMeans & { books: Pick<Books, 'record'> }

/** Once a day every station that has to say something is asked; nobody has to think of it. */
export function sinkingJobs(worker: Worker, means: SinkingWatch, book: Book): void {
  worker.onJob(WATCH_JOB, async (_job, { now }) => {
    for (const { area } of await means.organisation.areas(legalDay(now)))
      await askStations(means, book, area, now)
    return { againAt: new Date(Date.parse(now) + DAY_MS).toISOString() }
  })
}

export async function keepSinking(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${WATCH_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: WATCH_JOB, dueAt: clock.now(), body: {} })
}

/** Who has answered is left in peace as long as it took to ask; who has not is not asked twice. */
async function askStations(means: SinkingWatch, book: Book, area: string, now: Instant): Promise<void> {
  const { flags, rule, items, places } = await sinkingReport(means, { area, now })
  if (flags.length === 0) return
  const since = monthsAfter(legalDay(now), -rule.idleMonths)
  const before = await held<StationQuestion>(means.db, { kind: STATION_QUESTION }, { area })
  const quiet = new Set(
    before
      .filter(({ entry: { last } }) => Object.values(last).some(({ day }) => day > since))
      .map(({ entry: { body } }) => lineKey(body.station, body.item)),
  )
  for (const { item, station, why, cases, late } of flags) {
    const place = places.get(station)
    if (quiet.has(lineKey(station, item)) || place === undefined) continue
    const input: StationQuestion = {
      ...{ item, itemName: items.get(item) ?? item, station, stationName: place.name, town: place.owner },
      ...{ why, months: rule.idleMonths, cases, late },
    }
    const requestId = `sinking-watch.${area}.${station}.${item}.${legalDay(now)}`
    const done = await means.books.record(book, {
      ...{ area, act: 'ask', input: { ...input }, actor: { kind: 'system', job: 'ask' }, now },
      ...{ requestId, requestHash: requestId, reliesOn: [] },
    })
    // Asked in the same moment by another server, it stands already.
    if (isRefusal(done) && done.code !== 'book-entry-exists')
      throw new Error(`${station} was not asked about ${item}: ${done.code}`)
  }
}
