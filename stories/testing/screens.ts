import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

/** With SCREENS_DIR set, every page that is looked at leaves a picture there at both widths. */
const PICTURES = process.env.SCREENS_DIR

export type Screens = Awaited<ReturnType<typeof openScreens>>

/**
 * People before their screens: a citizen with a phone whose browser runs no scripts, an officer at a desk. Each page
 * somebody looks at is held to WCAG 2.2 AA and to its width on a phone and on a desk.
 */
export async function openScreens() {
  if (!fs.existsSync(path.join(import.meta.dirname, '../../apps/staff-web/dist/index.html'))) {
    throw new Error('the workbench is not built; run: npm run build:staff')
  }
  const browser = await launchBrowser()
  afterAll(() => browser.close())
  const mirror = await mirrorOf(browser)
  const faults: string[] = []
  let count = 0
  const picture = async (page: Page, name: string, size: string) => {
    if (PICTURES === undefined) return
    await page.screenshot({
      path: path.join(PICTURES, `${String(count).padStart(2, '0')}-${name}-${size}.png`),
      fullPage: true,
    })
  }

  async function checkAt(page: Page, size: typeof PHONE, name: string): Promise<void> {
    await page.setViewportSize(size)
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    // The name stands in what is compared, so that a failure says which page it was.
    expect({ name, size, violations: await axeViolations(page), fits: width <= size.width }).toEqual({
      ...{ name, size },
      violations: [],
      fits: true,
    })
    await picture(page, name, size === PHONE ? 'phone' : 'desk')
  }

  return {
    /** What the officers' pages threw; a story ends with none. */
    faults,
    citizen: async (): Promise<Page> => patient(await visitor(browser, 'phone', false)),
    async officer(): Promise<Page> {
      const page = await patient(await visitor(browser, 'desk'))
      page.on('pageerror', (error) => faults.push(error.message))
      return page
    },
    /** The citizen's page as the server sent it, checked where scripts may run. */
    async looks(page: Page, name: string): Promise<void> {
      count += 1
      await mirror.show(page)
      for (const size of [PHONE, DESK]) await checkAt(mirror.page, size, name)
    },
    async officerLooks(page: Page, name: string): Promise<void> {
      count += 1
      await page.waitForLoadState('networkidle')
      for (const size of [PHONE, DESK]) await checkAt(page, size, name)
    },
    /** What the camera of somebody else's phone reads from a paper. */
    readQr: (pdf: Uint8Array): Promise<string | undefined> => readQr(browser, pdf),
  }
}

/** Long enough for a slow machine, short enough to learn soon that something is not there. */
const PATIENCE_MS = 10_000

async function patient(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** A second window that shows the same HTML, because a browser without scripts cannot run the check. */
async function mirrorOf(browser: Browser): Promise<{ page: Page; show(page: Page): Promise<void> }> {
  const context: BrowserContext = await visitor(browser, 'desk')
  const page = await context.newPage()
  return {
    page,
    async show(shown) {
      const [url, body] = [shown.url(), await shown.content()]
      const isThis = (asked: URL) => asked.href === url.replace(/#.*$/, '')
      await page.route(isThis, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
      await page.goto('about:blank')
      await page.goto(url)
      await page.unroute(isThis)
    },
  }
}

const PDFJS = path.join(import.meta.dirname, '../../node_modules/pdfjs-dist/legacy/build')
const DESKTOP = 'http://desktop.test/'

/** Draws the first page with somebody else's PDF reader and reads the picture as a camera does. */
async function readQr(browser: Browser, pdf: Uint8Array): Promise<string | undefined> {
  const { default: jsqr } = await import('jsqr')
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.route(`${DESKTOP}**`, (route) => {
      const file = new URL(route.request().url()).pathname.slice(1)
      if (file === '') return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' })
      if (file === 'paper.pdf')
        return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(pdf) })
      return route.fulfill({
        contentType: 'text/javascript',
        body: fs.readFileSync(path.join(PDFJS, path.basename(file))),
      })
    })
    await page.goto(DESKTOP)
    const drawn = (await page.evaluate(DRAW)) as { width: number; height: number; pixels: string }
    return jsqr.default(new Uint8ClampedArray(Buffer.from(drawn.pixels, 'base64')), drawn.width, drawn.height)
      ?.data
  } finally {
    await context.close()
  }
}

const DRAW = `(async () => {
  const pdfjs = await import('/pdf.min.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs'
  const paper = await pdfjs.getDocument('/paper.pdf').promise
  const sheet = await paper.getPage(paper.numPages)
  const viewport = sheet.getViewport({ scale: 2 })
  const canvas = document.querySelector('canvas')
  Object.assign(canvas, { width: viewport.width, height: viewport.height })
  await sheet.render({ canvas, viewport }).promise
  const { width, height } = canvas
  const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data
  let text = ''
  for (let at = 0; at < pixels.length; at += 32768) text += String.fromCharCode(...pixels.subarray(at, at + 32768))
  return { width, height, pixels: btoa(text) }
})()`
