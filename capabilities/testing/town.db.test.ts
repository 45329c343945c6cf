import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

test('an application walks from the phone to the door of the applicant', async () => {
  const zhang = await town.citizen('张示例')
  const no = await town.file(zhang, 'elderly-allowance', { delivery: 'window' })
  await town.carryThrough(no, 'shantou')
  const detail = await town.cases.detail(no, { actor: zhang.actor, now: town.clock.now(), reliesOn: [] })
  if (isRefusal(detail)) throw new Error(detail.code)
  expect(detail.summary.state).toBe('closed')
  expect(detail.papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance', 'grant', 'delivery'])
})

test('an act by the wrong post is refused and the clock moves by hand', async () => {
  const li = await town.citizen('李示例')
  const no = await town.file(li, 'elderly-allowance')
  expect(isRefusal(await town.act('reviewer.shantou', no, 'accept', { checklist: [] }))).toBe(true)
  town.clock.advance({ days: 1, hours: 2, minutes: 30 })
  expect(town.clock.now()).toBe(at('2026-11-24T11:30'))
})
