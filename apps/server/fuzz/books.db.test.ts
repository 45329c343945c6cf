import { beforeAll, expect, test } from 'vitest'
import { rebuildBooks } from '#capabilities/books/index.ts'
import type { BookView, EntryAct, EntryDetail, EntryRow } from '#capabilities/books/contract.ts'
import { legalDay } from '#engine/day.ts'
import { seeded } from '#engine/testing/seeded.ts'
import { newId } from '#platform/id.ts'
import { allBooks } from '../books.ts'
import { startStage, type Stage } from '../matrix/stage.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { inputFor, type Chance } from './book-input.ts'
import { brokenEntries } from './book-rules.ts'

// Real: database, pack, routes as the server answers them, worker. By chance: who does what with which book, and what they fill in.

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_123)
const STEPS = 800
const WHO = [
  ...['clerk.shantou', 'director.shantou', 'reviewer.shantou', 'supervisor', 'registrar.approval-bureau'],
  ...[
    'items.approval-bureau',
    'author.civil-affairs',
    'author.boshan',
    'director.hall',
    'organiser.approval-bureau',
    'organiser.boshan',
    'director.boshan',
    'agent.qiugu',
    'head.district-government',
    'head.market-supervision',
    'head.justice',
    'head.staffing-office',
    'head.approval-bureau',
  ],
]

let stage: Stage
let people: Signed[]
const { whole, oneOf: pick } = seeded(SEED)
const chance: Chance = (below) => whole(0, below - 1)

beforeAll(async () => {
  process.stdout.write(`FUZZ_SEED=${SEED}\n`)
  stage = await startStage()
  people = await Promise.all(WHO.map((login) => stage.as(login)))
}, 120_000)

const today = () => legalDay(stage.clock.now())
/** Refusals nobody has worded say only that something could not be done. */
const unworded: string[] = []

function heard(asked: string, { status, body }: Reply): void {
  if (status < 300) return
  const { code = '', detail = '' } = body as { code?: string; detail?: string }
  if (status >= 500 || !/[\u4e00-\u9fff]/.test(detail)) unworded.push(`${asked}: ${status} ${code}`)
}

async function step(): Promise<void> {
  const who = pick(people)
  const { items } = (await who.call('GET', '/books')).body as { items: BookView[] }
  if (items.length === 0) return
  const { book } = pick(items)
  const list = (await who.call('GET', `/books/${book}?queue=all`)).body as {
    items: EntryRow[]
    begins: EntryAct[]
  }
  if (list.items.length === 0 || chance(3) === 0) {
    if (list.begins.length === 0) return
    const act = pick(list.begins)
    const input = inputFor(act, chance, today())
    const headers = { 'idempotency-key': newId() }
    const reply = await who.call('POST', `/books/${book}/begin/${act.act}`, { input }, headers)
    heard(`${book} ${act.act}`, reply)
    // A second click is the first click.
    if (reply.status === 200 && chance(4) === 0)
      expect((await who.call('POST', `/books/${book}/begin/${act.act}`, { input }, headers)).body).toEqual(
        reply.body,
      )
    return
  }
  const { id } = pick(list.items)
  const found = (await who.call('GET', `/books/${book}/entries/${id}`)).body as EntryDetail
  if (found.allowed.length === 0) return
  const act = pick(found.allowed)
  const body = { version: found.row.version, input: inputFor(act, chance, today()) }
  heard(`${book} ${act.act}`, await who.call('POST', `/books/${book}/entries/${id}/acts/${act.act}`, body))
}

test('whatever officers do with books by chance, nothing breaks, every refusal is worded, and the views are what the facts say', async () => {
  for (let count = 1; count <= STEPS; count += 1) {
    await step()
    if (count % 200 > 0) continue
    stage.clock.set(new Date(Date.parse(stage.clock.now()) + 9 * 86_400_000).toISOString())
    people = await Promise.all(WHO.map((login) => stage.as(login)))
    await stage.settle()
    expect(await brokenEntries(stage.house.db, allBooks(stage.house), stage.clock.now())).toEqual([])
  }
  await stage.settle()
  expect(unworded).toEqual([])
  expect(stage.faults).toEqual([])
  const { entries, mended } = await rebuildBooks(stage.house.db, allBooks(stage.house))
  expect(mended).toEqual([])
  const open = await stage.house.db.query<{ book: string }>('SELECT DISTINCT book FROM books.entry')
  process.stdout.write(`${entries} entries in ${open.length} of ${allBooks(stage.house).length} books\n`)
  expect(entries).toBeGreaterThan(0)
}, 300_000)
