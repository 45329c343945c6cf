import { Type as T } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import {
  AlertLevelName,
  AlertView,
  AttemptKindName,
  AttemptView,
  IndicatorView,
  SupervisedCase,
} from '../contract.ts'
import { ReengineeringView } from './reengineering.ts'
import { GapCodeName, GapsView } from './gaps.ts'
import { FindingRuleName, FindingSourceName, FindingView, ImportedFileView, ImportsView } from './findings.ts'

const Day = T.Optional(T.String({ format: 'date' }))
const Id = T.Optional(T.String({ maxLength: 60, pattern: '^[\\w.:-]+$' }))
/** The days a number speaks of; left out, the month so far. */
const Period = { from: Day, to: Day }
const Paging = {
  limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
  cursor: T.Optional(T.String({ maxLength: 200, pattern: '^[\\w.:~-]*$' })),
}
const Cases = {
  ...Period,
  ...{ place: Id, item: Id },
  part: T.Optional(T.Enum(['numerator', 'rest', 'all'])),
}
const Alerts = { place: Id, item: Id, level: T.Optional(AlertLevelName) }
const Attempts = { ...Period, kind: T.Optional(AttemptKindName), place: Id, body: Id }
const Findings = {
  ...Period,
  ...{ place: Id, item: Id, body: Id },
  rule: T.Optional(FindingRuleName),
  source: T.Optional(FindingSourceName),
}
const OneIndicator = T.Object({ id: T.String({ maxLength: 60 }) })
const Bytes = T.String({ format: 'binary' })

/** A director reads the numbers of the own place, a supervisor those of the area. */
const WATCHING = { roles: ['supervisor', 'director'] } as const
const SUPERVISING = { roles: ['supervisor'] } as const

export const supervisionRoutes = contract({
  indicators: {
    method: 'GET',
    path: '/indicators',
    who: WATCHING,
    summary:
      'Every indicator over a period, with formula, clauses, dated targets and, when asked, place by place',
    query: T.Object({ ...Period, place: Id, item: Id, by: T.Optional(T.Enum(['place', 'item'])) }),
    reply: T.Object({
      from: T.String(),
      to: T.String(),
      /** The last day of the period that has begun. */
      asOf: T.String(),
      place: T.Optional(T.Object({ id: T.String(), name: T.String() })),
      indicators: T.Array(IndicatorView),
    }),
  },
  indicatorCases: {
    method: 'GET',
    path: '/indicators/:id/cases',
    who: WATCHING,
    summary: 'The cases behind an indicator: those that count for it, the rest, or all',
    params: OneIndicator,
    query: T.Object({ ...Cases, ...Paging }),
    reply: T.Object({
      items: T.Array(SupervisedCase),
      /** By which day they are sorted. */
      order: T.String(),
      nextCursor: T.Optional(T.String()),
    }),
  },
  alerts: {
    method: 'GET',
    path: '/alerts',
    who: WATCHING,
    summary: 'Open cases near a limit or past it, the most urgent first',
    query: T.Object({ ...Alerts, ...Paging }),
    reply: T.Object({
      items: T.Array(AlertView),
      counts: T.Object({ red: T.Integer(), yellow: T.Integer(), near: T.Integer() }),
      nextCursor: T.Optional(T.String()),
    }),
  },
  attempts: {
    method: 'GET',
    path: '/attempts',
    who: SUPERVISING,
    summary: 'Recorded attempts to act beyond one’s power or to pass a decision upward, newest first',
    query: T.Object({ ...Attempts, ...Paging }),
    reply: T.Object({ items: T.Array(AttemptView), nextCursor: T.Optional(T.String()) }),
  },
  gaps: {
    method: 'GET',
    path: '/gaps',
    who: WATCHING,
    summary: 'Open cases that cannot go on and what each lacks, the longest stuck first',
    query: T.Object({ place: Id, item: Id, code: T.Optional(GapCodeName), ...Paging }),
    reply: GapsView,
  },
  reengineering: {
    method: 'GET',
    path: '/reengineering',
    who: WATCHING,
    summary:
      'Items with more than one version: steps, papers, questions, visits and days side by side, and their cases',
    query: T.Object({ place: Id, item: Id }),
    reply: ReengineeringView,
  },
  findings: {
    method: 'GET',
    path: '/findings',
    who: WATCHING,
    summary:
      'Cases that went beyond power, over a limit or out of order, our own and reported ones, each with its evidence',
    query: T.Object({
      ...Findings,
      ...Paging,
      // Numbers of other systems stand in it, so it is wider than others.
      cursor: T.Optional(T.String({ maxLength: 700 })),
    }),
    reply: T.Object({
      items: T.Array(FindingView),
      counts: T.Object({
        'beyond-power': T.Integer(),
        upward: T.Integer(),
        'over-limit': T.Integer(),
        'out-of-order': T.Integer(),
        'one-time-notice': T.Integer(),
      }),
      nextCursor: T.Optional(T.String()),
    }),
  },
  imports: {
    method: 'GET',
    path: '/imports',
    who: SUPERVISING,
    summary: 'Files of reported cases that were brought in, newest first, with their bad lines',
    query: T.Object(Paging),
    reply: ImportsView,
  },
})

/** A file comes in as multipart. */
export const supervisionUploads = contract({
  importFile: {
    method: 'POST',
    path: '/imports',
    who: SUPERVISING,
    summary:
      'Bring in a CSV or JSON file of reported cases (up_pro_*); good lines are kept, bad ones named, the same file twice changes nothing',
    body: T.Object({ file: Bytes }),
    reply: ImportedFileView,
    bytes: 'in',
    idempotent: false,
  },
})

/** The same lists as files for a spreadsheet. */
export const supervisionFiles = contract({
  indicatorsFile: {
    method: 'GET',
    path: '/indicators/export',
    who: WATCHING,
    summary: 'The indicators of a period, place by place, as a file',
    query: T.Object({ ...Period, place: Id, item: Id, ...AS_FILE }),
    reply: Bytes,
    bytes: 'out',
  },
  indicatorCasesFile: {
    method: 'GET',
    path: '/indicators/:id/cases/export',
    who: WATCHING,
    summary: 'The cases behind an indicator as a file',
    params: OneIndicator,
    query: T.Object({ ...Cases, ...AS_FILE }),
    reply: Bytes,
    bytes: 'out',
  },
  alertsFile: {
    method: 'GET',
    path: '/alerts/export',
    who: WATCHING,
    summary: 'Open cases near a limit or past it as a file',
    query: T.Object({ ...Alerts, ...AS_FILE }),
    reply: Bytes,
    bytes: 'out',
  },
  findingsFile: {
    method: 'GET',
    path: '/findings/export',
    who: WATCHING,
    summary: 'The findings of a period as a file, with their evidence',
    query: T.Object({ ...Findings, ...AS_FILE }),
    reply: Bytes,
    bytes: 'out',
  },
  attemptsFile: {
    method: 'GET',
    path: '/attempts/export',
    who: SUPERVISING,
    summary: 'Recorded attempts of a period as a file',
    query: T.Object({ ...Attempts, ...AS_FILE }),
    reply: Bytes,
    bytes: 'out',
  },
})
