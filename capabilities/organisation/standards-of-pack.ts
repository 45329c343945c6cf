import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Type as T, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { isRefusal } from '#engine/refusal.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { held, type Books } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { Source } from './contract/pack.ts'
import { standardBook, StandardDraft, type StandardClause } from './books/standard.ts'
import type { Organisation } from './index.ts'
import { packFolder } from './load.ts'

/** `standards.json` of a pack: clauses of its service standards and working rules, in our own words. */
export const StandardsFile = T.Object({ source: Source, clauses: T.Array(StandardDraft, { maxItems: 300 }) })
export type StandardsFile = Static<typeof StandardsFile>

export async function readStandardsOf(pack: string): Promise<StandardsFile | undefined> {
  const file = path.join(packFolder(pack), 'standards.json')
  if (!existsSync(file)) return undefined
  const read: unknown = JSON.parse(await fs.readFile(file, 'utf8'))
  if (!Value.Check(StandardsFile, read)) {
    const [first] = Value.Errors(StandardsFile, read)
    throw new Error(`${file} ${first?.instancePath}: ${first?.message}`)
  }
  return read
}

interface Means {
  db: Queryable
  organisation: Organisation
  books: Pick<Books, 'record'>
}

/** Publishes what the area does not have yet; a clause an office has revised or repealed is left as it is. */
export async function loadServiceStandards(
  { db, organisation, books }: Means,
  area: string,
  pack: string,
  now: Instant,
): Promise<number> {
  const file = await readStandardsOf(pack)
  if (file === undefined) return 0
  const before = await held<StandardClause>(db, { kind: 'standard-clause' }, { area })
  const known = new Set(before.map(({ entry: { body } }) => `${body.sort}:${body.no}:${body.title}`))
  const coming = file.clauses.filter(({ sort, no, title }) => !known.has(`${sort}:${no}:${title}`))
  const book = standardBook(organisation)
  for (const input of coming) {
    const requestId = newId()
    const actor = { kind: 'system', job: `pack ${pack} ${legalDay(now)}` } as const
    const done = await books.record(book, {
      ...{ act: 'publish', input, actor, now, requestId, requestHash: requestId, reliesOn: [], area },
    })
    if (isRefusal(done)) throw new Error(`standards of ${pack}: ${done.code}`)
  }
  return coming.length
}
