import { beforeAll, expect, test } from 'vitest'
import { readText } from '#platform/documents/reading.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { atPhone, inventedId, photo, scan, type AtPhone } from './testing/citizen.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'

// Real: server on a port, PostgreSQL, documents, both web apps in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: '2026-11-23T01:00:00.000Z', listening: true })
  screens = await openScreens()
})

const FATHER = { name: '测试老丁', id: inventedId('1904-03-05', '101'), phone: '19900000101' }
const DAUGHTER = { name: '测试丁', id: inventedId('1909-06-07', '102'), phone: '19900000102' }
const VILLAGE = '山头街道 秋谷村委会'

test('an old man’s daughter applies for the elderly allowance with one paper missing and collects a sealed decision', async () => {
  const daughter = atPhone(await screens.citizen())
  await findsTheMatter(daughter)
  await registers(daughter)
  const no = await applies(daughter)
  expect(no).toBe('x')
})

async function findsTheMatter(daughter: AtPhone): Promise<void> {
  await daughter.open(house.url)
  await screens.looks(daughter.page, 'home')
  await daughter.fill('您要办什么事？', '老人补贴')
  await daughter.page.locator('main').getByRole('search').getByRole('button').click()
  await screens.looks(daughter.page, 'search')
  await daughter.follow('高龄津贴申领')
  await screens.looks(daughter.page, 'guide')
  const guide = await daughter.text()
  for (const paper of ['老人的居民身份证', '户口簿（首页和本人页）', '老人本人的社会保障卡']) expect(guide).toContain(paper)
  expect(guide).toContain('10个工作日')
  await daughter.follow('网上申请')
  await screens.looks(daughter.page, 'before-applying')
}

async function registers(daughter: AtPhone): Promise<void> {
  await daughter.follow('第一次来，注册')
  await daughter.fill('姓名', DAUGHTER.name)
  await daughter.fill('身份证号', DAUGHTER.id)
  await daughter.fill('手机号', DAUGHTER.phone)
  await daughter.fill('账号名', 'daughter')
  await daughter.fill('密码', 'abc')
  await daughter.press('注册并登录')
  await screens.looks(daughter.page, 'register-weak-password')
  expect(await daughter.page.getByLabel('姓名').inputValue()).toBe(DAUGHTER.name)
  await daughter.fill('密码', 'Shiyong-2026!')
  await daughter.press('注册并登录')
  await daughter.press('开始填写')
}

async function applies(daughter: AtPhone): Promise<string> {
  await screens.looks(daughter.page, 'where')
  await daughter.page.getByLabel('这件事属于哪个村或社区').selectOption({ label: VILLAGE })
  await daughter.choose('办好以后怎样拿结果', '电子')
  await daughter.press('下一步')
  await screens.looks(daughter.page, 'where-place')
  return ''
}
