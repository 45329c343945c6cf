import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { DOMAINS } from '../contract.ts'

/** Who brings catalogues in and answers for what becomes of each line; the supervisor looks on. */
const IMPORTERS = { roles: ['item-approver'] }
const READERS = { roles: ['item-approver', 'supervisor'] }

/** reading 正在读取, open 待处理, taking-in 正在导入, done 已导入, failed 没有读成, dropped 已放弃. */
export const RUN_STATES = ['reading', 'open', 'taking-in', 'done', 'failed', 'dropped'] as const
export type RunState = (typeof RUN_STATES)[number]

/** Where a row stands: what it was read as, set aside, or what became of it. */
export const ROW_STANDINGS = [
  ...(['needs-a-human', 'changed', 'new', 'unchanged', 'not-a-row', 'set-aside'] as const),
  ...(['drafted', 'moved-on', 'listed', 'line-updated', 'already-so', 'conflict'] as const),
] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]

/** Why a file does not come in or a line is not mended; each with a sentence in `words/item-imports.ts`. */
export const itemImportRefusals = [
  'import-run-not-found',
  'import-row-not-found',
  'import-not-open',
  'import-rows-waiting',
  'import-row-is-no-line',
  'import-field-unknown',
  'import-file-too-large',
  'import-one-at-a-time',
  'directory-line-not-found',
] as const
export type ItemImportRefusal = (typeof itemImportRefusals)[number]

/** A CSV of twenty thousand lines with every paper and question is about this long. */
export const IMPORT_BYTES_MAX = 62_914_560

const Run = T.Object({ run: T.String({ format: 'uuid' }) })
const Row = T.Object({ run: T.String({ format: 'uuid' }), n: T.Integer({ minimum: 1, maximum: 1_000_000 }) })
const Moved = T.Object({ id: T.String(), state: T.Enum([...RUN_STATES]) })

export const ImportRunView = T.Object({
  id: T.String(),
  name: T.String(),
  state: T.Enum([...RUN_STATES]),
  stateText: T.String(),
  /** Why the file could not be read, in a sentence. */
  failure: T.Optional(T.String()),
  encoding: T.Optional(T.String()),
  /** Of what runs now: n of m. */
  reached: T.Integer(),
  total: T.Integer(),
  by: T.String(),
  at: T.String(),
  confirmedBy: T.Optional(T.String()),
  endedAt: T.Optional(T.String()),
  /** How many rows stand where; they add up to the rows of the file. */
  counts: T.Record(T.Enum([...ROW_STANDINGS]), T.Integer()),
})
export type ImportRunView = Static<typeof ImportRunView>

export const ImportRunDetail = T.Object({
  ...ImportRunView.properties,
  /** Columns and sheets that nothing reads, in sentences. */
  beside: T.Array(T.String()),
  /** What confirming will do, in sentences. */
  willDo: T.Array(T.String()),
  /** The same file was taken in before. */
  before: T.Optional(T.Object({ id: T.String(), at: T.String() })),
})
export type ImportRunDetail = Static<typeof ImportRunDetail>

export const ImportRowView = T.Object({
  n: T.Integer(),
  sheet: T.String(),
  row: T.Integer(),
  standing: T.Enum([...ROW_STANDINGS]),
  standingText: T.String(),
  name: T.String(),
  code: T.String(),
  item: T.Optional(T.String()),
  /** What a person has to look at, with the words of the file. */
  doubts: T.Array(T.String()),
  changes: T.Array(T.String()),
  mends: T.Array(T.String()),
  /** Why it was set aside, or why nothing could come of it. */
  note: T.Optional(T.String()),
  /** The change of the item that came of it. */
  change: T.Optional(T.String()),
  line: T.Optional(T.String()),
})
export type ImportRowView = Static<typeof ImportRowView>

/** One field of a line: what the file says, what it was read as, and what is wrong with it. */
export const ImportField = T.Object({
  field: T.String(),
  title: T.String(),
  original: T.String(),
  text: T.String(),
  /** What the catalogue says today. */
  standing: T.Optional(T.String()),
  problems: T.Array(T.String()),
  proposal: T.Optional(T.String()),
  /** The only words it takes. */
  choices: T.Optional(T.Array(T.String())),
  long: T.Boolean(),
})
export type ImportField = Static<typeof ImportField>

export const ImportRowDetail = T.Object({
  ...ImportRowView.properties,
  fields: T.Array(ImportField),
  /** What concerns the whole line. */
  problems: T.Array(T.String()),
  /** Of a row that is no line: its text. */
  text: T.Optional(T.String()),
  mendedBy: T.Optional(T.String()),
})
export type ImportRowDetail = Static<typeof ImportRowDetail>

export const DirectoryLineView = T.Object({
  id: T.String(),
  name: T.String(),
  code: T.String(),
  body: T.String(),
  from: T.String(),
  row: T.Integer(),
})
export type DirectoryLineView = Static<typeof DirectoryLineView>

const paged = {
  limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
  cursor: T.Optional(T.String({ maxLength: 200 })),
}

export const itemImportRoutes = contract({
  itemImports: {
    method: 'GET',
    path: '/item-imports',
    who: READERS,
    summary: 'Catalogue files that were brought in (目录导入), newest first',
    query: T.Object(paged),
    reply: T.Object({ items: T.Array(ImportRunView), nextCursor: T.Optional(T.String()) }),
  },
  itemImport: {
    method: 'GET',
    path: '/item-imports/:run',
    who: READERS,
    summary: 'One file on its way in: progress, how many rows stand where, and what confirming will do',
    params: Run,
    reply: ImportRunDetail,
  },
  itemImportRows: {
    method: 'GET',
    path: '/item-imports/:run/rows',
    who: READERS,
    summary: 'Rows of a file by where they stand, or by name, code or number',
    params: Run,
    query: T.Object({
      ...paged,
      standing: T.Optional(T.Enum([...ROW_STANDINGS])),
      q: T.Optional(T.String({ maxLength: 100 })),
    }),
    reply: T.Object({ items: T.Array(ImportRowView), nextCursor: T.Optional(T.String()) }),
  },
  itemImportRow: {
    method: 'GET',
    path: '/item-imports/:run/rows/:n',
    who: READERS,
    summary:
      'One row with the words of the file, what they were read as, and what is wrong beside each field',
    params: Row,
    reply: ImportRowDetail,
  },
  mendImportRow: {
    method: 'POST',
    path: '/item-imports/:run/rows/:n/mend',
    who: IMPORTERS,
    summary: 'Put fields of a line right; the line is judged again at once',
    params: Row,
    body: T.Object(
      {
        fields: T.Record(T.String({ maxLength: 40 }), T.String({ maxLength: 20_000 }), { maxProperties: 60 }),
      },
      { additionalProperties: false },
    ),
    reply: ImportRowDetail,
  },
  setImportRowAside: {
    method: 'POST',
    path: '/item-imports/:run/rows/:n/set-aside',
    who: IMPORTERS,
    summary: 'Set a line aside with a reason, or take it back with none',
    params: Row,
    body: T.Object(
      { reason: T.Optional(T.String({ minLength: 2, maxLength: 300 })) },
      { additionalProperties: false },
    ),
    reply: ImportRowDetail,
  },
  setImportRowsAside: {
    method: 'POST',
    path: '/item-imports/:run/set-aside',
    who: IMPORTERS,
    summary: 'Set every line aside that still needs a person, with one reason',
    params: Run,
    body: T.Object({ reason: T.String({ minLength: 2, maxLength: 300 }) }, { additionalProperties: false }),
    reply: Moved,
  },
  confirmImport: {
    method: 'POST',
    path: '/item-imports/:run/confirm',
    who: IMPORTERS,
    summary:
      'Take the file in: changed items become drafts of their authors, new ones lines of the directory',
    params: Run,
    body: T.Object({}, { additionalProperties: false }),
    reply: Moved,
  },
  dropImport: {
    method: 'POST',
    path: '/item-imports/:run/drop',
    who: IMPORTERS,
    summary: 'Give a file up before it is taken in; its rows stay to be read',
    params: Run,
    body: T.Object({}, { additionalProperties: false }),
    reply: Moved,
  },
  directoryLines: {
    method: 'GET',
    path: '/directory-lines',
    who: { roles: ['item-approver', 'item-author', 'supervisor'] },
    summary: 'Lines of the directory that are no item here yet (待编制目录)',
    query: T.Object({ ...paged, q: T.Optional(T.String({ maxLength: 100 })) }),
    reply: T.Object({ items: T.Array(DirectoryLineView), nextCursor: T.Optional(T.String()) }),
  },
  beginFromLine: {
    method: 'POST',
    path: '/directory-lines/:id/begin',
    who: { roles: ['item-author'] },
    summary: 'Begin the item of a line of the directory, with what the line says of it',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    body: T.Object({ domain: T.Enum([...DOMAINS]) }, { additionalProperties: false }),
    reply: T.Object({ id: T.String(), state: T.String(), version: T.Integer() }),
  },
})

export const itemImportFiles = contract({
  uploadImport: {
    method: 'POST',
    path: '/item-imports',
    who: IMPORTERS,
    summary:
      'Bring a catalogue in (XLSX, CSV in UTF-8, UTF-16 or GB18030, up to 60 MB); it is read in the background',
    body: T.Object({ file: T.String() }),
    reply: Moved,
    bytes: 'in',
    idempotent: false,
  },
  importReport: {
    method: 'GET',
    path: '/item-imports/:run/export',
    who: READERS,
    summary: 'Every row of a file with what became of it, as a file to work through',
    params: Run,
    query: T.Object({ ...AS_FILE, standing: T.Optional(T.Enum([...ROW_STANDINGS])) }),
    reply: T.String(),
    bytes: 'out',
  },
})
