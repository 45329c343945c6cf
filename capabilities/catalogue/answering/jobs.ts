import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { held, type Books, type Held } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { sentence } from '#platform/http/problem.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Authoring } from '../authoring/index.ts'
import { openChangeOf } from '../authoring/named.ts'
import { GUIDING_LINE } from '../delegation-books/guiding/line.ts'
import { OUTSIDE_NEWS } from '../outside-items/news.ts'
import { changeRefusalWords } from '../words/change.ts'
import { DRAFTING, type Drafted } from './acts.ts'

/** Books whose entries are answered by a change of an item. */
export const ANSWERED_BY_DRAFTS = [GUIDING_LINE, OUTSIDE_NEWS] as const

const BEGUN = 'catalogue.answers-begun'
const FOLLOWED = 'catalogue.answers-followed'
const ENDS = ['change-published', 'change-withdrawn', 'change-lapsed']

export function answeringSubscribers(kind: string): readonly string[] {
  if (ANSWERED_BY_DRAFTS.some((book) => kind === `${book}-begin-draft`)) return [BEGUN]
  return ENDS.includes(kind) ? [FOLLOWED] : []
}

export interface AnsweringMeans {
  db: Queryable
  books: Pick<Books, 'carry'>
  authoring: Pick<Authoring, 'open' | 'followItem'>
  /** The books themselves, by kind. */
  book(kind: string): Book
}

export function answeringJobs(worker: Worker, means: AnsweringMeans): void {
  worker.onFact(BEGUN, (fact, { now, requestId }) => begin(means, fact, { now, requestId }))
  worker.onFact(FOLLOWED, (fact, { now }) => follow(means, fact, now))
}

/** The draft is begun in the name of whoever answered; why it cannot be stands in the entry, which waits again. */
async function begin(
  means: AnsweringMeans,
  fact: StoredFact,
  { now, requestId }: { now: Instant; requestId: string },
): Promise<void> {
  const { areaCode: area, stream } = fact
  const kind = fact.kind.slice(0, -'-begin-draft'.length)
  const id = stream.slice(stream.lastIndexOf(':') + 1)
  const found = await held<Drafted>(means.db, { kind }, { area, state: DRAFTING })
  const entry = found.find((each) => each.id === id)
  const { item, how = '', draft } = entry?.entry.body ?? {}
  if (entry === undefined || item === undefined || draft !== undefined) return
  const { actor } = readFact(fact)
  if (actor.kind !== 'staff') throw new Error(`${fact.kind} was not done by a person`)
  // Facts keep the post and not its roles; only whoever writes items may take this act.
  const author = { ...actor, area, roles: ['item-author'] }
  const opened = await draftOf(means, { item, reason: how, actor: author, now, requestId })
  await (isRefusal(opened)
    ? carry(means, { kind, area, entry, act: 'not-drafted', input: { trouble: troubleOf(opened) }, now })
    : carry(means, { kind, area, entry, act: 'drafted', input: { draft: opened }, now }))
}

const troubleOf = (refused: Refusal): string => sentence(refused, changeRefusalWords).slice(0, 300)

interface Wanted {
  item: string
  reason: string
  actor: StaffActor
  now: Instant
  requestId: string
}

/** Lists above that moved on come first; a change under way is taken for it; else a draft of the newest version. */
async function draftOf(
  { db, authoring }: AnsweringMeans,
  { item, reason, actor, now, requestId }: Wanted,
): Promise<string | Refusal> {
  const followed = await authoring.followItem(actor.area, item, now)
  if (followed.as === 'drafted') return followed.change
  const open = await openChangeOf(db, actor.area, item)
  if (open !== undefined) return open
  const done = await authoring.open({
    ...{ actor, now, requestId, requestHash: requestId, reliesOn: [], wish: { item, reason } },
  })
  return isRefusal(done) ? done : (done.answer as { id: string }).id
}

async function follow(means: AnsweringMeans, fact: StoredFact, now: Instant): Promise<void> {
  const { areaCode: area, stream, kind: happened } = fact
  const change = stream.slice(stream.lastIndexOf(':') + 1)
  const { itemVersion } = fact.body as { itemVersion?: number }
  const [act, input] =
    happened === 'change-published' ? ['came-out', { settledBy: itemVersion ?? 0 }] : ['draft-gone', {}]
  for (const kind of ANSWERED_BY_DRAFTS)
    for (const entry of await held<Drafted>(means.db, { kind }, { area, state: DRAFTING }))
      if (entry.entry.body.draft === change) await carry(means, { kind, area, entry, act, input, now })
}

interface Carrying {
  kind: string
  area: string
  entry: Held<Drafted>
  act: string
  input: Record<string, unknown>
  now: Instant
}

async function carry(means: AnsweringMeans, { kind, area, entry, act, input, now }: Carrying): Promise<void> {
  // The same fact heard twice is one request; a second draft of the same entry is another one.
  const requestId = `${kind}/${entry.id}/${act}/${entry.entry.version}`
  const done = await means.books.carry(
    means.book(kind),
    { area, id: entry.id },
    { act, input, now, requestId },
  )
  // Somebody settled it by hand meanwhile.
  if (isRefusal(done) && done.code !== 'not-in-this-state' && done.code !== 'book-entry-moved-on')
    throw new Error(`${kind} ${entry.id} does not follow its draft: ${done.code}`)
}
