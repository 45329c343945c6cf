import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { inputCheck } from '#capabilities/acts/input-check.ts'
import {
  bySystem,
  inOwnWords,
  performOnOwn,
  type Doing,
  type SystemDoing,
} from '#capabilities/acts/own-stream.ts'
import type { Done, Stored } from '#capabilities/acts/perform.ts'
import { sqlState } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Book, BookWorld } from '../model/book.ts'
import { noEntry, type Entry } from '../model/entry.ts'
import { photosIn, referencesIn } from '../model/fields.ts'
import { entryReader, entryValues, SAVE_ENTRY, type EntryRecord } from '../store.ts'
import type { BooksMeans } from './means.ts'
import { handInPhotos } from './photos.ts'
import { mayRead, sightOfBook } from './sight.ts'

export const jobOf = ({ kind }: Pick<Book, 'kind'>): string => `book-${kind}.act`

export type { Doing } from '#capabilities/acts/own-stream.ts'
export type StaffDoing = Doing & { actor: StaffActor }

/** One act by a person on an entry they may see; one they may not see does not exist for them. */
export async function actOn(
  means: BooksMeans,
  book: Book,
  id: string,
  doing: StaffDoing,
): Promise<Done | Refusal> {
  const row = await entryReader(means.db).find(
    doing.actor.area,
    book.kind,
    id,
    sightOfBook(book, doing.actor),
  )
  if (row === undefined) return refusal('book-entry-not-found')
  if (book.acts.find(({ name }) => name === doing.act)?.from.length === 0) return refusal('action-unknown')
  return checked(means, book, storedOf(row), doing)
}

/** Begins an entry. Two with one key: the index lets the first through, also of two in the same moment. */
export async function begin(means: BooksMeans, book: Book, doing: StaffDoing): Promise<Done | Refusal> {
  const act = book.acts.find(({ name }) => name === doing.act)
  if (act?.from.length !== 0 || !mayRead(book, doing.actor)) return refusal('action-unknown')
  return checked(means, book, firstOf(book, doing), doing)
}

/** What the house itself records in a book, without anybody's post. */
export function beginBySystem(
  means: BooksMeans,
  book: Book,
  doing: Doing & { area: string },
): Promise<Done | Refusal> {
  return performOn(means, book, firstOf(book, { ...doing, actor: { area: doing.area } }), doing)
}

/** A system act; it meets the same procedure as people do. */
export function actBySystem(
  means: BooksMeans,
  book: Book,
  row: EntryRecord,
  doing: SystemDoing,
): Promise<Done | Refusal> {
  return performOn(means, book, storedOf(row), bySystem(doing))
}

/** A system act on an entry that is known by its id, from the capability whose book it is. */
export async function carryOn(
  means: BooksMeans,
  book: Book,
  { area, id }: { area: string; id: string },
  doing: SystemDoing,
): Promise<Done | Refusal> {
  const row = await entryReader(means.db).find(area, book.kind, id, { everythingInArea: area })
  return row === undefined ? refusal('book-entry-not-found') : actBySystem(means, book, row, doing)
}

function firstOf(book: Book, { now, actor }: { now: Instant; actor: { area: string } }): Stored<Entry> {
  const id = newId()
  return {
    ...{ area: actor.area, stream: streamId(book.kind, id, now), hash: null },
    dossier: { ...noEntry(book.kind, {}), id, area: actor.area },
  }
}

const checks = new WeakMap<Book, ReturnType<typeof inputCheck>>()

function problemsOf(book: Book, act: string, input: unknown): string[] {
  const check = checks.get(book) ?? inputCheck(book.acts.map((each) => [each.name, each]))
  checks.set(book, check)
  return check(act, input)
}

async function checked(
  means: BooksMeans,
  book: Book,
  stored: Stored<Entry>,
  doing: StaffDoing,
): Promise<Done | Refusal> {
  const act = book.acts.find(({ name }) => name === doing.act)
  if (act === undefined) return refusal('action-unknown')
  const problems = problemsOf(book, doing.act, doing.input)
  if (problems.length > 0) return refusal('input-invalid', { facts: { problems } })
  const day = legalDay(doing.now)
  for (const { to, id, title } of referencesIn(act.input, doing.input)) {
    const names = await means.references.names(doing.actor.area, to, [id], day)
    if (!names.has(id)) return refusal('book-reference-unknown', { facts: { title, id } })
  }
  const unfit = await handInPhotos(means, {
    ...{ area: doing.actor.area, actor: doing.actor, stream: stored.stream },
    ...{ schema: act.input, input: doing.input, before: photosIn(book.body, stored.dossier.body) },
  })
  if (unfit) return unfit
  return worded(await performOn(means, book, stored, doing).catch(existsAlready))
}

function performOn(
  { db, ledger, ...means }: BooksMeans,
  book: Book,
  first: Stored<Entry>,
  doing: Doing,
): Promise<Done | Refusal> {
  const { reliesOn } = doing
  return performOnOwn<Entry, BookWorld<unknown>>(
    ledger,
    first,
    {
      procedure: () => book.procedure,
      jobKind: jobOf(book),
      statement: SAVE_ENTRY,
      async again() {
        const row = await entryReader(db).byStream(first.area, first.stream)
        return row && storedOf(row)
      },
      world: ({ area, dossier }, { now, input }) =>
        worldOf(means, book, { area, now, entry: dossier, input, reliesOn }),
      view: ({ area, stream, dossier }, _world, changedAt) =>
        entryValues(book, { area, stream, dossier, changedAt }),
      answer: ({ id, state, version }) => ({ id, state, version }),
    },
    doing,
  )
}

export async function worldOf(
  means: Pick<BooksMeans, 'calendarOf'>,
  book: Book,
  asked: { area: string; now: Instant; entry: Entry; input: Doing['input']; reliesOn: readonly ReliedOn[] },
): Promise<BookWorld<unknown>> {
  const { area, now, reliesOn } = asked
  const [calendar, known] = await Promise.all([calendarOf(means, area), book.known(asked)])
  return { calendar, grants: [], reliesOn, today: legalDay(now), known }
}

const compiled = new Map<string, WorkingCalendar>()

async function calendarOf(means: Pick<BooksMeans, 'calendarOf'>, area: string): Promise<WorkingCalendar> {
  const source = await means.calendarOf(area)
  const key = `${area}/${source.version}`
  const known = compiled.get(key) ?? compileCalendar(source)
  compiled.set(key, known)
  return known
}

export function storedOf({ area, stream, hash, dossier }: EntryRecord): Stored<Entry> {
  return { area, stream, hash, dossier }
}

function existsAlready(error: unknown): Refusal {
  const { constraint } = error as { constraint?: string }
  if (sqlState(error) === UNIQUE_VIOLATION && constraint === 'entry_open_key')
    return refusal('book-entry-exists')
  throw error
}

const UNIQUE_VIOLATION = '23505'

/** The engine's refusals under codes that have sentences about entries. */
const worded = inOwnWords({
  'not-in-this-state': 'book-entry-moved-on',
  'changed-since-read': 'book-entry-moved-on',
  'not-your-step': 'book-not-your-step',
})
