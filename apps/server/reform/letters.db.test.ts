import { beforeAll, expect, test } from 'vitest'
import { allInOrder, does, handIn } from '../testing/at-window.ts'
import { demoPerson } from '../demo/people.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import type { Signed } from '../testing/signed.ts'
import { bodyOf, codeOf, write } from './at-the-books.ts'

// Real: the pack of 沂源, database, routes, sessions, due jobs. Moved by hand: the clock.
let house: TestHouse
beforeAll(async () => {
  house = await startHouse({ at: '2026-03-16T01:30:00.000Z', packs: 'yiyuan-2018' })
}, 240_000)

const AREA = '370323'
const ITEM = 'nurse-registration'
const loginOf = (start: string, ending: string): string =>
  house.onboarded.accounts.find(({ login }) => login.startsWith(start) && login.endsWith(ending))!.login
const as = (start: string, ending: string): Promise<Signed> => house.as(loginOf(start, ending))

/** A nurse's matter, ready for the decision of the health bureau. */
async function reviewed(no: number): Promise<string> {
  const clerk = await as('yiyuan.clerk4', 'hall')
  const { item } = (await house.house.catalogue.itemInForce(AREA, ITEM, '2026-03-16'))!
  const towns = bodyOf<{ regions: { children: { code: string }[] }[] }>(await clerk.call('GET', '/regions'))
  const region = towns.regions[0]!.children[0]!.code
  const place = clerk.session.post.place
  const found = await handIn(house, clerk, { item: ITEM, person: demoPerson(no), place, region })
  expect(await does(clerk, found, 'accept', { checklist: allInOrder(item) })).toBe('accepted')
  const review = { opinion: 'grant', text: '材料齐全，符合条件。' }
  expect(await does(await as('yiyuan.reviewer', 'health'), found, 'review', review)).toBe('reviewed')
  return found
}

test('a representative in the hall decides within the signed letter in force; the rest goes to the department', async () => {
  const organiser = await as('yiyuan.organiser', '')
  const approver = await as('yiyuan.approver', 'health')
  const grant = async (no: string) =>
    codeOf(
      await (
        await as('yiyuan.approver', 'health')
      ).call('POST', `/cases/${no}/acts/grant`, { input: { conclusion: '准予注册' } }),
    )
  const { post } = approver.session
  const letter = {
    ...{ body: 'health', post: post.id, from: '2026-03-16', to: '2026-03-20', document: '沂卫授〔2026〕1号' },
    items: ['doctor-registration'],
  }
  const [first, second, third] = [await reviewed(31), await reviewed(32), await reviewed(33)]
  // The department's own approver needs no letter.
  expect(await grant(first!)).toBeUndefined()

  const other = await write(organiser, 'authorisation', 'sign', { ...letter, items: [await otherItem()] })
  const beyond = await approver.call('POST', `/cases/${second}/acts/grant`, {
    input: { conclusion: '准予注册' },
  })
  expect(beyond.body).toMatchObject({ code: 'letter-not-covering', basis: 'YY-1.2.2-08' })
  await organiser.call('POST', `/books/authorisation/entries/${other}/acts/end`, {
    input: { reason: '重新授权' },
  })
  await write(organiser, 'authorisation', 'sign', { ...letter, items: [ITEM], document: '沂卫授〔2026〕2号' })
  expect(await offered(second!)).toContain('grant')
  expect(await grant(second!)).toBeUndefined()

  house.clock.set('2026-03-23T01:30:00.000Z')
  await house.settle()
  const late = await (
    await as('yiyuan.approver', 'health')
  ).call('POST', `/cases/${third}/acts/grant`, {
    input: { conclusion: '准予注册' },
  })
  expect(late.body).toMatchObject({
    code: 'letter-expired',
    detail: expect.stringContaining(
      '（沂卫授〔2026〕2号）已于2026-03-20到期，不能在窗口决定。请转由部门决定',
    ),
  })
  // It is no button either.
  expect(await offered(third!)).not.toContain('grant')
})

/** The buttons of the health bureau's approver. */
async function offered(no: string): Promise<string[]> {
  const reply = await (await as('yiyuan.approver', 'health')).call('GET', `/cases/${no}/allowed`)
  return bodyOf<{ allowed: { act: string }[] }>(reply).allowed.map(({ act }) => act)
}

async function otherItem(): Promise<string> {
  const items = await house.house.catalogue.itemsInForce(AREA, '2026-03-16')
  return items.find(({ item }) => item.id !== ITEM && item.decidingBody.kind === 'body')!.item.id
}
