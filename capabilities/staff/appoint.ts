import type { Actor } from '#engine/actor.ts'
import { addDays, type Instant } from '#engine/day.ts'
import { actorKey, actorRecord } from '#capabilities/acts/actor-record.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { CommitOutcome, Head } from '#platform/ledger/commit.ts'
import type { Ledger, PreparedCommit } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { NO_AREA, refuse, type NewPost, type POST_FACTS, type Post, type StaffRefusal } from './contract.ts'
import { appointmentProblem } from './model.ts'
import { forgetPosts, staffReader, type StoredPost } from './store.ts'
import { POST_VIEW, digestOf, postValues } from './store/post-view.ts'
import { surroundingsOf } from './store/surroundings.ts'

/** Who asks, when, and under which request id; a second click is the first. */
export interface Asking {
  actor: Actor
  at: Instant
  requestId: string
}

/** Loading a pack acts under this name; what it wrote is told apart from what an office decided. */
export const PACK_LOADER: Actor = { kind: 'system', job: 'pack.posts' }

/** Where posts are read and written. */
export interface Registry {
  db: Queryable
  ledger: Ledger
}

type PostFact = (typeof POST_FACTS)[number]
type Change = (before: StoredPost | undefined) => NewPost | StaffRefusal

/** Appoints a person to a post: the first fact of the post's stream. */
export function appointPost(
  { db, ledger }: Registry,
  area: string,
  post: NewPost,
  asking: Asking,
): Promise<Post | StaffRefusal> {
  const change: Change = (before) => (before ? refuse('post-exists', { post: post.id }) : post)
  return record(db, ledger, {
    area,
    id: post.id,
    person: post.person,
    kind: 'post.appointed',
    asked: post,
    change,
    asking,
  })
}

/** Changes title, roles, place, body, window or days; a decision that relied on the older version is refused at its commit. */
export function changePost(
  { db, ledger }: Registry,
  area: string,
  post: NewPost,
  asking: Asking,
): Promise<Post | StaffRefusal> {
  const change: Change = (before) => {
    if (!before) return refuse('post-unknown', { post: post.id })
    return before.person === post.person ? post : refuse('post-exists', { post: post.id })
  }
  return record(db, ledger, {
    area,
    id: post.id,
    person: post.person,
    kind: 'post.changed',
    asked: post,
    change,
    asking,
  })
}

/**
 * Ends a post after `lastDay`; from the next day on nobody acts from it. Yesterday ends it at once, also when it began today.
 * The rules of appointment are not asked again: nothing about a post may keep it from being ended.
 */
export async function endPost(
  { db, ledger }: Registry,
  area: string,
  end: { post: string; lastDay: string; reason?: string },
  asking: Asking,
): Promise<Post | StaffRefusal> {
  const { post: id, lastDay, reason } = end
  const [held] = await staffReader(db).postsByIds(area, [id])
  if (!held) return refuse('post-unknown', { post: id })
  const change: Change = (before = held) => {
    const { person, title, roles, place, body, window, validFrom } = before
    return lastDay < addDays(validFrom, -1)
      ? refuse('post-days-reversed', { post: id, lastDay, validFrom })
      : { id, person, title, roles, place, body, window, validFrom, validTo: lastDay }
  }
  const asked = { area, id, person: held.person, kind: 'post.ended', asked: end, change, asking } as const
  return record(db, ledger, reason === undefined ? asked : { ...asked, reason })
}

interface Recording {
  area: string
  id: string
  person: string
  kind: PostFact
  /** What was asked, so that the same request id with another content is told apart. */
  asked: unknown
  change: Change
  reason?: string
  asking: Asking
}

/**
 * Decides and commits while the person's row is locked: two appointments of one person at the same moment cannot
 * both find him free of the other two administrators' roles.
 */
async function record(db: Queryable, ledger: Ledger, recording: Recording): Promise<Post | StaffRefusal> {
  // The head is read first and compared inside, because the ledger reads on a connection of its own.
  const [seen] = await staffReader(db).postsByIds(recording.area, [recording.id])
  const head = seen && (await ledger.head(recording.area, seen.stream))
  let outcome: CommitOutcome
  try {
    outcome = await ledger.commitAfter(async (tx) => {
      const prepared = await prepare(tx, head, recording)
      if ('refused' in prepared) throw new Declined(prepared)
      return prepared
    })
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    return (await answeredBefore(ledger, recording)) ?? error.refusal
  }
  return postFrom(outcome, recording)
}

/** Takes a refusal out of the transaction, which is rolled back. */
class Declined extends Error {
  readonly refusal: StaffRefusal
  constructor(refusal: StaffRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function prepare(
  tx: Queryable,
  head: Head | undefined,
  recording: Recording,
): Promise<PreparedCommit | StaffRefusal> {
  const { area, id, person, kind, change, reason, asking } = recording
  await tx.query('SELECT id FROM staff.person WHERE area_code = $1 AND id = $2 FOR UPDATE', [NO_AREA, person])
  const read = staffReader(tx)
  const [before] = await read.postsByIds(area, [id])
  const coming = change(before)
  if ('refused' in coming) return coming
  const problem = kind === 'post.ended' ? undefined : await problemOf(tx, area, coming)
  if (problem) return problem
  if (before && head?.version !== before.version) return refuse('post-changed-meanwhile', { post: id })
  const stream = before?.stream ?? streamId('post', id, asking.at)
  const version = (before?.version ?? 0) + 1
  const duty = { cover: before?.cover ?? null, absences: before?.absences ?? [] }
  const after: Post = { ...coming, validTo: coming.validTo ?? null, area, stream, version, ...duty }
  const {
    area: _area,
    stream: _stream,
    version: _version,
    cover: _cover,
    absences: _absences,
    ...said
  } = after
  const body = reason === undefined ? said : { ...said, reason }
  return {
    statement: POST_VIEW,
    commit: {
      ...requestOf(recording),
      actor: actorRecord(asking.actor),
      at: asking.at,
      streams: [
        {
          stream,
          expectedVersion: version - 1,
          prevHash: head?.hash ?? null,
          facts: [{ kind, body, schemaVersion: 1 }],
        },
      ],
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: { ...after },
    },
    viewValues: postValues(after, asking.actor === PACK_LOADER),
  }
}

async function problemOf(tx: Queryable, area: string, post: NewPost): Promise<StaffRefusal | undefined> {
  const held = await staffReader(tx).postsOfPerson(post.person)
  return appointmentProblem(post, held, await surroundingsOf(tx, area, [post]))
}

export function requestOf({
  area,
  kind,
  asked,
  asking: { actor, requestId },
}: Pick<Recording, 'area' | 'kind' | 'asked' | 'asking'>) {
  return { areaCode: area, actorKey: actorKey(actor), requestId, requestHash: digestOf([kind, asked]) }
}

/** A double click whose first click ended the post must hear the first answer, not that there is nothing left to do. */
async function answeredBefore(
  ledger: Ledger,
  recording: Recording,
): Promise<Post | StaffRefusal | undefined> {
  const outcome = await ledger.answered(requestOf(recording))
  return outcome && postFrom(outcome, recording)
}

function postFrom(outcome: CommitOutcome, { id }: Recording): Post | StaffRefusal {
  forgetPosts()
  switch (outcome.outcome) {
    case 'done':
    case 'replayed':
      return outcome.result as Post
    case 'conflict':
    case 'relied-changed':
      return refuse('post-changed-meanwhile', { post: id })
    case 'request-reused':
      return refuse('request-reused', { post: id })
  }
}
