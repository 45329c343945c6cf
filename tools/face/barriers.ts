import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { axeViolations } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { pageExamples } from '../../apps/citizen-web/examples/pages/index.ts'
import { exampleCss } from '../../apps/citizen-web/examples/visits.ts'
import { SHARED } from './people.ts'
import type { Line } from './table.ts'

/** How a page may be shown. */
export interface Mode {
  name: string
  elder?: boolean
  options: BrowserContextOptions
}

const NARROW = { width: 320, height: 640 }

export const MODES: readonly Mode[] = [
  { name: '320 px', options: { viewport: NARROW } },
  { name: '大字版', elder: true, options: { viewport: NARROW } },
  { name: 'dark', options: { viewport: NARROW, colorScheme: 'dark' } },
  { name: 'high contrast', options: { viewport: NARROW, contrast: 'more' } },
  { name: 'dark, high contrast', options: { viewport: NARROW, colorScheme: 'dark', contrast: 'more' } },
]

/** Every page of the portal in its empty, filled and wrong states, in every mode. */
export async function examplesWithout(browser: Browser): Promise<Line[]> {
  const lines: Line[] = []
  for (const { name, elder = false, options } of MODES) {
    const context = await browser.newContext({ ...SHARED, ...options })
    const page = await context.newPage()
    const wrong: string[] = []
    const examples = pageExamples(elder)
    for (const { title, node } of examples) {
      await page.setContent(renderPage(node))
      await page.addStyleTag({ content: exampleCss.text })
      wrong.push(...(await barriers(page)).map((found) => `${title}: ${found}`))
    }
    await context.close()
    lines.push({
      what: `${examples.length} states of the portal's pages, ${name}`,
      found: wrong.length === 0 ? 'no violation' : wrong.join('; '),
      miss: wrong.length > 0,
    })
  }
  return lines
}

/** What stands in somebody's way on this page; empty when nothing does. */
export async function barriers(page: Page): Promise<string[]> {
  const violations = (await axeViolations(page)).map(
    ({ rule, where }) => `${rule} at ${where.slice(0, 2).join(', ')}`,
  )
  const sideways = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  return sideways ? [...violations, 'scrolls sideways'] : violations
}
