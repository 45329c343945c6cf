import { Type as T, type Static } from 'typebox'

/** A file of reported cases and what became of its lines. */
export const ImportedFileView = T.Object({
  id: T.String(),
  name: T.String(),
  importedAt: T.String(),
  /** Lines that are new or changed, taken back, and those that stood already. */
  kept: T.Integer(),
  removed: T.Integer(),
  unchanged: T.Integer(),
  bad: T.Integer(),
  cases: T.Integer(),
  badLines: T.Array(T.Object({ dataset: T.String(), line: T.Integer(), text: T.String() })),
  /** Columns that no rule reads. */
  ignored: T.Array(T.String()),
  /** The same bytes had come before; nothing was changed. */
  already: T.Optional(T.Boolean()),
})
export type ImportedFileView = Static<typeof ImportedFileView>

export const ImportsView = T.Object({
  items: T.Array(ImportedFileView),
  nextCursor: T.Optional(T.String()),
  /** Reported cases in all, and those that a rule could not be asked of. */
  cases: T.Integer(),
  unjudged: T.Array(T.Object({ ruleText: T.String(), why: T.String(), count: T.Integer() })),
  /** What an empty file of each kind is headed with, the columns that must be there first. */
  templates: T.Array(T.Object({ title: T.String(), columns: T.Array(T.String()) })),
})
export type ImportsView = Static<typeof ImportsView>

export const FindingRuleName = T.Enum([
  'beyond-power',
  'upward',
  'over-limit',
  'out-of-order',
  'one-time-notice',
])
export const FindingSourceName = T.Enum(['own', 'import'])

/** What a finding rests on, piece by piece. */
export const EvidenceView = T.Object({
  title: T.String(),
  fields: T.Array(T.Object({ label: T.String(), value: T.String() })),
})
export type EvidenceView = Static<typeof EvidenceView>

/** 超权限、超时限、逆程序、一次性告知: a breach or a lead in one case, in one sentence, with what shows it. */
export const FindingView = T.Object({
  id: T.String(),
  source: FindingSourceName,
  sourceText: T.String(),
  caseNo: T.String(),
  rule: FindingRuleName,
  ruleText: T.String(),
  code: T.String(),
  sentence: T.String(),
  basis: T.String(),
  day: T.String(),
  itemName: T.String(),
  body: T.Optional(T.String()),
  evidence: T.Array(EvidenceView),
})
export type FindingView = Static<typeof FindingView>
