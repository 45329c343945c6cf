import { Type as T } from 'typebox'
import type { LegalDay } from '#engine/day.ts'
import type { PackParameters } from '#capabilities/organisation/contract.ts'

export const STANCES = { agree: '同意', conditions: '附条件同意', oppose: '不同意' } as const
export type Stance = keyof typeof STANCES

/** What one body said of a batch. `name` is how people read it. */
export const Opinion = T.Object(
  {
    name: T.String(),
    seat: T.String(),
    body: T.String(),
    stance: T.Enum(Object.keys(STANCES) as Stance[]),
    text: T.String(),
    on: T.String({ format: 'date' }),
  },
  { additionalProperties: false },
)

export interface Opinion {
  name: string
  seat: string
  body: string
  stance: Stance
  text: string
  on: LegalDay
}

/** Whose opinion is asked for, and in which quality (权属单位, 司法行政, 编制, 审批). */
export interface Seat {
  seat: string
  body: string
}

type Plan = NonNullable<PackParameters['delegationBatches']>['value']

export const OWNER_SEAT = '权属单位'

/** The bodies asked about a batch of this owner; one body in two qualities is asked once (它同时是权属和审批). */
export function seatsOf(plan: Plan | undefined, owner: string): Seat[] {
  const seats = (plan?.opinions ?? [{ seat: OWNER_SEAT }]).map(({ seat, body = owner }) => ({ seat, body }))
  return [...Map.groupBy(seats, ({ body }) => body)].map(([body, of]) => ({
    body,
    seat: of.map(({ seat }) => seat).join('、'),
  }))
}

export const awaitedOf = (seats: readonly Seat[], opinions: readonly Opinion[]): Seat[] =>
  seats.filter(({ body }) => !opinions.some((opinion) => opinion.body === body))

export const opposedOf = (opinions: readonly Opinion[]): Opinion[] =>
  opinions.filter(({ stance }) => stance === 'oppose')
