import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Actor, StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { inputCheck } from '#capabilities/acts/input-check.ts'
import { perform, type Collection, type Done, type Stored } from '#capabilities/acts/perform.ts'
import { sqlState } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Book, BookWorld } from '../model/book.ts'
import { noEntry, type Entry } from '../model/entry.ts'
import { referencesIn } from '../model/fields.ts'
import { entryReader, entryValues, SAVE_ENTRY, type EntryRecord } from '../store.ts'
import type { BooksMeans } from './means.ts'
import { mayRead, sightOfBook } from './sight.ts'

export const jobOf = ({ kind }: Pick<Book, 'kind'>): string => `book-${kind}.act`

export interface Doing {
  act: string
  input: Readonly<Record<string, unknown>>
  actor: Actor
  now: Instant
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
  seenVersion?: number
}

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
  doing: Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>,
): Promise<Done | Refusal> {
  const actor = { kind: 'system', job: doing.act } as const
  return performOn(means, book, storedOf(row), {
    ...{ ...doing, actor, requestHash: doing.requestId, reliesOn: [] },
  })
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
  return inOwnWords(await performOn(means, book, stored, doing).catch(existsAlready))
}

function performOn(
  means: BooksMeans,
  book: Book,
  first: Stored<Entry>,
  { act: action, reliesOn, seenVersion, ...rest }: Doing,
): Promise<Done | Refusal> {
  let held: Stored<Entry> | undefined = first
  const collection: Collection<Entry, BookWorld<unknown>> = {
    procedure: () => book.procedure,
    jobKind: jobOf(book),
    statement: SAVE_ENTRY,
    async load() {
      const current = held
      held = undefined
      if (current !== undefined) return current
      const row = await entryReader(means.db).byStream(first.area, first.stream)
      return row === undefined ? first : storedOf(row)
    },
    world: ({ area, dossier }, { now, input }) =>
      worldOf(means, book, { area, now, entry: dossier, input, reliesOn }),
    view: ({ area, stream, dossier }, _world, changedAt) =>
      entryValues(book, { area, stream, dossier, changedAt }),
    answer: ({ id, state, version }) => ({ id, state, version }),
  }
  return perform(means.ledger, collection, {
    ...rest,
    action,
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

export async function worldOf(
  means: BooksMeans,
  book: Book,
  asked: { area: string; now: Instant; entry: Entry; input: Doing['input']; reliesOn: readonly ReliedOn[] },
): Promise<BookWorld<unknown>> {
  const { area, now, reliesOn } = asked
  const [calendar, known] = await Promise.all([calendarOf(means, area), book.known(asked)])
  return { calendar, grants: [], reliesOn, today: legalDay(now), known }
}

const compiled = new Map<string, WorkingCalendar>()

async function calendarOf(means: BooksMeans, area: string): Promise<WorkingCalendar> {
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
const OWN_CODES: Readonly<Record<string, string>> = {
  'not-in-this-state': 'book-entry-moved-on',
  'changed-since-read': 'book-entry-moved-on',
  'not-your-step': 'book-not-your-step',
}

function inOwnWords(done: Done | Refusal): Done | Refusal {
  return isRefusal(done) ? { ...done, code: OWN_CODES[done.code] ?? done.code } : done
}
