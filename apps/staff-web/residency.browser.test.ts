import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'
import { residencyReplies } from './testing/canned-residency.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const SUPERVISOR = { 'GET /session': session('supervisor'), ...residencyReplies }

async function fits(): Promise<void> {
  for (const width of [360, 1280]) {
    await at.page.setViewportSize({ width, height: 800 })
    expect(await axeViolations(at.page), `${width} px`).toEqual([])
    expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  }
}

test('a gap says where it is lacking and why, and leads to the act that closes it', async () => {
  await at.open('/staff/residency', SUPERVISOR)
  await at.page.getByRole('heading', { name: '进驻率 98.9% 没有达到' }).waitFor()
  const gap = at.page.getByRole('listitem').filter({ hasText: '收养登记' })
  expect(await gap.innerText()).toContain('窗口没有受理权')
  expect(await gap.getByRole('link', { name: '签订委托协议' }).getAttribute('href')).toBe(
    '/staff/books/entrustment-agreement',
  )
  await at.page.getByText('涉及安全：在公安机关专门场所办理').waitFor()
  await fits()
})

test('units that are not in the hall stand first', async () => {
  await at.open('/staff/residency?view=units', SUPERVISOR)
  await at.page.getByRole('heading', { name: '单位进厅率 50.0% 没有达到' }).waitFor()
  const first = at.page.getByRole('list', { name: '单位进厅率' }).getByRole('listitem').first()
  expect(await first.innerText()).toContain('区退役军人事务局')
  await fits()
})

test('a list shows its versions with their notices, what differs, and which lines no longer follow', async () => {
  await at.open('/staff/residency?view=town-list', SUPERVISOR)
  await at.page.getByText('公告：2026年11月1日，政府网站，博审服字〔2026〕11号').waitFor()
  await at.page.getByText('未公布（已审定，没有公告）').waitFor()
  await at.page.getByText('中心目录已经没有对应的事项').waitFor()
  await fits()
  await at.page.getByRole('button', { name: '第2版' }).click()
  await at.page.getByRole('heading', { name: '与第1版的差异' }).waitFor()
  await at.page.getByText('说明：（无）→周三评残').waitFor()
  expect(at.page.url()).toContain('no=2')
  await fits()
})
