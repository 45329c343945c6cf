import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey, actorRecord } from '#capabilities/acts/actor-record.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { readOnce } from '#platform/db/reading.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import type { Commit, CommitOutcome } from '#platform/ledger/commit.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Rated, RatingInput } from '../contract.ts'
import { inputProblem, standsAgainst } from '../model.ts'
import { ratingReader, ratingValues, SAVE_RATING } from '../store.ts'
import { closing, own, rateable, type CaseRow, type EvaluationMeans } from './rateable.ts'

export interface RateRequest {
  no: string
  actor: Actor
  input: RatingInput
  now: Instant
  requestId: string
}

export async function rate(means: EvaluationMeans, request: RateRequest): Promise<{ rated: true } | Refusal> {
  const { actor, no, input, now } = request
  const row = await own(means, actor, no)
  if (row === undefined) return refusal('case-not-found')
  const given = await readOnce(means.db, ratingReader(means.db).ofCase(row.area, no))
  const against = inputProblem(input) ?? standsAgainst(await rateable(means, row, given), now)
  const key = {
    areaCode: row.area,
    actorKey: actorKey(actor),
    requestId: request.requestId,
    requestHash: sm3(canonical({ no, ...input })),
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
        facts: [{ kind: 'rated', body: rated, schemaVersion: 1 }],
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
