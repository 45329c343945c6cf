import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'
import { refused, type Canned } from './testing/canned-server.ts'
import { payment, stations } from './testing/canned-stations.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const agent: Canned = { 'GET /session': session('village-agent'), ...stations }
const clerk: Canned = { ...stations, 'GET /session': session('window-clerk') }
const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

describe('every page of a station is clean under axe and fits its screen', () => {
  const pages: [string, string, Canned, () => Promise<unknown>][] = [
    ['certificates', '/staff/certificates', agent, async () => {}],
    ['kinds', '/staff/certificates/new', agent, () => at.page.getByText('开这种证明').waitFor()],
    [
      'nothing on the list',
      '/staff/certificates/new',
      { ...agent, 'GET /certificates/types': { items: [], never: [], issuesHere: true } },
      () => at.page.getByText('还没有公布出具证明事项清单').waitFor(),
    ],
    ['asking, with errors', '/staff/certificates/new?type=land-contract', agent, () => press('登记申请')],
    ['one that waits', '/staff/certificates/c1', agent, () => press('登记核实情况')],
    [
      'one that was given',
      '/staff/certificates/c2',
      agent,
      () => at.page.getByText('370304-7K3M-QX9T-PA4C').waitFor(),
    ],
    ['bills', '/staff/utilities', clerk, () => at.page.getByText('电费 2026-11-22').waitFor()],
  ]
  test.each(pages)('%s', async (_title, path, replies, go) => {
    await at.open(path, replies, 'phone')
    await go()
    for (const width of [360, 1280]) {
      await at.page.setViewportSize({ width, height: 800 })
      expect(await axeViolations(at.page), `${width} px`).toEqual([])
      expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      )
    }
  })
})

test('a certificate is asked for by keyboard alone, beside what is known of the person', async () => {
  await at.open('/staff/certificates', agent)
  const { keyboard } = at.page
  await at.page.getByRole('button', { name: '登记一份申请' }).focus()
  await keyboard.press('Enter')
  await at.page.getByRole('link', { name: '开这种证明：家庭承包土地情况证明' }).focus()
  await keyboard.press('Enter')
  await at.page.getByLabel('姓名').focus()
  for (const typed of ['测试甲', '370304190001010013', '19900000001', '土地纠纷起诉']) {
    await keyboard.insertText(typed)
    await keyboard.press('Tab')
  }
  await at.page.getByRole('button', { name: '查一查' }).focus()
  await keyboard.press('Enter')
  await at.page.getByText('出版物经营许可证').waitFor()
  await at.page.getByLabel('做什么用、交给谁').focus()
  await keyboard.press('Enter')
  await at.page.getByRole('heading', { name: '家庭承包土地情况证明' }).waitFor()
  await at.page.getByText('承包五亩地').waitFor()
  expect(new URL(at.page.url()).pathname).toBe('/staff/certificates/c1')
})

describe('a bill at the counter', () => {
  async function lookUp(replies: Canned) {
    await at.open('/staff/utilities', replies)
    await at.page.getByText('水费', { exact: true }).first().click()
    await at.page.getByLabel('户号').fill('37030412')
    await at.page.keyboard.press('Enter')
  }
  test('is looked up, paid once and receipted', async () => {
    await lookUp(agent)
    const heading = at.page.getByRole('heading', { name: '水费欠86.40元' })
    await heading.waitFor()
    expect(await at.page.evaluate<string>('document.activeElement.textContent')).toBe('水费欠86.40元')
    await press('已收到86.40元，缴费')
    await at.page.getByText('已经入账').waitFor()
    const receipt = at.page.getByRole('status').getByRole('link', { name: '打印收据（PDF）' })
    expect(await receipt.getAttribute('href')).toContain('/utilities/payments/p1/receipt')
    await press('办下一笔')
    expect(await at.page.getByLabel('户号').inputValue()).toBe('')
  })
  test.each([
    [
      'nothing is owed',
      'POST /utilities/owed',
      refused('utility-nothing-owed', '这个户号目前没有欠费。'),
      '目前没有欠费',
    ],
    [
      'the supplier is down',
      'POST /utilities/owed',
      refused('utility-gateway-down', '缴费系统暂时没有回应，没有收费。'),
      '没有收费',
    ],
  ])('%s', async (_title, request, reply, said) => {
    await lookUp({ ...agent, [request]: reply })
    await at.page.getByRole('alert').getByText(said).waitFor()
    expect(await at.page.getByRole('button', { name: '缴费' }).count()).toBe(0)
  })
  test('that is still on its way, or was not taken, says what to do with the money', async () => {
    const PAYMENT = 'GET /books/utility-payment/entries/p1'
    await lookUp({ ...agent, [PAYMENT]: payment('ordered') })
    await press('已收到86.40元，缴费')
    await at.page.getByText('不会重复扣费').waitFor()
    await lookUp({ ...agent, [PAYMENT]: payment('failed', '账单已经缴清') })
    await press('已收到86.40元，缴费')
    await at.page.getByText('没有缴成，请把钱退给群众').waitFor()
    await at.page.getByText('账单已经缴清').waitFor()
    expect(await at.page.getByRole('status').getByRole('link').count()).toBe(0)
  })
  test('is not sent without a kind and an account number', async () => {
    await at.open('/staff/utilities', agent)
    await press('查欠费')
    await at.page.getByRole('alert').getByText('请选择费用种类').first().waitFor()
    expect(await at.page.getByRole('heading', { level: 3 }).count()).toBe(0)
  })
})
