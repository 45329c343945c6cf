import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { portalOffice } from './index.ts'

const ITEM = 'temporary-assistance-small'
const AGAIN = { again: '这一件是替家里另一次受灾申请的' }

// Real: pack, database, ledger, portal. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
})
afterAll(() => town.stop())

const codeOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : answer

test('the same applied for online once more is asked about, with the number under way, and goes through with a reason', async () => {
  const first = await town.file(zhang, ITEM)
  const draft = await town.draft(zhang, ITEM)
  const told = await town.portal.file(zhang.visitor, draft, 'r')
  expect(told).toMatchObject({ code: 'already-applied', sentence: expect.stringContaining(first) })
  // Nothing was filed, and the draft is still there to be dropped.
  expect((await town.portal.drafts(zhang.visitor)).map(({ id }) => id)).toEqual([draft])

  const second = await town.portal.file(zhang.visitor, draft, 'r', AGAIN)
  expect(second).toMatchObject({ no: expect.not.stringContaining(first) })
  const { no } = second as { no: string }
  expect(JSON.stringify((await town.applicantsView(no)).story[0])).toContain(AGAIN.again)
  // Pressed twice it is one case, and nobody is asked again.
  expect(await town.portal.file(zhang.visitor, draft, 'r')).toEqual({ no })
})

test('another item, and another person, are no twins', async () => {
  const li = await town.citizen('李示例')
  await town.file(zhang, ITEM)
  const theirs = await town.draft(li, ITEM)
  expect(await town.portal.file(li.visitor, theirs, 'r')).toMatchObject({ no: expect.any(String) })
  const other = await town.draft(zhang, 'elderly-allowance')
  expect(codeOf(await town.portal.file(zhang.visitor, other, 'r'))).not.toBe('already-applied')
})

test('what is over is no reason to ask', async () => {
  const wang = await town.citizen('王示例')
  const no = await town.file(wang, ITEM)
  expect(isRefusal(await town.act('clerk.shantou', no, 'claim', {}))).toBe(false)
  await town.portal.withdraw(wang.visitor, no, '暂时不办了', 'w')
  const again = await town.draft(wang, ITEM)
  expect(await town.portal.file(wang.visitor, again, 'r')).toMatchObject({ no: expect.any(String) })
})

test('a list of my matters says what waits for me and why the days stand still', async () => {
  const zhao = await town.citizen('赵示例')
  const no = await town.file(zhao, ITEM)
  const promise = { gaps: ['bank-card'], days: 5, how: 'upload', confirmed: true }
  await town.portal.actOnCase(zhao.visitor, no, { act: 'promise-gap', input: promise }, 'p')
  expect(isRefusal(await town.act('clerk.shantou', no, 'accept-with-gaps', { inOrder: true }))).toBe(false)
  const { items } = (await town.portal.myCases(zhao.visitor)) as { items: readonly object[] }
  expect(items).toMatchObject([{ no, asked: { what: '补交说好以后补的材料', day: '2026-11-30' } }])
  // The office's own limits of single steps are none of the applicant's business, on neither page.
  const mine = await town.applicantsView(no)
  expect(mine.summary).toMatchObject({ asked: { what: '补交说好以后补的材料' } })
  expect(mine.clocks.filter(({ kind }) => kind === 'step' || kind === 'opinion')).toEqual([])
})

test('drafts on a counter are listed for whoever picked them up, until they are filed or given back', async () => {
  const sun = await town.citizen('孙示例')
  const draft = await town.draft(sun, ITEM)
  await town.portal.makePickUpCode(sun.visitor, draft)
  const shown = await town.portal.handover(sun.visitor, draft)
  const code = (shown as { code: { digits: string } }).code.digits
  const { counter } = portalOffice(town)
  const asking = async (who: string) => ({
    ...{ actor: await town.as(who), ip: '::1', requestId: `${who}-1`, reliesOn: [] },
  })
  const idTail = sun.details.idNumber.slice(-4)
  expect(await counter.mine(await asking('clerk.shantou'))).toEqual([])
  expect(codeOf(await counter.pickUp(await asking('clerk.shantou'), { code, idTail }))).toMatchObject({
    id: draft,
  })
  expect(await counter.mine(await asking('clerk.shantou'))).toMatchObject([
    { id: draft, item: ITEM, person: '孙*例' },
  ])
  expect(await counter.mine(await asking('clerk.hall'))).toEqual([])
  expect(await counter.giveBack(await asking('clerk.shantou'), draft)).toEqual({ done: true })
  expect(await counter.mine(await asking('clerk.shantou'))).toEqual([])
})
