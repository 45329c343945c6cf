import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { cannedGround, cannedReports } from './testing/canned-ground.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const ORGANISER = { 'GET /session': session('organiser'), ...cannedGround, ...cannedReports }
const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

async function isSound(): Promise<void> {
  for (const width of [360, 1280]) {
    await at.page.setViewportSize({ width, height: 800 })
    expect([width, await axeViolations(at.page)]).toEqual([width, []])
    const wide = await at.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  }
}

test('an organiser sees the trees of a day, opens a place and changes its phone; a refusal leaves everything typed', async () => {
  await at.go('/staff/organisation', {
    ...ORGANISER,
    'POST /ground/places/centre-370304004/change': refused(
      'outside-duty',
      '这件事不在您所在单位的职责分工之内。请转由负责的单位办理：各镇（街道），只管自己的。',
      409,
      'BS-2-01',
    ),
  })
  await press('山头街道便民服务中心，查看')
  await at.page.getByText('来自本地方案').waitFor()
  await at.page.getByText('咨询电话：从“0533-0000003”改为“0533-0000004”').waitFor()
  await isSound()
  await press('变更信息')
  const dialog = at.page.getByRole('dialog', { name: '变更信息' })
  await dialog.getByLabel('咨询电话').fill('0533-4180001')
  await dialog.getByLabel('从哪天起').fill('2026-03-16')
  await dialog.getByLabel('依据的文件').fill('示例文件2号')
  await dialog.getByRole('button', { name: '变更信息' }).click()
  await dialog.getByText('这件事不在您所在单位的职责分工之内').waitFor()
  const sent = at.server.received.find(({ call }) => call === 'POST /ground/places/centre-370304004/change')
  // Only what differs is sent.
  expect(sent?.body).toEqual({ phone: '0533-4180001', from: '2026-03-16', basis: '示例文件2号' })
  expect(await dialog.getByLabel('咨询电话').inputValue()).toBe('0533-4180001')
})

test.each([
  ['机构', '山头街道办事处'],
  ['村级覆盖', '邀兔村村委会'],
  ['职责分工', '便民服务中心建设'],
  ['沿革', '新山村'],
])('the tab %s reads on a phone and on a desk', async (tab, shows) => {
  await at.go('/staff/organisation', ORGANISER)
  await at.page.getByRole('tab', { name: tab, exact: true }).click()
  expect(await at.page.getByText(shows).first().textContent()).toContain(shows)
  await isSound()
})

test('a report shows what does not hold by name, folded where there are many, and can be narrowed to what fails', async () => {
  await at.go('/staff/reform?report=three-in-place', { ...ORGANISER, 'GET /session': session('supervisor') })
  await at.page.getByText('区卫生健康局').waitFor()
  await isSound()
  await at.page.getByText('具体是（4）').click()
  await at.page.getByText('甲；乙；丙；丁').waitFor()
  await at.page.getByRole('checkbox', { name: '只看不符合的（1）' }).check()
  expect(await at.page.getByText('区卫生健康局').count()).toBe(1)
})
