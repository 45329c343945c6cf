import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { refused, type Canned } from './testing/canned-server.ts'
import {
  alerts,
  attempts,
  findings,
  gaps,
  importedNow,
  imports,
  indicatorCases,
  indicators,
  reengineering,
} from './testing/canned-supervision.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const USUAL: Canned = {
  'GET /session': session('supervisor'),
  'GET /indicators': indicators,
  'GET /indicators/on-time-rate/cases': indicatorCases,
  'GET /alerts': alerts,
  'GET /attempts': attempts,
  'GET /findings': findings,
  'GET /imports': imports,
  'GET /gaps': gaps,
  'GET /reengineering': reengineering,
}

const open = (replies: Canned = {}, path = '/staff/supervision') => at.open(path, { ...USUAL, ...replies })

const tab = (name: string) => at.page.getByRole('tab', { name }).click()

describe('supervision is clean under axe and fits its screen', () => {
  const nothing = async () => {}
  const empty = { items: [], counts: { red: 0, yellow: 0, near: 0 } }
  const fault = refused('fault', '系统出了故障，您的内容没有丢失。请稍后再试；仍不行请联系窗口。', 500)
  test.each<[string, Canned, () => Promise<void>]>([
    ['indicators', {}, () => at.page.getByText('怎么算的').first().click()],
    ['indicators that cannot be read', { 'GET /indicators': fault }, nothing],
    [
      'the cases of a number',
      {},
      async () => {
        await at.page.getByRole('button', { name: '按时办结率：按时办结的 11 件' }).click()
        await at.page.getByText('审查环节超时').waitFor()
      },
    ],
    [
      'a number with nothing behind it',
      { 'GET /indicators/on-time-rate/cases': { items: [] } },
      async () => {
        await at.page.getByRole('button', { name: '按时办结率：没有按时的 1 件' }).click()
        await at.page.getByText('期内没有这样的办件。').waitFor()
      },
    ],
    ['alerts', {}, () => tab('预警')],
    ['no alerts', { 'GET /alerts': empty }, () => tab('预警')],
    ['attempts', {}, () => tab('越权记录')],
    ['no attempts', { 'GET /attempts': { items: [] } }, () => tab('越权记录')],
    ['stuck cases', {}, () => tab('卡住的办件')],
    [
      'no stuck cases',
      { 'GET /gaps': { items: [], counts: [], checkedAt: gaps.checkedAt, openCases: 0 } },
      () => tab('卡住的办件'),
    ],
    [
      'findings with their evidence',
      {},
      async () => {
        await tab('超权限·超时限·逆程序')
        await at.page.getByText('看证据（2）').click()
        await at.page.getByText('受理信息：accept.csv第3行').waitFor()
      },
    ],
    ['files that were brought in', {}, () => tab('数据导入监督')],
    ['versions side by side', {}, () => tab('流程再造对照')],
    ['no second version', { 'GET /reengineering': { items: [] } }, () => tab('流程再造对照')],
    ['a period of one’s own', {}, () => at.page.getByText('自选').click()],
  ])('%s', async (_title, replies, go) => {
    await open(replies)
    await go()
    for (const width of [1280, 390]) {
      await at.page.setViewportSize({ width, height: 800 })
      await at.page.getByText('正在读取…').first().waitFor({ state: 'detached' })
      expect(await axeViolations(at.page), `${width} px`).toEqual([])
      expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      )
    }
  })
})

test('a number opens its cases by keyboard alone, a case opens from there, and Escape leads back', async () => {
  await open()
  const door = at.page.getByRole('button', { name: '按时办结率：按时办结的 11 件' })
  await door.focus()
  await at.page.keyboard.press('Enter')
  const drawer = at.page.getByRole('dialog')
  await drawer.getByText('高龄津贴认定').waitFor()
  expect(await drawer.getByRole('link', { name: '高龄津贴认定' }).getAttribute('href')).toBe(
    `/staff/cases/${CASE_NO}`,
  )
  expect(await at.taken(drawer)).toBe(
    '/api/v1/indicators/on-time-rate/cases/export?from=2026-11-01&to=2026-11-30&part=numerator&format=xlsx',
  )
  await at.page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(await door.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
})

test('period and place stand in the address and in what is asked', async () => {
  const asked: string[] = []
  await open({
    'GET /indicators': (request: { url: string }) => {
      asked.push(request.url)
      return indicators
    },
  })
  await at.page.getByText('自选').click()
  await at.page.getByLabel('截止日').fill('2026-10-01')
  await at.page.getByText('起始日不能晚于截止日，请改一个。').waitFor()
  await at.page.getByLabel('起始日').fill('2026-09-01')
  await at.page.waitForURL(/from=2026-09-01/)
  await at.page.getByLabel('场所').click()
  await at.page.getByText('示例镇便民服务中心', { exact: true }).last().click()
  await at.page.waitForURL(/place=centre-1/)
  await at.page.getByText('正在读取…').first().waitFor({ state: 'detached' })
  expect(asked.at(-1)).toContain('from=2026-09-01&to=2026-10-01&place=centre-1&by=place')
})

test('a director has no list of attempts and no place to choose', async () => {
  await open({ 'GET /session': session('director') })
  await at.page.getByText('您看到的是本场所的数据。').waitFor()
  expect(await at.page.getByRole('tab').allTextContents()).toEqual([
    '指标',
    '预警',
    '卡住的办件',
    '超权限·超时限·逆程序',
    '流程再造对照',
  ])
  expect(await at.page.getByLabel('场所').count()).toBe(0)
})

test('a poor rating that was not handled in time is listed under its rate and opens from there', async () => {
  await open()
  await at.page.getByText('没有按期处理的差评，共1条').click()
  const link = at.page.getByRole('link', { name: /最迟应于2026年11月18日处理/ })
  expect(await link.getAttribute('href')).toBe('/staff/rectifications/01900000-0000-7000-8000-0000000000aa')
  // Its numbers are no cases and open none.
  expect(await at.page.getByRole('button', { name: /差评回访整改率/ }).count()).toBe(0)
  expect(await axeViolations(at.page)).toEqual([])
})

test('SUP-06 a finding opens to its evidence by keyboard; an own case opens from there, a reported one has no page here', async () => {
  await open()
  await tab('超权限·超时限·逆程序')
  await at.page.getByText('权责清单里没有这项权力').waitFor()
  const evidence = at.page.getByLabel('看证据：IMP-2，超权限')
  await evidence.focus()
  await at.page.keyboard.press('Enter')
  await at.page.getByText('示例区行政审批服务局').waitFor()
  expect(await at.page.getByRole('link', { name: '食品经营许可' }).count()).toBe(0)
  expect(await at.page.getByRole('link', { name: '高龄津贴认定' }).getAttribute('href')).toBe(
    `/staff/cases/${CASE_NO}`,
  )
  await at.page.getByText('超时限 1', { exact: true }).click()
  expect(await at.taken()).toContain('rule=over-limit')
})

test('SUP-06 a file is brought in and its bad lines are named by number', async () => {
  await open({ 'POST /imports': importedNow })
  await tab('数据导入监督')
  const csv = { name: 'accept.csv', mimeType: 'text/csv', buffer: Buffer.from('projectNo,acceptDate') }
  await at.page.getByLabel('选择文件').setInputFiles(csv)
  await at.page.getByText('受理信息第8行：“受理时间”不是日期或时间。').first().waitFor()
  expect(at.server.received.at(-1)).toMatchObject({ call: 'POST /imports' })
  expect(await axeViolations(at.page)).toEqual([])
})

test('a file that cannot be read says so and leaves the list as it was', async () => {
  await open({
    'POST /imports': refused('import-columns-unknown', '认不出这是哪一类数据。请核对表头后再上传。'),
  })
  await tab('数据导入监督')
  const csv = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名') }
  await at.page.getByLabel('选择文件').setInputFiles(csv)
  await at.page.getByText('认不出这是哪一类数据').waitFor()
  expect(await at.page.getByText('accept.csv').count()).toBe(1)
})
