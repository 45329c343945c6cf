export { EACH_TOWN, EACH_TOWN_ONLY, type KnownBody } from './bodies.ts'
export { FIELDS, type FieldId, type Line } from './fields.ts'
export { catalogueFileOf, catalogueSheet, lineOf, standingLine } from './export.ts'
export {
  OUTCOMES,
  planImport,
  type ImportPlan,
  type Outcome,
  type PlannedRow,
  type StandingLine,
} from './plan.ts'
export { reportSheet } from './report.ts'
export { readTable, type Table, type TableFault } from './table.ts'
