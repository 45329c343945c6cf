import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { refused } from './testing/canned-server.ts'
import { fillApplication } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

test('pressing twice files once, with one request id and the answers in one form', async () => {
  let answer = (_reply: unknown) => {}
  const pending = new Promise((resolve) => (answer = resolve))
  await open('/staff/intake/elderly-allowance', { 'POST /cases': () => pending })
  await fillApplication(at.page)
  await press('下一步：核对')
  await at.page.getByRole('button', { name: '确认收件' }).dblclick()
  answer({ no: CASE_NO, version: 1 })
  await at.page.getByRole('heading', { name: '已收件' }).waitFor()
  expect(at.server.received).toHaveLength(1)
  expect(at.server.received[0]).toMatchObject({
    csrf: 'token-1',
    body: {
      item: 'elderly-allowance',
      itemVersion: 2,
      region: '370304101000',
      acceptPlace: 'centre-1',
      delivery: 'window',
      form: { phone: '19900000001', living: 'family', agent: 'no' },
      materials: [{ material: 'id-card', files: [], paperOriginals: 1, paperCopies: 0 }],
    },
  })
  expect(at.server.received[0]!.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
})

test('a refused filing keeps every answer and is filed again under the same request id', async () => {
  const no = refused('item-not-offered-here', '这个事项不在所选场所办理。请在指南的“去哪办”里换一个场所。')
  await open('/staff/intake/elderly-allowance', { 'POST /cases': no })
  await fillApplication(at.page)
  await press('下一步：核对')
  await press('确认收件')
  await at.page.getByText(no.detail).waitFor()
  await press('返回修改')
  // The keyboard goes on at the heading of the step it came to.
  const focusedId = () => at.page.evaluate<string>('document.activeElement.id')
  await expect.poll(focusedId).toBe('fill-title')
  expect(await at.page.getByLabel('申请人姓名').inputValue()).toBe('测试甲')
  expect(await at.page.getByLabel('居民身份证 原件').inputValue()).toBe('1')
  await press('下一步：核对')
  await expect.poll(focusedId).toBe('check-title')
  at.server.replies['POST /cases'] = { no: CASE_NO, version: 1 }
  await press('确认收件')
  await at.page.getByRole('heading', { name: '已收件' }).waitFor()
  expect(new Set(at.server.received.map(({ requestId }) => requestId)).size).toBe(1)
})

test('the first question has the focus, one press fills in what was brought, and the receipt leads on to acceptance', async () => {
  await open('/staff/intake/elderly-allowance')
  await expect
    .poll(() =>
      at.page.evaluate<boolean>('document.activeElement === document.querySelector("form.stack input")'),
    )
    .toBe(true)
  const counts = () =>
    at.page.locator('.count input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(new Set(await counts())).toEqual(new Set(['0']))
  await press('材料都收齐')
  await at.page.getByText(/已按要求的份数填好\d+样，不一样的请改。/).waitFor()
  expect(await counts()).toContain('1')
  await open(`/staff/receipts/${CASE_NO}`)
  const on = at.page.getByRole('button', { name: '去受理' })
  await on.waitFor()
  await expect.poll(() => at.page.evaluate<string>('document.activeElement.textContent')).toBe('去受理')
  await on.click()
  await at.page.waitForURL(new RegExp(`/cases/${CASE_NO}`))
})

test('Enter in the search opens the first matter that shows', async () => {
  await open('/staff/intake')
  const search = at.page.getByRole('searchbox')
  await search.press('Enter')
  await search.fill('高龄')
  const first = at.page.locator('.item-line a').first()
  const name = await first.innerText()
  await expect
    .poll(async () => {
      if (at.page.url().endsWith('/staff/intake')) await search.press('Enter')
      return at.page.getByRole('heading', { level: 1 }).innerText()
    })
    .toBe(name)
})

test('an uploaded file belongs to its material', async () => {
  const file = {
    id: 'file-1',
    name: '身份证.png',
    size: 2048,
    mediaType: 'image/png',
    url: '/canned/paper.png',
  }
  await open('/staff/intake/elderly-allowance', { 'POST /files': file })
  await fillApplication(at.page)
  await at.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await at.page.getByRole('link', { name: '身份证.png' }).waitFor()
  await press('下一步：核对')
  await at.page.getByText('原件1份，电子文件1个').waitFor()
  await press('确认收件')
  await at.page.getByRole('heading', { name: '已收件' }).waitFor()
  expect(at.server.received.at(-1)!.body).toMatchObject({
    materials: [{ material: 'id-card', files: ['file-1'] }],
  })
})

test('a name that differs from the one on record is a warning beside it, and holds nobody up', async () => {
  await open('/staff/intake/elderly-allowance', { 'POST /applicants/name-check': { differs: true } })
  await fillApplication(at.page)
  await at.page.getByText('与登记的姓名不一致，请核对证件').waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  await press('下一步：核对')
  await at.page.getByText('证件、证照没有错的，照常收件。').waitFor()
  await press('确认收件')
  await at.page.getByRole('heading', { name: '已收件' }).waitFor()
})

test('another name takes the warning away until it is looked at in turn', async () => {
  const replies = {
    'POST /applicants/name-check': ({ body }: { body: { name: string } }) => ({
      differs: body.name === '测试甲',
    }),
  }
  await open('/staff/intake/elderly-allowance', replies)
  await fillApplication(at.page)
  const warning = at.page.getByText('与登记的姓名不一致，请核对证件')
  await warning.waitFor()
  await at.page.getByLabel('申请人姓名').fill('测试乙')
  await warning.waitFor({ state: 'detached' })
  await at.page.getByLabel('手机号码').focus()
  await press('下一步：核对')
  await at.page.getByRole('button', { name: '确认收件' }).waitFor()
  expect(await warning.count()).toBe(0)
})
