import { fold } from '#engine/procedure/decide.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Book, Entry } from '#capabilities/books/model.ts'
import type { Db } from '#platform/db/db.ts'
import { everyStream } from '#platform/ledger/pages.ts'

/** What every entry of every book must keep, however it came about; each line names one that does not. */
export async function brokenEntries(db: Db, books: readonly Book[], now: Instant): Promise<string[]> {
  const broken: string[] = []
  const jobs = await dueJobs(db)
  for (const book of books)
    for await (const stored of everyStream(db, { streamKind: book.kind })) {
      const facts = stored.map(readFact)
      const steps = facts.map((_fact, index) => fold(book.procedure, facts.slice(0, index + 1)))
      const faults = [
        ...facts.flatMap((fact, index) =>
          stepFaults(book, fact.kind, steps[index - 1] ?? book.procedure.initial, steps[index]!),
        ),
        ...dayFaults(book, steps.at(-1)!, legalDay(now), jobs.get(stored[0]!.stream) ?? []),
      ]
      broken.push(...faults.map((fault) => `${stored[0]!.stream}: ${fault}`))
    }
  return broken
}

/** It came into its state by an act that leads there, and writing in it moved no day that nobody moved. */
function stepFaults(book: Book, fact: string, before: Entry, after: Entry): string[] {
  const name = fact.slice(book.kind.length + 1)
  const action = book.procedure.actions.find((each) => each.name === name)
  if (action === undefined) return [`${name} is no act of the book`]
  const to = action.to === 'same' ? [before.state] : action.to
  const states = book.states[after.state] !== undefined && to.includes(after.state)
  const from = before.version === 0 ? action.from.length === 0 : action.from.includes(before.state)
  const act = book.acts.find((each) => each.name === name)
  const silent = act !== undefined && act.due === undefined && before.version > 0
  const kept = !silent || before.state !== after.state || before.due === after.due
  return [
    ...(states && from ? [] : [`${name} led from ${before.state} to ${after.state}`]),
    ...(kept ? [] : [`${name} moved the day from ${before.due} to ${after.due}`]),
  ]
}

/** What is due stands in the queue of what the calendar does; what is late is on record. */
function dayFaults(book: Book, entry: Entry, today: string, jobs: readonly string[]): string[] {
  const wanted = book
    .dueOf(entry)
    .map(({ action }) => action)
    .toSorted()
  const late = entry.due !== undefined && entry.due < today && entry.overdue !== entry.due
  const ended = book.states[entry.state]?.final === true
  return [
    ...(late && !ended ? [`late since ${entry.due} and nobody noted it`] : []),
    ...(ended || wanted.every((action) => jobs.includes(action))
      ? []
      : [`waits for ${wanted.join()} and the queue has ${jobs.join() || 'nothing'}`]),
  ]
}

async function dueJobs(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.query<{ stream: string; action: string }>(
    `SELECT stream, body->>'action' AS action FROM ledger.job WHERE kind LIKE 'book-%'`,
  )
  return new Map(
    [...Map.groupBy(rows, ({ stream }) => stream)].map(([stream, own]) => [
      stream,
      own.map(({ action }) => action),
    ]),
  )
}
