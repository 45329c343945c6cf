import { isRefusal } from '#engine/refusal.ts'
import { held, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { outsideDifferences } from './differences.ts'
import { OUTSIDE_NEWS, type OutsideNews } from './news.ts'
import type { OutsideRow } from './store.ts'

export interface TellMeans {
  db: Queryable
  books: Pick<Books, 'record' | 'carry'>
  newsBook: Book
}

/** Tells whoever writes our item that its partner outside is not what it was; told already, it is added to that entry. */
export async function tellChange(
  { db, books, newsBook }: TellMeans,
  { area, now }: { area: string; now: string },
  before: OutsideRow | undefined,
  after: OutsideRow,
): Promise<void> {
  if (before === undefined || before.item === null || before.item !== after.item) return
  const differences = outsideDifferences(
    { name: before.name, ...before.details },
    { name: after.name, ...after.details },
  )
  if (differences.length === 0) return
  const { system, systemName, code, name, item } = after
  const input = { system, systemName, code, name, item, differences }
  const open = await held<OutsideNews>(
    db,
    { kind: OUTSIDE_NEWS },
    { area, key: `${system}/${code}`, open: true },
  )
  const requestId = newId()
  const [standing] = open
  const done = standing
    ? await books.carry(newsBook, { area, id: standing.id }, { act: 'tell-more', input, now, requestId })
    : await books.record(newsBook, {
        ...{ area, act: 'tell', input, actor: { kind: 'system', job: 'tell' }, now },
        ...{ requestId, requestHash: requestId, reliesOn: [] },
      })
  if (isRefusal(done)) throw new Error(`${system}/${code}: nobody was told of its change: ${done.code}`)
}
