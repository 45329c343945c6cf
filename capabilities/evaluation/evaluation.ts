import type { Actor } from '#engine/actor.ts'
import { addDays, startOfDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { all, made, readOnce, type Reading } from '#platform/db/reading.ts'
import {
  STARS,
  type FollowUp,
  type GivenRating,
  type RatingSummary,
  type RectificationFigures,
} from './contract.ts'
import { standsAgainst } from './model.ts'
import { followUpOf } from './service/follow-up.ts'
import { rate, type RateRequest } from './service/rate.ts'
import { own, rateable, type CaseRow, type EvaluationMeans } from './service/rateable.ts'
import { rectificationReader, type FiguresQuery } from './store/rectifications.ts'
import { ratingReader, type PlaceCount, type RatingRow } from './store.ts'

/** More than anybody works through from a list; the count itself is whole. */
const LATE_LISTED = 200

/** What the applicant may still do, gave, and hears of it. */
export interface OfCase {
  open: boolean
  given?: GivenRating
  followUp?: FollowUp
}

export interface Evaluation {
  rate(request: RateRequest): Promise<{ rated: true } | Refusal>
  /** What the applicant of a case may do and has done; nobody else finds the case here. */
  ofCase(actor: Actor, no: string, now: Instant): Promise<OfCase | Refusal>
  /** The same of a case that was found for its applicant a moment ago, to be read with whatever else its page needs. */
  ofFound(row: CaseRow, now: Instant): Reading<OfCase>
  /** Ratings of what a body decided, by star, without those a supervisor took out. */
  summaryOf(area: string, body: string): Promise<RatingSummary>
  /** Ratings given on the legal days from–to, by the place that accepted the case; a place without any is absent. */
  ratingCounts(area: string, from: string, to: string): Reading<readonly PlaceCount[]>
  /** Poor ratings due in a period by the place that was rated, and those of them that were not handled in time (EVA-02). */
  rectificationCounts(period: FiguresQuery): Reading<RectificationFigures>
}

export function evaluation(means: EvaluationMeans): Evaluation {
  const read = ratingReader(means.db)
  return {
    rate: (request) => rate(means, request),
    async ofCase(actor, no, now) {
      const row = await own(means, actor, no)
      return row === undefined ? refusal('case-not-found') : readOnce(means.db, ofRow(means, row, now))
    },
    ofFound: (row, now) => ofRow(means, row, now),
    ratingCounts: (area, from, to) => read.countsByPlace(area, startOfDay(from), startOfDay(addDays(to, 1))),
    rectificationCounts(query) {
      const reader = rectificationReader(means.db)
      const both = all([reader.counts(query), reader.late(query, LATE_LISTED)])
      return made(both, ([counts, late]) => ({ counts: [...counts], late: [...late] }))
    },
    async summaryOf(area, body) {
      const rows = await read.counts(area, body)
      const countOf = (stars: number) => rows.find((row) => row.stars === stars)?.count ?? 0
      return {
        count: rows.reduce((sum, row) => sum + row.count, 0),
        byStars: Object.fromEntries(
          STARS.map((stars) => [stars, countOf(stars)]),
        ) as RatingSummary['byStars'],
        needsFollowUp: rows.reduce((sum, row) => sum + row.needsFollowUp, 0),
      }
    },
  }
}

function ofRow(means: EvaluationMeans, row: CaseRow, now: Instant): Reading<OfCase> {
  return made(ratingReader(means.db).ofCase(row.area, row.dossier.no), async (given) => {
    const open = standsAgainst(await rateable(means, row, given), now) === undefined
    if (given === undefined) return { open }
    const { followUp: dossier, ...rating } = given
    const followUp = await followUpOf(means.sealing, dossier)
    return { open, given: await readable(means, row, rating), ...(followUp ? { followUp } : {}) }
  })
}

async function readable(means: EvaluationMeans, { dossier }: CaseRow, row: RatingRow): Promise<GivenRating> {
  const { comment: sealed, ...rest } = row
  if (sealed === null) return rest
  const comment = await means.sealing.open(NO_AREA, subjectOf(dossier.party), sealed as Sealed)
  return comment === null ? rest : { ...rest, comment }
}
