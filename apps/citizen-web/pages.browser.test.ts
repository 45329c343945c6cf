import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { pageExamples } from './examples/pages/index.ts'
import { exampleCss } from './examples/visits.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const modes = [
  { mode: 'standard characters, light', elder: false, colorScheme: 'light' },
  { mode: 'large characters, light', elder: true, colorScheme: 'light' },
  { mode: 'standard characters, dark', elder: false, colorScheme: 'dark' },
] as const

/** The dark changes colours only; these pages hold every component between them. */
const IN_THE_DARK = new Set([
  'home',
  'guide',
  'apply-form-wrong',
  'apply-materials',
  'case-supplementing',
  'case-late',
  'case-special',
  'case-denied',
  'rating-poor',
  'verify-same',
])

describe.each(modes)('$mode', ({ elder, colorScheme }) => {
  let page: Page
  beforeAll(async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      locale: 'zh-CN',
      colorScheme,
      javaScriptEnabled: true,
    })
    page = await context.newPage()
  })

  const shown = pageExamples(elder).filter(({ title }) => colorScheme === 'light' || IN_THE_DARK.has(title))
  test.each(shown)('$title: no axe violations, no sideways scrolling', async ({ node }) => {
    await page.setContent(renderPage(node))
    await page.addStyleTag({ content: exampleCss.text })
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})

test.each(['contrast-light', 'contrast-dark'])('%s: every text of every page reaches 7:1', async (theme) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  // The page of the settings shows all themes beside each other.
  for (const { title, node } of pageExamples().filter((example) => !example.title.startsWith('display'))) {
    await page.setContent(renderPage(node))
    await page.addStyleTag({ content: exampleCss.text })
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
    expect({ title, found: await axeViolations(page, ['color-contrast-enhanced']) }).toEqual({
      title,
      found: [],
    })
  }
})

test('pages with something to mend take the focus there and say so in the title', async () => {
  const page = await browser.newPage()
  const wrong = pageExamples().filter((example) => example.title.endsWith('-wrong'))
  expect(wrong.length).toBeGreaterThan(8)
  for (const { node } of wrong) {
    await page.goto('about:blank')
    await page.setContent(renderPage(node))
    expect(await page.title()).toMatch(/^需要改正：/)
    await page.waitForFunction("document.activeElement?.classList.contains('error-summary')")
    // Every line of the summary leads to something on the page, or to another page.
    const lost = await page.evaluate(
      "[...document.querySelectorAll('.error-summary a')].map((a) => a.getAttribute('href')).filter((href) => href.startsWith('#') && !document.getElementById(href.slice(1)))",
    )
    expect(lost).toEqual([])
  }
})
