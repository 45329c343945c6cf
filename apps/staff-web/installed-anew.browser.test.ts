import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

/** The page is open while a new version takes a part of it away; the first so many times it is asked for it is not found. */
async function loses(part: RegExp, times: number): Promise<() => number> {
  await at.open('/staff/posts', { 'GET /session': session('security-admin', 'audit-admin') })
  await at.page.waitForLoadState('networkidle')
  let asked = 0
  await at.page.route(part, async (route) => {
    asked += 1
    await (asked <= times ? route.fulfill({ status: 404, body: '' }) : route.continue())
  })
  return () => asked
}

const link = () => at.page.getByRole('navigation').getByRole('link', { name: '审计' })
const SCRIPT = /assets\/audit-page-[\w-]+\.js$/
const STYLE = /assets\/audit-page-[\w-]+\.css$/

test.each([
  ['script', 'mouse', SCRIPT],
  ['style sheet', 'mouse', STYLE],
  ['script', 'keyboard', SCRIPT],
  ['style sheet', 'keyboard', STYLE],
])('a page whose %s is gone is read anew once by itself when the %s goes there', async (_what, by, part) => {
  const asked = await loses(part, 1)
  if (by === 'mouse') await link().click()
  else await link().press('Enter')
  await at.page.getByRole('heading', { level: 1, name: '审计' }).waitFor()
  await expect.poll(asked).toBe(2)
  // Drawn as it should be, not only there.
  await at.page.locator('link[rel=stylesheet][href*="audit-page"]').waitFor({ state: 'attached' })
})

test('a link that is only looked at takes nothing away from what is being typed', async () => {
  await loses(STYLE, 1)
  await at.page.evaluate('window.stillHere = true')
  await link().hover()
  await at.page.waitForLoadState('networkidle')
  expect(await at.page.evaluate('window.stillHere')).toBe(true)
})

test('a part that stays away ends in a sentence and a button', async () => {
  await loses(SCRIPT, 99)
  await link().click()
  await at.page.getByRole('alert').getByRole('button', { name: '重新打开' }).waitFor()
  expect(await axeViolations(at.page)).toEqual([])
})
