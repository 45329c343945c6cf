import type { Browser, Page } from 'playwright-core'
import type { VNode } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { components } from '#ui/components/examples.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { citizenCss } from '../../css.ts'
import { visitsOf } from '../../examples/visits.ts'
import { ComponentPage } from './component-page.tsx'
import { galleryCss } from './css.ts'
import { GalleryPage } from './list-page.tsx'
import { TokensPage } from './tokens-page.tsx'

const { text } = stylesheet(citizenCss + galleryCss)
const props = { visit: visitsOf(false).guest, css: '/assets/ui.css' }
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
})
afterAll(() => browser.close())

const pages: [string, VNode][] = [
  ['the list', GalleryPage(props)],
  ['the tokens', TokensPage(props)],
  ...Object.entries(components).map(([name, component]): [string, VNode] => [
    name,
    ComponentPage({ ...props, name, component }),
  ]),
]

test.each(pages)('%s: a page of the house on a narrow phone, no id twice', async (_name, node) => {
  await page.setContent(renderPage(node))
  await page.addStyleTag({ content: text })
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const twice =
    '[...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)'
  expect(await page.evaluate(twice)).toEqual([])
})
