import type { Browser } from 'playwright-core'
import { barriers } from './barriers.ts'
import type { County } from './county.ts'
import { officer, SHARED } from './people.ts'
import { desk, openScreen, settled } from './screens.ts'
import { listAnswersMs, OFFICE } from './speed.ts'
import { STAFF_SCREENS } from './staff-screens.ts'
import { line, type Line } from './table.ts'
import { KB, weightOf } from './weight.ts'

const LIST_OWNER = 'clerk.hall'

export async function workbench(browser: Browser, { url }: County): Promise<Line[]> {
  const memory = await officer(browser, url, LIST_OWNER)
  const at = { ...SHARED, viewport: { width: 1280, height: 800 } }
  const signedIn = { ...at, storageState: memory }
  const address = `${url}/staff/cases?queue=open`
  const signIn = await weightOf(browser, at, `${url}/staff/`, 'h1, h2, form')
  const list = await weightOf(browser, signedIn, address, '[data-row]')
  return [
    line('sign-in, first visit', signIn.all / KB, 300, ' KB'),
    line('work list, first visit', list.all / KB, 300, ' KB'),
    line('work list answers a key', await listAnswersMs(browser, signedIn, address, OFFICE), 2000, ' ms'),
  ]
}

export async function staffBarriers(browser: Browser, { url }: County): Promise<Line[]> {
  const lines: Line[] = []
  for (const [login, paths] of STAFF_SCREENS) {
    const context = await desk(browser, await officer(browser, url, login))
    const page = await context.newPage()
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 800 })
      if ((await openScreen(page, url, path)) === undefined) continue
      const found: string[] = []
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 })
        found.push(...(await barriers(page)).map((each) => `${width} px: ${each}`))
      }
      await page.getByRole('button', { name: '大字', exact: true }).first().click()
      await settled(page)
      found.push(...(await barriers(page)).map((each) => `large, 360 px: ${each}`))
      await page.getByRole('button', { name: '标准字', exact: true }).first().click()
      lines.push({
        what: `${path} of ${login}`,
        found: found.join('; ') || 'no violation',
        miss: found.length > 0,
      })
    }
    await context.close()
  }
  return lines
}
