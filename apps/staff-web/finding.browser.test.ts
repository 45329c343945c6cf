import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, summary } from './testing/canned-case.ts'
import { items, session } from './testing/canned-office.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const field = () => at.page.getByRole('combobox', { name: '输入功能、办件编号或申请人姓名' })
const active = () => at.page.getByRole('option', { selected: true })

/** The keyboard stands in the field. */
async function typing(): Promise<void> {
  const role = () => at.page.evaluate<string>("document.activeElement.getAttribute('role')")
  await expect.poll(role).toBe('combobox')
}

async function search(): Promise<void> {
  await at.page.keyboard.press('Control+k')
  await field().waitFor()
  await typing()
}

test('Ctrl K finds a page by the initials of its pinyin, and Enter opens it', async () => {
  await at.open('/staff/cases')
  await search()
  await at.looksWell()
  await at.page.keyboard.type('zztz')
  expect(await active().textContent()).toBe('证照台账')
  expect(await field().getAttribute('aria-activedescendant')).toBe(await active().getAttribute('id'))
  await at.page.keyboard.press('Enter')
  await at.page.waitForURL(/\/licences$/)
  expect(await at.page.getByRole('dialog').count()).toBe(0)
})

test('the arrows walk in a ring, Esc closes, and the keyboard stands where it was', async () => {
  await at.open('/staff/cases')
  const opener = at.page.getByRole('button', { name: '找功能、办件' })
  await opener.click()
  await typing()
  const first = await active().textContent()
  await at.page.keyboard.press('ArrowUp')
  expect(await active().textContent()).toBe('退出登录')
  await at.page.keyboard.press('ArrowDown')
  expect(await active().textContent()).toBe(first)
  await at.page.keyboard.press('Escape')
  await field().waitFor({ state: 'detached' })
  expect(await at.focused()).toContain('找')
})

test('a case is found by the beginning of its number and by its applicant, whose name is sent masked', async () => {
  await at.open('/staff/cases')
  const asked: string[] = []
  at.server.replies['GET /cases'] = (request: { url: string }) => {
    asked.push(decodeURIComponent(request.url.replace(/.*\?/, '')))
    return { items: [summary] }
  }
  await search()
  await at.page.keyboard.type('3703 0440')
  await at.page.getByRole('option', { name: '高龄津贴认定，测*甲' }).waitFor()
  expect(asked).toEqual(['queue=all&no=37030440&limit=8'])
  await field().fill('测试甲')
  await expect.poll(() => asked.at(-1)).toBe('queue=open&applicant=测*甲&limit=8')
  await at.looksWell()
  await at.page.keyboard.press('Enter')
  await at.page.waitForURL(new RegExp(CASE_NO))
})

test('on a case the acts of the case are found, and done as if pressed', async () => {
  await at.open(`/staff/cases/${CASE_NO}`)
  await search()
  await at.page.keyboard.type('受理')
  await at.page.getByRole('option', { name: '受理' }).first().click()
  const papers = at.page.getByRole('dialog').getByText('居民身份证').first()
  await papers.waitFor()
  expect(await papers.isVisible()).toBe(true)
})

test('a post is switched from there, and nothing found says what to do', async () => {
  await at.open('/staff/cases')
  await search()
  await at.page.keyboard.type('没有这个')
  await at.page.getByText('没有找到。换个词试试').waitFor()
  await field().fill('qhd')
  expect(await active().textContent()).toContain('切换到：示例镇便民服务中心 社会事务审查岗')
  await at.page.keyboard.press('Enter')
  await expect.poll(() => at.server.received.map(({ call }) => call)).toContain('PUT /session/post')
})

test('an administrator, who sees no case, looks for none', async () => {
  await at.open('/staff/accounts', { 'GET /session': session('system-admin') })
  let asked = 0
  at.server.replies['GET /cases'] = () => {
    asked += 1
    return { items: [summary] }
  }
  await search()
  await at.page.keyboard.type('370304400')
  await at.page.getByText('没有找到。').waitFor()
  expect(asked).toBe(0)
  expect(await at.page.getByRole('button', { name: /^提醒/ }).count()).toBe(0)
})

test('the bell says how much is new, opening it marks that as seen, and a line leads to its case', async () => {
  await at.open('/staff/cases')
  await at.page.getByRole('button', { name: /^提醒 ?，2条没看过$/ }).click()
  const panel = at.page.getByRole('dialog')
  const lines = panel.getByRole('list', { name: '提醒，最新的在前' }).getByRole('listitem')
  await lines.first().waitFor()
  expect(await lines.locator('.tag').allTextContents()).toEqual(['新'])
  await panel.getByText('下一个工作日到期 2 件').waitFor()
  await panel.getByText('示例监督01：“请今天核对完材料”').waitFor()
  await expect
    .poll(() => at.server.received.map(({ call, body }) => [call, body]))
    .toEqual([['POST /notices/read', { upTo: '2026-11-22T01:13:00.000Z' }]])
  await at.looksWell()
  await lines.first().getByRole('link', { name: '补正材料已交来，请核对' }).click()
  await at.page.waitForURL(new RegExp(CASE_NO))
  await panel.waitFor({ state: 'detached' })
})

test.each(['dark', 'contrast-light', 'contrast-dark'])(
  'palette and bell are clean under axe in %s',
  async (name) => {
    await at.open('/staff/cases')
    await at.page.evaluate(`localStorage.setItem('staff-colours', '${name}')`)
    await at.page.reload()
    await at.page.locator('[data-row]').first().waitFor()
    await at.page.locator('.row-pick').first().check()
    expect(await axeViolations(at.page)).toEqual([])
    await search()
    expect(await axeViolations(at.page)).toEqual([])
    await at.page.keyboard.press('Escape')
    // Keys of the page rest until the dialog itself has gone, a moment after its field.
    await at.page.locator('[role=dialog]').waitFor({ state: 'detached' })
    await at.page.keyboard.press('t')
    await at.page.getByText('补正材料已交来，请核对').waitFor()
    expect(await axeViolations(at.page)).toEqual([])
  },
)

test('who takes applications in finds the matter by what people say, and Enter begins it', async () => {
  await at.open('/staff/cases')
  const asked: string[] = []
  at.server.replies['GET /cases'] = () => ({ items: [] })
  at.server.replies['GET /items'] = (request: { url: string }) => {
    asked.push(decodeURIComponent(request.url.replace(/.*\?/, '')))
    return { items: items.slice(0, 1) }
  }
  await search()
  await at.page.keyboard.type('老人补贴')
  await at.page.getByRole('option', { name: `收“${items[0]!.name}”的申请` }).waitFor()
  expect(asked.at(-1)).toContain('q=老人补贴')
  await at.looksWell()
  await at.page.keyboard.press('Enter')
  await at.page.waitForURL(new RegExp(`/intake/${items[0]!.id}$`))
})
