import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PAGES } from '../../apps/server/matrix/pages.ts'
import { SHARED, type Memory } from './people.ts'

/** A page of the portal or of the hall, by its route and by one address of it. */
export interface PortalPage {
  route: string
  address: string
}

/** What is downloaded, or only ever leads elsewhere. */
const NO_PAGE =
  /\.pdf$|\.rss$|worker\.js$|\/papers\/|\/files\/|^\/screen$|^\/suggest$|^\/kiosk\/|^\/verify\/:token$/
/** The gallery is looked at by its own test. */
const GALLERY = /^\/ui/

const ROUTES = PAGES.filter(
  ({ method, path }) => method === 'GET' && !NO_PAGE.test(path) && !GALLERY.test(path),
).map(({ path }) => ({ path, pattern: patternOf(path) }))

const BEGIN = [
  '/',
  '/search?q=老人',
  '/my',
  '/publicity',
  '/query',
  '/verify',
  '/kiosk',
  '/screen/',
  '/offline',
]

/** The addresses of this county's pages, found by following links as a signed-in person; what only strangers see is asked for as one. */
export async function portalPages(
  browser: Browser,
  url: string,
  memory: Memory,
): Promise<{ mine: PortalPage[]; strangers: PortalPage[]; unmet: string[] }> {
  const context = await browser.newContext({ ...SHARED, storageState: memory })
  const draft = await begunDraft(context, url)
  const found = new Map<string, string>()
  const waiting = [
    ...BEGIN,
    draft,
    ...['form', 'materials', 'check', 'reuse', 'way', 'counter', 'drop'].map((step) =>
      draft.replace(/\w+$/, step),
    ),
  ]
  const seen = new Set<string>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = ROUTES.find(({ pattern }) => pattern.test(pathOf(address!)))
    if (route === undefined || seen.has(address) || (found.has(route.path) && seen.size > FAR)) continue
    seen.add(address)
    const reply = await context.request.get(url + address, { maxRedirects: 0 })
    if (reply.status() !== 200) continue
    if (!found.has(route.path)) found.set(route.path, address)
    waiting.push(...linksOf(await reply.text()))
  }
  await context.close()
  const strangers = ['/sign-in', '/register'].map((route) => ({ route, address: route }))
  const mine = [...found].map(([route, address]) => ({ route, address }))
  const met = new Set([...found.keys(), ...strangers.map(({ route }) => route)])
  return { mine, strangers, unmet: ROUTES.map(({ path }) => path).filter((path) => !met.has(path)) }
}

/** Cases and items enough to meet each kind of page. */
const FAR = 150

async function begunDraft(context: BrowserContext, url: string): Promise<string> {
  const page: Page = await context.newPage()
  await page.goto(`${url}/items/elderly-allowance/apply`)
  await page.locator('main form[method=post] button').last().click()
  await page.waitForURL(/\/apply\//)
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

function linksOf(html: string): string[] {
  const links = [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  )
  return [...new Set(links)].filter((link) => !link.includes('/sign-out'))
}

const pathOf = (address: string): string => address.replace(/\?.*$/s, '')

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}
