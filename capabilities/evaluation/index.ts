import type { Actor } from '#engine/actor.ts'
import { addDays, startOfDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey, actorRecord } from '#capabilities/acts/actor-record.ts'
import type { Cases } from '#capabilities/case/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import { all, made, readOnce, type Reading } from '#platform/db/reading.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import type { Commit, CommitOutcome } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import {
  STARS,
  type FollowUp,
  type GivenRating,
  type Rated,
  type RatingInput,
  type RatingSummary,
  type RectificationFigures,
} from './contract.ts'
import { inputProblem, standsAgainst, WINDOW_CALENDAR_DAYS, type Rateable } from './model.ts'
import { followUpOf } from './service/follow-up.ts'
import { rectificationReader, type FiguresQuery } from './store/rectifications.ts'
import { ratingReader, ratingValues, SAVE_RATING, type PlaceCount, type RatingRow } from './store.ts'

export { satisfiedByPlace, type SatisfiedPlace } from './store.ts'
export { evaluationRefusalWords, RATING_OPTIONS, STAR_TITLES } from './words.ts'
export { evaluationSubscribers } from './jobs.ts'
export { rectifications, type Rectifications } from './rectifications.ts'
export { rectificationHttp } from './routes.ts'
export { rectificationRoutes } from './contract/routes.ts'
export { rebuildRectifications } from './service/rebuild.ts'
export { keepRectificationCalendars } from './service/calendars.ts'
export { rectificationWords } from './words/rectification.ts'
export const evaluationCapability = { name: 'evaluation' } as const

/** More than anybody works through from a list; the count itself is whole. */
const LATE_LISTED = 200

type CaseRow = NonNullable<Awaited<ReturnType<Cases['find']>>>

export interface EvaluationMeans {
  db: Queryable
  ledger: Ledger
  sealing: SubjectKeys
  organisation: Organisation
  cases: Pick<Cases, 'find'>
}

export interface RateRequest {
  no: string
  actor: Actor
  input: RatingInput
  now: Instant
  requestId: string
}

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

async function rate(means: EvaluationMeans, request: RateRequest): Promise<{ rated: true } | Refusal> {
  const { actor, no, input, now } = request
  const row = await own(means, actor, no)
  if (row === undefined) return refusal('case-not-found')
  const given = await readOnce(means.db, ratingReader(means.db).ofCase(row.area, no))
  const against = inputProblem(input) ?? standsAgainst(await rateable(means, row, given), now)
  const key = {
    areaCode: row.area,
    actorKey: actorKey(actor),
    requestId: request.requestId,
    requestHash: sm3(canonical({ no, ...input } as Json)),
  }
  // The second click of a double click hears the first answer, not that it came second.
  if (against !== undefined)
    return (await means.ledger.answered(key))?.outcome === 'replayed' ? { rated: true } : against
  const { closedAt } = closing(row)
  const stream = streamId('rating', row.id, closedAt!)
  const rated = await ratedFact(means, row, input)
  const commit: Commit = {
    ...key,
    actor: actorRecord(actor),
    at: now,
    streams: [
      {
        stream,
        expectedVersion: 0,
        prevHash: null,
        facts: [{ kind: 'rated', body: rated as unknown as Json, schemaVersion: 1 }],
      },
    ],
    reliesOn: [],
    jobs: [],
    cancelJobs: [],
    result: { no },
  }
  return settled(
    await means.ledger.commit(SAVE_RATING, commit, ratingValues(row.area, row.id, stream, rated, now)),
  )
}

function settled({ outcome }: CommitOutcome): { rated: true } | Refusal {
  switch (outcome) {
    case 'done':
    case 'replayed':
      return { rated: true }
    case 'request-reused':
      return refusal('request-reused')
    default:
      return refusal('already-rated')
  }
}

/** Only the applicant rates; for anybody else the case does not exist here. */
async function own({ cases }: EvaluationMeans, actor: Actor, no: string): Promise<CaseRow | undefined> {
  return actor.kind === 'citizen' ? cases.find(actor, no) : undefined
}

function closing({ dossier }: CaseRow): { closedAt?: Instant } {
  // Rated once delivered; a check that follows a promise keeps nobody from saying how it went.
  return dossier.delivered ? { closedAt: dossier.delivered.by.at } : {}
}

async function rateable(
  means: EvaluationMeans,
  row: CaseRow,
  given: RatingRow | undefined,
): Promise<Rateable> {
  const pack = await means.organisation.pack(row.area)
  const { ratingWindowCalendarDays } = pack?.body.parameters ?? {}
  const windowCalendarDays = ratingWindowCalendarDays?.value ?? WINDOW_CALENDAR_DAYS
  return { ...closing(row), rated: given !== undefined, windowCalendarDays }
}

async function ratedFact(means: EvaluationMeans, { dossier }: CaseRow, input: RatingInput): Promise<Rated> {
  const comment = input.comment?.trim()
  const sealer = comment ? await means.sealing.sealFor(NO_AREA, subjectOf(dossier.party)) : undefined
  const acceptPost = dossier.acceptance?.by.post
  return {
    no: dossier.no,
    item: dossier.item.id,
    itemVersion: dossier.item.version,
    stars: input.stars,
    options: [...input.options].toSorted(),
    anonymous: input.anonymous,
    ...(comment && sealer ? { comment: sealer.seal(comment) } : {}),
    decidingBody: dossier.decidingBody,
    acceptPlace: dossier.acceptPlace,
    ...(acceptPost === undefined ? {} : { acceptPost }),
    served: servedBy(dossier),
  }
}

/** Who took the case in and who handed the result over; a system act is nobody. */
function servedBy({ acceptance, delivered }: CaseRow['dossier']): string[] {
  const persons = [acceptance?.by.person, delivered?.by.person].filter((person) => person !== undefined)
  return [...new Set(persons)]
}

async function readable(means: EvaluationMeans, { dossier }: CaseRow, row: RatingRow): Promise<GivenRating> {
  const { comment: sealed, ...rest } = row
  if (sealed === null) return rest
  const comment = await means.sealing.open(NO_AREA, subjectOf(dossier.party), sealed as Sealed)
  return comment === null ? rest : { ...rest, comment }
}
