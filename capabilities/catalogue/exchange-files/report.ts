import type { Sheet } from '#ui/format/sheet.ts'
import { FIELD_IDS, titleOf } from './fields.ts'
import type { Doubt, Mend } from './findings.ts'
import {
  ASIDE_TITLES,
  DOUBTS,
  LEFT,
  MENDS,
  NOT_A_LINE,
  OUTCOME_TITLES,
  reportWords,
  REPORT_COLUMNS,
} from '../words/exchange-files.ts'
import type { Aside, UnreadColumn } from './header.ts'
import { OF_THE_VERSION, type FieldChange, type ImportPlan, type Outcome, type PlannedRow } from './plan.ts'

/**
 * The report to work through: every row of the file with what becomes of it, then the line as it was read under the national
 * headings. Whoever puts a line right in it can hand the same file in again; the columns of the report are read past.
 */
export function reportSheet(title: string, plan: ImportPlan, only?: Outcome): Sheet {
  const rows = plan.rows.filter(({ outcome }) => only === undefined || outcome === only)
  return {
    title,
    columns: [
      ...REPORT_COLUMNS.map((each) => ({ id: each, title: each, kind: 'text' as const })),
      ...FIELD_IDS.map((id) => ({ id, title: titleOf(id), kind: 'text' as const })),
    ],
    rows: [...rows.map(rowCells), ...(only === undefined ? beside(plan) : [])],
    asked: only === undefined ? [] : [{ label: reportWords.outcome, text: OUTCOME_TITLES[only] }],
    more: false,
  }
}

function rowCells(row: PlannedRow) {
  const other = [
    ...(row.sameAs ? [reportWords.sameAs(row.sameAs.row)] : []),
    ...(row.kept.length > 0 ? [reportWords.kept(row.kept.map(titleOf).join('、'))] : []),
  ]
  const told = [
    row.doubts.map(doubtSentence),
    row.mends.map(mendSentence),
    row.changes.map(changeSentence),
    other,
  ]
  return [
    ...[row.sheet, String(row.row), OUTCOME_TITLES[row.outcome], row.item],
    ...told.map((lines) => lines.join('\n')),
    ...FIELD_IDS.map((field) => row.line[field]),
  ]
}

/** What the file holds beside its lines, so that the report has as many rows as the file. */
function beside({ asides, unread, sheetsLeft }: ImportPlan): (string | undefined)[][] {
  const nothing = [undefined, undefined, undefined, undefined]
  return [
    ...asides.map((aside) => [aside.sheet, String(aside.row), NOT_A_LINE, ...nothing, asideText(aside)]),
    ...unread.map((column) => [column.sheet, undefined, LEFT, ...nothing, columnText(column)]),
    ...sheetsLeft.map((sheet) => [sheet, undefined, LEFT, ...nothing, sheetText(sheet)]),
  ]
}

/** The same on the screen, where empty rows tell nobody anything. */
export function besideSentences({ asides, unread, sheetsLeft }: ImportPlan): string[] {
  return [
    ...sheetsLeft.map(sheetText),
    ...unread.map(columnText),
    ...asides
      .filter(({ why }) => why !== 'empty')
      .map((aside) => reportWords.row(aside.row, asideText(aside))),
  ]
}

export const asideText = ({ why, text }: Aside): string =>
  text === '' ? ASIDE_TITLES[why] : `${ASIDE_TITLES[why]}：${text}`

const columnText = ({ heading, why, filled }: UnreadColumn): string =>
  reportWords.column(heading, why === 'twice', filled)

const sheetText = reportWords.sheet

export function changeSentence({ field, before, after }: FieldChange): string {
  const sentence = reportWords.change(titleOf(field), before, after)
  return OF_THE_VERSION.has(field) ? reportWords.ownChange(sentence) : sentence
}

export const doubtSentence = ({ field, code, original, proposal }: Doubt): string =>
  code === 'twice-and-different'
    ? reportWords.twice(original, DOUBTS[code])
    : reportWords.doubt(field && titleOf(field), original, DOUBTS[code], proposal)

export const mendSentence = ({ field, code, original, became }: Mend): string =>
  reportWords.mend(titleOf(field), MENDS[code], original, became)
