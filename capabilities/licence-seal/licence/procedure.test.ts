import { describe, expect, test } from 'vitest'
import { walk } from '#engine/procedure/walk.ts'
import { licence } from './procedure.ts'
import {
  ENDING,
  EXPIRED,
  type Line,
  NOTED,
  OPENED,
  PAPER,
  REVOKED,
  type Step,
  after,
  calendar,
  outcome,
} from './testing/steps.ts'

test('the procedure is sound', () => expect(walk(licence)).toEqual([]))

describe('a licence', () => {
  test.each<Line>([
    ['in force, from its grant', [], OPENED[0]!, 'valid'],
    ['changed', OPENED, ['2026-06-01', 'system', 'change'], 'valid'],
    ['renewed', OPENED, ['2026-12-01', 'system', 'renew'], 'valid'],
    [
      'renewed twice for one term',
      OPENED,
      ['2026-12-01', 'system', 'renew', { from: '2025-12-31' }],
      'not-for-this-dossier',
    ],
    ['not expired on its last day', OPENED, ['2026-12-31', 'system', 'expire'], 'licence-term-running'],
    ['expired the day after', OPENED, ['2027-01-01', 'system', 'expire'], 'expired'],
    [
      'kept in force by a renewal filed in time',
      NOTED,
      ['2027-01-01', 'system', 'expire'],
      'licence-term-running',
    ],
    ['one application at a time', NOTED, ['2026-11-21', 'system', 'note-application'], 'application-running'],
    ['renewed late, where its rule allows', EXPIRED, ['2027-01-05', 'system', 'renew'], 'valid'],
    ['cancelled as its holder asked', OPENED, ['2026-06-01', 'system', 'cancel-applied'], 'cancelled'],
    [
      'revoked with the decision that granted it',
      OPENED,
      ['2026-06-01', 'system', 'follow-revocation'],
      'revoked',
    ],
    ['nothing for its holder to do here', OPENED, ['2026-06-01', 'holder', 'intend'], 'not-your-step'],
    [
      'served only when the paper is there',
      ENDING,
      ['2026-06-03', 'clerk', 'serve'],
      'licence-paper-not-ready',
    ],
    ['over when the decision is served', [...ENDING, PAPER], ['2026-06-04', 'clerk', 'serve'], 'revoked'],
    [
      'a post that decides hands nothing over',
      [...ENDING, PAPER],
      ['2026-06-04', 'approver', 'serve'],
      'not-your-step',
    ],
    [
      'and then waits to be cancelled',
      REVOKED,
      ['2026-06-05', 'approver', 'cancel', { ground: 'taken-away' }],
      'ending',
    ],
  ])('%s', (_why, before, step, gives) => expect(outcome(before, step)).toBe(gives))
})

test('its timer stands on the morning after the last day, and not while a renewal in time is open', () => {
  const timers = (steps: Step[]) => licence.timers(after(steps), { calendar })
  expect(timers(OPENED)).toEqual([{ action: 'expire', at: '2026-12-31T16:00:00.000Z' }])
  expect(timers(NOTED)).toEqual([])
  expect(timers([...NOTED, ['2026-12-01', 'system', 'application-over']])).toHaveLength(1)
})
