import type { Browser, BrowserContext } from 'playwright-core'
import { RESIDENT_LOGIN } from '../../apps/server/demo/resident.ts'

const PASSWORD = 'Yichuang-2026'
/** A slow machine is no reason to give up. */
const PATIENCE_MS = 60_000

/** What somebody's browser remembers, so that many fresh windows can be theirs. */
export type Memory = Awaited<ReturnType<BrowserContext['storageState']>>

export const SHARED = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

export async function citizen(browser: Browser, url: string): Promise<Memory> {
  const context = await browser.newContext(SHARED)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${url}/sign-in?to=%2Fmy`)
  const form = page.locator('main form')
  await form.locator('[name=login]').fill(RESIDENT_LOGIN)
  await form.locator('[name=password]').fill(PASSWORD)
  await Promise.all([page.waitForURL('**/my'), form.locator('button').first().click()])
  return keep(context)
}

export async function officer(browser: Browser, url: string, login: string): Promise<Memory> {
  const context = await browser.newContext(SHARED)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${url}/staff/`)
  await page.getByRole('textbox', { name: '账号', exact: true }).fill(login)
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
  await page.waitForLoadState('networkidle')
  return keep(context)
}

async function keep(context: BrowserContext): Promise<Memory> {
  const memory = await context.storageState()
  await context.close()
  return memory
}
