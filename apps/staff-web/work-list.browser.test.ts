import type { FastifyReply, FastifyRequest } from 'fastify'
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
    at.server.replies['GET /saved-lists'] = { lists: [kept], columns: {} }
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
    at.server.replies['GET /saved-lists'] = { lists: [], columns: {} }
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
  expect(new URL(await at.taken(), 'http://x').searchParams.get('applicant')).toBe('张*例')
})

test('on a phone the places and the filters are each behind one button', async () => {
  await at.open('/staff/cases', CASES, 'phone')
  expect(await at.page.getByRole('link', { name: '证照台账' }).isVisible()).toBe(false)
  await button('功能：待办').click()
  await at.page.getByRole('link', { name: '证照台账' }).waitFor()
  await at.page.getByRole('button', { name: '筛选和导出' }).click()
  await button('导出表格').waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})

test('a list on paper says whose it is and of when, without boxes and buttons', async () => {
  await at.open('/staff/cases', CASES)
  await at.page.emulateMedia({ media: 'print' })
  expect(await at.page.locator('.print-head').innerText()).toMatch(
    /^示例镇便民服务中心 综合窗口　演示窗口01　.*打印\s+等我办$/,
  )
  expect(await at.page.locator('main').getByRole('button').count()).toBe(0)
  expect(await at.page.locator('main').getByRole('checkbox').count()).toBe(0)
})

const asCsv = async () => {
  await at.page
    .getByRole('dialog')
    .getByRole('radio', { name: /纯文本表格/ })
    .check()
  await at.page.getByRole('dialog').getByRole('button', { name: '导出' }).click()
}

test('a list becomes a file with the columns that were ticked, named before, and told when it is done', async () => {
  await at.open('/staff/cases?state=accepted', CASES)
  at.server.replies['GET /case-list/export'] = file('banjian-2026-11-23.xlsx', { 'x-list-lines': '3' })
  await button('导出表格').click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByText('导出6列：到期日、办件编号、事项、申请人、办到哪一步、收件时间。').waitFor()
  await dialog.getByRole('checkbox', { name: '到期日' }).uncheck()
  await dialog.getByRole('checkbox', { name: '决定机关' }).check()
  await dialog.getByText('导出6列：办件编号、事项、申请人、办到哪一步、收件时间、决定机关。').waitFor()
  await at.looksWell()
  const [download, asked] = await Promise.all([
    at.page.waitForEvent('download'),
    at.page.waitForRequest(/case-list\/export/),
    dialog.getByRole('button', { name: '导出' }).press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('banjian-2026-11-23.xlsx')
  expect(Object.fromEntries(new URL(asked.url()).searchParams)).toEqual({
    ...{ state: 'accepted', queue: 'mine', format: 'xlsx' },
    columns: 'matter-no,matter-item,applicant,standing,received-at,body',
  })
  await at.page.getByText('已导出3行，在浏览器的下载里。').waitFor()
})

test('cases of certain days: by name and from a day to a day, in the address, kept under a name, in the file', async () => {
  await at.open('/staff/cases', CASES)
  const asked = () => Object.fromEntries(new URL(at.page.url()).searchParams)
  const choose = async (question: string, answer: string) => {
    await at.page.getByRole('combobox', { name: question, exact: true }).click()
    await at.page.locator('.ant-select-item-option', { hasText: answer }).click()
  }
  await choose('收件日', '本周收件')
  await at.page.waitForURL((url) => url.searchParams.get('received') === 'week')
  await choose('到期日', '自选到期日')
  await at.page.getByLabel('到期日起始日').fill('2026-11-30')
  await at.page.getByLabel('到期日截止日').fill('2026-11-20')
  await at.page.getByText('起始日不能晚于截止日，请改一个。').waitFor()
  await at.looksWell()
  await at.page.getByLabel('到期日截止日').fill('2026-12-04')
  await at.page.waitForURL((url) => url.searchParams.get('due') === '2026-11-30~2026-12-04')
  await at.looksWell()

  at.server.replies['GET /case-list/export'] = file('banjian.csv', { 'x-list-lines': '3' })
  await button('导出表格').click()
  const [request] = await Promise.all([at.page.waitForRequest(/case-list\/export/), asCsv()])
  const days = { received: 'week', due: '2026-11-30~2026-12-04' }
  expect(Object.fromEntries(new URL(request.url()).searchParams)).toMatchObject(days)

  at.server.replies['POST /saved-lists'] = ({ body }: FastifyRequest) => ({ id: 'l1', ...(body as object) })
  await button('存为常用条件').click()
  await at.page.getByLabel('名字').fill('下周到期的')
  await at.confirm('保存')
  await at.page.getByText('已存为常用条件：下周到期的').waitFor()
  expect(at.server.received.at(-1)!.body).toMatchObject({ search: { queue: 'mine', ...days } })

  // What has ended falls due on no day: that question goes, the other stays.
  await at.page.getByText('含已办结', { exact: true }).click()
  await at.page.waitForURL((url) => url.searchParams.get('queue') === 'all')
  expect(asked()).toEqual({ queue: 'all', received: 'week' })
  expect(await at.page.getByRole('combobox', { name: '到期日', exact: true }).count()).toBe(0)
  await button('清除条件').click()
  await at.page.waitForURL((url) => !url.searchParams.has('received'))
})

test('which limit has passed is told on the line: a step’s own is not the case’s', async () => {
  const step = { kind: 'step', title: '审查环节时限', day: '2026-11-18', workingDays: 3 } as const
  const promise = { kind: 'promised', title: '承诺办结期限', day: '2026-11-20', workingDays: 1 } as const
  const line = (overdue: CaseSummary['overdue']): CaseSummary => ({
    ...{ ...late, limit: step, dueDay: step.day, standing: 'late', workingDaysLeft: -3 },
    ...(overdue ? { overdue } : {}),
  })
  const items = [line([step]), { ...line([promise, step]), no: today.no }]
  await at.open('/staff/cases', { 'GET /cases': { items } })
  const cells = await at.page.locator('.case-due').allInnerTexts()
  expect(cells.map((cell) => cell.split('\n').filter((text) => text !== ''))).toEqual([
    ['环节超期3个工作日', '审查环节时限', '2026年11月18日（星期三）'],
    ['环节超期3个工作日', '承诺超期1个工作日', '审查环节时限', '2026年11月18日（星期三）'],
  ])
  expect(await at.page.locator('.case-due .tag-bad').allTextContents()).toEqual(['承诺超期1个工作日'])
  await at.looksWell()
})

test('what was urged is told by one tag: mine to answer, somebody else’s, or answered and waiting for whom', async () => {
  const owed = { what: '办理，并答复催办', clock: 'notice', urged: true, standing: 'soon' } as const
  const items: CaseSummary[] = [
    { ...late, urges: { times: 2, answered: false }, owed: { ...owed, dueDay: '2026-11-23' } },
    { ...today, urges: { times: 1, answered: false } },
    { ...later, urges: { times: 2, answered: true }, waitsFor: '申请人' },
  ]
  await at.open('/staff/cases', { 'GET /cases': { items } })
  const tags = (at_: number) => at.page.locator('.cell-standing').nth(at_).locator('.tag').allTextContents()
  expect(await tags(0)).toContain('催了2次，等您办理并答复')
  expect((await tags(0)).filter((text) => text.includes('答复'))).toHaveLength(1)
  expect(await tags(1)).toContain('催了1次，还没有答复')
  expect(await tags(2)).toContain('催了2次，已答复，等申请人')
  await at.looksWell()
})

test('a long list on its way can be given up, one that is cut says so, and one that is refused says why', async () => {
  await at.open('/staff/cases', CASES)
  const answered = Promise.withResolvers<void>()
  at.server.replies['GET /case-list/export'] = async (...asked: Asked) => {
    await answered.promise
    return file('banjian.csv', { 'x-list-lines': '2000', 'x-list-more': '1' })(...asked)
  }
  const take = async () => {
    await button('导出表格').click()
    await asCsv()
  }
  await take()
  await at.page.getByText('正在整理表格…').waitFor()
  await button('不导出了').click()
  await at.page.getByText('已停止导出。').waitFor()
  answered.resolve()
  await take()
  await at.page.getByText('列表太长，只导出了前2000行。请加条件，分几次导出。').waitFor()
  at.server.replies['GET /case-list/export'] = refused('forbidden', '这个岗位不能导出。', 403)
  await take()
  await at.page.getByText('这个岗位不能导出。').waitFor()
  expect(await button('不导出了').count()).toBe(0)
})

test('columns are chosen by keyboard, kept for this post, and the list, the phone and the file go by them', async () => {
  await at.open('/staff/cases', CASES)
  at.server.replies['PUT /list-columns'] = () => {
    at.server.replies['GET /saved-lists'] = { lists: [], columns: { cases: ['matter', 'due', 'body'] } }
    return { done: true }
  }
  await button('选择列').click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByText('勾选要看的列').waitFor()
  expect(await dialog.getByRole('checkbox', { name: '事项和编号' }).isDisabled()).toBe(true)
  await at.looksWell()
  await dialog.getByRole('button', { name: '事项和编号，往前移' }).focus()
  await at.page.keyboard.press('Enter')
  await dialog.getByText('事项和编号，第1列').waitFor()
  expect(await at.page.evaluate<string>('document.activeElement.ariaLabel')).toBe('事项和编号，往前移')
  for (const name of ['申请人', '办到哪一步', '收件']) {
    await dialog.getByRole('checkbox', { name, exact: true }).focus()
    await at.page.keyboard.press('Space')
  }
  await dialog.getByRole('checkbox', { name: '决定机关' }).check()
  await at.confirm('保存')
  await at.page.getByText('列表已按您选的列显示。').waitFor()
  expect(at.server.received.at(-1)!.body).toEqual({ page: 'cases', columns: ['matter', 'due', 'body'] })
  const heads = () => at.page.locator('.case-head > span').allTextContents()
  expect(await heads()).toEqual(['事项和编号', '到期（先到期的在前）', '决定机关'])
  await at.looksWell()
  await at.page.setViewportSize({ width: 360, height: 800 })
  const card = await at.page.locator('.case-row').first().innerText()
  expect([card.indexOf(late.itemName) < card.indexOf('已超期'), card.includes('决定机关：')]).toEqual([
    true,
    true,
  ])
  await at.page.setViewportSize({ width: 1280, height: 800 })

  at.server.replies['PUT /list-columns'] = () => {
    at.server.replies['GET /saved-lists'] = { lists: [], columns: {} }
    return { done: true }
  }
  await button('选择列').click()
  await button('恢复原样').click()
  await at.confirm('保存')
  await at.page.getByText('列表已恢复原样。').waitFor()
  expect(at.server.received.at(-1)!.body).toEqual({ page: 'cases', columns: [] })
  await expect.poll(heads).toHaveLength(5)
})

type Asked = [request: FastifyRequest, reply: FastifyReply]

/** A file as the server sends one. */
function file(name: string, headers: Record<string, string>) {
  return (_request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ ...headers, 'content-disposition': `attachment; filename="${name}"` })
    return reply.type('application/octet-stream').send('PK')
  }
}

test('papers of several cases are made into one PDF, in the order of the list, and what is missing is told', async () => {
  await at.open('/staff/cases', CASES)
  at.server.replies['POST /case-papers/print'] = refused('print-nothing', '没有能打印的这几种文书。')
  // Picked from below to above; printed as they stand.
  for (const one of [later, late]) await box(one).check()
  await button('打印2件的文书').click()
  const dialog = at.page.getByRole('dialog')
  await dialog.getByRole('group', { name: '打印哪些文书' }).waitFor()
  await at.looksWell()
  await at.confirm('合成 PDF')
  await dialog.getByText('没有能打印的这几种文书。').waitFor()
  const url = '/api/v1/case-papers/print/f1/p1'
  at.server.replies['POST /case-papers/print'] = { url, papers: 3, pages: 5, left: 1 }
  at.server.replies['GET /case-papers/print/f1/p1'] = file('print.pdf', {})
  await dialog.getByRole('checkbox', { name: '补正告知书' }).check()
  await dialog.getByRole('checkbox', { name: '双面打印' }).check()
  await at.confirm('合成 PDF')
  await dialog.getByText('合成好了：3份文书，共5页，另有清单。').waitFor()
  await dialog.getByText('有1件没有打印或者没有打全，原因写在清单上。').waitFor()
  await at.looksWell()
  expect(at.server.received.at(-1)!.body).toEqual({
    ...{ numbers: [late.no, later.no], papers: ['receipt', 'acceptance', 'supplement'], duplex: true },
  })
  expect(await dialog.getByRole('link', { name: '打开 PDF' }).getAttribute('href')).toBe(`${url}?inline=1`)
  const [frame] = await Promise.all([
    at.page.waitForRequest((request) => request.url().endsWith(`${url}?inline=1`)),
    button('打印').last().click(),
  ])
  expect(frame.frame().parentFrame()).not.toBeNull()
  const [download] = await Promise.all([
    at.page.waitForEvent('download', (one) => !one.url().includes('inline')),
    dialog.getByRole('link', { name: '保存 PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('print.pdf')
})

test('whoever prints can stop it, and cases that are over are picked for their papers alone', async () => {
  await at.open('/staff/cases?queue=all', CASES)
  const answered = Promise.withResolvers<void>()
  at.server.replies['POST /case-papers/print'] = async () => {
    await answered.promise
    return refused('print-nothing', '没有。')
  }
  await box(late).check()
  expect(await button('移交给同事').count()).toBe(0)
  await button('打印1件的文书').click()
  await at.confirm('合成 PDF')
  await at.page.getByText('正在合成，件数多时要一两分钟…').waitFor()
  await at.confirm('不打印了')
  await at.page.getByRole('dialog').waitFor({ state: 'detached' })
  answered.resolve()
  expect(await box(late).isChecked()).toBe(true)
})
