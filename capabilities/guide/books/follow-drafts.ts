import type { Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held, type Held } from '#capabilities/books/index.ts'
import { openChangeOf, type ChangeAnswer } from '#capabilities/catalogue/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { GuideJobMeans } from './jobs.ts'
import { revisionBook, revisions, TRIGGERS, type Revision } from './revision.ts'

/** What becomes of a draft (事项变更) becomes of the revisions it answers. */
export const DRAFT_FACTS: readonly string[] = [
  ...['change-opened', 'change-published', 'change-withdrawn', 'change-lapsed'],
]

/** A draft begun for an item answers every revision that waits for it; out, it settles them; put away, they wait again. */
export async function followDraft(means: GuideJobMeans, fact: StoredFact, now: Instant): Promise<void> {
  const { areaCode: area, kind } = fact
  const change = fact.stream.slice(fact.stream.lastIndexOf(':') + 1)
  if (kind === 'change-opened') {
    const { item } = fact.body as { item: string }
    for (const revision of await held(means.db, revisionBook, { area, item, state: 'open' }))
      await carried(means, area, { revision, act: 'draft', input: { change }, now })
    return
  }
  const answered = await revisionsOf(means.db, area, change)
  const { itemVersion } = fact.body as { itemVersion?: number }
  const [act, input] =
    kind === 'change-published' ? ['published', { settledBy: itemVersion! }] : ['draft-gone', {}]
  for (const revision of answered) await carried(means, area, { revision, act, input, now })
}

/** A revision that is asked for while its item is being changed hangs on that change at once. */
export async function hangOnDraft(means: GuideJobMeans, fact: StoredFact, now: Instant): Promise<void> {
  const { areaCode: area, stream } = fact
  const { item } = (fact.body as unknown as { set: Revision }).set
  const change = await openChangeOf(means.db, area, item)
  if (change === undefined) return
  const id = stream.slice(stream.lastIndexOf(':') + 1)
  const found = await held(means.db, revisionBook, { area, item, state: 'open' })
  const revision = found.find((each) => each.id === id)
  if (revision) await carried(means, area, { revision, act: 'draft', input: { change }, now })
}

/** Revisions that this draft answers, or answered when it came out. */
async function revisionsOf(
  db: Queryable,
  area: string,
  change: string,
  states = ['drafting'],
): Promise<Held<Revision>[]> {
  const found = await Promise.all(states.map((state) => held(db, revisionBook, { area, state })))
  return found.flat().filter(({ entry }) => entry.body.change === change)
}

/** The same for whoever reads the draft: why it is written, and by when. */
export async function answeredRevisions(
  db: Queryable,
  area: string,
  change: string,
): Promise<ChangeAnswer[]> {
  const revisions = await revisionsOf(db, area, change, ['drafting', 'revised'])
  return revisions.map(({ id, entry: { body } }) => ({
    ...{ book: revisionBook.kind, entry: id, title: TRIGGERS[body.trigger], text: body.cause },
    dueDay: body.dueDay,
  }))
}

interface Carrying {
  revision: Held<Revision>
  act: string
  input: Record<string, unknown>
  now: Instant
}

async function carried(
  means: GuideJobMeans,
  area: string,
  { revision: { id, entry }, act, input, now }: Carrying,
): Promise<void> {
  // The same fact heard twice is one request; a second draft of the same revision is another one.
  const requestId = `revision/${id}/${act}/${entry.version}`
  const done = await means.books.carry(revisions(means), { area, id }, { act, input, now, requestId })
  // Somebody settled it by hand meanwhile.
  if (isRefusal(done) && done.code !== 'book-not-your-step')
    throw new Error(`a revision does not follow its draft: ${done.code}`)
}
