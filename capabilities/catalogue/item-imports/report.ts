import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { RowStanding } from '../contract/item-import-routes.ts'
import { FIELD_IDS, titleOf } from '../exchange-files/fields.ts'
import { itemImportWords as words, STANDING_TITLES } from '../words/item-imports.ts'
import { isLine } from './judge.ts'
import type { ImportRow } from './rows.ts'
import { rowView } from './views.ts'

/** Every row of the file with what became of it and its own words; lines that were put right can be handed in again. */
export function importReport(
  rows: readonly ImportRow[],
  standing: RowStanding | undefined,
  names: ReadonlyMap<string, string>,
): SheetFile {
  return sheetFile({
    title: words.report,
    columns: [
      ...columnsOf(...words.columns),
      ...FIELD_IDS.map((id) => ({ id, title: titleOf(id), kind: 'text' as const })),
    ],
    rows: rows.map((row) => {
      const { doubts, mends, changes, standingText, item, note } = rowView(row, names)
      return [
        ...[row.sheet, String(row.row), standingText, item],
        ...[doubts, mends, changes].map((lines) => lines.join('\n')),
        ...[note, originalOf(row)],
        ...FIELD_IDS.map((field) => row.plan.line[field]),
      ]
    }),
    asked: askedOf({ 结果: standing && STANDING_TITLES[standing] }),
    more: false,
  })
}

/** What stood in the cells, of a line whose cells were read as something else. */
function originalOf(row: ImportRow): string {
  if (!isLine(row)) return 'text' in row.written ? row.written.text : ''
  const { cells, beyond } = row.written
  const parts = FIELD_IDS.flatMap((field) => {
    const text = cells[field] ?? ''
    return text === '' || text === row.plan.line[field] ? [] : [`${titleOf(field)}：${text}`]
  })
  return [...parts, ...(beyond === undefined ? [] : [beyond])].join('\n')
}
