import { Type as T } from 'typebox'

/** The legal procedures of a case: 承诺件, 即办件, 告知承诺. */
export const PROCEDURES = ['approval', 'on-the-spot', 'commitment'] as const
export const ProcedureName = T.Enum([...PROCEDURES])
export type ProcedureName = (typeof PROCEDURES)[number]

/** States of a case under any of its procedures, in the order a person meets them. */
export const CASE_STATES = [
  'received',
  'supplementing',
  'refusal-proposed',
  'accepted',
  'reviewed',
  'decided',
  'issued',
  'in-post',
  'not-accepted',
  'under-check',
  'rectifying',
  'check-failed',
  'revoking',
  'revoked',
  'closed',
  'withdrawn',
  'lapsed',
  'returned',
  'terminated',
  'forwarded',
] as const
export const CaseState = T.Enum([...CASE_STATES])
