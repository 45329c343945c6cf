import { fold } from '#engine/procedure/decide.ts'
import { isDeepStrictEqual } from 'node:util'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Db } from '#platform/db/db.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import type { Book } from '../model/book.ts'
import { entryReader, entryValues, MEND_ENTRY } from '../store.ts'

export interface BooksRebuilt {
  entries: number
  /** Streams whose stored view was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every entry again from its facts and writes the view where it is missing or differs. */
export async function rebuildBooks(db: Db, books: readonly Book[]): Promise<BooksRebuilt> {
  const rebuilt: BooksRebuilt = { entries: 0, mended: [] }
  for (const book of books)
    for await (const stored of everyStream(db, { streamKind: book.kind })) {
      const { areaCode: area, stream } = stored[0]!
      const dossier = fold(book.procedure, stored.map(readFact))
      const row = await entryReader(db).byStream(area, stream)
      rebuilt.entries += 1
      if (row && isDeepStrictEqual(row.dossier, JSON.parse(JSON.stringify(dossier)))) continue
      const changedAt = stored.at(-1)!.at
      await db.query(MEND_ENTRY, entryValues(book, { area, stream, dossier, changedAt }))
      rebuilt.mended.push(stream)
    }
  return rebuilt
}
