import { Type as T } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import {
  AllowedAct,
  CaseDetail,
  RevealedCase,
  CaseState,
  CaseSummary,
  ClockView,
  Filing,
  ProcedureName,
} from '../contract.ts'
import { DAY_RANGE } from './day-range.ts'

const No = T.Object({ no: T.String({ minLength: 10, maxLength: 40 }) })

/** What an act sends: the version the person saw, and the act's own input. */
export const ActBody = T.Object(
  { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
  { additionalProperties: false },
)

/** Legal days by name or from … to …, both included: `today`, `week`, `month`, `2026-11-01~2026-11-15`. */
const DayRange = T.String({ maxLength: 21, pattern: DAY_RANGE })

const Queue = T.Enum(['mine', 'approvals', 'open', 'all'])

/** What a list of cases can be narrowed by. */
const ListFilter = {
  /** `mine`: waits for a role of my post; `approvals`: for my word; `open`: everything open I may see; `all`: closed ones too. */
  queue: T.Optional(Queue),
  state: T.Optional(CaseState),
  item: T.Optional(T.String({ maxLength: 60 })),
  procedure: T.Optional(ProcedureName),
  /** Open work by who claimed it: me (or a colleague I stand in for), nobody, somebody else. */
  holder: T.Optional(T.Enum(['mine', 'nobody', 'other'])),
  /** Only cases of major projects (直通车). */
  projects: T.Optional(T.Enum(['1'])),
  /** The applicant's name as lists show it (张*三): the full name never travels in an address. Only in open work. */
  applicant: T.Optional(T.String({ minLength: 2, maxLength: 20 })),
  /** The day the application came in (收件). */
  received: T.Optional(DayRange),
  /** The day the list is sorted by (到期): in a queue of one's own the day one has to keep. Only in open work. */
  due: T.Optional(DayRange),
  /** A case number, or the beginning of one. */
  no: T.Optional(T.String({ maxLength: 40 })),
}

export const caseRoutes = contract({
  list: {
    method: 'GET',
    path: '/cases',
    who: 'signed-in',
    summary: 'Work list by due day for staff; own cases for a citizen',
    query: T.Object({
      ...ListFilter,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(CaseSummary), nextCursor: T.Optional(T.String()) }),
  },
  counts: {
    method: 'GET',
    path: '/cases/counts',
    who: 'staff',
    summary:
      'How many open cases wait for my post, how many of them are late or due today, and what waits for my word',
    reply: T.Object({
      ...{ mine: T.Integer(), soon: T.Integer(), late: T.Integer(), open: T.Integer() },
      /** Cases and licences that wait for the word of an approver or a head (待我批). */
      approvals: T.Integer(),
      licences: T.Integer(),
      /** Cases of mine whose day is the next working day. */
      next: T.Integer(),
      /** Notices (工作提醒) not seen yet, counted to a hundred. */
      unread: T.Integer(),
    }),
  },
  file: {
    method: 'POST',
    path: '/cases',
    who: { roles: ['applicant', 'window-clerk', 'village-agent'] },
    summary: 'File an application: online as a citizen, at a window as a clerk, or at a station for its town',
    body: Filing,
    reply: T.Object({ no: T.String(), state: CaseState, version: T.Integer() }),
  },
  detail: {
    method: 'GET',
    path: '/cases/:no',
    who: 'signed-in',
    summary: 'One case with checklist, clocks, story, papers and what may be done now',
    params: No,
    reply: CaseDetail,
  },
  allowed: {
    method: 'GET',
    path: '/cases/:no/allowed',
    who: 'signed-in',
    summary: 'What the caller may do with the case now',
    params: No,
    reply: T.Object({ version: T.Integer(), allowed: T.Array(AllowedAct) }),
  },
  facts: {
    method: 'GET',
    path: '/cases/:no/facts',
    who: 'staff',
    summary: 'The recorded facts of the case in order, with hashes; sealed parts stay sealed',
    params: No,
    reply: T.Object({
      facts: T.Array(
        T.Object({
          seq: T.Integer(),
          kind: T.String(),
          at: T.String(),
          actor: T.Unknown(),
          body: T.Unknown(),
          hash: T.String(),
          prevHash: T.String(),
        }),
      ),
    }),
  },
  clocks: {
    method: 'GET',
    path: '/cases/:no/clocks',
    who: 'signed-in',
    summary: 'Every clock of the case with its due day and the sentence that explains it',
    params: No,
    reply: T.Object({ clocks: T.Array(ClockView) }),
  },
  act: {
    method: 'POST',
    path: '/cases/:no/acts/:act',
    who: 'signed-in',
    summary: 'Take one act on the case',
    params: T.Object({ no: T.String({ minLength: 10, maxLength: 40 }), act: T.String({ maxLength: 40 }) }),
    body: ActBody,
    reply: T.Object({ no: T.String(), state: CaseState, version: T.Integer() }),
  },
  reveal: {
    method: 'POST',
    path: '/cases/:no/reveal',
    who: 'staff',
    summary: 'Show the applicant unmasked, for a stated reason that is logged',
    params: No,
    body: T.Object({ reason: T.String({ minLength: 4, maxLength: 200 }) }, { additionalProperties: false }),
    reply: RevealedCase,
    idempotent: false,
  },
})

export const caseLists = contract({
  casesFile: {
    method: 'GET',
    path: '/case-list/export',
    who: 'staff',
    summary: 'The work list as a file, as far as it was filtered and the caller may see it',
    query: T.Object({
      ...{ ...ListFilter, ...AS_FILE },
      /** Columns of the file, or of the screen with all they say, parted by commas; all there are unless said otherwise. */
      columns: T.Optional(T.String({ maxLength: 200, pattern: '^[a-z,-]*$' })),
    }),
    reply: T.String(),
    bytes: 'out',
  },
})
