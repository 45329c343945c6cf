import type { Browser, Page } from 'playwright-core'
import type { VNode } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { componentExamples, shellExamples } from '#ui/components/examples.ts'

const { text: css } = stylesheet()
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
})
afterAll(() => browser.close())

/** One document for all states of a component; their ids may repeat between states, so each state is its own page. */
async function show(node: VNode): Promise<void> {
  await page.setContent(renderPage(node))
  await page.addStyleTag({ content: css })
}

describe.each(Object.entries(componentExamples))('%s', (_name, examples) => {
  test.each(examples)('$title has no axe violations and fits 320 px', async ({ title, node }) => {
    const frame = (
      <html lang="zh-CN">
        <head>
          <title>{title}</title>
        </head>
        <body>
          <main class="page">
            <h1 class="visually-hidden">{title}</h1>
            {node}
          </main>
        </body>
      </html>
    )
    await show(frame)
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})

test.each(shellExamples)('page shell: $title has no axe violations', async ({ node }) => {
  await show(node)
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})

test('what a finger has to hit is at least 44 px high', async () => {
  const small: string[] = []
  for (const [name, examples] of Object.entries(componentExamples)) {
    for (const { node, title } of examples) {
      await show(
        <html lang="zh-CN">
          <head>
            <title>{title}</title>
          </head>
          <body>{node}</body>
        </html>,
      )
      const found = (await page.evaluate(SMALL_TARGETS)) as string[]
      small.push(...found.map((line) => `${name} ${title}: ${line}`))
    }
  }
  expect(small).toEqual([])
})

/** Links in running text are excepted by WCAG 2.5.8; everything that stands for itself is measured. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, textarea, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .button, .choice > label')]
  .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 44)
  .map((element) => element.outerHTML.slice(0, 80))`
