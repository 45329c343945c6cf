import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { withOffset } from '#platform/clock.ts'
import type { OpenContent } from '#platform/files/encrypted-file.ts'
import { pageOf, readPlace } from '#platform/views/work-list.ts'
import type { BookView, EntryAct, EntryDetail, EntryRow } from '../contract/book.ts'
import type { Book, Choice } from '../model/book.ts'
import { noEntry, type Entry } from '../model/entry.ts'
import { photosIn, shapesOf } from '../model/fields.ts'
import type { ActBody } from '../model/apply.ts'
import { entryReader, type EntryQuery, type EntryRecord } from '../store.ts'
import { bookWords as words } from '../words.ts'
import { worldOf } from './act.ts'
import type { BooksMeans } from './means.ts'
import { openPhoto } from './photos.ts'
import { mayRead, queueOfBook, sightOfBook } from './sight.ts'
import { namesIn, recordText, rowOf, type Names } from './wording.ts'

export interface Looking {
  actor: StaffActor
  now: Instant
  reliesOn: readonly ReliedOn[]
}

export interface EntriesRequest {
  queue?: 'mine' | 'open' | 'in-force' | 'all'
  state?: string
  q?: string
  item?: string
  place?: string
  body?: string
  limit?: number
  cursor?: string
}

const PAGE = 30

/** Every book this post has to do with. */
export async function bookViews(means: BooksMeans, { actor }: Looking): Promise<BookView[]> {
  const mine = means.books.filter((book) => mayRead(book, actor))
  const queues = new Map(mine.map((book) => [book.kind, queueOfBook(book, actor)]))
  const waiting = await entryReader(means.db).waiting(actor.area, queues)
  return mine.map((book) => viewOf(book, waiting.get(book.kind) ?? 0))
}

export function viewOf(
  { kind, words: { title, entry, text, basis }, columns, body, states }: Book,
  waiting: number,
): BookView {
  const titles = new Map(shapesOf(body).map(([name, shape]) => [name, shape.title ?? name]))
  return {
    ...{ book: kind, title, entry, text, basis: [...basis], waiting },
    columns: columns.map((name) => titles.get(name) ?? name),
    states: Object.entries(states).map(([value, state]) => ({ value, label: state.title })),
  }
}

/** A page of a book: open entries by due day, others newest first. */
export async function entries(
  means: BooksMeans,
  book: Book,
  looking: Looking,
  { queue = 'open', limit = PAGE, cursor, ...filter }: EntriesRequest,
): Promise<{ book: BookView; items: EntryRow[]; begins: EntryAct[]; nextCursor?: string } | Refusal> {
  const { actor, now } = looking
  const { area } = actor
  const reader = entryReader(means.db)
  const query: EntryQuery = {
    ...{ area, book: book.kind, sight: sightOfBook(book, actor), limit: limit + 1, ...filter },
    openOnly: queue === 'mine' || queue === 'open',
    ...(queue === 'mine' ? { queue: queueOfBook(book, actor) } : {}),
    ...(queue === 'in-force' ? { inForceOn: legalDay(now) } : {}),
    ...(cursor === undefined ? {} : { after: readPlace(cursor) }),
  }
  const [rows, waiting, begins] = await Promise.all([
    reader.list(query),
    reader.waiting(area, new Map([[book.kind, queueOfBook(book, actor)]])),
    beginnings(means, book, looking),
  ])
  const { shown, next } = pageOf(rows, limit)
  const records = shown.map(({ dossier }) => [book.body, dossier.body] as const)
  const names = await namesIn(means.references, { area, day: legalDay(now), records })
  return {
    ...{ book: viewOf(book, waiting.get(book.kind) ?? 0), begins },
    items: shown.map((row) => rowOf(book, row, names, now)),
    ...next,
  }
}

/** The acts with which this post may open an entry. */
async function beginnings(
  means: BooksMeans,
  book: Book,
  { actor, now, reliesOn }: Looking,
): Promise<EntryAct[]> {
  if (book.hidden) return []
  const entry: Entry = { ...noEntry(book.kind, {}), area: actor.area }
  const may = book.acts.some(
    ({ from, by }) => from.length === 0 && by.some((role) => actor.roles.includes(role)),
  )
  if (!may) return []
  const world = await worldOf(means, book, { area: actor.area, now, entry, input: {}, reliesOn })
  return actsOf(
    means,
    book,
    { entry, known: world.known, actor, now },
    allowed(book.procedure, entry, actor, now, world),
  )
}

/** One entry as this person reads it. */
export async function detail(
  means: BooksMeans,
  book: Book,
  id: string,
  looking: Looking,
): Promise<EntryDetail | Refusal> {
  const { actor, now, reliesOn } = looking
  const { area } = actor
  const row = await entryReader(means.db).find(area, book.kind, id, sightOfBook(book, actor))
  if (row === undefined) return refusal('book-entry-not-found')
  const { dossier } = row
  const [facts, world] = await Promise.all([
    means.ledger.facts(area, row.stream).then((stored) => stored.map(readFact)),
    worldOf(means, book, { area, now, entry: dossier, input: {}, reliesOn }),
  ])
  const posts = facts.flatMap(({ actor: who }) => (who.kind === 'staff' ? [who.post] : []))
  const [people, names, acts] = await Promise.all([
    means.posts.namesOf(area, [...new Set(posts)]),
    namesOfStory(means, book, row, facts, now),
    actsOf(
      means,
      book,
      { entry: dossier, known: world.known, actor, now },
      allowed(book.procedure, dossier, actor, now, world),
    ),
  ])
  return {
    ...{ book: viewOf(book, 0), row: rowOf(book, row, names, now) },
    record: recordText(book.body, dossier.body, names, (photo) => photoUrl(book, id, photo)),
    story: facts.map((fact) => storyLine(book, fact, people, names)),
    allowed: acts,
  }
}

/** Where a picture of an entry is, for whoever may see the entry. */
export const photoUrl = ({ kind }: Pick<Book, 'kind'>, entry: string, photo: string): string =>
  `/api/v1/books/${kind}/entries/${entry}/photos/${photo}?inline=1`

/** A picture that the entry shows now. */
export async function photoOf(
  means: BooksMeans,
  book: Book,
  { id, photo }: { id: string; photo: string },
  { actor }: Looking,
): Promise<{ mediaType: string; size: number; content: OpenContent } | Refusal> {
  const row = await entryReader(means.db).find(actor.area, book.kind, id, sightOfBook(book, actor))
  if (row === undefined || !photosIn(book.body, row.dossier.body).includes(photo))
    return refusal('book-photo-unknown')
  return openPhoto(means, actor.area, photo)
}

function namesOfStory(
  means: BooksMeans,
  book: Book,
  { area, dossier }: EntryRecord,
  facts: readonly Fact[],
  now: Instant,
): Promise<Names> {
  const said = facts.flatMap((fact) => {
    const { act, said: input } = fact.body as unknown as ActBody
    const found = book.acts.find(({ name }) => name === act)
    return found === undefined ? [] : [[found.input, input] as const]
  })
  return namesIn(means.references, {
    area,
    day: legalDay(now),
    records: [[book.body, dossier.body], ...said],
  })
}

const BY_CLOCK: Readonly<Record<string, string>> = {
  'mark-overdue': words.overdue,
  begin: words.began,
  lapse: words.lapsed,
}

function storyLine(
  book: Book,
  { seq, actor, at, body }: Fact,
  people: ReadonlyMap<string, string>,
  names: Names,
) {
  const { act, said } = body as unknown as ActBody
  const found = book.acts.find(({ name }) => name === act)
  const opens = found?.from.length === 0
  return {
    ...{ seq, at: withOffset(at), text: found?.past ?? BY_CLOCK[act] ?? act },
    who: actor.kind === 'staff' ? (people.get(actor.post) ?? words.staff) : words.system,
    // What was recorded at the beginning stands above already.
    details:
      found === undefined || opens
        ? []
        : recordText(found.input, said, names).map(({ label, text }) => `${label}：${text}`),
  }
}

async function actsOf(
  means: BooksMeans,
  book: Book,
  { entry, known, actor, now }: { entry: Entry; known: unknown; actor: StaffActor; now: Instant },
  names: readonly string[],
): Promise<EntryAct[]> {
  const acts = book.acts.filter(({ name }) => names.includes(name))
  return Promise.all(
    acts.map(async ({ name, title, tone = 'normal', help, lawful, input }) => {
      const choices = await Promise.all(
        shapesOf(input).map(async ([field, shape]): Promise<[string, Choice[]][]> => {
          const to = shape.ref ?? shape.items?.ref
          const names = shape.names ?? shape.items?.names
          const given =
            book.choices(field, known, entry, actor) ??
            (names === undefined
              ? undefined
              : Object.entries(names).map(([value, label]) => ({ value, label }))) ??
            (to === undefined ? undefined : await means.references.choices(actor.area, to, legalDay(now)))
          return given === undefined ? [] : [[field, [...given]]]
        }),
      )
      return {
        ...{ act: name, title, tone, input },
        ...(help === undefined ? {} : { help }),
        ...(lawful === undefined ? {} : { lawful }),
        choices: Object.fromEntries(choices.flat()),
      }
    }),
  )
}
