import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real Chromium with Chinese fonts, from npm alone; `CHROMIUM_PATH` names another one. Close it after use. */
export async function launchBrowser(): Promise<Browser> {
  const problems: string[] = []
  for (const find of [givenPath, npmChromium, systemChromium]) {
    try {
      const executablePath = await find()
      if (executablePath !== undefined) return await launch(executablePath)
    } catch (error) {
      if (find === givenPath) throw error
      problems.push((error as Error).message)
    }
  }
  throw new Error(`no Chromium could be started; set CHROMIUM_PATH\n${problems.join('\n')}`)
}

/** A context as people here have it: Chinese, local time, and a phone or a desk. */
export function visitor(
  browser: Browser,
  screen: 'phone' | 'desk' = 'desk',
  script = true,
): Promise<BrowserContext> {
  const phone = {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  }
  return browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: script,
    ...(screen === 'phone' ? phone : { viewport: { width: 1280, height: 800 } }),
  })
}

export interface Violation {
  rule: string
  help: string
  /** CSS selectors of the elements concerned. */
  where: string[]
}

/** What axe objects to on this page by WCAG 2.2 A and AA, or by these rules alone; an empty list is a pass. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS }
  await settled(page)
  // Evaluated and not added as a script element, which a strict content security policy would refuse.
  if (await page.evaluate('!window.axe'))
    await page.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const results = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(runOnly)} })`,
  )) as { violations: { id: string; help: string; nodes: { target: unknown[] }[] }[] }
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => node.target.flat().join(' ')),
  }))
}

/** Colours are judged when they stand: whatever fades or moves has come to its end, unless it never does. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((motion) => Number.isFinite(motion.effect?.getComputedTiming().endTime))
    .map((motion) => motion.finished))`)
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

function launch(executablePath: string): Promise<Browser> {
  return playwright.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--lang=zh-CN',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
    env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontsFile() },
  })
}

async function givenPath(): Promise<string | undefined> {
  return process.env.CHROMIUM_PATH || undefined
}

async function npmChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  // Makes the package unpack the libraries (nss and others) that it would otherwise expect from the machine.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

async function systemChromium(): Promise<string | undefined> {
  return SYSTEM_CHROMIUM.find((file) => fs.existsSync(file))
}

/** A font configuration of our own, so that a page looks the same on every machine. */
function fontsFile(): string {
  const folders = [
    '@expo-google-fonts/noto-sans-sc',
    '@expo-google-fonts/noto-serif-sc',
    'dejavu-fonts-ttf',
  ].map((name) => path.dirname(require.resolve(`${name}/package.json`)))
  const cache = path.join(os.tmpdir(), `yichuang-fontconfig-${process.getuid?.() ?? 'user'}`)
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
  ${alias('sans-serif', 'Noto Sans SC')}
  ${alias('system-ui', 'Noto Sans SC')}
  ${alias('serif', 'Noto Serif SC')}
  ${alias('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`
  const name = `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.conf`
  fs.mkdirSync(cache, { recursive: true, mode: 0o700 })
  const file = path.join(cache, name)
  if (!fs.existsSync(file)) fs.writeFileSync(file, text)
  return file
}

function alias(family: string, font: string): string {
  return `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family><family>DejaVu Sans</family></prefer></alias>`
}
