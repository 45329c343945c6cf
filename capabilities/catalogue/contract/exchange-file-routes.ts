import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { QUALITY_READERS } from './gate-routes.ts'

/** Why a file is no catalogue; each with a sentence in `words/exchange-files.ts`. */
export const exchangeFileRefusals = [
  'list-file-empty',
  'list-file-old-workbook',
  'list-file-broken',
  'list-file-encoding-unknown',
  'list-file-headings-missing',
  'list-file-too-long',
] as const
export type ExchangeFileRefusal = (typeof exchangeFileRefusals)[number]

/** More lines than the catalogues of a whole city have; a longer file comes in parts. */
export const CATALOGUE_LINES_MAX = 20_000

const Outcome = T.Enum(['new', 'changed', 'unchanged', 'needs-a-human'])
const Texts = T.Array(T.String())

export const CheckedRow = T.Object({
  sheet: T.String(),
  row: T.Integer(),
  outcome: Outcome,
  outcomeText: T.String(),
  name: T.String(),
  /** The item it is about, where the catalogue has it. */
  item: T.Optional(T.String()),
  /** What a person has to look at, with the words of the file. */
  doubts: Texts,
  mends: Texts,
  changes: Texts,
})
export type CheckedRow = Static<typeof CheckedRow>

export const CatalogueCheck = T.Object({
  encoding: T.String(),
  counts: T.Record(Outcome, T.Integer()),
  /** Those a person has to look at first, then those that differ, then new ones; not all of a long file. */
  rows: T.Array(CheckedRow),
  more: T.Boolean(),
  /** Rows that are no lines, columns and sheets that nothing reads. */
  beside: Texts,
  /** The whole report as CSV: every row of the file, with the line as it was read. */
  report: T.String(),
})
export type CatalogueCheck = Static<typeof CatalogueCheck>

export const exchangeFiles = contract({
  catalogueFile: {
    method: 'GET',
    path: '/item-catalogue/export',
    who: QUALITY_READERS,
    summary: 'The catalogue in force (实施清单) under the headings of the national exchange, as a file',
    query: T.Object({ ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  checkCatalogueFile: {
    method: 'POST',
    path: '/item-catalogue/check',
    who: QUALITY_READERS,
    summary:
      'Compare a catalogue from elsewhere (XLSX, CSV in UTF-8 or GB18030) with the one in force, row by row; nothing is kept',
    body: T.Object({ file: T.String() }),
    reply: CatalogueCheck,
    bytes: 'in',
    idempotent: false,
  },
})
