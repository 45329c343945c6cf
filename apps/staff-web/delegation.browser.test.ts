import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { BATCH, delegationCanned } from './testing/canned-delegation.ts'
import { session } from './testing/canned-office.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const ORGANISER = { 'GET /session': session('organiser'), ...delegationCanned }

test('a batch says who is awaited, what each body said and where each town stands; readiness opens town by town', async () => {
  await at.open('/staff/delegation', ORGANISER)
  await at.page.getByText('区委编办出具意见').waitFor()
  await at.page.getByText('区委编办（机构编制）：还没有出具').waitFor()
  const receivers = at.page.getByRole('table', { name: '承接情况：2026年第一批' })
  expect(await receivers.getByRole('row').count()).toBe(3)
  await receivers.getByText('2026年9月23日前评估').waitFor()
  await at.looksWell()
  await at.page.getByRole('button', { name: '看承接准备' }).last().click()
  const ready = at.page.getByRole('table', { name: '承接准备：2026年第一批' })
  await ready.getByText('没有经过培训的审批人员').waitFor()
  expect(at.page.url()).toContain(BATCH)
  await at.looksWell()
})

test.each([
  ['both-tiers', '1项符合条件，还没有下放到位，列在最前面。', '还没有下放到：八陡镇政府'],
  ['sorting', '各单位答复中', '区司法局：1项，其中1项已过期限，催办过2次'],
  ['guiding', '阳谷县', '示例新增事项'],
  ['sinking', '秋谷社区便民服务站（34人）、黑山村便民服务站（30人）', '一直没有办过'],
])('%s is read at a glance and fits its screen', async (view, first, second) => {
  await at.open(`/staff/delegation?view=${view}`, ORGANISER)
  await at.page.getByText(first).first().waitFor()
  expect(await at.page.getByText(second).first().textContent()).toContain(second)
  await at.looksWell()
})
