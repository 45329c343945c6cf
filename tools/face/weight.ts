import type { Browser, BrowserContextOptions } from 'playwright-core'

export const KB = 1024

export interface Weight {
  /** Bytes over the wire without pictures: pages, styles, scripts, answers of the interface. */
  all: number
  scripts: number
}

/** What a first visit to an address costs, with nothing in the cache. */
export async function weightOf(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
  arrived: string,
): Promise<Weight> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  const weight = { all: 0, scripts: 0 }
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Image' || kind === 'Font') return
    weight.all += encodedDataLength
    if (kind === 'Script') weight.scripts += encodedDataLength
  })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.locator(arrived).first().waitFor()
  await context.close()
  return weight
}
