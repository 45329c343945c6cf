import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { ItemVersion } from '../../contract.ts'
import { catalogueReader } from '../../store.ts'
import { listVersions } from '../../lists/versions.ts'
import type { SortingLine } from './line.ts'
import { GRASSROOTS_LIST } from './list.ts'
import { ROUND, rounds } from './read.ts'
import type { Round } from './round.ts'

/** Asks the departments when a round begins, and ends it when its list came out. */
export const SORTING = 'catalogue.sorting'
export const SORTING_FACTS = [`${ROUND}-begin`, `${GRASSROOTS_LIST}-announce`]

interface SortingMeans {
  db: Queryable
  organisation: Pick<Organisation, 'pack'>
  books: Pick<Books, 'record' | 'carry'>
}

export function sortingJobs(
  worker: Worker,
  means: SortingMeans,
  { round, line }: { round: Book<Round>; line: Book<SortingLine> },
): void {
  worker.onFact(SORTING, async (fact, context) => {
    const area = fact.areaCode
    const begun = fact.kind === `${ROUND}-begin`
    await (begun
      ? ask(means, line, { area, round: idOf(fact.stream), ...context })
      : end(means, round, { area, version: idOf(fact.stream), ...context }))
  })
}

const idOf = (stream: string): string => stream.slice(stream.lastIndexOf(':') + 1)

interface When {
  area: string
  now: string
  requestId: string
}

/** Every item in force of the domains asked for; towns' own matters are answered for by whoever approves the catalogue. */
async function ask(
  { db, organisation, books }: SortingMeans,
  book: Book<SortingLine>,
  { area, round, now, requestId }: When & { round: string },
): Promise<void> {
  const [found, items, pack] = await Promise.all([
    rounds(db, area).then((all) => all.find(({ id }) => id === round)),
    catalogueReader(db).itemsInForce(area, legalDay(now)),
    organisation.pack(area),
  ])
  if (found === undefined) return
  const parameters = pack?.body.parameters
  const lead = parameters?.authoring?.value.approves ?? parameters?.constructionOwner.value['hall'] ?? ''
  const wanted = items
    .map(({ item }) => item)
    .filter(({ domain }) => found.entry.body.domains.includes(domain))
  for (const item of wanted) {
    const id = `${requestId}.${item.id}`
    const input = { ...lineOf(item, lead), round }
    const done = await books.record(book as unknown as Book, {
      ...{ area, act: 'ask', input, actor: { kind: 'system', job: 'ask' }, now },
      ...{ requestId: id, requestHash: id, reliesOn: [] },
    })
    if (isRefusal(done)) throw new Error(`nobody was asked about ${item.id}: ${done.code}`)
  }
}

const lineOf = (
  { id, name, domain, decidingBody }: ItemVersion,
  lead: string,
): Omit<SortingLine, 'round'> => ({
  ...{ key: id, item: id, name, domain, asked: decidingBody.body ?? lead },
})

async function end(
  { db, books }: SortingMeans,
  book: Book<Round>,
  { area, version, now, requestId }: When & { version: string },
): Promise<void> {
  const [versions, all] = await Promise.all([listVersions(db, area, GRASSROOTS_LIST), rounds(db, area)])
  const published = versions.find(({ id }) => id === version)
  const round = all.find(({ entry }) => entry.state === 'settled')
  if (published === undefined || round === undefined) return
  const input = { version: published.no }
  const done = await books.carry(
    book as unknown as Book,
    { area, id: round.id },
    { act: 'publish', input, now, requestId },
  )
  if (isRefusal(done)) throw new Error(`round ${round.id} did not end: ${done.code}`)
}
