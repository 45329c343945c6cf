import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import { bookcase, held, rebuildBooks, type Books } from './index.ts'
import { lending } from './testing/lending.ts'

// Real: database, ledger, worker, posts of the pack. The book is one for tests.

const CLERK = 'clerk.shantou'
const DIRECTOR = 'director.shantou'
const book = lending(['坏打印机'])

let town: Town
let clock: Town['clock']
let books: Books
let place: string

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  clock = town.clock
  books = bookcase({
    ...{ db: town.db, ledger: town.ledger, files: town.files, clock, books: [book] },
    calendarOf: (area) => town.organisation.calendarOf(area),
    posts: { namesOf: async (_area, posts) => new Map(posts.map((post) => [post, post])) },
    references: {
      names: async (area, _to, ids) =>
        new Map((await town.organisation.placesByIds(area, ids)).map(({ id, name }) => [id, name])),
      choices: async () => [],
    },
  })
  books.register(town.worker)
  place = (await town.looking(CLERK)).actor.place
}, 120_000)
afterAll(() => town.stop())

async function moveTo(wall: string): Promise<void> {
  clock.set(at(wall))
  await town.work()
}

const said = (done: Done | Refusal) => (isRefusal(done) ? done.code : 'done')

async function ask(who: string, input: Record<string, unknown>, requestId = newId()) {
  const doing = { act: 'ask', input, requestId, requestHash: JSON.stringify(input) }
  return books.begin(book, { ...(await town.looking(who)), ...doing })
}

async function act(
  who: string,
  id: string,
  name: string,
  input: Record<string, unknown> = {},
  seenVersion?: number,
) {
  const doing = { act: name, input, requestId: newId(), requestHash: name }
  const seen = seenVersion === undefined ? {} : { seenVersion }
  return books.act(book, id, { ...(await town.looking(who)), ...doing, ...seen })
}

async function opened(thing: string, more: object = {}): Promise<string> {
  const done = await ask(CLERK, { thing, place, from: '2026-11-25', to: '2026-11-27', ...more })
  if (isRefusal(done)) throw new Error(done.code)
  return (done.answer as { id: string }).id
}

const detail = async (who: string, id: string) => {
  const found = await books.detail(book, id, await town.looking(who))
  if (isRefusal(found)) throw new Error(found.code)
  return found
}
const inForce = async (day: string) =>
  (await held(town.db, book, { area: town.area, on: day })).map(({ entry }) => entry.body.thing)

test('an entry is opened, agreed by another hand, begins and lapses by the calendar, and says so in words', async () => {
  const id = await opened('轮椅')
  expect((await detail(CLERK, id)).row).toMatchObject({
    stateText: '待批',
    dueDay: '2026-11-25',
    title: '轮椅',
  })
  expect(said(await act(CLERK, id, 'agree'))).toBe('book-not-your-step')
  expect(said(await act(DIRECTOR, id, 'agree', { shelf: 'store' }))).toBe('done')
  // Agreed, it holds from its first day on; nothing moved before that day came.
  expect(await inForce('2026-11-24')).toEqual([])
  expect(await inForce('2026-11-25')).toEqual(['轮椅'])
  await moveTo('2026-11-25T09:00')
  const seen = await detail(CLERK, id)
  expect(seen.row).toMatchObject({ state: 'lent', from: '2026-11-25', to: '2026-11-27' })
  expect(seen.record).toContainEqual({ label: '存放处', text: '库房' })
  expect(seen.story.map(({ text }) => text)).toEqual(['申请借用', '同意', '到了起始日，生效'])
  await moveTo('2026-11-28T09:00')
  expect((await detail(CLERK, id)).row.state).toBe('over')
  expect(await inForce('2026-11-27')).toEqual(['轮椅'])
  expect(await inForce('2026-11-28')).toEqual([])
})

test('what was ended by an act does not hold on that day any more', async () => {
  const id = await opened('雨伞', { from: '2026-11-28', to: '2026-12-31' })
  await act(DIRECTOR, id, 'agree')
  await town.work()
  expect(await inForce('2026-11-28')).toEqual(['雨伞'])
  expect(said(await act(CLERK, id, 'give-back'))).toBe('done')
  expect(await inForce('2026-11-28')).toEqual([])
})

test('bad input, unknown places, what the book refuses and an older picture are told each by its own code', async () => {
  expect(said(await ask(CLERK, { thing: '', place, from: '2026-11-25' }))).toBe('input-invalid')
  expect(said(await ask(CLERK, { thing: '椅子', place: 'nowhere', from: '2026-11-25' }))).toBe(
    'book-reference-unknown',
  )
  expect(said(await ask(CLERK, { thing: '坏打印机', place, from: '2026-11-25' }))).toBe('lending-broken')
  const id = await opened('拐杖')
  expect(said(await act(DIRECTOR, id, 'agree', {}, 7))).toBe('book-entry-moved-on')
  expect(said(await act(DIRECTOR, id, 'mark-overdue'))).toBe('action-unknown')
})

test('whoever opened it does not agree to it, and a second one of the same key waits for the first', async () => {
  const done = await ask(DIRECTOR, { thing: '投影仪', place, from: '2026-11-29' })
  const { id } = (done as Done).answer as { id: string }
  expect(said(await act(DIRECTOR, id, 'agree'))).toBe('book-own-hand')
  const both = await Promise.all([1, 2].map(() => ask(CLERK, { thing: '茶几', place, from: '2026-11-29' })))
  expect(both.map(said).toSorted()).toEqual(['book-entry-exists', 'done'])
})

test('a clerk of another town sees nothing of it, and a double click is one entry', async () => {
  const id = await opened('手推车')
  expect(said(await act('clerk.badou', id, 'give-back'))).toBe('book-entry-not-found')
  const once = newId()
  const input = { thing: '药箱', place, from: '2026-11-29' }
  const [first, again] = [await ask(CLERK, input, once), await ask(CLERK, input, once)]
  expect((again as Done).answer).toEqual((first as Done).answer)
})

test('a late step is on record once, and the list brings the nearest due day first, page by page', async () => {
  const looking = await town.looking(DIRECTOR)
  const first = await books.entries(book, looking, { queue: 'mine', limit: 2 })
  if (isRefusal(first)) throw new Error(first.code)
  expect(first.items.map(({ dueDay }) => dueDay)).toEqual(first.items.map(({ dueDay }) => dueDay).toSorted())
  const rest = await books.entries(book, looking, { queue: 'mine', cursor: first.nextCursor! })
  if (isRefusal(rest)) throw new Error(rest.code)
  const ids = [...first.items, ...rest.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(first.book.waiting).toBe(ids.length)
  await moveTo('2026-12-15T09:00')
  const late = await detail(DIRECTOR, ids[0]!)
  expect(late.row.late).toBe(true)
  expect(late.story.filter(({ text }) => text === '到期没有办理')).toHaveLength(1)
})

test('the view is what the facts say; a broken row is mended from them', async () => {
  await town.db.query(`UPDATE books.entry SET dossier = dossier || '{"state":"lent"}' WHERE title = '拐杖'`)
  const { mended } = await rebuildBooks(town.db, [book])
  expect(mended).toHaveLength(1)
  expect((await rebuildBooks(town.db, [book])).mended).toEqual([])
})
