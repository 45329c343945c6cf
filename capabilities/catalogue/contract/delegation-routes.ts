import { Type as T, type Static } from 'typebox'
import type { Role } from '#platform/auth/roles.ts'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const Id = T.String({ format: 'uuid' })
const ROLES: readonly Role[] = [
  ...(['organiser', 'head', 'government-head', 'power-registrar', 'director', 'supervisor'] as const),
  ...(['item-author', 'item-approver'] as const),
]
const OFFICE = { roles: [...ROLES] }

/** One body that was asked about a batch. */
export const SeatView = T.Object({
  seat: T.String(),
  bodyName: T.String(),
  stance: T.Optional(T.String()),
  stanceText: T.String(),
  text: T.Optional(T.String()),
  on: T.Optional(T.String()),
})

/** One town or station and where it stands with a batch. */
export const ReceiverView = T.Object({
  /** Its entry in the book of receptions, once it has taken the batch on. */
  reception: T.Optional(T.String()),
  townName: T.String(),
  placeName: T.String(),
  state: T.String(),
  stateText: T.String(),
  from: T.Optional(T.String()),
  /** When it is to be looked at again. */
  checkBy: T.Optional(T.String()),
  late: T.Boolean(),
  resultText: T.Optional(T.String()),
  trouble: T.Optional(T.String()),
})

export const BatchView = T.Object({
  id: T.String(),
  name: T.String(),
  ownerName: T.String(),
  kindText: T.String(),
  powersText: T.String(),
  items: T.Array(T.Object({ id: T.String(), name: T.String() })),
  from: T.String(),
  to: T.Optional(T.String()),
  document: T.Optional(T.String()),
  state: T.String(),
  stateText: T.String(),
  replyBy: T.Optional(T.String()),
  late: T.Boolean(),
  seats: T.Array(SeatView),
  /** Whose word or act is awaited, as people read it. */
  awaited: T.Array(T.String()),
  receivers: T.Array(ReceiverView),
})
export type BatchView = Static<typeof BatchView>

export const ReadyRow = T.Object({
  townName: T.String(),
  placeName: T.String(),
  ready: T.Boolean(),
  items: T.Array(
    T.Object({ item: T.String(), name: T.String(), trained: T.Integer(), lacks: T.Array(T.String()) }),
  ),
})
export type ReadyRow = Static<typeof ReadyRow>

export const BothTiersRow = T.Object({
  item: T.String(),
  name: T.String(),
  domainText: T.String(),
  holderName: T.String(),
  state: T.Enum(['missing', 'not-judged', 'not-qualified', 'forbidden', 'delegated']),
  stateText: T.String(),
  /** Why it is not delegated, or which towns still lack it. */
  reason: T.String(),
})
export type BothTiersRow = Static<typeof BothTiersRow>

export const DomainCount = T.Object({
  domain: T.String(),
  title: T.String(),
  /** Lines of the round in this domain, and what became of them. */
  count: T.Integer(),
  answered: T.Integer(),
  handDown: T.Integer(),
})

export const RoundView = T.Object({
  id: T.String(),
  name: T.String(),
  by: T.String(),
  state: T.String(),
  stateText: T.String(),
  version: T.Optional(T.Integer()),
  lines: T.Integer(),
  open: T.Integer(),
  domains: T.Array(DomainCount),
  /** Who has not answered, with how many lines, the late first. */
  waiting: T.Array(
    T.Object({ bodyName: T.String(), lines: T.Integer(), late: T.Integer(), chased: T.Integer() }),
  ),
})
export type RoundView = Static<typeof RoundView>

export const GuidingCounty = T.Object({
  area: T.String(),
  name: T.String(),
  told: T.Integer(),
  followed: T.Integer(),
  adapted: T.Integer(),
  open: T.Integer(),
  late: T.Integer(),
  /** Lines without an answer, by name. */
  names: T.Array(T.String()),
})
export type GuidingCounty = Static<typeof GuidingCounty>

export const delegationRoutes = contract({
  delegationBatches: {
    method: 'GET',
    path: '/delegation/batches',
    who: OFFICE,
    summary:
      'Batches of powers handed down (事项下放批次): opinions, who is awaited, and where each town stands',
    reply: T.Object({ items: T.Array(BatchView) }),
  },
  delegationReadiness: {
    method: 'GET',
    path: '/delegation/batches/:id/readiness',
    who: OFFICE,
    summary: 'How ready each receiving town is for each item of a batch: trained people, window, seal',
    params: T.Object({ id: Id }),
    reply: T.Object({ batch: T.String(), rows: T.Array(ReadyRow) }),
  },
  bothTiers: {
    method: 'GET',
    path: '/delegation/both-tiers',
    who: OFFICE,
    summary: 'Items that county and towns can both handle (区镇都能办): delegated, or why not',
    reply: T.Object({ day: T.String(), missing: T.Integer(), rows: T.Array(BothTiersRow) }),
  },
  sortingRounds: {
    method: 'GET',
    path: '/delegation/sorting-rounds',
    who: OFFICE,
    summary: 'Sorting rounds (事项梳理): counts by the fourteen domains and who has not answered',
    reply: T.Object({ items: T.Array(RoundView) }),
  },
  guidingCounties: {
    method: 'GET',
    path: '/delegation/guiding-counties',
    who: OFFICE,
    summary: 'Which counties of a city have answered the changes of its guiding catalogue (指导目录)',
    reply: T.Object({ items: T.Array(GuidingCounty) }),
  },
})

export const delegationFiles = contract({
  bothTiersFile: {
    method: 'GET',
    path: '/delegation/both-tiers/export',
    who: OFFICE,
    summary: 'Items that county and towns can both handle, as a file',
    query: T.Object(AS_FILE),
    reply: T.String(),
    bytes: 'out',
  },
  readinessFile: {
    method: 'GET',
    path: '/delegation/batches/:id/readiness/export',
    who: OFFICE,
    summary: 'How ready the towns of a batch are, as a file',
    params: T.Object({ id: Id }),
    query: T.Object(AS_FILE),
    reply: T.String(),
    bytes: 'out',
  },
})
