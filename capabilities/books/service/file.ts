import type { Refusal } from '#engine/refusal.ts'
import { isRefusal } from '#engine/refusal.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { EntryRow } from '../contract/book.ts'
import type { Book } from '../model/book.ts'
import type { BooksMeans } from './means.ts'
import { entries, viewOf, type EntriesRequest, type Looking } from './read.ts'

/** More lines than anybody reads; a longer list wants a filter. */
const ROWS_MAX = 20_000

/** The whole book under a filter, for a spreadsheet. */
export async function bookFile(
  means: BooksMeans,
  book: Book,
  looking: Looking,
  filter: EntriesRequest,
): Promise<SheetFile | Refusal> {
  const rows: EntryRow[] = []
  let cursor: string | undefined
  do {
    const page = await entries(means, book, looking, { ...filter, limit: 500, ...(cursor ? { cursor } : {}) })
    if (isRefusal(page)) return page
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && rows.length < ROWS_MAX)
  const { title, columns } = viewOf(book, 0)
  return sheetFile({
    ...{ title, name: title },
    columns: columnsOf('名称', ...columns, '状态', '起:day', '止:day', '应办结:day'),
    rows: rows.map((row) => [row.title, ...row.cells, row.stateText, row.from, row.to, row.dueDay]),
    asked: askedOf({ 查找: filter.q, 状态: filter.state && book.states[filter.state]?.title }),
    more: cursor !== undefined,
  })
}
