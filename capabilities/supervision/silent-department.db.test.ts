import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { keepWatch } from './index.ts'

// Real: a case at the approval bureau, due jobs, the walk over the open cases, the lines of supervision.

let town: Town
const CLERK = 'clerk.shantou'
const LEAD = 'approver.approval-bureau'

beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
  await keepWatch(town.db, town.clock)
})
afterAll(() => town.stop())

const asking = async () => ({ actor: await town.as('supervisor'), now: town.clock.now() })

async function heard() {
  await town.work()
  const [gaps, alerts] = [
    await town.supervision.gaps(await asking(), {}),
    await town.supervision.alerts(await asking(), {}),
  ]
  if (isRefusal(gaps) || isRefusal(alerts)) throw new Error('supervision may look')
  return {
    gaps: gaps.items.map(({ code, sentence }) => [code, sentence]),
    alerts: alerts.items.flatMap(({ reasons }) => reasons.map(({ title }) => title)),
  }
}

test('supervision hears of a department that lets its day to answer go by, and that it answered', async () => {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence')
  await town.act(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
  const asked = { bodies: ['health'], question: '场所是否符合卫生要求', workingDays: 2 }
  expect(isRefusal(await town.act(LEAD, no, 'ask-opinions', asked))).toBe(false)
  expect((await heard()).gaps).toEqual([])

  // Two working days end with 18 March.
  town.clock.set(at('2026-03-18T15:00'))
  const near = await heard()
  expect(near.gaps).toEqual([])
  expect(near.alerts).toContain('部门意见')
  town.clock.set(at('2026-03-19T08:00'))
  await town.work()
  // The walk after the one in which the day was found to be over.
  town.clock.set(at('2026-03-19T08:15'))
  const { gaps, alerts } = await heard()
  expect(gaps).toEqual([['opinion-overdue', expect.stringMatching(/卫生健康局.*没有按期答复.*请催办/)]])
  expect(alerts).toContain('部门意见')

  const answer = { verdict: 'agree', text: '现场符合要求' }
  expect(isRefusal(await town.act('approver.health', no, 'give-opinion', answer))).toBe(false)
  town.clock.set(at('2026-03-19T09:00'))
  const after = await heard()
  expect(after.gaps).toEqual([])
  expect(after.alerts).not.toContain('部门意见')
}, 60_000)
