import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { pageExamples } from '../../examples/pages/index.ts'
import { exampleCss } from '../../examples/visits.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function guide(elder: boolean, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height }, reducedMotion: 'reduce' })
  await page.setContent(renderPage(pageExamples(elder).find(({ title }) => title === 'guide')!.node))
  await page.addStyleTag({ content: exampleCss.text })
  return page
}

const BEHIND = `(() => {
  const bar = document.querySelector('.guide-apply')
  const at = document.activeElement
  if (!at || at === document.body || bar.contains(at)) return undefined
  if (getComputedStyle(bar).position !== 'fixed') return undefined
  const edge = bar.getBoundingClientRect().top
  return at.getBoundingClientRect().top >= edge ? at.textContent.trim() : undefined
})()`

test.each([false, true])(
  'the button that stays in reach never covers what the keyboard is at (large characters: %s)',
  async (elder) => {
    const page = await guide(elder, 640)
    const covered = []
    for (let pressed = 0; pressed < 45; pressed += 1) {
      await page.keyboard.press('Tab')
      covered.push(await page.evaluate(BEHIND))
    }
    expect(covered.filter(Boolean)).toEqual([])
    await page.close()
  },
)

test('a window zoomed to four times gives no strip of its height away', async () => {
  const page = await guide(false, 256)
  const position = await page.evaluate("getComputedStyle(document.querySelector('.guide-apply')).position")
  expect(position).toBe('static')
  await page.close()
})
