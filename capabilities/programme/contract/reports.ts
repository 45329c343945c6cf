import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const Day = T.String({ format: 'date' })
const Period = { from: T.Optional(Day), to: T.Optional(Day) }

export const REPORTS = [
  'three-concentrations',
  'three-in-place',
  'standards',
  'rules',
  'wall',
  'five-unities',
  'moves',
  'offices',
  'costs',
  'four-reforms',
  'quotas',
  'centre-share',
  'able-and-done',
  'promotion',
  'post-stability',
  'service-index',
] as const
export const ReportId = T.Enum([...REPORTS])
export type ReportId = Static<typeof ReportId>

/** A condition that holds, that does not, or of which nothing can be said; `names` says what is at fault. */
export const ReportLine = T.Object({
  title: T.String(),
  standing: T.Enum(['good', 'bad', 'none']),
  text: T.String(),
  names: T.Array(T.String()),
})
export type ReportLine = Static<typeof ReportLine>

export const ReportRow = T.Object({ id: T.String(), name: T.String(), lines: T.Array(ReportLine) })
export type ReportRow = Static<typeof ReportRow>

export const ReportHead = T.Object({
  ...{ id: ReportId, title: T.String(), text: T.String(), subject: T.String() },
  basis: T.Array(T.String()),
  /** Whether it speaks of a period rather than of today. */
  ofPeriod: T.Boolean(),
})
export type ReportHead = Static<typeof ReportHead>

const READING = { roles: ['organiser', 'supervisor', 'director'] } as const
const One = T.Object({ id: T.String({ maxLength: 60 }) })

export const reportRoutes = contract({
  reports: {
    method: 'GET',
    path: '/reform-reports',
    who: READING,
    summary: 'What is reported of the reform: each with its clauses',
    reply: T.Object({ items: T.Array(ReportHead) }),
  },
  report: {
    method: 'GET',
    path: '/reform-reports/:id',
    who: READING,
    summary:
      'One report, counted now: a row for each department, town or place, with what is at fault by name',
    params: One,
    query: T.Object(Period),
    reply: T.Object({
      head: ReportHead,
      from: T.String(),
      to: T.String(),
      rows: T.Array(ReportRow),
      /** Rows with at least one line that does not hold. */
      failing: T.Integer(),
    }),
  },
})

export const reportFiles = contract({
  reportFile: {
    method: 'GET',
    path: '/reform-reports/:id/export',
    who: READING,
    summary: 'One report as a file, a line for each condition',
    params: One,
    query: T.Object({ ...Period, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
