import { PROCEDURES } from '#capabilities/case/model.ts'
import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { backlog } from '#platform/jobs/backlog.ts'
import type { Worker } from '#platform/jobs/worker.ts'

/** Everything a case may record, and recorded refusals. */
const PUBLISHED = [
  ...new Set(Object.values(PROCEDURES).flatMap(({ apply }) => Object.keys(apply))),
  'attempted',
]

/**
 * Subscribers that are told of facts and have nobody to hear them. Their deliveries would lie in the outbox for ever, and
 * with them every paper, message or figure that was to come of the fact; a house like that is not opened.
 */
export function unheardFacts(
  worker: Pick<Worker, 'handled'>,
  subscribers: (kind: string) => readonly string[],
): string[] {
  const known = worker.handled().subscribers
  return [...new Set(PUBLISHED.flatMap(subscribers))].filter((name) => !known.has(name)).toSorted()
}

/** Kinds of job and subscribers that stand in the queues and that this version has no handler for. */
export async function idleQueues(
  worker: Pick<Worker, 'handled'>,
  db: Queryable,
  now: Instant,
): Promise<string[]> {
  const { jobs, subscribers } = worker.handled()
  return (await backlog(db, now))
    .filter(({ queue, name }) => !(queue === 'job' ? jobs : subscribers).has(name))
    .map(({ queue, name, waiting, due }) => `${queue} ${name} (${waiting + due})`)
}
