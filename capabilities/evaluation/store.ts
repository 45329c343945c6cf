import { addDays, startOfDay, type LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import { asks, made, type Reading } from '#platform/db/reading.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Rated, Stars } from './contract.ts'
import { isPoor } from './model.ts'
import type { RectificationDossier } from './model/dossier.ts'

export interface RatingRow {
  stars: Stars
  options: string[]
  anonymous: boolean
  comment: string | null
  at: string
}

export type FollowedRating = RatingRow & { followUp: RectificationDossier | null }

export interface PlaceCount {
  place: string
  count: number
}

export interface RatingReader {
  /** With what became of it, where it was poor and is followed up. */
  ofCase(area: string, no: string): Reading<FollowedRating | undefined>
  counts(area: string, body: string): Promise<{ stars: Stars; count: number; needsFollowUp: number }[]>
  /** Ratings in [from, before) by accepting place. */
  countsByPlace(area: string, from: string, before: string): Reading<readonly PlaceCount[]>
}

export function ratingReader(db: Queryable): RatingReader {
  return {
    ofCase: (area, no) => made(asks<FollowedRating>(OF_CASE, [area, no], ['at']), ([given]) => given),
    counts: (area, body) => db.query(COUNTS, [area, body]),
    countsByPlace: (area, from, before) => asks<PlaceCount>(COUNTS_BY_PLACE, [area, from, before]),
  }
}

const OF_CASE = {
  name: 'evaluation.of-case',
  text: `SELECT r.stars, r.options, r.anonymous, r.comment, r.rated_at AS at, f.dossier AS "followUp" FROM evaluation.rating r
    LEFT JOIN evaluation.rectification f ON f.area_code = r.area_code AND f.no = r.no
    WHERE r.area_code = $1 AND r.no = $2`,
}

const COUNTS = {
  name: 'evaluation.counts',
  // What a supervisor found untrue or mistaken counts for nobody (剔除不计分).
  text: `SELECT r.stars, count(*) AS count,
      count(*) FILTER (WHERE r.needs_follow_up AND f.settled_on IS NULL) AS "needsFollowUp"
    FROM evaluation.rating r
    LEFT JOIN evaluation.rectification f ON f.area_code = r.area_code AND f.no = r.no
    WHERE r.area_code = $1 AND r.deciding_body = $2 AND f.state IS DISTINCT FROM 'excluded' GROUP BY r.stars`,
}

const COUNTS_BY_PLACE = {
  name: 'evaluation.counts-by-place',
  text: `SELECT accept_place AS place, count(*) AS count FROM evaluation.rating
    WHERE area_code = $1 AND rated_at >= $2 AND rated_at < $3 GROUP BY accept_place`,
}

const SATISFIED_BY_PLACE = {
  name: 'evaluation.satisfied-by-place',
  text: `SELECT r.accept_place AS place, count(*) AS rated, count(*) FILTER (WHERE r.stars >= 3) AS satisfied
    FROM evaluation.rating r
    LEFT JOIN evaluation.rectification f ON f.area_code = r.area_code AND f.no = r.no
    WHERE r.area_code = $1 AND r.rated_at >= $2 AND r.rated_at < $3 AND f.state IS DISTINCT FROM 'excluded'
    GROUP BY r.accept_place`,
}

export interface SatisfiedPlace {
  place: string
  rated: number
  satisfied: number
}

/** Ratings given on the legal days from–to by accepting place, and how many of them are 基本满意 or better; excluded ones count for nobody. */
export function satisfiedByPlace(
  db: Queryable,
  area: string,
  { from, to }: { from: LegalDay; to: LegalDay },
): Promise<SatisfiedPlace[]> {
  return db.query<SatisfiedPlace>(SATISFIED_BY_PLACE, [area, startOfDay(from), startOfDay(addDays(to, 1))])
}

const COLUMNS = [
  'text',
  'uuid',
  'text',
  'text',
  'text',
  'smallint',
  'text[]',
  'boolean',
  'text',
  'text',
  'text',
  'text',
  'timestamptz',
  'boolean',
]

/** Fact and view in one statement; `ratingValues` gives the values in this order. */
export const SAVE_RATING = commitStatement(
  'evaluation.save',
  (n) => `rated AS (
  INSERT INTO evaluation.rating (area_code, id, stream, no, item, stars, options, anonymous, comment, deciding_body,
    accept_place, accept_post, rated_at, needs_follow_up)
  SELECT ${COLUMNS.map((type, index) => `$${n + index}::${type}`).join(', ')}
  FROM committed WHERE committed.outcome = 'done'
)`,
)

export function ratingValues(area: string, id: string, stream: string, rated: Rated, at: string): unknown[] {
  return [
    ...[
      area,
      id,
      stream,
      rated.no,
      rated.item,
      rated.stars,
      rated.options,
      rated.anonymous,
      rated.comment ?? null,
    ],
    ...[rated.decidingBody, rated.acceptPlace, rated.acceptPost ?? null, at, isPoor(rated.stars)],
  ]
}
