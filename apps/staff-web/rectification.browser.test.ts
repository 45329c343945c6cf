import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'
import {
  anonymousRating,
  closedRating,
  POOR,
  poorRating,
  poorRatingDetail,
  poorRatings,
} from './testing/canned-rectification.ts'
import { refused, type Canned } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const bench = atWorkbench({ launchBrowser, visitor, axeViolations })
const { looksWell } = bench
const ONE = `/staff/rectifications/${POOR}`
const DETAIL = `GET /rectifications/${POOR}`
const VERIFY = `POST /rectifications/${POOR}/acts/verify`
const FAULT = refused('fault', '系统出了故障，您的内容没有丢失。请稍后再试；仍不行请联系窗口。', 500)

const USUAL: Canned = {
  'GET /session': session('director'),
  'GET /rectifications': poorRatings,
  [DETAIL]: poorRatingDetail,
}

const open = (path: string, replies: Canned = {}) => bench.open(path, { ...USUAL, ...replies })
const dialog = () => bench.page.getByRole('dialog')

describe('poor ratings are clean under axe and fit their screen', () => {
  test.each<[string, string, Canned, string]>([
    ['the list', '/staff/rectifications', {}, '已超期2个工作日'],
    [
      'nothing to do',
      '/staff/rectifications',
      { 'GET /rectifications': { items: [] } },
      '现在没有等您处理的差评。',
    ],
    ['a list that cannot be read', '/staff/rectifications', { 'GET /rectifications': FAULT }, '系统出了故障'],
    ['one to verify', ONE, {}, '联系核实期限'],
    ['an anonymous one', ONE, { [DETAIL]: anonymousRating }, '匿名，系统不显示是谁、是哪个办件。'],
    ['one that is over', ONE, { [DETAIL]: closedRating }, '这条差评已经处理完，不用再办。'],
    [
      'one that is not there',
      ONE,
      { [DETAIL]: refused('rectification-not-found', '没有找到这条差评，或者它不归您的岗位处理。', 404) },
      '没有找到这条差评',
    ],
  ])('%s', async (_, path, replies, shown) => {
    await open(path, replies)
    await bench.page.getByText(shown).first().waitFor()
    expect(await bench.page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await looksWell()
  })
})

test('the list says what is due, leads to the rating, and remembers what was chosen in the address', async () => {
  await open('/staff/rectifications')
  const { page } = bench
  await page.getByRole('link', { name: '差评整改' }).waitFor()
  const rows = page.getByRole('list', { name: '差评，按到期先后' }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(3)
  expect(await rows.first().textContent()).toContain('由示例区政务服务中心处理')
  await page.getByText('含已办结').click()
  await page.waitForURL(/queue=all/)
  await rows.nth(1).getByRole('link').click()
  await page.waitForURL(new RegExp(POOR))
  await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
})

test('an act is asked by its form: what is missing is named, what was typed stays after a refusal, and one press is sent', async () => {
  const refusal = refused('mistake-needs-rater', '误评要由评价人本人确认。请先联系上评价人。', 409)
  await open(ONE, { [VERIFY]: refusal })
  const { page, server } = bench
  await bench.press('登记核实')
  await dialog().waitFor()
  await looksWell()
  await bench.confirm('登记核实')
  await dialog().getByText('核实结论').first().waitFor()
  expect(await dialog().getByRole('alert').first().textContent()).toContain('核实')
  await bench.choose('核实结论', '误评')
  await bench.choose('联系评价人', '没有联系上')
  await dialog().getByRole('textbox').fill('窗口没有一次说清材料')
  await bench.confirm('登记核实')
  await dialog().getByText('误评要由评价人本人确认。').waitFor()
  expect(await dialog().getByRole('textbox').inputValue()).toBe('窗口没有一次说清材料')
  const reviewed = { ...poorRating, state: 'appeal-review' as const, stateText: '待复核', version: 2 }
  server.replies = {
    ...USUAL,
    [VERIFY]: { id: POOR, state: 'appeal-review', version: 2 },
    [DETAIL]: { ...poorRatingDetail, summary: reviewed, finding: '误评', allowed: [] },
  }
  await bench.choose('联系评价人', '已电话联系')
  await bench.confirm('登记核实')
  await page.getByText('“登记核实”已办好。').waitFor()
  await page.getByText('当前岗位现在不能办理这一步。').waitFor()
  expect(await bench.focused()).toBe('现在该做什么')
  const sent = server.received.filter(({ call }) => call === VERIFY)
  expect(sent.map(({ body }) => body)).toEqual([
    { version: 1, input: { contact: 'not-reached', finding: 'mistaken', text: '窗口没有一次说清材料' } },
    { version: 1, input: { contact: 'by-phone', finding: 'mistaken', text: '窗口没有一次说清材料' } },
  ])
})

test('the phone is shown for a stated reason and hidden again; a supervisor who does not call is not offered it', async () => {
  const reveal = `POST /rectifications/${POOR}/reveal`
  await open(ONE, { [reveal]: { name: '张示例', phone: '19900000001' } })
  const { page, server } = bench
  await bench.press('查看联系方式')
  await dialog().getByLabel('为什么要看').fill('电话核实情况')
  await looksWell()
  await bench.confirm('记录并查看')
  await page.getByText('张示例 19900000001').waitFor()
  expect(server.received.find(({ call }) => call === reveal)!.body).toEqual({ reason: '电话核实情况' })
  await bench.press('收起联系方式')
  await page.getByText('张示例').waitFor({ state: 'detached' })
  server.replies = { ...USUAL, [DETAIL]: { ...poorRatingDetail, allowed: [] } }
  await page.reload()
  await page.getByText('张**').waitFor()
  expect(await page.getByRole('button', { name: '查看联系方式' }).count()).toBe(0)
})
