import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { launchBrowser, visitor } from '#platform/testing/browser.ts'
import { decode } from '../../form/index.ts'
import { renderPage } from '../../html.ts'
import { stylesheet } from '../../stylesheet.ts'
import { fieldsScript } from './fields-script.ts'
import { SchemaFields } from './schema-form.tsx'

const { text: css } = stylesheet()
const county = Array.from({ length: 4 }, (_town, at) => ({
  code: `99010101${at}000`,
  name: `第${at + 1}镇`,
  children: Array.from({ length: 10 }, (_village, number) => ({
    code: `99010101${at}2${String(number).padStart(2, '0')}`,
    name: `第${number + 1}村`,
  })),
}))
const schema: FormSchema = {
  title: '示例表',
  fields: [
    { name: 'citizenId', label: '身份证号', type: 'citizen-id', required: true },
    { name: 'phone', label: '电话', type: 'phone', required: true },
    { name: 'born', label: '出生日期', type: 'date', required: true },
    { name: 'cost', label: '花多少钱', type: 'money-yuan', required: true },
    { name: 'home', label: '住在哪里', type: 'region', required: true },
  ],
}

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
afterEach(() => context.close())

async function show(script: boolean): Promise<void> {
  context = await visitor(browser, 'phone', script)
  page = await context.newPage()
  const html = renderPage(
    <html lang="zh-CN">
      <head>
        <title>示例表</title>
      </head>
      <body>
        <form action="/sent" noValidate>
          <SchemaFields schema={schema} values={{}} regions={county} />
          <button type="submit">下一步</button>
        </form>
      </body>
    </html>,
  )
  const body = html.replace('</head>', () => `<style>${css}</style></head>`)
  await page.route('http://form.test/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  )
  await page.goto('http://form.test/')
  if (script) await page.addScriptTag({ content: fieldsScript.text })
}

const said = (name: string) => page.locator(`#field-${name}-said`).innerText()

test('what is typed is read back in groups and in words, full-width digits and blanks too', async () => {
  await show(true)
  await page.getByLabel('身份证号').fill('３７０３０４ 19050312 0')
  expect(await said('citizenId')).toBe('370304 1905 0312 0')
  await page.getByLabel('身份证号').fill('370304190503120020')
  expect(await said('citizenId')).toContain('，有一位不对')
  await page.getByLabel('电话').fill('19900000001')
  expect(await said('phone')).toBe('199 0000 0001')
  await page.getByLabel('花多少钱').fill('1,200.5元')
  expect(await said('cost')).toBe('壹仟贰佰元伍角整')
})

test('without a script, by keyboard and touch, the whole form reaches the server', async () => {
  await show(false)
  await page.getByLabel('身份证号').focus()
  for (const typed of ['11010519491231002x', '19900000001', '1949', '12', '31', '1200.50']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('radio', { name: '第2镇' }).tap()
  expect(await page.getByRole('combobox').filter({ visible: true }).count()).toBe(1)
  await page.getByLabel('第2镇的哪个村（社区）').selectOption({ label: '第3村' })
  await page.getByRole('button', { name: '下一步' }).tap()
  await page.waitForURL(/\/sent/)
  expect(decode(schema, new URL(page.url()).searchParams)).toEqual({
    citizenId: '11010519491231002X',
    phone: '19900000001',
    born: '1949-12-31',
    cost: '1200.50',
    home: county[1]!.children[2]!.code,
  })
})
