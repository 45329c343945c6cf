import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { streamId, streamKind } from '#platform/ledger/stream.ts'
import type { Rated } from './contract.ts'
import { isPoor } from './model.ts'
import { poorRating } from './model/poor-rating.ts'
import { openOne, RECTIFICATION_JOB, systemAct, type Parts } from './service/act.ts'
import { calendarJobs } from './service/calendars.ts'
import { rectificationReader } from './store/rectifications.ts'

/** The subscriber that takes up poor ratings. */
const POOR_RATINGS = 'evaluation.poor-ratings'

export function evaluationSubscribers(kind: string): readonly string[] {
  return kind === 'rated' ? [POOR_RATINGS] : []
}

export function rectificationJobs(worker: Worker, parts: Parts): void {
  const { db } = parts.means
  calendarJobs(worker, parts)
  worker.onFact(POOR_RATINGS, async (fact, { requestId, now }) => {
    if (streamKind(fact.stream) !== 'rating') return
    const rated = fact.body as Rated
    if (!isPoor(rated.stars)) return
    // Delivered again after a crash: the answer of the first is there, and so is its row.
    if (await rectificationReader(db).ofCase(fact.areaCode, rated.no)) return
    const { area, stream, party, input } = opening(fact, rated)
    const done = await openOne(parts, { area, stream, party }, { act: 'open', input, now, requestId })
    if (isRefusal(done)) throw new Error(`${fact.stream}: a poor rating was not taken up: ${done.code}`)
  })
  worker.onJob(RECTIFICATION_JOB, async (job, { requestId, now }) => {
    const row = await rectificationReader(db).byStream(job.areaCode, job.stream)
    if (row === undefined) throw new Error(`${job.stream} has a due act and no view`)
    const { action } = job.body as { action: string }
    const done = await systemAct(parts, row, { act: action, input: {}, now, requestId })
    // A holiday list that came since has moved the day. Any other refusal means that somebody was faster.
    if (!isRefusal(done) || done.code !== 'not-overdue') return
    const calendar = await parts.worlds.calendar(row.area)
    const timer = poorRating.timers(row.dossier, { calendar }).find((each) => each.action === action)
    return timer && timer.at > now ? { againAt: timer.at } : undefined
  })
}

/** What the first act records of the rating. The id is a new one: the rating's own is that of the case. */
function opening(fact: StoredFact, rated: Rated) {
  const { areaCode: area, at: ratedAt, stream: rating } = fact
  const { party } = fact.actor as { party: string }
  const id = newId()
  const { no, item, itemVersion, stars, options, anonymous, comment, acceptPlace: place, served } = rated
  const input = {
    ...{ id, area, rating, no, party, item, itemVersion, stars, options, anonymous, place, served, ratedAt },
    ...(comment === undefined ? {} : { comment }),
    ratedOn: legalDay(ratedAt),
  }
  return { area, stream: streamId('rectification', id, ratedAt), party, input }
}
