import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { book, entryDetail, entryList } from './testing/canned-books.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const SIGNED = { 'GET /session': session('power-registrar') }
const CANNED = {
  ...SIGNED,
  'GET /books': { items: [book, { ...book, book: 'notices', title: '清单公告', waiting: 0 }] },
  'GET /books/entrustment': entryList,
  'GET /books/entrustment/entries/b1': entryDetail,
}

test('an entry is begun from its book: questions with names to choose from, then its page', async () => {
  await at.go('/staff/books', {
    ...CANNED,
    'POST /books/entrustment/begin/propose': { id: 'b1', state: 'proposed', version: 1 },
  })
  await at.page.getByRole('link', { name: '委托受理协议' }).click()
  await at.page.getByRole('button', { name: '登记协议' }).click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '登记协议' }).click()
  await dialog.getByRole('link', { name: /起始日/ }).waitFor()
  await dialog.getByText('烟草专卖零售许可').click()
  await dialog.getByText('示例镇便民服务中心').click()
  await dialog.getByLabel('起始日').fill('2026-12-01')
  await dialog.getByLabel('理由').fill('部门只有一项事项')
  await dialog.getByLabel('派驻人数').fill('2')
  await dialog.getByRole('button', { name: '登记协议' }).click()
  await at.page.getByRole('heading', { name: '烟草专卖零售许可委托协议' }).waitFor()
  expect(at.server.received.at(-1)?.body).toEqual({
    input: {
      ...{ item: 'tobacco', places: ['centre'], from: '2026-12-01', ground: '部门只有一项事项', staff: 2 },
    },
  })
})

test('an act on an entry keeps what was typed when it is refused, and says why', async () => {
  await at.go('/staff/books/entrustment/b1', {
    ...CANNED,
    'POST /books/entrustment/entries/b1/acts/refuse': refused(
      'book-own-hand',
      '这一条是您经手写的，要由另一个人来审。',
    ),
  })
  await at.page.getByRole('button', { name: '不批准' }).click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('协议没有写明期限')
  await dialog.getByRole('button', { name: '不批准' }).click()
  await dialog.getByRole('button', { name: '确认不批准' }).click()
  await dialog.getByText('这一条是您经手写的').waitFor()
  expect(await dialog.getByLabel('原因').inputValue()).toBe('协议没有写明期限')
})

test.each(['/staff/books', '/staff/books/entrustment', '/staff/books/entrustment/b1'])(
  '%s is clean under axe and fits a phone',
  async (path) => {
    await at.open(path, CANNED)
    expect(await at.page.locator('h1').count()).toBe(1)
    await at.looksWell()
  },
)
