import type { Browser, BrowserContext, Page } from 'playwright-core'
import { SHARED, type Memory } from './people.ts'
import { LISTS } from './staff-screens.ts'

/** A window of the workbench. */
export async function desk(
  browser: Browser,
  memory: Memory | undefined,
  size: { width: number; height: number } = { width: 1280, height: 800 },
): Promise<BrowserContext> {
  return browser.newContext({
    ...SHARED,
    viewport: size,
    ...(memory === undefined ? {} : { storageState: memory }),
  })
}

/** Opens a screen and waits until all of it is there; undefined when this county has nothing to show on it. */
export async function openScreen(page: Page, url: string, path: string): Promise<string | undefined> {
  const part = /:\w+/.exec(path)?.[0]
  const address = part === undefined ? path : await firstOf(page, url, path, part)
  if (address === undefined) return undefined
  await page.goto(`${url}/staff${address}`)
  await settled(page)
  return address
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
  await page.getByText('正在读取…').first().waitFor({ state: 'detached' })
}

async function firstOf(page: Page, url: string, path: string, part: string): Promise<string | undefined> {
  const { list, link } = LISTS[part]!
  await page.goto(`${url}/staff${list}`)
  await settled(page)
  const first = page.locator(link).first()
  if ((await first.count()) === 0) return undefined
  const last = (await first.getAttribute('href'))!.split('/').at(-1)!
  return path.replace(part, last.replace(/\?.*$/s, ''))
}
