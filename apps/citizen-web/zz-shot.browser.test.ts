import { test } from 'vitest'
import { launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { exampleCss, pageExamples } from './examples/pages.tsx'
test('shots', async () => {
  const browser = await launchBrowser()
  for (const [size, width] of [['desk', 1100], ['phone', 360]] as const) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    for (const title of ['licences', 'licence']) {
      await page.setContent(renderPage(pageExamples().find((e) => e.title === title)!.node))
      await page.addStyleTag({ content: exampleCss.text })
      await page.screenshot({ path: `/tmp/lic-shots/citizen-${title}-${size}.png`, fullPage: true })
    }
  }
  await browser.close()
})
