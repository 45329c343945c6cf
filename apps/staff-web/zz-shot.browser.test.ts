import { test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { licenceDetail, licenceList, LICENCE_NO, threatened } from './testing/canned-licences.ts'
import { session } from './testing/canned-office.ts'
const bench = atWorkbench({ launchBrowser, visitor, axeViolations })
const PATH = `/licences/${encodeURIComponent(LICENCE_NO)}`
const R = { 'GET /session': session('approver'), 'GET /licences': licenceList, [`GET ${PATH}`]: threatened }
test('shots', async () => {
  for (const [name, path] of [['list', '/staff/licences'], ['one', `/staff${PATH}`]] as const)
    for (const [size, width] of [['desk', 1280], ['phone', 390]] as const) {
      await bench.open(path, R)
      await bench.page.getByText('有效').first().waitFor()
      await bench.page.setViewportSize({ width, height: 900 })
      await bench.page.screenshot({ path: `/tmp/lic-shots/staff-${name}-${size}.png`, fullPage: true })
    }
  void licenceDetail
})
