import type { AttemptKind, Period, Policy, Rate } from '../model.ts'

/** Which cases a number looks at, beside its own rule. */
export interface Scope {
  area: string
  place?: string
  item?: string
}

export interface Count {
  numerator: number
  denominator: number
}

export type Group = Count & { id: string }
export type Part = 'numerator' | 'rest' | 'all'
export type Grouping = 'acceptPlace' | 'itemId'

/** A place in a list: the day and the id of the last row that was shown. */
export interface Place {
  day: string
  id: string
}

export interface RateQuestion {
  rate: Rate
  scope: Scope
  period: Period
  policy: Policy
}

export interface AttemptQuestion {
  area: string
  from: string
  to: string
  kind?: AttemptKind
  place?: string
  body?: string
}
