import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open, confirm } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

test('locked accounts stand first and are unlocked', async () => {
  await open('/staff/accounts', {
    'GET /session': session('system-admin'),
    'POST /accounts/a2/unlock': { done: true },
  })
  expect(await at.page.locator('.rows strong').allTextContents()).toEqual([
    'reviewer.shili',
    'clerk.hall',
    '199****0001',
  ])
  await at.page.getByRole('button', { name: '解锁 reviewer.shili' }).click()
  await at.page.getByText('reviewer.shili 已解锁。').waitFor()
})

test('a new password is asked for twice over and shown once', async () => {
  await open('/staff/accounts', {
    'GET /session': session('system-admin'),
    'POST /accounts/a1/reset': { id: 'a1', temporaryPassword: 'Given-word9' },
  })
  await at.page.getByRole('button', { name: '重置密码 clerk.hall' }).click()
  expect(at.server.received).toEqual([])
  await confirm('重置密码')
  await at.page.getByText('Given-word9').waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  await press('已经交给本人，关闭')
  expect(await at.page.getByText('Given-word9').count()).toBe(0)
})

test('a post is ended with a reason', async () => {
  await open('/staff/posts', {
    'GET /session': session('security-admin'),
    'POST /posts/post-reviewer/end': { done: true },
  })
  await at.page.getByRole('button', { name: '结束岗位：演示审查01 社会事务审查岗' }).click()
  await confirm('结束岗位')
  expect(at.server.received).toEqual([])
  await at.page.getByLabel('为什么结束').fill('调离审查岗位')
  await confirm('结束岗位')
  await at.page.getByText('演示审查01 的“社会事务审查岗”已结束。').waitFor()
  expect(at.server.received[0]).toMatchObject({
    body: { reason: '调离审查岗位' },
    requestId: expect.any(String),
  })
})

test('the audit trail is filtered by event and paged', async () => {
  const asked: string[] = []
  const lines = (request: { url: string }) => {
    asked.push(new URL(request.url, 'http://x').search)
    return {
      items: [{ at: '2026-11-22T05:00:00.000Z', actor: '甲', event: 'sign-in', success: true }],
      nextCursor: 'c2',
    }
  }
  await open('/staff/audit', { 'GET /session': session('audit-admin'), 'GET /audit': lines })
  await at.page.getByLabel('事件').fill('sign-in')
  await press('查找')
  await press('更多')
  await expect
    .poll(() => asked)
    .toEqual(['?limit=50', '?limit=50&event=sign-in', '?limit=50&event=sign-in&cursor=c2'])
})
