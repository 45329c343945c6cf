import { expect, test } from 'vitest'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { sectionOf } from './section.ts'
import { urgencies } from './urgency.ts'

const step = { kind: 'step', title: '审查环节时限' }
const statutory = { kind: 'statutory', title: '法定办结期限' }
const line = (more: object) =>
  ({ standing: 'in-time', dueDay: '2026-11-24', workingDaysLeft: 1, ...more }) as unknown as CaseSummary
const lawNear = { day: '2026-11-25', workingDays: 2 }

test.each<[string, object, string[]]>([
  ['beside the day of a step', { limit: step, lawNear }, ['法定还剩2个工作日']],
  ['on its last day', { limit: step, lawNear: { ...lawNear, workingDays: 0 } }, ['法定今天到期']],
  ['not twice where it is the day itself', { limit: statutory, lawNear }, []],
  ['not while it is far', { limit: step }, []],
])('the limit of the law is told when it is near: %s', (_case, more, says) => {
  expect(urgencies(line(more)).slice(1)).toEqual(says.map((text) => ({ text, tone: 'warn' })))
})

test('whoever only watches is not told to begin with what is late', () => {
  const late = line({ standing: 'late' })
  expect([sectionOf(late), sectionOf(late, false)]).toEqual(['已超期，先办这些', '已超期'])
})
