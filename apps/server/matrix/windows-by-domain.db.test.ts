import { expect, test } from 'vitest'
import { demoPerson } from '../demo/people.ts'
import { handIn } from '../testing/at-window.ts'
import { startHouse } from '../testing/house.ts'

// Real: the whole Lanshan pack, whose windows are divided by domain, and the routes of the counter.
const house = await startHouse({ at: '2026-03-02T01:30:00.000Z', packs: 'lanshan-2019' })
const AT = { place: 'centre-371302001', region: '371302001001' }

test('a window for licences takes in no poor relief and names the window that does; that one takes it', async () => {
  const wish = { ...AT, item: 'temporary-assistance-small', person: demoPerson(1) }
  const licences = await house.as('lanshan.clerk.371302001')
  const refused = handIn(house, licences, wish)
  await expect(refused).rejects.toThrow('window-other-matters')
  await expect(refused).rejects.toThrow(/民生服务窗口/)
  const people = await house.as('lanshan.clerk2.371302001')
  expect(await handIn(house, people, wish)).toMatch(/^\d/)
})

test('the window of agents takes in whatever people bring', async () => {
  const agent = await house.as('lanshan.clerk3.371302001')
  const wish = { ...AT, item: 'unemployment-registration', person: demoPerson(2) }
  expect(await handIn(house, agent, wish)).toMatch(/^\d/)
  expect(house.faults).toEqual([])
})
