import { describe, expect, test } from 'vitest'
import type { CaseDetail, CaseSummary } from '#capabilities/case/contract.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail, summary, worklist } from './testing/canned-case.ts'
import { licenceList } from './testing/canned-licences.ts'
import { session } from './testing/canned-office.ts'
import { withExtension, withGaps } from './testing/canned-paths.ts'
import { refused, type Canned } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const CASE = `/staff/cases/${CASE_NO}`
const DETAIL = `GET /cases/${CASE_NO}`

const owed: NonNullable<CaseSummary['owed']> = {
  ...{ what: '批准或不批准延长期限', clock: 'statutory', dueDay: '2026-12-31' },
  ...{ workingDaysLeft: 20, standing: 'in-time' },
}
const late = { ...summary, dueDay: '2026-11-18', standing: 'late', workingDaysLeft: -3 } as const
const extend: CaseDetail['allowed'][number] = {
  ...{ act: 'extend', title: '批准延长期限', tone: 'primary' as const, input: {}, fields: [] },
}
const proposed: CaseDetail = { ...withExtension, summary: { ...late, owed }, allowed: [extend] }

const HEAD: Canned = {
  'GET /session': session('government-head'),
  'GET /cases': { items: [proposed.summary] },
  'GET /cases/counts': { mine: 1, soon: 0, late: 1, open: 1, approvals: 1, licences: 0 },
  [DETAIL]: proposed,
}
const APPROVER: Canned = {
  'GET /session': session('approver'),
  'GET /cases': { items: worklist.slice(0, 2) },
  'GET /cases/counts': { mine: 2, soon: 0, late: 1, open: 9, approvals: 2, licences: 4 },
  'GET /licences': licenceList,
}

describe('待我批 is clean under axe and fits its screen', () => {
  test.each<[string, Canned, string]>([
    ['an approver has cases and licences', APPROVER, '证照 4'],
    ['a head has cases alone', HEAD, '等您批准或不批准延长期限'],
    ['nothing waits', { ...HEAD, 'GET /cases': { items: [] } }, '现在没有等您批的办件。'],
    [
      'the list cannot be read',
      { ...HEAD, 'GET /cases': refused('fault', '系统出了故障，请稍后再试。', 500) },
      '系统出了故障',
    ],
  ])('%s', async (_, replies, shown) => {
    await at.open('/staff/approvals', replies)
    await at.page.getByText(shown).first().waitFor()
    expect(await at.page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await at.looksWell()
  })
})

test('a head begins there, the number stands in the navigation, and the day is that of the head’s own word', async () => {
  await at.open('/staff/', HEAD)
  await at.page.getByRole('heading', { name: '待我批' }).waitFor()
  expect(await at.page.getByRole('navigation').getByRole('link', { name: '待我批' }).textContent()).toBe(
    '待我批1',
  )
  const row = at.page.getByRole('list', { name: '等我批的办件，按到期先后' }).getByRole('listitem')
  expect(await row.textContent()).toContain('还有20个工作日')
  await row.getByRole('link').click()
  const asked = at.page.locator('.asked')
  await asked.getByText('等您批准或不批准延长期限。').waitFor()
  expect(await asked.textContent()).toContain('法定办结期限 2026年12月31日')
})

test('a word that ends one’s sight of the case leads back to the list and says what was done', async () => {
  await at.open(CASE, HEAD)
  at.server.replies[`POST /cases/${CASE_NO}/acts/extend`] = () => {
    at.server.replies[DETAIL] = refused('case-not-found', '没有找到这个办件。', 404)
    at.server.replies['GET /cases'] = { items: [] }
    return { no: CASE_NO, state: 'accepted', version: 4 }
  }
  await at.press('批准延长期限')
  await at.confirm('批准延长期限')
  await at.page.getByText('“批准延长期限”已办好。这个办件以后不再经您办理，已回到列表。').waitFor()
  await at.page.getByText('现在没有等您批的办件。').waitFor()
  expect(at.page.url()).toContain('/staff/approvals')
  expect(await at.page.getByText('没有找到这个办件。').count()).toBe(0)
})

test('a paper that is being made appears by itself', async () => {
  const paper = {
    id: 'p9',
    kind: 'receipt',
    title: '申请材料接收凭证',
    at: '2026-11-20T09:12:00.000+08:00',
  } as const
  const made = { ...paper, url: '/canned/paper.png' }
  const replies = { [DETAIL]: { ...detail, papers: [paper] } }
  await at.open(CASE, replies)
  await at.page.getByRole('tab', { name: '文书' }).click()
  await at.page.getByText('正在生成…').waitFor()
  at.server.replies[DETAIL] = { ...detail, papers: [made] }
  const link = at.page.getByRole('link', { name: '申请材料接收凭证（PDF）' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('/canned/paper.png?inline=1')
})

test('what has ended is folded away below what still runs', async () => {
  const clock = {
    kind: 'step',
    provisional: false,
    standing: 'in-time',
    sentence: '到期日见服务指南。',
  } as const
  const clocks: CaseDetail['clocks'] = [
    { ...clock, clock: 'notice', title: '受理期限', state: 'ended', day: '2026-11-27' },
    { ...clock, clock: 'promised', title: '承诺办结期限', state: 'running', day: '2026-12-30' },
    { ...clock, clock: 'review', title: '审查环节时限', state: 'running', day: '2026-12-02' },
  ]
  await at.open(CASE, { [DETAIL]: { ...detail, clocks } })
  await at.page.getByRole('tab', { name: '期限' }).click()
  const panel = at.page.getByRole('tabpanel')
  expect(await panel.locator('li:visible strong').allTextContents()).toEqual(['审查环节时限', '承诺办结期限'])
  await panel.getByText('已经结束的期限，共1个').click()
  await panel.getByText('受理期限').waitFor()
  await at.looksWell()
})

test('on paper stands everything that tabs keep apart, and no button', async () => {
  await at.open(CASE)
  await at.page.emulateMedia({ media: 'print' })
  await at.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
  for (const title of ['材料', '申请内容', '期限', '文书', '经过'])
    await at.page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
  expect(await at.page.locator('main').getByRole('button', { name: '打印' }).count()).toBe(0)
  await at.page.emulateMedia({ media: 'screen' })
  await at.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
  await at.page.getByRole('tab', { name: '材料' }).waitFor()
})

test('the promise to hand in what is missing is printed before the case is accepted with gaps', async () => {
  await at.open(CASE, { [DETAIL]: withGaps })
  await at.page.evaluate('window.print = () => undefined')
  await at.press('受理')
  for (const verdict of ['2', 'j', '1', '1']) await at.page.keyboard.press(verdict)
  await at.choose('缺的材料怎么办', '容缺受理，申请人承诺以后补交')
  await at.page.getByLabel('受理后几个工作日内补齐').fill('3')
  await at.choose('打算怎样补交', '送到窗口')
  await at.page.getByRole('button', { name: '打印容缺受理承诺书' }).click()
  await at.page.emulateMedia({ media: 'print' })
  const paper = at.page.locator('.signed-paper')
  expect(await paper.isVisible()).toBe(true)
  expect(await at.page.getByRole('dialog').isVisible()).toBe(false)
  const text = await paper.innerText()
  for (const said of ['容缺受理承诺书', '房屋租赁合同：在租期内。', '受理后3个工作日内补齐，送到窗口'])
    expect(text).toContain(said)
})

test('the list comes as a file, narrowed as it is on the screen', async () => {
  await at.open('/staff/cases?queue=open&state=accepted')
  const asked = new URL(await at.taken(), 'http://x')
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    ...{ queue: 'open', state: 'accepted', format: 'xlsx' },
    columns: 'due-day,matter-no,matter-item,applicant,standing,received-at',
  })
})
