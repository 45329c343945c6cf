import { describe, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail, worklist } from './testing/canned-case.ts'
import * as paths from './testing/canned-paths.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const CASE = `/staff/cases/${CASE_NO}`
const answered = (of: CaseDetail) => ({ [`GET /cases/${CASE_NO}`]: of })
const key = (name: string) => at.page.keyboard.press(name)
const dialog = () => at.page.getByRole('dialog')

describe('every lawful path has a page that is clean under axe and fits its screen', () => {
  test.each(Object.entries(paths))('%s', async (_name, of) => {
    await at.open(CASE, answered(of))
    await at.looksWell()
    expect(await at.page.locator('.asked').count()).toBe(1)
  })
})

describe('what is asked stands in one place', () => {
  test('the way forward leads, the rest stands under plain headings, what ends the case comes last', async () => {
    await at.open(CASE, answered(paths.withSpecial))
    const asked = at.page.locator('.asked')
    expect(await asked.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      ...['继续办理', '特别情形', '会商会签', '转交同事', '不予、退出与终止'],
    ])
    expect(await asked.locator('[data-act]').allTextContents()).toEqual([
      ...['特别程序结束', '提请延长期限', '送会签', '移交', '放回待办', '终止办理'],
    ])
  })

  test('on a desk it stays in sight beside the papers, on a phone it stands above them', async () => {
    await at.open(CASE, answered(paths.withSpecial))
    const top = async (selector: string) => (await at.page.locator(selector).first().boundingBox())!
    expect((await top('.case-tabs')).x).toBeGreaterThan((await top('.asked')).x + (await top('.asked')).width)
    await at.page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
    expect((await top('.asked [data-act]')).y).toBeGreaterThanOrEqual(0)
    await at.page.setViewportSize({ width: 390, height: 800 })
    expect((await top('.case-tabs')).y).toBeGreaterThan(
      (await top('.asked')).y + (await top('.asked')).height,
    )
  })

  test('what is still awaited is named there and leads to its block', async () => {
    await at.open(CASE, answered(paths.withOpinions))
    const waiting = at.page.locator('.still-open')
    await waiting.getByText('等1个部门答复').waitFor()
    await waiting.getByRole('button', { name: '联审联办：部门意见' }).click()
    expect(await at.focused()).toBe('联审联办：部门意见')
  })

  test('a case claimed by a colleague says whose it is and offers nothing', async () => {
    await at.open(CASE, answered(paths.claimedByColleague))
    await at.page.getByRole('heading', { name: '由审查人员 演示审查02办理' }).waitFor()
    await at.page.getByText('当前岗位现在不能办理这一步。').waitFor()
    expect(await at.page.locator('[data-act]').count()).toBe(0)
  })
})

describe('keys of the case page', () => {
  test('figures open the acts in the order they stand, and are figures where somebody writes', async () => {
    await at.open(CASE, answered(paths.withSpecial))
    await key('2')
    await dialog().getByText('提请延长期限', { exact: true }).first().waitFor()
    await key('1')
    expect(await dialog().count()).toBe(1)
    await dialog().getByRole('button', { name: '取消' }).click()
    await dialog().waitFor({ state: 'detached' })
    // What ends the case has no figure.
    await key('6')
    expect(await dialog().count()).toBe(0)
  })

  test('brackets walk through the tabs, A leads back to what is asked, M to the papers', async () => {
    await at.open(CASE)
    await key(']')
    expect(await at.focused()).toBe('申请内容')
    await key('[')
    await key('[')
    expect(await at.focused()).toBe('办理记录')
    await key('a')
    expect(await at.focused()).toBe('受理')
    await key('m')
    expect(await at.focused()).toBe('办理记录')
  })

  test('N opens the next case of mine, and says so when there is none; B leads to the list', async () => {
    const next = worklist[0]!
    await at.open(CASE, { [`GET /cases/${next.no}`]: { ...detail, summary: next } })
    await key('n')
    await at.page.waitForURL(new RegExp(next.no))
    at.server.replies['GET /cases'] = { items: [next] }
    await at.page.getByRole('heading', { level: 1, name: next.itemName }).waitFor()
    await key('n')
    await at.page.getByText('没有别的等您办的办件了。').waitFor()
    await key('b')
    await at.page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    expect(at.server.received).toEqual([])
  })

  test('the sheet lists what each key does here, and keys rest while it is open', async () => {
    await at.open(CASE)
    await key('?')
    const sheet = at.page.getByRole('dialog', { name: '这一页的键盘用法' })
    await sheet.getByRole('row', { name: '1 办理“受理”' }).waitFor()
    await sheet.getByRole('row', { name: 'N 下一件等我办的' }).waitFor()
    await key('1')
    expect(await dialog().count()).toBe(1)
    await at.looksWell()
    await key('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

describe('the trail is a story', () => {
  const story: CaseDetail['story'] = [
    ...detail.story.map((line) => ({ ...line, ...(line.who === '系统' ? { system: true } : {}) })),
    {
      ...{ seq: 3, at: '2026-11-23T10:00:00.000+08:00', who: '窗口人员 演示窗口01' },
      ...{ place: '示例镇便民服务中心', text: '材料齐全，予以受理', details: [], papers: ['p1'] },
    },
  ]

  test('it is told by days, the latest first, with the papers at the step that made them', async () => {
    await at.open(CASE, answered({ ...detail, story }))
    const panel = at.page.getByRole('region', { name: '经过' })
    expect(await panel.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      '2026年11月23日（星期一）',
      '2026年11月20日（星期五）',
    ])
    const step = panel.getByRole('listitem').filter({ hasText: '予以受理' })
    expect(await step.innerText()).toContain('窗口人员 演示窗口01，示例镇便民服务中心：材料齐全，予以受理')
    expect(await step.getByRole('link', { name: '申请材料接收凭证' }).getAttribute('href')).toContain(
      '/canned/paper.pdf',
    )
    await at.looksWell()
  })

  test('where it has no room beside the papers it is one of the tabs', async () => {
    await at.open(CASE, answered({ ...detail, story }))
    expect(await at.page.getByRole('tab', { name: '经过' }).count()).toBe(0)
    await at.page.setViewportSize({ width: 1024, height: 800 })
    await at.page.getByRole('tab', { name: '经过' }).click()
    await at.page.getByRole('tabpanel').getByText('生成申请材料接收凭证').waitFor()
    expect(await at.page.getByRole('region', { name: '经过' }).count()).toBe(0)
  })

  test('steps of the system can be left out', async () => {
    await at.open(CASE, answered({ ...detail, story }))
    await at.page.getByText('生成申请材料接收凭证').waitFor()
    await at.page.getByRole('checkbox', { name: '只看人办的' }).check()
    expect(await at.page.getByText('生成申请材料接收凭证').count()).toBe(0)
    expect(await at.page.getByText('窗口收下了申请材料').count()).toBe(1)
  })
})
