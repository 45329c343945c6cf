import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { actorRecord } from '#capabilities/acts/actor-record.ts'
import { postsMoved } from '#capabilities/organisation/index.ts'
import { newId } from '#platform/id.ts'
import { commitStatement, type CommitOutcome } from '#platform/ledger/commit.ts'
import { PACK_LOADER, requestOf, type Asking, type Registry } from './appoint.ts'
import { refuse, type Absence, type POST_FACTS, type Post, type StaffRefusal } from './contract.ts'
import { absenceProblem, coverProblem, maySetDuty } from './duty.ts'
import { forgetPosts, staffReader } from './store.ts'

type Duty = Pick<Post, 'cover' | 'absences'>

interface Change {
  kind: (typeof POST_FACTS)[number]
  asked: unknown
  decide(post: Post): Promise<{ duty: Duty; body: Readonly<Record<string, string | null>> } | StaffRefusal>
}

/** Names who stands in for a post (B角), or nobody. */
export function setCover(
  registry: Registry,
  area: string,
  asked: { post: string; cover: string | null },
  asking: Asking,
): Promise<Post | StaffRefusal> {
  return record(registry, area, asked.post, asking, {
    kind: 'post.cover-named',
    asked,
    async decide(post) {
      if (asked.cover === null) return { duty: { ...post, cover: null }, body: { cover: null } }
      const [cover] = await staffReader(registry.db).postsByIds(area, [asked.cover])
      if (cover === undefined) return refuse('post-unknown', { post: asked.cover })
      const problem = coverProblem(post, cover, legalDay(asking.at))
      return problem ?? { duty: { ...post, cover: cover.id }, body: { cover: cover.id } }
    },
  })
}

/** Somebody will be away (离岗) from one day to another, both counting. */
export function setAbsence(
  registry: Registry,
  area: string,
  asked: { post: string } & Omit<Absence, 'id'>,
  asking: Asking,
): Promise<Post | StaffRefusal> {
  const { post: id, from, to, kind } = asked
  return record(registry, area, id, asking, {
    kind: 'post.absence-set',
    asked,
    async decide(post) {
      const problem = absenceProblem(post, asked, legalDay(asking.at))
      if (problem) return problem
      const absence = { id: newId(), from, to, kind }
      return { duty: { ...post, absences: [...current(post, asking), absence] }, body: absence }
    },
  })
}

/** Back before the last day, or not going at all. */
export function endAbsence(
  registry: Registry,
  area: string,
  asked: { post: string; absence: string },
  asking: Asking,
): Promise<Post | StaffRefusal> {
  return record(registry, area, asked.post, asking, {
    kind: 'post.absence-ended',
    asked,
    async decide(post) {
      const yesterday = addDays(legalDay(asking.at), -1)
      const held = post.absences.find(({ id, to }) => id === asked.absence && to > yesterday)
      if (held === undefined) return refuse('absence-unknown', { post: post.id, absence: asked.absence })
      const absences = post.absences.map((one) => (one === held ? { ...one, to: yesterday } : one))
      return { duty: { ...post, absences }, body: { absence: held.id, to: yesterday } }
    },
  })
}

/** Absences that are over stay in the ledger; the view keeps those of the last weeks, for whoever looks back a little. */
function current({ absences }: Duty, { at }: Asking): readonly Absence[] {
  const since = addDays(legalDay(at), -60)
  return absences.filter(({ from, to }) => to >= since && to >= from)
}

async function record(
  { db, ledger }: Registry,
  area: string,
  id: string,
  asking: Asking,
  { kind, asked, decide }: Change,
): Promise<Post | StaffRefusal> {
  const request = requestOf({ area, kind, asked, asking })
  const before = await ledger.answered(request)
  if (before) return answerOf(before, id)
  const [post] = await staffReader(db).postsByIds(area, [id])
  if (post === undefined) return refuse('post-unknown', { post: id })
  if (asking.actor !== PACK_LOADER) {
    const moved = (await postsMoved(db, area, legalDay(asking.at))).get(id)
    if (!maySetDuty(asking.actor, post, moved))
      return maySetDuty(asking.actor, post)
        ? refuse('duty-moved-away', { post: id, to: moved?.to }, 'BS-2.4-05')
        : refuse('duty-not-yours', { post: id })
  }
  const decided = await decide(post)
  if (isRefusal(decided)) return decided
  const { packDigest: _digest, ...kept } = post
  const { cover, absences } = decided.duty
  const after: Post = { ...kept, cover, absences, version: post.version + 1 }
  const head = await ledger.head(area, post.stream)
  const outcome = await ledger.commit(
    DUTY_VIEW,
    {
      ...request,
      actor: actorRecord(asking.actor),
      at: asking.at,
      streams: [
        {
          stream: post.stream,
          expectedVersion: post.version,
          prevHash: head?.hash ?? null,
          facts: [{ kind, body: decided.body, schemaVersion: 1 }],
        },
      ],
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: { ...after, absences: absences.map((absence) => ({ ...absence })) },
    },
    [area, id, cover, JSON.stringify(absences), after.version],
  )
  return answerOf(outcome, id)
}

function answerOf(outcome: CommitOutcome, id: string): Post | StaffRefusal {
  forgetPosts()
  if (outcome.outcome === 'done' || outcome.outcome === 'replayed') return outcome.result as Post
  return refuse(outcome.outcome === 'request-reused' ? 'request-reused' : 'post-changed-meanwhile', {
    post: id,
  })
}

const DUTY_VIEW = commitStatement(
  'staff.duty',
  (n) => `view AS (
    UPDATE staff.post SET cover = $${n + 2}, absences = $${n + 3}::jsonb, version = $${n + 4}::integer
    FROM committed WHERE committed.outcome = 'done' AND post.area_code = $${n} AND post.id = $${n + 1}
  )`,
)
