import fs from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { citizen, officer, SHARED } from '../people.ts'

export interface Picture {
  /** Without its ending, e.g. `home-phone`. */
  file: string
  screen: keyof typeof SCREENS
  /** Nobody unless it says so. */
  who?: 'citizen' | string
  elder?: boolean
  dark?: boolean
  /** Goes where the picture is taken; `open` takes a path of this county. */
  go(page: Page, open: (path: string) => Promise<void>): Promise<void>
}

const SCREENS = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Record<string, BrowserContextOptions>

/** Takes one picture and keeps it; gives its size in bytes. `now` is what the clock of the screen says. */
export async function taken(
  browser: Browser,
  url: string,
  picture: Picture,
  { folder, now }: { folder: string; now: string },
): Promise<number> {
  const { file, screen, who, elder = false, dark = false } = picture
  const context = await browser.newContext({
    ...SHARED,
    ...SCREENS[screen],
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(who === undefined ? {} : { storageState: await memoryOf(browser, url, who) }),
  })
  if (elder) await context.addCookies([{ name: 'elder', value: 'on', url }])
  try {
    const page = await context.newPage()
    await page.clock.setFixedTime(now)
    await picture.go(page, async (address) => {
      await page.goto(url + address)
      await page.waitForLoadState('networkidle')
    })
    const webp = await asWebp(context, await page.screenshot())
    await fs.mkdir(folder, { recursive: true })
    await fs.writeFile(path.join(folder, `${file}.webp`), webp)
    return webp.length
  } finally {
    await context.close()
  }
}

type Memory = Awaited<ReturnType<typeof citizen>>
const memories = new Map<string, Promise<Memory>>()

function memoryOf(browser: Browser, url: string, who: string): Promise<Memory> {
  const known = memories.get(who)
  if (known !== undefined) return known
  const made = who === 'citizen' ? citizen(browser, url) : officer(browser, url, who)
  memories.set(who, made)
  return made
}

/** So that a reader of the front page need not wait. */
export const BYTES_MAX = 120 * 1024
/** Letters stay sharp at the first, and a screen takes a third of the bytes it has as PNG. */
const QUALITIES = [0.86, 0.78, 0.7]

/** The browser itself can write WebP, so no further library is needed. */
async function asWebp(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage()
  let webp = png
  for (const quality of QUALITIES) {
    // In the page's own language: this file knows no document.
    const draw = new Function('[png, quality]', DRAW) as (given: [string, number]) => Promise<string>
    webp = Buffer.from(
      await page.evaluate(draw, [png.toString('base64'), quality] as [string, number]),
      'base64',
    )
    if (webp.length <= BYTES_MAX) break
  }
  await page.close()
  return webp
}

const DRAW = `return (async () => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob())
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: picture.width, height: picture.height })
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return canvas.toDataURL('image/webp', quality).split(',')[1]
})()`
