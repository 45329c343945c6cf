import { Type as T, type Static } from 'typebox'
import type { Role } from '#platform/auth/roles.ts'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const ROLES: readonly Role[] = [
  ...(['organiser', 'head', 'government-head', 'director', 'supervisor'] as const),
  ...(['item-author', 'item-approver'] as const),
]
const OFFICE = { roles: [...ROLES] }

/** An item that people of these stations' villages came to the centre for, often enough to bring it to them. */
export const SinkingProposal = T.Object({
  item: T.String(),
  name: T.String(),
  simple: T.Boolean(),
  modeText: T.String(),
  people: T.Integer(),
  stations: T.Array(
    T.Object({ station: T.String(), name: T.String(), people: T.Integer(), cases: T.Integer() }),
  ),
})

/** A station that was asked about something it holds and has not brought it to an end. */
export const StationQuestionRow = T.Object({
  id: T.String(),
  stationName: T.String(),
  itemName: T.String(),
  whyText: T.String(),
  cases: T.Integer(),
  late: T.Integer(),
  months: T.Integer(),
  stateText: T.String(),
  answerBy: T.Optional(T.String()),
  overdue: T.Boolean(),
})

export const SinkingView = T.Object({
  day: T.String(),
  /** Over how many months people were counted, and how many of one station make a proposal. */
  months: T.Integer(),
  people: T.Integer(),
  proposals: T.Array(SinkingProposal),
  questions: T.Array(StationQuestionRow),
})
export type SinkingView = Static<typeof SinkingView>

export const sinkingRoutes = contract({
  sinking: {
    method: 'GET',
    path: '/delegation/sinking',
    who: OFFICE,
    summary:
      'Items worth bringing to stations (环节下沉), by who came from where, and stations that were asked',
    reply: SinkingView,
  },
})

export const sinkingFiles = contract({
  sinkingFile: {
    method: 'GET',
    path: '/delegation/sinking/export',
    who: OFFICE,
    summary: 'Items worth bringing to stations, as a file',
    query: T.Object(AS_FILE),
    reply: T.String(),
    bytes: 'out',
  },
})
