import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import type { Component, Example } from '../components/example.ts'
import { components } from '../components/examples.ts'
import { stylesheet } from '../stylesheet.ts'
import type { ThemeName } from '../tokens/colour.ts'
import { alonePage } from './alone.tsx'
import { tabThrough } from './testing/keyboard.ts'
import { accept, acceptedPictures, difference, keepPicture, pictureOf } from './testing/picture.ts'
import { deadWithoutScript } from './testing/without-script.ts'

const ACCEPTING = process.env.ACCEPT_PICTURES === '1'
const HOW_TO_ACCEPT = 'look at it; if it is wanted: ACCEPT_PICTURES=1 npx vitest run ui/gallery'

const { text: css } = stylesheet()
const pictures = acceptedPictures()
const accepted: Record<string, string> = {}
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
})
afterAll(async () => {
  await browser.close()
  if (ACCEPTING) accept(accepted, new Set(shown.map(({ name }) => name)))
})

const shown = Object.entries(components).flatMap(([folder, component]) =>
  component.examples.map((example, at) => ({
    ...{ folder, component, example, name: `${folder}/${at + 1}`, title: example.title },
  })),
)

/** Without a file that would enhance it, as on a phone whose scripts never arrive. */
async function show(component: Component, example: Example): Promise<void> {
  const html = alonePage(component, example, 'about:blank')
    .replace(/<script\b[^>]*><\/script>/g, '')
    // Taken at some moment after loading, or not: a walk and a picture must not depend on it.
    .replace(/ autofocus(="[^"]*")?(?=[ >])/gi, '')
  await page.setContent(html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`))
}

/** Only what colours decide is asked again where only colours change; 7:1 in high contrast. */
const LOOKS: readonly { theme: ThemeName; elder: boolean; rules: readonly string[] }[] = [
  { theme: 'dark', elder: false, rules: ['color-contrast'] },
  { theme: 'contrast-light', elder: false, rules: ['color-contrast-enhanced'] },
  { theme: 'contrast-dark', elder: false, rules: ['color-contrast-enhanced'] },
  { theme: 'light', elder: true, rules: ['color-contrast', 'target-size'] },
]

describe.each(Object.entries(components))('%s', (folder, component) => {
  const mine = shown.filter((one) => one.folder === folder)

  test.each(mine)('$title: can be read and pressed by everybody', async ({ example }) => {
    await show(component, example)
    expect(await axeViolations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page, 44)).toEqual([])
    expect(await deadWithoutScript(page)).toEqual([])
    for (const { theme, elder, rules } of LOOKS) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'
        document.documentElement.classList.toggle('elder', ${elder})`)
      const found = await axeViolations(page, rules)
      expect({ theme, elder, found }).toEqual({ theme, elder, found: [] })
      if (!elder) continue
      expect(await tooWide(page)).toEqual([])
      expect(await tooSmall(page, 52)).toEqual([])
    }
  })

  test.each(mine)('$title: by the Tab key alone, with the focus seen', async ({ example }) => {
    await show(component, example)
    const { expected, reached, unmarked } = await tabThrough(page)
    expect(reached).toEqual(expected)
    expect(unmarked).toEqual([])
  })

  test.each(mine)('$title: looks as accepted', async ({ name, example }) => {
    await show(component, example)
    const { png, signature } = await pictureOf(page)
    if (ACCEPTING) accepted[name] = signature
    const stored = ACCEPTING ? signature : pictures[name]
    const differs = stored === undefined ? 'has no accepted picture yet' : difference(stored, signature)
    const kept = differs && keepPicture(name, png)
    expect(differs, `${name}, now in ${kept}: ${HOW_TO_ACCEPT} -t ${folder}`).toBeUndefined()
  })
})

const enhanced = shown.filter(({ component }) => component.usage.script !== undefined)
test.each(enhanced)(
  '$name $title: its script adds and takes nothing away',
  async ({ component, example }) => {
    const faults: unknown[] = []
    const note = (error: unknown) => faults.push(error)
    page.on('pageerror', note)
    await show(component, example)
    const before = await controls(page)
    await page.addScriptTag({ content: component.usage.script!.text })
    expect(faults).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page, 44)).toEqual([])
    const { expected, reached, unmarked } = await tabThrough(page)
    expect(reached).toEqual(expected)
    expect(unmarked).toEqual([])
    // A script may put a better control over a plain one, but what is sent keeps its names.
    expect((await controls(page)).filter((name) => before.includes(name))).toEqual(before)
    page.off('pageerror', note)
  },
)

async function controls(page: Page): Promise<string[]> {
  return (await page.evaluate(
    `[...new Set([...document.querySelectorAll('[name]')].map(({ name }) => name))]`,
  )) as string[]
}

/** What reaches over the right edge of a narrow phone. */
async function tooWide(page: Page): Promise<string[]> {
  return (await page.evaluate(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth).map((element) => element.outerHTML.slice(0, 90))`)) as string[]
}

/** Links in running text are excepted by WCAG 2.5.8; everything that stands for itself is measured. */
async function tooSmall(page: Page, pixels: number): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('button, select, textarea, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .button, .choice > label')]
    .filter((element) => element.checkVisibility() && element.getClientRects().length > 0 && !element.closest('.visually-hidden'))
    .filter((element) => element.getBoundingClientRect().height < ${pixels})
    .map((element) => element.getBoundingClientRect().height + ' px: ' + element.outerHTML.slice(0, 80))`)) as string[]
}
