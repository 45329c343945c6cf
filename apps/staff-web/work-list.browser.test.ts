import { expect, test } from 'vitest'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { worklist } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const [late, today, later] = worklist.map((one): CaseSummary => ({ ...one, claimable: true })) as [
  CaseSummary,
  CaseSummary,
  CaseSummary,
]
const CASES = { 'GET /cases': { items: [late, today, later] } }
const box = (summary: CaseSummary) =>
  at.page.getByRole('checkbox', {
    name: `选中：${summary.itemName}，${summary.applicant}，尾号${summary.no.slice(-5)}`,
  })
const button = (name: string) => at.page.getByRole('button', { name, exact: true })

test('what is urgent stands in parts of its own, the most urgent first, and each part is a list with a name', async () => {
  await at.open('/staff/cases', CASES)
  expect(await at.page.locator('.list-section').allTextContents()).toEqual([
    '已超期，先办这些',
    '今天到期，今天办完',
    '还有时间',
  ])
  const first = at.page.getByRole('list', { name: '办件，先到期的在前：已超期，先办这些' })
  expect(await first.getByRole('listitem').count()).toBe(1)
  await at.looksWell()
})

test('several are claimed with one press, each by a request of its own, and taken back with one', async () => {
  await at.open('/staff/cases', CASES)
  for (const one of [late, today]) {
    at.server.replies[`POST /cases/${one.no}/acts/claim`] = { no: one.no, state: one.state, version: 4 }
    at.server.replies[`POST /cases/${one.no}/acts/release`] = { no: one.no, state: one.state, version: 5 }
    await box(one).check()
  }
  await at.page.getByText('已选2件').waitFor()
  await at.looksWell()
  await button('认领2件').click()
  await at.page.getByText('已认领2件').waitFor()
  await button('撤销').click()
  await at.page.getByText('已放回待办2件').waitFor()
  const calls = at.server.received.map(({ call }) => call)
  expect(calls).toEqual(
    ['claim', 'release'].flatMap((act) => [late, today].map(({ no }) => `POST /cases/${no}/acts/${act}`)),
  )
  expect(new Set(at.server.received.map(({ requestId }) => requestId)).size).toBe(4)
})

test('a case somebody else was faster with is told with the reason, the others are claimed', async () => {
  await at.open('/staff/cases', CASES)
  at.server.replies[`POST /cases/${late.no}/acts/claim`] = refused(
    'claimed-by-other',
    '这个办件已由同事认领。',
  )
  at.server.replies[`POST /cases/${today.no}/acts/claim`] = { no: today.no, state: today.state, version: 4 }
  await at.page.getByRole('checkbox', { name: '全选这3件' }).check()
  await button('取消选择').click()
  for (const one of [late, today]) await box(one).check()
  await button('认领2件').click()
  const told = at.page.getByText(`已认领：${today.itemName}；1件没有办成：这个办件已由同事认领。`)
  await told.waitFor()
  expect(await told.isVisible()).toBe(true)
})

test('a director gives several to one colleague, and what may not be given is named and stays', async () => {
  const to = {
    ...{ name: 'to', label: '交给谁', type: 'choice', required: true },
    options: [{ value: 'post-2', label: '演示窗口06（综合窗口）' }],
  }
  const assign = { act: 'assign', title: '指派', tone: 'normal', input: {}, fields: [to] }
  await at.open('/staff/all', { ...CASES, 'GET /session': session('director') })
  at.server.replies[`GET /cases/${late.no}/allowed`] = { version: 3, allowed: [assign] }
  at.server.replies[`GET /cases/${today.no}/allowed`] = { version: 3, allowed: [] }
  at.server.replies[`POST /cases/${late.no}/acts/assign`] = { no: late.no, state: late.state, version: 4 }
  for (const one of [late, today]) await box(one).check()
  await button('指派给同事').click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByText('有1件不能由您指派，或者没有能接手的同事，不会动：').waitFor()
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
    `${today.itemName}，${today.applicant}`,
  ])
  await at.confirm('指派给同事')
  await dialog.getByText('请选择交给谁').waitFor()
  await at.looksWell()
  await dialog.getByRole('combobox', { name: '交给谁' }).press('ArrowDown')
  await at.page.locator('.ant-select-item-option').first().click()
  await at.confirm('指派给同事')
  await at.page.getByText(`已交给同事：${late.itemName}`).waitFor()
  expect(at.server.received.map(({ call, body }) => [call, body])).toEqual([
    [`POST /cases/${late.no}/acts/assign`, { input: { to: 'post-2' } }],
  ])
})

test('whoever only looks on can pick nothing', async () => {
  await at.open('/staff/all', { ...CASES, 'GET /session': session('supervisor') })
  await at.page.locator('[data-row]').first().waitFor()
  expect(await at.page.locator('.row-pick').count()).toBe(0)
})

test('filters get a name, are one figure away, begin the list, and a deleted one comes back', async () => {
  const kept = {
    id: 'l1',
    page: 'cases',
    name: '补正中的',
    search: { queue: 'open', state: 'supplementing' },
    first: true,
  }
  await at.open('/staff/cases?queue=open&state=supplementing', CASES)
  at.server.replies['POST /saved-lists'] = () => {
    at.server.replies['GET /saved-lists'] = { lists: [kept] }
    return kept
  }
  await button('存为常用条件').click()
  await at.confirm('保存')
  await at.page.getByText('请起一个名字').waitFor()
  await at.page.getByLabel('名字').fill('补正中的')
  await at.looksWell()
  await at.page.getByRole('checkbox', { name: '打开时先用它' }).check()
  await at.confirm('保存')
  await at.page.getByRole('button', { name: '补正中的', pressed: true }).waitFor()
  expect(at.server.received[0]!.body).toEqual({
    ...{ page: 'cases', name: '补正中的', search: { queue: 'open', state: 'supplementing' }, first: true },
  })

  await at.page.goto(`${at.server.url}/staff/cases`)
  await at.page.waitForURL(/state=supplementing/)
  await button('清除条件').click()
  await at.page.waitForURL((url) => !url.search.includes('state'))
  await at.page.locator('h1').click()
  await at.page.keyboard.press('1')
  await at.page.waitForURL(/state=supplementing/)

  at.server.replies['DELETE /saved-lists/l1'] = () => {
    at.server.replies['GET /saved-lists'] = { lists: [] }
    return { done: true }
  }
  await button('整理').click()
  await at.looksWell()
  await button('删除：补正中的').click()
  await at.page.getByText('没有常用条件了').waitFor()
  await button('好了').click()
  await button('撤销').click()
  await at.page.getByRole('button', { name: '补正中的', pressed: true }).waitFor()
})

test('an applicant is looked for by the name lists show, never by the whole one', async () => {
  await at.open('/staff/cases?queue=open', CASES)
  await at.page.getByRole('searchbox', { name: '申请人姓名' }).fill('张小例')
  await at.page.keyboard.press('Enter')
  await at.page.waitForURL((url) => url.searchParams.get('applicant') === '张*例')
  const href = await at.page.getByRole('link', { name: '导出表格' }).getAttribute('href')
  expect(new URL(href!, 'http://x').searchParams.get('applicant')).toBe('张*例')
})

test('on a phone the places and the filters are each behind one button', async () => {
  await at.open('/staff/cases', CASES, 'phone')
  expect(await at.page.getByRole('link', { name: '证照台账' }).isVisible()).toBe(false)
  await button('功能：待办').click()
  await at.page.getByRole('link', { name: '证照台账' }).waitFor()
  await at.page.getByRole('button', { name: '筛选和导出' }).click()
  await at.page.getByRole('link', { name: '导出表格' }).waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})

test('a list on paper says whose it is and of when, without boxes and buttons', async () => {
  await at.open('/staff/cases', CASES)
  await at.page.emulateMedia({ media: 'print' })
  expect(await at.page.locator('.print-head').innerText()).toMatch(
    /^示例镇便民服务中心 综合窗口　演示窗口01　.*打印$/,
  )
  expect(await at.page.locator('main').getByRole('button').count()).toBe(0)
  expect(await at.page.locator('main').getByRole('checkbox').count()).toBe(0)
})
