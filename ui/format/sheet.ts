import { csv, type Cell } from './csv.ts'

/** `text` stays as it is written, so that a case number keeps all its digits; `day` and `moment` are dates a spreadsheet can reckon with. */
export type ColumnKind = 'text' | 'number' | 'day' | 'moment'

export interface SheetColumn {
  /** By what a reader's own choice of columns names it. */
  id: string
  title: string
  kind: ColumnKind
}

/** A list as it leaves the house. */
export interface Sheet {
  title: string
  /** How the file is called before the day is added, where the list has a name of its own. */
  name?: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly Cell[])[]
  /** What the list was narrowed by, as the page words it. */
  asked: readonly Asked[]
  /** The list goes on after these lines, more than leave at once. */
  more: boolean
  /** Further lists of the same workbook, a sheet for each; a CSV has no room for them. */
  beside?: readonly Sheet[]
}

export interface Asked {
  label: string
  text: string
}

/** Who took it, and when. */
export interface Taking {
  by: string
  at: string
}

/** The same list for both kinds of file; what writes workbooks is read in when the first one is asked for. */
export interface SheetFile {
  name?: string
  lines: number
  more: boolean
  csv(): string
  xlsx(taking: Taking): Promise<Uint8Array>
}

export function sheetFile(sheet: Sheet): SheetFile {
  const { name, columns, rows, more } = sheet
  return {
    ...(name === undefined ? {} : { name }),
    lines: rows.length,
    more,
    csv: () =>
      csv(
        columns.map(({ title }) => title),
        rows,
      ),
    xlsx: async (taking) => (await import('./xlsx.ts')).xlsx(sheet, taking),
  }
}

/** `['办件编号', '收件日:day', '超期工作日:number']`: titles with their kind; text unless another is said. */
export function columnsOf(...titles: readonly string[]): SheetColumn[] {
  return titles.map((each) => {
    const [title = '', kind = 'text'] = each.split(':')
    return { id: title, title, kind: kind as ColumnKind }
  })
}

/** What was asked for, by what the page calls it; what was not asked is left out. */
export function askedOf(questions: Readonly<Record<string, string | undefined>>): Asked[] {
  return Object.entries(questions).flatMap(([label, text]) =>
    text === undefined || text === '' ? [] : [{ label, text }],
  )
}
