import type { LegalDay } from '#engine/day.ts'

/**
 * 超权限、超时限、逆程序 (DW-3.8.19-06 to 08), 上推 (LS-2.5-14), and what became of the one-time notice (一次性告知, CAS-15).
 */
export const FINDING_RULES = [
  'beyond-power',
  'upward',
  'over-limit',
  'out-of-order',
  'one-time-notice',
] as const
export type FindingRule = (typeof FINDING_RULES)[number]

export const FINDING_CODES = {
  'beyond-power': ['accept-without-power', 'decide-without-power', 'attempted'],
  upward: ['decided-above', 'upward-attempted'],
  'over-limit': ['statutory-limit', 'promised-limit', 'step-limit'],
  'out-of-order': [
    'decided-before-accepted',
    'accepted-before-applied',
    'reviewed-after-decided',
    'closed-before-decided',
    'step-missing',
    'same-person',
  ],
  'one-time-notice': ['notice-exception', 'notice-blocked'],
} as const
export type FindingCode = (typeof FINDING_CODES)[FindingRule][number]

/** What a finding rests on: a line of a file that was brought in, a recorded fact, or what our own register says. */
export type Evidence =
  | { from: 'row'; dataset: string; file: string; line: number; fields: Readonly<Record<string, string>> }
  | { from: 'fact'; seq: number; kind: string; at: string; by: string }
  | { from: 'grant'; grant: string; body: string; valid: string; basis: string }
  | { from: 'register'; text: string }
  | { from: 'clock'; text: string }

/** One breach of one rule in one case; two of a kind in a case are one finding with more evidence. */
export interface Finding {
  rule: FindingRule
  code: FindingCode
  /** The day on which it happened. */
  day: LegalDay
  /** What the sentence about it names. */
  facts: Readonly<Record<string, unknown>>
  evidence: readonly Evidence[]
}

/** Why a rule could not be asked of a case; such a case is counted apart and never called sound. */
export const UNJUDGED = [
  'not-accepted',
  'item-unknown',
  'item-not-in-force',
  'body-unknown',
  'no-limit',
  'no-steps',
] as const
export type UnjudgedCode = (typeof UNJUDGED)[number]

export interface Unjudged {
  rule: FindingRule
  code: UnjudgedCode
}

export interface Judgement {
  findings: Finding[]
  unjudged: Unjudged[]
}
