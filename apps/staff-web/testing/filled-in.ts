import type { Page } from 'playwright-core'
import { CASE_NO, detail } from './canned-case.ts'
import { refused, type Canned } from './canned-server.ts'

export const CASE = `/staff/cases/${CASE_NO}`
export const DENY = `POST /cases/${CASE_NO}/acts/deny`
export const deny: (typeof detail)['allowed'][number] = {
  ...{ act: 'deny', title: '不予', tone: 'danger', input: {} },
  fields: [
    { name: 'reason', label: '不予的理由', type: 'long-text', required: true, least: 10, maxLength: 2000 },
    { name: 'basis', label: '依据的法律条款', type: 'text', required: true, least: 4, maxLength: 500 },
  ],
}
export const signedOut = refused(
  'signed-out',
  '您还没有登录或登录已过期，请重新登录；已保存的内容不会丢失。',
  401,
)

/** The case with these acts and no others. */
export const allow = (...allowed: (typeof detail)['allowed']): Canned => ({
  [`GET /cases/${CASE_NO}`]: { ...detail, allowed },
})

export async function fillDenial(page: Page): Promise<void> {
  await page.getByRole('button', { name: '不予', exact: true }).click()
  await page.getByLabel('不予的理由').fill('年龄未满80周岁，不符合认定条件。')
  await page.getByLabel('依据的法律条款').fill('示例办法第三条')
}

export async function fillApplication(page: Page): Promise<void> {
  await page.getByLabel('申请人姓名').fill('测试甲')
  await page.getByLabel('身份证号码').fill('370304190503020026')
  await page.getByLabel('手机号码').fill('199 0000 0001')
  await page.getByText('和家人同住').click()
  await page.getByRole('radio', { name: '否', exact: true }).click()
  await page.getByText('到窗口领取').click()
  await page.getByLabel('居民身份证 原件').fill('1')
}
