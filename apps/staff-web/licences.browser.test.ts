import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { licenceDetail, licenceList, LICENCE_NO, threatened } from './testing/canned-licences.ts'
import { session } from './testing/canned-office.ts'
import { refused, type Canned } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const bench = atWorkbench({ launchBrowser, visitor, axeViolations })
const { looksWell } = bench
const PATH = `/licences/${encodeURIComponent(LICENCE_NO)}`
const ONE = `/staff${PATH}`
const DETAIL = `GET ${PATH}`
const CANCEL = `POST ${PATH}/acts/cancel`

const USUAL: Canned = {
  'GET /session': session('approver'),
  'GET /licences': licenceList,
  [DETAIL]: licenceDetail,
}

const open = (path: string, replies: Canned = {}) => bench.open(path, { ...USUAL, ...replies })
const dialog = () => bench.page.getByRole('dialog')

describe('the register of licences is clean under axe and fits its screen', () => {
  test.each<[string, string, Canned, string]>([
    ['the list', '/staff/licences', {}, '已过有效期'],
    ['nothing found', '/staff/licences', { 'GET /licences': { items: [] } }, '没有找到这样的证照。'],
    ['one in force', ONE, {}, '持证人申请'],
    ['one that may be revoked', ONE, { [DETAIL]: threatened }, '陈述申辩期限'],
    [
      'one that is not there',
      ONE,
      { [DETAIL]: refused('licence-not-found', '没有找到这本证照。请核对证照编号。', 404) },
      '没有找到这本证照',
    ],
  ])('%s', async (_, path, replies, shown) => {
    await open(path, replies)
    await bench.page.getByText(shown).first().waitFor()
    expect(await bench.page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await looksWell()
  })
})

test('the list is filtered in its address, exported with it, and leads to the licence', async () => {
  await open('/staff/licences?state=valid&within=60')
  const { page } = bench
  await page.getByRole('link', { name: '证照台账' }).waitFor()
  // Whoever asks what runs out soon reads it in that order, and the head of the column says so.
  const rows = page.getByRole('list', { name: '证照，最先到期的在前' }).getByRole('listitem')
  await rows.first().waitFor()
  await page.getByText('有效期（先到期的在前）').waitFor()
  expect(await rows.count()).toBe(4)
  expect(await bench.taken()).toBe('/api/v1/licence-register/export?state=valid&within=60&format=xlsx')
  await rows.first().getByRole('link').click()
  await page.getByRole('heading', { name: '现在可以办什么' }).waitFor()
  expect(page.url()).toContain(encodeURIComponent(LICENCE_NO))
})

test('cancelling asks for ground and facts, and a refusal leaves what was typed', async () => {
  const refusal = refused('cancel-ground-other', '这种情形不适合这本证照现在的状态或者持证人。', 409)
  await open(ONE, { [CANCEL]: refusal })
  const { server } = bench
  await bench.press('办理注销')
  await dialog().waitFor()
  await looksWell()
  await dialog().getByRole('button', { name: '办理注销' }).click()
  expect(server.received).toEqual([])
  await dialog().getByText('有效期届满未延续').click()
  await dialog().getByLabel('查明的事实').fill('有效期届满，持证人没有申请延续')
  await dialog().getByRole('button', { name: '办理注销' }).click()
  await dialog().getByRole('button', { name: '确认办理注销' }).click()
  await dialog().getByText('这种情形不适合这本证照').waitFor()
  expect(server.received.at(-1)).toMatchObject({
    call: CANCEL,
    body: { version: 1, input: { ground: 'not-renewed', conclusion: '有效期届满，持证人没有申请延续' } },
  })
})

test('a paper that is still being made comes by itself, without the page being asked for again', async () => {
  const making = [{ id: 'paper-1', title: '拟处理告知书', at: threatened.papers[0]!.at }]
  let asked = 0
  await open(ONE, {
    [DETAIL]: () => {
      asked += 1
      return asked === 1 ? { ...threatened, papers: [], making } : threatened
    },
  })
  const { page } = bench
  await page.getByText('正在生成').waitFor()
  await page.getByRole('link', { name: '拟处理告知书（PDF）' }).waitFor()
  expect(asked).toBe(2)
})
