import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import {
  CATALOGUE_LINES_MAX,
  type CatalogueCheck,
  type CheckedRow,
} from '../contract/exchange-file-routes.ts'
import type { Catalogue } from '../index.ts'
import { catalogueFileWords, OUTCOME_TITLES } from '../words/exchange-files.ts'
import type { KnownBody } from './bodies.ts'
import { catalogueFileOf, standingLine } from './export.ts'
import type { Outcome, PlannedRow, StandingLine } from './plan.ts'
import { planImport } from './plan.ts'
import { besideSentences, changeSentence, doubtSentence, mendSentence, reportSheet } from './report.ts'
import { readTable } from './table.ts'

export interface ExchangeFileMeans {
  catalogue: Pick<Catalogue, 'itemsInForce'>
  organisation: Pick<Organisation, 'bodies'>
}

/** Every item in force as a line under the national headings. */
export async function catalogueFile(means: ExchangeFileMeans, area: string, day: string): Promise<SheetFile> {
  const { standing } = await standingIn(means, area, day)
  return catalogueFileOf(
    catalogueFileWords.title,
    standing.map(({ line }) => line),
  )
}

/** Named on the screen; the report has them all. */
const ROWS_NAMED = 200

/** What every row of a file is beside the catalogue in force. It only reads: what differs is then changed item by item, through the gate. */
export async function checkCatalogue(
  means: ExchangeFileMeans,
  area: string,
  day: string,
  bytes: Uint8Array,
): Promise<CatalogueCheck | Refusal> {
  const table = await readTable(bytes)
  if (typeof table === 'string') return refusal(table)
  const length = table.sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  if (length > CATALOGUE_LINES_MAX)
    return refusal('list-file-too-long', { facts: { lines: length, max: CATALOGUE_LINES_MAX } })
  const { bodies, standing } = await standingIn(means, area, day)
  const plan = await planImport(table, { area, bodies }, standing)
  if (plan === undefined) return refusal('list-file-headings-missing')
  const told = plan.rows
    .filter(({ outcome }) => outcome !== 'unchanged')
    .toSorted((one, other) => FIRST.indexOf(one.outcome) - FIRST.indexOf(other.outcome))
  return {
    ...{ encoding: plan.encoding, counts: plan.counts, beside: besideSentences(plan) },
    ...{ rows: told.slice(0, ROWS_NAMED).map(rowView), more: told.length > ROWS_NAMED },
    report: sheetFile(reportSheet(catalogueFileWords.report, plan)).csv(),
  }
}

const FIRST: readonly Outcome[] = ['needs-a-human', 'changed', 'new', 'unchanged']

function rowView({ sheet, row, outcome, item, line, doubts, mends, changes }: PlannedRow): CheckedRow {
  return {
    ...{ sheet, row, outcome, outcomeText: OUTCOME_TITLES[outcome], name: line.taskName ?? '' },
    ...(item === undefined ? {} : { item }),
    ...{
      doubts: doubts.map(doubtSentence),
      mends: mends.map(mendSentence),
      changes: changes.map(changeSentence),
    },
  }
}

/** The bodies of an area, and its catalogue in force as a file says it. */
export async function standingIn(
  { catalogue, organisation }: ExchangeFileMeans,
  area: string,
  day: string,
): Promise<{ bodies: KnownBody[]; standing: StandingLine[] }> {
  const [items, bodies] = await Promise.all([
    catalogue.itemsInForce(area, day),
    organisation.bodies(area, day),
  ])
  return { bodies, standing: items.map(({ item }) => standingLine(item, bodies)) }
}
