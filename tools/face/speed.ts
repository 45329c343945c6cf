import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { median } from './table.ts'

/** A village at the edge of the network, and an office. The round trip is ours: the issue names none. */
export const SLOW_PHONE = { cpu: 4, bitsPerSecond: 400_000, roundTripMs: 100 } as const
export const OFFICE = { cpu: 2, bitsPerSecond: 10_000_000, roundTripMs: 20 } as const

type Conditions = { cpu: number; bitsPerSecond: number; roundTripMs: number }

const RUNS = 3

/** Milliseconds until something of the page is seen, the median of three first visits. */
export function firstContentMs(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
  conditions: Conditions,
): Promise<number> {
  return visits(browser, options, conditions, async (page) => {
    await page.goto(address, { waitUntil: 'load' })
    return page.evaluate<number>(FIRST_CONTENT)
  })
}

/** Milliseconds until the first row of a list answers a key, the median of three first visits. */
export function listAnswersMs(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
  conditions: Conditions,
): Promise<number> {
  return visits(browser, options, conditions, async (page) => {
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('[data-row]').first().waitFor()
    await page.keyboard.press('j')
    await page.locator('[data-row]:focus-within, [data-row]:focus').first().waitFor()
    return page.evaluate<number>('performance.now()')
  })
}

async function visits(
  browser: Browser,
  options: BrowserContextOptions,
  { cpu, bitsPerSecond, roundTripMs }: Conditions,
  measured: (page: Page) => Promise<number>,
): Promise<number> {
  const values: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    const throughput = bitsPerSecond / 8
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: roundTripMs },
      ...{ downloadThroughput: throughput, uploadThroughput: throughput },
    })
    await wire.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    values.push(await measured(page))
    await context.close()
  }
  return median(values)
}

const FIRST_CONTENT = `new Promise((seen) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName('first-contentful-paint')[0]
  if (paint) seen(paint.startTime)
}).observe({ type: 'paint', buffered: true }))`
