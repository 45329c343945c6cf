import { beforeAll, expect, test } from 'vitest'
import { hidden, Walker } from '../apps/citizen-web/walk.ts'
import { demoForm } from '../apps/server/demo/form-values.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { inventedId } from './testing/citizen.ts'
import { CENTRE, ITEM } from './testing/filing.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, the portal without scripts, the workbench in Chromium. Moved by hand: the clock.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const VILLAGE = '370304004207'
const PERSON = { name: '测试老戊', citizenId: inventedId('1904-03-05', '401'), phone: '19900000401' }

test('an old man who got stuck online goes on at the counter with his code, and what the counter cannot finish he finishes at home', async () => {
  const walker = await registered()
  const code = await begunOnline(walker)
  const clerk = await atDesk(await screens.officer(), house, 'clerk.shantou')
  await picksUp(clerk, code)
  const no = await filesAtTheCounter(clerk)
  await house.settle()
  expect((await walker.get('/my')).html).toContain(no)
  await savesForHim(clerk)
  expect((await walker.get('/my')).html).toContain('接着填')
  expect([screens.faults, house.faults]).toEqual([[], []])
})

async function registered(): Promise<Walker> {
  const walker = new Walker(house.app)
  const csrf = hidden(await walker.get('/register'), 'csrf')
  const account = { login: 'laowu', password: 'Shiyong-2026!' }
  const done = await walker.post('/register', { csrf, to: '/my', ...PERSON, ...account })
  expect(done.location).toBe('/my?registered=1')
  return walker
}

/** As far as the papers; there he asks for a code. */
async function begunOnline(walker: Walker): Promise<string> {
  const csrf = hidden(await walker.get('/my'), 'csrf')
  const begun = await walker.post(`/items/${ITEM}/apply`, { csrf })
  const draft = begun.location!.split('/')[2]!
  await walker.post(`/apply/${draft}/where`, {
    ...{ csrf, region: VILLAGE, acceptPlace: CENTRE, delivery: 'window' },
  })
  const { item } = (await house.house.catalogue.itemInForce(house.onboarded.area, ITEM, '2026-11-23'))!
  const form = demoForm(item.form, PERSON, 1, VILLAGE)
  expect((await walker.post(`/apply/${draft}/form`, { csrf, ...form })).status).toBe(303)
  expect((await walker.post(`/apply/${draft}/counter`, { csrf, then: 'make' })).status).toBe(303)
  const { html } = await walker.get(`/apply/${draft}/counter`)
  return /\d{4} \d{4}(?=<\/p>)/.exec(html)![0]
}

async function picksUp({ page }: AtDesk, code: string): Promise<void> {
  await page.getByRole('link', { name: '窗口收件' }).click()
  await page.getByText('取回网上草稿').click()
  await page.getByLabel('取件码').fill(code)
  await page.getByLabel('身份证号码后四位').fill('0000')
  await page.getByRole('button', { name: '取回，接着办' }).click()
  await page.getByRole('alert').waitFor()
  await screens.officerLooks(page, 'pick-up-wrong')
  await page.getByLabel('身份证号码后四位').fill(PERSON.citizenId.slice(-4))
  await page.getByRole('button', { name: '取回，接着办' }).click()
  await page.getByText(/这是申请人在网上填的草稿/).waitFor()
  expect(await page.getByLabel('老人姓名').inputValue()).toBe(PERSON.name)
  await screens.officerLooks(page, 'picked-up')
}

async function filesAtTheCounter({ page }: AtDesk): Promise<string> {
  for (const paper of ['老人的居民身份证', '老人本人的社会保障卡'])
    await page.getByLabel(`${paper} 原件`).fill('1')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByRole('button', { name: '确认收件', exact: true }).dblclick()
  await page.getByRole('heading', { name: '已收件' }).waitFor()
  return /receipts\/([^/?]+)/.exec(page.url())![1]!
}

async function savesForHim({ page }: AtDesk): Promise<void> {
  await page.goto(`${house.url}/staff/intake/${ITEM}`)
  await page.getByLabel('老人姓名').fill(PERSON.name)
  await page.getByLabel('老人身份证号码').fill(PERSON.citizenId)
  await page.getByRole('button', { name: '存为草稿，让申请人网上接着办' }).click()
  await screens.officerLooks(page, 'save-for-him')
  await page.getByRole('dialog').getByRole('button', { name: '存为草稿' }).click()
  await page.getByText('已存为草稿').waitFor()
}
