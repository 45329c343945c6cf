import { expect, test } from 'vitest'
import { CASE_STATES } from '../contract.ts'
import { journey, rendered, type Step } from '../testing/journey.ts'
import { ON_A_PROMISE } from '../testing/ways.ts'
import { caseWorld } from '../testing/world.ts'
import { FORWARDED, INTO } from '../chapters/endings/annex.ts'
import { INTO as GAPS } from '../chapters/gaps/annex.ts'
import { doneResult } from './done-result.ts'

const forwarding = caseWorld({ item: FORWARDED, published: FORWARDED })
const OPINION = { opinion: '初步审查认为符合采伐条件，建议准予。' }
const denied: Step[] = [
  ...INTO.reviewed,
  [5, 'approver', 'deny'],
  [6, 'issuer', 'seal'],
  [6, 'system', 'record-paper', rendered('denial', 5)],
  [7, 'clerk', 'deliver-at-window'],
]
const refused: Step[] = [
  ...INTO['not-accepted'],
  [2, 'system', 'record-paper', rendered('not-accepted', 3)],
  [3, 'clerk', 'deliver-at-window'],
]

/** standards.md §2.2: 0 出证办结 1 不予许可 2 作废办结 4 转报办结 5 退件 6 不予受理. */
test.each<[string, readonly Step[], number | undefined]>([
  ['granted and collected', INTO.closed, 0],
  ['denied', denied, 1],
  ['not accepted', refused, 6],
  ['withdrawn', INTO.withdrawn, 5],
  ['nothing supplied', INTO.lapsed, 5],
  ['a gap never closed', [...GAPS.tolerated, [7, 'system', 'gap-lapse']], 5],
  ['given up', INTO.returned, 5],
  ['terminated', INTO.terminated, 2],
  ['still open', INTO.accepted, undefined],
  ['decided, not handed over', INTO.issued, undefined],
])('%s → %s', (_how, steps, result) => {
  expect(doneResult(journey(steps).dossier)).toBe(result)
})

test('sent up → 4', () => {
  const steps: Step[] = [...INTO.reviewed, [4, 'approver', 'forward', OPINION]]
  expect(doneResult(journey(steps, forwarding).dossier)).toBe(4)
})

test.each(['under-check', 'closed', 'revoked'])('granted on a promise, %s → 0', (stage) => {
  expect(doneResult(journey(ON_A_PROMISE.stages[stage]!, ON_A_PROMISE.world()).dossier)).toBe(0)
})

test('every final state has a code', () => {
  const final = ['closed', 'withdrawn', 'lapsed', 'revoked', 'returned', 'terminated', 'forwarded'] as const
  for (const state of final) expect(CASE_STATES).toContain(state)
  for (const how of final)
    expect(
      doneResult({
        ended: { how, at: '2026-09-22T02:00:00.000Z' },
        decision: { result: 'granted', reason: '', grant: '', by: { at: '', day: '' } },
      }),
    ).toBeTypeOf('number')
})
