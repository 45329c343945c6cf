import { beforeEach, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { allow, CASE, deny, DENY, fillApplication, fillDenial, signedOut } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open, confirm } = at

const INTAKE = '/staff/intake/elderly-allowance'
const UNSENT = /还没有发出，.*写的内容还在/
const DECIDED = { no: CASE_NO, state: 'decided', version: 4 }
const reason = () => at.page.getByLabel('不予的理由')
const kept = () =>
  at.page.evaluate<number>("Object.keys(sessionStorage).filter((key) => key.startsWith('kept ')).length")

async function reload(): Promise<void> {
  await at.page.reload()
  await at.page.locator('h1').first().waitFor()
}

beforeEach(() => {
  at.server.replies = {}
})

describe('what was typed for an act is not lost', () => {
  test('it outlives a reload, says when it was written, and can be begun anew', async () => {
    await open(CASE, allow(deny))
    await fillDenial(at.page)
    await reload()
    await at.page.getByText(UNSENT).waitFor()
    await at.looksWell()
    await at.press('接着写')
    expect(await reason().inputValue()).toBe('年龄未满80周岁，不符合认定条件。')
    await at.page.getByText(/这里是您.*写好、没有发出的内容/).waitFor()
    expect(await axeViolations(at.page)).toEqual([])
    await confirm('清空重写')
    expect(await reason().inputValue()).toBe('')
    expect(await kept()).toBe(0)
  })

  test('a dialog closed by mistake keeps it, until it is sent or given up', async () => {
    await open(CASE, { ...allow(deny), [DENY]: DECIDED })
    await fillDenial(at.page)
    await confirm('取消')
    await at.press('接着写')
    await confirm('不予')
    await confirm('确认不予')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(await at.page.getByText(UNSENT).count()).toBe(0)
    await fillDenial(at.page)
    await confirm('取消')
    await at.press('不要了')
    expect(await kept()).toBe(0)
  })

  test('the verdicts of a checklist outlive an ended session and a reload', async () => {
    await open(CASE)
    await at.press('受理')
    await at.page.getByRole('radiogroup', { name: '居民身份证 核对结论' }).getByText('不合格').click()
    await at.page.getByLabel('问题').fill('身份证已过期。')
    at.server.replies['GET /session'] = signedOut
    await reload()
    at.server.replies['POST /session'] = session('window-clerk')
    at.server.replies['GET /session'] = session('window-clerk')
    await at.page.getByLabel('账号', { exact: true }).fill('clerk.hall')
    await at.page.getByLabel('密码').fill('secret')
    await at.page.getByRole('button', { name: '登录', exact: true }).click()
    await at.press('接着写')
    expect(await at.page.getByLabel('问题').inputValue()).toBe('身份证已过期。')
  })

  test('another person on the same machine finds nothing, nor does anybody after twelve hours', async () => {
    await open(CASE, allow(deny))
    await fillDenial(at.page)
    at.server.replies['GET /session'] = {
      ...session('window-clerk'),
      person: { id: 'person-2', name: '演示窗口02' },
    }
    await reload()
    expect(await at.page.getByText(UNSENT).count()).toBe(0)
    expect(await kept()).toBe(0)
    await fillDenial(at.page)
    await at.page.evaluate(`for (const key of Object.keys(sessionStorage)) {
      const kept = JSON.parse(sessionStorage.getItem(key))
      if (key.startsWith('kept ')) sessionStorage.setItem(key, JSON.stringify({ ...kept, at: kept.at - 12 * 3_600_000 }))
    }`)
    await reload()
    expect(await at.page.getByText(UNSENT).count()).toBe(0)
    expect(await kept()).toBe(0)
  })

  test('signing out clears it', async () => {
    await open(CASE, allow(deny))
    await fillDenial(at.page)
    await confirm('取消')
    await at.page.getByRole('button', { name: /演示窗口01/ }).click()
    at.server.replies['GET /session'] = signedOut
    await at.page.getByRole('menuitem', { name: '退出' }).click()
    await at.page.getByRole('heading', { name: '工作人员登录' }).waitFor()
    expect(await kept()).toBe(0)
  })
})

describe('a lost connection', () => {
  test('is said above the dialog, and again when it is back; what was typed stays', async () => {
    await open(CASE, { ...allow(deny), [DENY]: DECIDED })
    await fillDenial(at.page)
    await at.page.context().setOffline(true)
    await confirm('不予')
    await confirm('确认不予')
    await at.page.getByText('现在连不上服务器。已经写好的内容都在，可以接着写；连上以后再发出。').waitFor()
    expect(await axeViolations(at.page)).toEqual([])
    await at.page.context().setOffline(false)
    await at.page.getByText('已经连上。没发出去的，请再按一次；同一件事不会办两次。').waitFor()
    expect(await reason().inputValue()).toContain('80周岁')
    await confirm('不予')
    await confirm('确认不予')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received).toHaveLength(1)
  })

  test('a press whose answer was lost is the same request again, after a reload too', async () => {
    await open(CASE, { ...allow(deny), [DENY]: DECIDED })
    const sent: (string | undefined)[] = []
    await at.page.route('**/acts/deny', async (route) => {
      sent.push(route.request().headers()['idempotency-key'])
      await route.abort()
    })
    await fillDenial(at.page)
    await confirm('不予')
    await confirm('确认不予')
    await at.page.getByText('内容没有丢失').waitFor()
    await at.page.unroute('**/acts/deny')
    await reload()
    await at.press('接着写')
    await confirm('不予')
    await confirm('确认不予')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received.map(({ requestId }) => requestId)).toEqual(sent)
  })
})

describe('an application at the counter', () => {
  test('outlives a reload with the name it was filled in for, and is filed once', async () => {
    await open(INTAKE)
    await fillApplication(at.page)
    at.page.once('dialog', (leave) => void leave.accept())
    await reload()
    await at.page.getByText('申请人填的是“测试甲”。不是现在这位申请人的，请清空重写。').waitFor()
    expect(await at.page.getByLabel('居民身份证 原件').inputValue()).toBe('1')
    await at.looksWell()
    await at.page.getByRole('button', { name: '下一步：核对' }).click()
    await at.page.getByRole('button', { name: '确认收件' }).click()
    await at.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(await kept()).toBe(0)
  })

  test('left on purpose, nothing of it is there for the next applicant', async () => {
    await open(INTAKE)
    await at.page.getByLabel('申请人姓名').fill('测试甲')
    at.page.once('dialog', (leave) => void leave.accept())
    await at.page.getByRole('link', { name: '换一个事项' }).click()
    await at.page.getByRole('heading', { name: '窗口收件' }).waitFor()
    expect(await kept()).toBe(0)
  })
})
