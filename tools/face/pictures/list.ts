import type { Page } from 'playwright-core'
import { RESIDENT } from '../../../apps/server/demo/resident.ts'
import type { Picture } from './camera.ts'
import { settled } from '../screens.ts'

type Open = (path: string) => Promise<void>

const page =
  (path: string) =>
  (_page: Page, open: Open): Promise<void> =>
    open(path)

const GUIDE = '/items/food-business-licence'
const home = page('/')
const guide = page(GUIDE)
const my = page('/my')

/** The first matter of one's own that waits for something. */
async function ownCase(seen: Page, open: Open): Promise<void> {
  await open('/my')
  const links = seen.locator('main a[href^="/my/cases/"]')
  const own = await links.first().getAttribute('href')
  await open(own!.split('/').slice(0, 4).join('/'))
}

/** The second step of an application, where there is something to fill in. */
async function form(seen: Page, open: Open): Promise<void> {
  await draft(seen, open, 'form')
  await seen
    .locator('main h2')
    .first()
    .evaluate((heading) => heading.scrollIntoView())
}

async function check(seen: Page, open: Open): Promise<void> {
  await draft(seen, open, 'check')
  await seen
    .locator('main h1')
    .first()
    .evaluate((heading) => heading.scrollIntoView())
}

/** An application as far as this step; where and what for is said already. */
async function draft(seen: Page, open: Open, step: string): Promise<void> {
  await open('/items/elderly-allowance/apply')
  await seen.locator('main form[method=post] button').last().click()
  await seen.waitForURL(/\/apply\//)
  const address = (last: string) => new URL(seen.url()).pathname.replace(/\w+$/, last)
  const csrf = await seen.locator('main [name=csrf]').first().inputValue()
  for (const [last, answers] of Object.entries({ where: WHERE, form: FORM })) {
    const url = new URL(address(last), seen.url()).href
    await seen.request.post(url, { form: { csrf, ...answers }, maxRedirects: 0 })
  }
  await open(address(step))
}

const VILLAGE = '370304004207'
const WHERE = { region: VILLAGE, acceptPlace: 'centre-370304004', delivery: 'window' }
const FORM = {
  ...{ name: RESIDENT.name, citizenId: RESIDENT.citizenId, phone: RESIDENT.phone },
  ...{ householdAddress: '博山区山头街道秋谷村1号', village: VILLAGE, residence: 'home', ageBand: '100' },
  ...{ receivesElsewhere: 'no', bank: '示例银行', accountNumber: '6200000000000000001', byAgent: 'no' },
}

async function workspace(seen: Page, open: Open): Promise<void> {
  await open('/staff/cases')
  await settled(seen)
  await seen.locator('[data-row]').first().click()
  await seen.getByRole('heading', { name: '现在该做什么' }).waitFor()
  await settled(seen)
}

const staff = (path: string) => async (seen: Page, open: Open) => {
  await open(`/staff${path}`)
  await settled(seen)
}

/** In the order of a first visit. */
export const pictures: readonly Picture[] = [
  { file: 'home-phone', screen: 'phone', go: home },
  { file: 'home-desk', screen: 'desk', go: home },
  { file: 'home-elder', screen: 'phone', elder: true, go: home },
  { file: 'home-dark', screen: 'phone', dark: true, go: home },
  { file: 'search-phone', screen: 'phone', go: page('/search?q=开饭店') },
  { file: 'guide-phone', screen: 'phone', go: guide },
  { file: 'guide-desk', screen: 'desk', go: guide },
  { file: 'guide-elder', screen: 'phone', elder: true, go: guide },
  { file: 'apply-phone', screen: 'phone', who: 'citizen', go: form },
  { file: 'apply-elder', screen: 'phone', who: 'citizen', elder: true, go: form },
  { file: 'check-phone', screen: 'phone', who: 'citizen', go: check },
  { file: 'case-phone', screen: 'phone', who: 'citizen', go: ownCase },
  { file: 'case-desk', screen: 'desk', who: 'citizen', go: ownCase },
  { file: 'case-dark', screen: 'phone', who: 'citizen', dark: true, go: ownCase },
  { file: 'my-phone', screen: 'phone', who: 'citizen', go: my },
  { file: 'work-list', screen: 'desk', who: 'clerk.hall', go: staff('/cases?queue=open') },
  { file: 'case-workspace', screen: 'desk', who: 'clerk.shantou', go: workspace },
  { file: 'case-workspace-dark', screen: 'desk', dark: true, who: 'clerk.shantou', go: workspace },
  { file: 'supervision', screen: 'desk', who: 'supervisor', go: staff('/supervision') },
  { file: 'hall-screen', screen: 'wall', go: page('/screen/hall-370304') },
]
