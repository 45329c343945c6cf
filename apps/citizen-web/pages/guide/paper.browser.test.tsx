import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GuideView } from '#capabilities/portal/contract.ts'
import { launchBrowser } from '#platform/testing/browser.ts'
import { pdfText } from '#platform/testing/pdf.ts'
import { renderPage } from '#ui/html.ts'
import { sampleGuide } from '../../examples/views.ts'
import { exampleCss, visitsOf } from '../../examples/visits.ts'
import { GuidePage } from './page.tsx'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function printed(view: GuideView): Promise<string> {
  const page = await browser.newPage({ locale: 'zh-CN' })
  const { oneOfTwo } = visitsOf(false)
  await page.setContent(renderPage(<GuidePage visit={oneOfTwo} view={view} />))
  await page.addStyleTag({ content: exampleCss.text })
  const sheets = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  await page.close()
  return sheets.join('').replace(/\s/g, '')
}

test('a printed guide says where it is found again, with the area, and what few need by its name alone', async () => {
  const text = await printed(sampleGuide)
  expect(text).toContain(`http://localhost/items/${sampleGuide.item.id}?area=990101`)
  const [way] = sampleGuide.ways
  expect(text).toContain(`还可能遇到的情形：${way!.title}`)
  expect(text).not.toContain(way!.text.replace(/\s/g, ''))
})

test('places that open alike tell their hours once', async () => {
  const [first] = sampleGuide.places
  // No dashes: fonts that draw two of them with one glyph give the other one back.
  const at = (id: string, address: string, hours: string) =>
    ({ ...first!, id, address, hours, name: address, tier: 'centre' }) as const
  const text = await printed({
    ...sampleGuide,
    places: [
      at('a', '东街1号', '工作日8点到17点'),
      at('b', '西街2号', '工作日8点到17点'),
      at('c', '夜市3号', '周六18点到20点'),
    ],
  })
  expect(text.split('工作日8点到17点')).toHaveLength(2)
  for (const told of ['东街1号', '西街2号', '夜市3号', '周六18点到20点']) expect(text).toContain(told)
})
