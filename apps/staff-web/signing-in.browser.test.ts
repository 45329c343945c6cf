import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'
import { allow, CASE, deny, DENY, fillDenial, signedOut } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open, confirm } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

describe('signing in', () => {
  test('a locked account is told in one sentence, and the password can be tried again', async () => {
    const locked = refused(
      'account-locked',
      '密码连续输错5次，账号已锁定30分钟。请稍后再试，或联系系统管理员解锁。',
      429,
    )
    await open('/staff/', {
      'GET /session': signedOut,
      'GET /demo/accounts': undefined,
      'POST /session': locked,
    })
    await at.page.getByLabel('账号', { exact: true }).fill('clerk.hall')
    await at.page.getByLabel('密码').fill('wrong')
    await press('登录')
    await at.page.getByText(locked.detail).waitFor()
    expect(await at.page.getByLabel('账号', { exact: true }).inputValue()).toBe('clerk.hall')
    at.server.replies['POST /session'] = session('window-clerk')
    await press('登录')
    await at.page.getByRole('heading', { name: '待办' }).waitFor()
  })

  test('no demo account is offered where the server knows none', async () => {
    await open('/staff/', {
      'GET /session': signedOut,
      'GET /demo/accounts': refused('not-found', '没有找到', 404),
    })
    await at.page.waitForLoadState('networkidle')
    expect(await at.page.getByText('演示账号').count()).toBe(0)
  })

  test('demo accounts are folded away by what they do, and one press fills the form', async () => {
    await open('/staff/', { 'GET /session': signedOut })
    await at.page.getByText('演示账号：选一个岗位试试').click()
    await at.looksWell()
    await at.page.getByText('审查（1个）').click()
    await at.page.getByRole('button', { name: /社会事务审查岗/ }).click()
    expect(await at.page.getByLabel('账号', { exact: true }).inputValue()).toBe('reviewer.shili')
    await at.page.getByLabel('查找演示账号').fill('大厅')
    await at.page.getByRole('button', { name: /市场准入窗口/ }).waitFor()
    expect(await at.page.getByRole('button', { name: /社会事务审查岗/ }).count()).toBe(0)
  })

  test('a password that must be changed comes before everything else', async () => {
    await open('/staff/cases', {
      'GET /session': { ...session('window-clerk'), mustChange: true },
      'PUT /session/password': { ...session('window-clerk'), csrfToken: 'token-2' },
    })
    expect(await axeViolations(at.page)).toEqual([])
    await at.page.getByLabel('现在的密码').fill('Given-word9')
    await at.page.getByLabel('新密码', { exact: true }).fill('Chosen-word7')
    await at.page.getByLabel('再输一次新密码').fill('Chosen-word8')
    await press('修改密码')
    await at.page.getByText('两次输入的新密码不一样，请重新输入').waitFor()
    await at.page.getByLabel('再输一次新密码').fill('Chosen-word7')
    await press('修改密码')
    await at.page.getByRole('heading', { name: '待办' }).waitFor()
    expect(at.server.received.map(({ body }) => body)).toEqual([{ old: 'Given-word9', new: 'Chosen-word7' }])
  })

  test('another post is taken without signing out', async () => {
    await open('/staff/cases')
    await at.page.getByRole('button', { name: /演示窗口01/ }).click()
    at.server.replies['GET /session'] = session('reviewer')
    await at.page.getByRole('menuitem', { name: /社会事务审查岗/ }).click()
    await at.page.getByRole('link', { name: '窗口收件' }).waitFor({ state: 'detached' })
    expect(at.server.received.map(({ call, body }) => [call, body])).toEqual([
      ['PUT /session/post', { post: 'post-reviewer' }],
    ])
  })
})

test('an ended session asks for the password above the page, and what was typed is sent afterwards', async () => {
  await open(CASE, { ...allow(deny), [DENY]: signedOut })
  await fillDenial(at.page)
  await confirm('不予')
  await confirm('确认不予')
  await at.page.getByText('登录已过期', { exact: true }).waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 4 }
  await at.page.getByLabel('账号', { exact: true }).fill('approver.shili')
  await at.page.getByLabel('密码').fill('secret')
  await press('登录')
  await at.page.getByText('登录已过期', { exact: true }).waitFor({ state: 'hidden' })
  expect(await at.page.getByLabel('不予的理由').inputValue()).toContain('80周岁')
  await confirm('不予')
  await confirm('确认不予')
  await at.page.getByText('“不予”已办好。').waitFor()
})
