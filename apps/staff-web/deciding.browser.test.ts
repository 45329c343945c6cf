import { describe, expect, test } from 'vitest'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { CASE, deny, signedOut } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const DRAFT = '准予“高龄津贴认定”的申请。'
const NEXT = '决定以后，由示例镇人民政府的制证人员签章发文，再由收件的窗口当面交给申请人。'
const GRANT = `POST /cases/${CASE_NO}/acts/grant`
const grant: AllowedAct = {
  ...{ act: 'grant', title: '准予', tone: 'primary', input: {}, next: NEXT },
  fields: [{ name: 'conclusion', label: '决定内容', type: 'long-text', required: true, start: DRAFT }],
}
const reviewed: CaseDetail = {
  ...detail,
  summary: { ...detail.summary, state: 'reviewed', stateText: '审查完成，待决定' },
  review: { opinion: 'grant', text: '年满80周岁，户籍在本镇，建议准予。' },
  allowed: [grant, deny],
}
const answered = { [`GET /cases/${CASE_NO}`]: reviewed }
const conclusion = () => at.page.getByLabel('决定内容')

describe('a decision', () => {
  test('begins with a draft, shows whose opinion it rests on and says what follows', async () => {
    await at.open(CASE, { ...answered, [GRANT]: { no: CASE_NO, state: 'decided', version: 4 } })
    await at.press('准予')
    const dialog = at.page.getByRole('dialog')
    await dialog.getByText('审查意见（建议准予）：').waitFor()
    await dialog.getByText(NEXT).waitFor()
    expect(await conclusion().inputValue()).toBe(DRAFT)
    await at.looksWell()
    await conclusion().fill('准予发给高龄津贴，每月100元。')
    await at.confirm('准予')
    await at.page.getByText('“准予”已办好。').waitFor()
    expect(at.server.received[0]!.body).toMatchObject({
      input: { conclusion: '准予发给高龄津贴，每月100元。' },
    })
  })

  test('a draft nobody touched is nobody’s unsent text; what was changed in it is kept', async () => {
    await at.open(CASE, answered)
    await at.press('准予')
    await at.confirm('取消')
    expect(await at.page.getByRole('button', { name: '接着写' }).count()).toBe(0)
    await at.press('准予')
    await conclusion().fill('准予，每月100元。')
    await at.confirm('取消')
    await at.press('接着写')
    expect(await conclusion().inputValue()).toBe('准予，每月100元。')
  })

  test('a session that ends while it is written loses nothing of it', async () => {
    await at.open(CASE, { ...answered, [GRANT]: signedOut })
    await at.press('准予')
    await conclusion().fill('准予，每月100元。')
    at.server.replies['POST /session'] = session('window-clerk')
    await at.confirm('准予')
    await at.page.getByLabel('账号', { exact: true }).fill('approver.shili')
    await at.page.getByLabel('密码').fill('secret')
    at.server.replies[GRANT] = { no: CASE_NO, state: 'decided', version: 4 }
    await at.page.getByRole('button', { name: '登录', exact: true }).click()
    await at.page.getByText('登录已过期', { exact: true }).waitFor({ state: 'hidden' })
    expect(await conclusion().inputValue()).toBe('准予，每月100元。')
    await at.confirm('准予')
    await at.page.getByText('“准予”已办好。').waitFor()
    expect(at.server.received.at(-1)!.body).toMatchObject({ input: { conclusion: '准予，每月100元。' } })
  })
})

describe('what can be printed', () => {
  const frame = () => at.page.locator('iframe#print-file')

  test('P opens the menu with the receipt first; arrows and Enter print it, and what is being made does nothing', async () => {
    await at.open(CASE)
    await at.page.keyboard.press('p')
    const menu = at.page.getByRole('menu')
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual([
      '申请材料接收凭证',
      '受理通知书（正在生成…）',
      '本页',
    ])
    await at.looksWell()
    await at.page.keyboard.press('ArrowDown')
    await at.page.keyboard.press('Enter')
    expect(await frame().count()).toBe(0)
    expect(await menu.count()).toBe(1)
    await at.page.keyboard.press('Home')
    await at.page.keyboard.press('Enter')
    await frame().waitFor({ state: 'attached' })
    expect(await frame().getAttribute('src')).toContain('/canned/paper.pdf')
    await expect.poll(at.focused).toContain('打印')
  })

  test('a paper is found by its name with Ctrl K', async () => {
    await at.open(CASE)
    await at.page.keyboard.press('Control+k')
    await at.page.getByRole('combobox').fill('接收凭证')
    await at.page.getByRole('option', { name: '打印申请材料接收凭证' }).click()
    await frame().waitFor({ state: 'attached' })
    expect(await frame().getAttribute('src')).toContain('/canned/paper.pdf')
  })
})
