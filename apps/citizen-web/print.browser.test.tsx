import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#platform/testing/browser.ts'
import { pdfText } from '#platform/testing/pdf.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { Button, DataTable, Disclosure, PageShell, PrintArea } from '#ui/components/index.ts'

const LINES = Array.from({ length: 60 }, (_, line) => ({ name: `第${line + 1}样材料`, count: '原件1份' }))
const shell = {
  ...{ title: '示例事项', placeName: '示例县', path: '/items/x', elder: true, stylesheet: '/style.css' },
  csrfToken: 'x',
}
const html = renderPage(
  <PageShell shell={shell}>
    <h1>示例事项</h1>
    <PrintArea papers={[{ text: '下载打印版', href: '/guide.pdf' }]} />
    <Disclosure summary="窗口会看什么">
      <p>看原件。</p>
      <Disclosure summary="示例法第一条">
        <p>法条全文。</p>
      </Disclosure>
    </Disclosure>
    <Disclosure summary="村（社区）便民服务站（三百处）" paper="line">
      <p>第一处的地址。</p>
    </Disclosure>
    <Disclosure summary="读者自己打开的" paper="line" open>
      <p>第二处的地址。</p>
    </Disclosure>
    <DataTable
      caption="要带的"
      rows={LINES}
      rowKey={(line) => line.name}
      columns={[
        { title: '材料', cell: (line) => line.name },
        { title: '份数', cell: (line) => line.count },
      ]}
    />
    <div class="no-print">
      <Button>提交</Button>
    </div>
  </PageShell>,
)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a page goes onto numbered A4 sheets with the office above, folded text open, and nothing to press', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.setContent(html)
  await page.addStyleTag({ content: stylesheet().text })
  const bytes = await page.pdf({ preferCSSPageSize: true })
  const sheets = (await pdfText(bytes)).map((text) => text.replace(/\s/g, ''))
  const text = sheets.join('')
  for (const words of [
    ...['示例县政务服务', '看原件。', '示例法第一条', '第60样材料'],
    ...['（三百处）', '第二处的地址。'],
  ])
    expect(text).toContain(words)
  for (const words of [
    '大字版',
    '标准字',
    '显示设置',
    '查找',
    '下载打印版',
    '提交',
    '法条全文',
    '第一处的地址。',
  ])
    expect(text).not.toContain(words)
  // 页 comes back as a radical of the same shape.
  expect(
    sheets.map((sheet, at) => new RegExp(`第${at + 1}.，共${sheets.length}.`).test(sheet)),
  ).not.toContain(false)
  // The head of a table stands on each sheet again.
  expect(sheets.slice(0, 2).map((sheet) => sheet.includes('材料份数'))).toEqual([true, true])
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString('latin1'))!
  expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842])
})
