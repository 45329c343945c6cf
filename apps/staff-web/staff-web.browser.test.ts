import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail, unknownAct } from './testing/canned-case.ts'
import { session } from './testing/canned-office.ts'
import { refused, type Canned } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const signedOut = refused('signed-out', '您还没有登录或登录已过期，请重新登录；已保存的内容不会丢失。', 401)
const CASE = `/staff/cases/${CASE_NO}`

const { open } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()
const pressInDialog = (name: string) =>
  at.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const allow = (...allowed: (typeof detail)['allowed']): Canned => ({
  [`GET /cases/${CASE_NO}`]: { ...detail, allowed },
})
const deny = { act: 'deny', title: '不予', tone: 'danger', input: {} } as const
const DENY = `POST /cases/${CASE_NO}/acts/deny`

async function fillDenial(): Promise<void> {
  await press('不予')
  await at.page.getByLabel('不予的理由').fill('年龄未满80周岁，不符合认定条件。')
  await at.page.getByLabel('依据的法律条款').fill('示例办法第三条')
}

async function fillApplication(): Promise<void> {
  await at.page.getByLabel('申请人姓名').fill('测试甲')
  await at.page.getByLabel('身份证号码').fill('370304190503020026')
  await at.page.getByLabel('手机号码').fill('199 0000 0001')
  await at.page.getByText('和家人同住').click()
  await at.page.getByRole('radio', { name: '否', exact: true }).click()
  await at.page.getByText('到窗口领取').click()
  await at.page.getByLabel('居民身份证 原件').fill('1')
}

describe('every page is clean under axe and fits its screen', () => {
  const nothing = async () => {}
  test.each<[string, string, Canned, () => Promise<void>]>([
    ['sign-in', '/staff/', { 'GET /session': signedOut }, () => at.page.getByText('clerk.hall').waitFor()],
    ['work list', '/staff/cases', {}, nothing],
    ['empty work list', '/staff/cases', { 'GET /cases': { items: [] } }, nothing],
    [
      'work list that cannot be read',
      '/staff/cases',
      { 'GET /cases': refused('fault', '系统出了故障。', 500) },
      nothing,
    ],
    ['item search', '/staff/intake', {}, () => at.page.getByText('食品经营许可', { exact: true }).waitFor()],
    ['intake with errors', '/staff/intake/elderly-allowance', {}, () => press('下一步：核对')],
    [
      'intake read back',
      '/staff/intake/elderly-allowance',
      {},
      async () => {
        await fillApplication()
        await press('下一步：核对')
      },
    ],
    ['receipt', `/staff/receipts/${CASE_NO}`, {}, nothing],
    ['case', CASE, {}, nothing],
    ['story of a case', CASE, {}, () => at.page.getByRole('tab', { name: '经过' }).click()],
    ['facts of a case', CASE, {}, () => at.page.getByRole('tab', { name: '办理记录' }).click()],
    [
      'one-time notice',
      CASE,
      {},
      async () => {
        await press('受理')
        await at.page.getByRole('radiogroup', { name: '居民身份证 核对结论' }).getByText('不合格').click()
        await pressInDialog('一次告知补正')
      },
    ],
    ['reasoned act', CASE, allow(deny), fillDenial],
    ['act without a form of its own', CASE, allow(unknownAct), () => press('延长期限')],
    ['reveal', CASE, {}, () => press('查看明文')],
    ['accounts', '/staff/accounts', { 'GET /session': session('system-admin') }, nothing],
    ['posts', '/staff/posts', { 'GET /session': session('security-admin') }, nothing],
    ['audit', '/staff/audit', { 'GET /session': session('audit-admin') }, nothing],
  ])('%s', async (_title, path, replies, go) => {
    await open(path, replies, 'phone')
    await go()
    for (const width of [360, 1280]) {
      await at.page.setViewportSize({ width, height: 800 })
      await at.page.getByText('正在读取…').first().waitFor({ state: 'detached' })
      expect(await axeViolations(at.page), `${width} px`).toEqual([])
      expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      )
    }
  })

  test('larger text keeps to a phone and stays chosen', async () => {
    await open(CASE, {}, 'phone')
    await press('大字')
    await at.page.reload()
    await at.page.getByRole('button', { name: '标准字' }).waitFor()
    expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await axeViolations(at.page)).toEqual([])
  })
})

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

test.each([
  [['window-clerk'], ['窗口收件', '待办', '证照台账', '离岗与顶岗']],
  [['approver'], ['待办', '待我批', '证照台账', '离岗与顶岗']],
  [['head'], ['待办', '待我批', '离岗与顶岗']],
  [['director'], ['全部办件', '监督', '差评整改', '证照台账', '权责清单', '印章', '离岗与顶岗']],
  [['power-registrar'], ['权责清单', '印章']],
  [['system-admin'], ['账号']],
  [['security-admin'], ['岗位']],
  [['audit-admin'], ['审计']],
])('a post with %j finds %j', async (roles, titles) => {
  await open('/staff/', { 'GET /session': session(...roles) })
  expect(await at.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(titles)
})

test('urgency is said in words, and j opens the way to the first case', async () => {
  await open('/staff/cases')
  for (const words of ['已超期3个工作日', '今天到期', '还有5个工作日', '12月2日到期']) {
    await at.page.getByText(words, { exact: true }).waitFor()
  }
  await at.page.keyboard.press('j')
  expect(await at.page.evaluate<string>('document.activeElement.textContent')).toBe(
    '户口迁入（夫妻投靠）登记',
  )
})

describe('intake', () => {
  test('pressing twice files once, with one request id and the answers in one form', async () => {
    let answer = (_reply: unknown) => {}
    const pending = new Promise((resolve) => (answer = resolve))
    await open('/staff/intake/elderly-allowance', { 'POST /cases': () => pending })
    await fillApplication()
    await press('下一步：核对')
    await at.page.getByRole('button', { name: '确认收件' }).dblclick()
    answer({ no: CASE_NO, version: 1 })
    await at.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(at.server.received).toHaveLength(1)
    expect(at.server.received[0]).toMatchObject({
      csrf: 'token-1',
      body: {
        item: 'elderly-allowance',
        itemVersion: 2,
        region: '370304101000',
        acceptPlace: 'centre-1',
        delivery: 'window',
        form: { phone: '19900000001', living: 'family', agent: 'no' },
        materials: [{ material: 'id-card', files: [], paperOriginals: 1, paperCopies: 0 }],
      },
    })
    expect(at.server.received[0]!.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  test('a refused filing keeps every answer and is filed again under the same request id', async () => {
    const no = refused('item-not-offered-here', '这个事项不在所选场所办理。请在指南的“去哪办”里换一个场所。')
    await open('/staff/intake/elderly-allowance', { 'POST /cases': no })
    await fillApplication()
    await press('下一步：核对')
    await press('确认收件')
    await at.page.getByText(no.detail).waitFor()
    await press('返回修改')
    expect(await at.page.getByLabel('申请人姓名').inputValue()).toBe('测试甲')
    expect(await at.page.getByLabel('居民身份证 原件').inputValue()).toBe('1')
    await press('下一步：核对')
    at.server.replies['POST /cases'] = { no: CASE_NO, version: 1 }
    await press('确认收件')
    await at.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(new Set(at.server.received.map(({ requestId }) => requestId)).size).toBe(1)
  })

  test('an uploaded file belongs to its material', async () => {
    const file = {
      id: 'file-1',
      name: '身份证.png',
      size: 2048,
      mediaType: 'image/png',
      url: '/canned/paper.png',
    }
    await open('/staff/intake/elderly-allowance', { 'POST /files': file })
    await fillApplication()
    await at.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('x') })
    await at.page.getByRole('link', { name: '身份证.png' }).waitFor()
    await press('下一步：核对')
    await at.page.getByText('原件1份，电子文件1个').waitFor()
    await press('确认收件')
    await at.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(at.server.received.at(-1)!.body).toMatchObject({
      materials: [{ material: 'id-card', files: ['file-1'] }],
    })
  })
})

describe('acts on a case', () => {
  test('the buttons are those the server allows, and no others', async () => {
    await open(CASE, allow(deny, unknownAct))
    expect(await at.page.locator('.asked-acts button').allTextContents()).toEqual(['延长期限', '不予'])
    at.server.replies = allow()
    await at.page.reload()
    await at.page.getByText('当前岗位现在不能办理这一步。').waitFor()
    expect(await at.page.locator('.asked-acts button').count()).toBe(0)
  })

  test('a refusal shows its sentence and its basis, and what was typed stays', async () => {
    const no = refused(
      'power-none',
      '您所在的机构没有办理这个事项的权限，已记录这次操作。',
      403,
      '行政许可法第二十四条',
    )
    await open(CASE, { ...allow(deny), [DENY]: no })
    await fillDenial()
    await pressInDialog('不予')
    await at.page.getByText(no.detail).waitFor()
    await at.page.getByText('依据：行政许可法第二十四条').waitFor()
    expect(await at.page.getByLabel('不予的理由').inputValue()).toBe('年龄未满80周岁，不符合认定条件。')
    expect(await at.page.getByLabel('依据的法律条款').inputValue()).toBe('示例办法第三条')
    at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 4 }
    await pressInDialog('不予')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received[0]!.body).toEqual({
      version: 3,
      input: { reason: '年龄未满80周岁，不符合认定条件。', basis: '示例办法第三条' },
    })
    expect(at.server.received[1]).toEqual(at.server.received[0])
  })

  test('a case that has moved on is read again and the next press is about what is seen now', async () => {
    const moved = refused('changed-since-read', '您打开页面之后，这个办件又有了新的进展。')
    await open(CASE, { ...allow(deny), [DENY]: moved })
    await fillDenial()
    const summary = { ...detail.summary, version: 7, stateText: '审查完成，待决定' }
    at.server.replies[`GET /cases/${CASE_NO}`] = { ...detail, summary, allowed: [deny] }
    await pressInDialog('不予')
    await at.page
      .getByText('已经重新读取：这件事现在是“审查完成，待决定”。您写的内容还在，请看清楚再决定。')
      .waitFor()
    at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 8 }
    await pressInDialog('不予')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received.map(({ body }) => (body as { version: number }).version)).toEqual([3, 7])
    expect(at.server.received[1]!.requestId).not.toBe(at.server.received[0]!.requestId)
  })

  test('an act that is no longer possible cannot be pressed again, and its text can still be copied', async () => {
    await open(CASE, {
      ...allow(deny),
      [DENY]: refused('not-in-this-state', '这个办件现在是“已办结”，不能再做“不予”。'),
    })
    await fillDenial()
    const summary = { ...detail.summary, version: 9, state: 'closed', stateText: '已办结' }
    at.server.replies[`GET /cases/${CASE_NO}`] = { ...detail, summary, allowed: [] }
    await pressInDialog('不予')
    await at.page.getByText('这一步现在不能办了。').waitFor()
    expect(
      await at.page.getByRole('dialog').getByRole('button', { name: '不予', exact: true }).isDisabled(),
    ).toBe(true)
    expect(await at.page.getByLabel('不予的理由').inputValue()).toContain('80周岁')
  })

  test('one line that is missing turns acceptance into the one-time notice with its lines written', async () => {
    const NOTICE = `POST /cases/${CASE_NO}/acts/notify-supplement`
    await open(CASE, { [NOTICE]: { no: CASE_NO, state: 'supplementing', version: 4 } })
    await press('受理')
    await pressInDialog('其余已收到的都合格')
    await at.page.getByRole('radiogroup', { name: '居民身份证 核对结论' }).getByText('不合格').click()
    await at.page
      .getByRole('group', { name: '居民身份证 补正告知的内容' })
      .getByLabel('问题')
      .fill('身份证已过期。')
    await pressInDialog('一次告知补正')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(at.server.received[0]).toMatchObject({
      call: NOTICE,
      body: {
        input: {
          lines: [
            {
              material: 'id-card',
              problem: '身份证已过期。',
              remedy: '请按要求重新提供：在有效期内，姓名、号码与申请表一致。',
            },
          ],
          checklist: [
            { material: 'application-form', verdict: 'ok' },
            { material: 'id-card', verdict: 'defective' },
            { material: 'agent-letter', verdict: 'ok' },
          ],
        },
      },
    })
  })

  test('acceptance waits until every line has a verdict', async () => {
    await open(CASE, {
      [`POST /cases/${CASE_NO}/acts/accept`]: { no: CASE_NO, state: 'accepted', version: 4 },
    })
    await press('受理')
    await pressInDialog('受理')
    await at.page.getByText('请给“居民身份证”选一个核对结论').waitFor()
    expect(at.server.received).toEqual([])
    await pressInDialog('其余已收到的都合格')
    await pressInDialog('受理')
    await at.page.getByText('“受理”已办好。').waitFor()
  })

  test('what the notice asked for is taken in at the counter', async () => {
    const supply = { act: 'supply-at-window', title: '接收补正材料', tone: 'primary', input: {} } as const
    const line = {
      material: 'id-card',
      name: '居民身份证',
      problem: '身份证已过期。',
      remedy: '请带新的身份证。',
    }
    await open(CASE, {
      [`GET /cases/${CASE_NO}`]: {
        ...detail,
        supplement: { lines: [line], open: true, dueDay: '2026-12-04' },
        allowed: [supply],
      },
      [`POST /cases/${CASE_NO}/acts/supply-at-window`]: { no: CASE_NO, state: 'received', version: 5 },
    })
    await press('接收补正材料')
    await pressInDialog('接收补正材料')
    await at.page.getByText('还没有写收到“居民身份证”几份').waitFor()
    await at.page.getByLabel('居民身份证 复印件').fill('1')
    await pressInDialog('接收补正材料')
    await at.page.getByText('“接收补正材料”已办好。').waitFor()
    expect(at.server.received[0]!.body).toMatchObject({
      input: { materials: [{ material: 'id-card', files: [], paperOriginals: 0, paperCopies: 1 }] },
    })
  })

  test('an act the workbench does not know is asked by its JSON Schema', async () => {
    await open(CASE, {
      ...allow(unknownAct),
      [`POST /cases/${CASE_NO}/acts/extend`]: { no: CASE_NO, state: 'received', version: 4 },
    })
    await press('延长期限')
    await at.page.getByLabel('理由').fill('需要实地核查')
    await at.page.getByLabel('延长几个工作日').fill('11')
    await at.page.getByText('特殊').click()
    await pressInDialog('延长期限')
    await at.page.getByRole('link', { name: '“延长几个工作日”不能大于10' }).waitFor()
    await at.page.getByLabel('延长几个工作日').fill('3')
    await at.page.getByRole('radio', { name: '是', exact: true }).click()
    await pressInDialog('延长期限')
    await at.page.getByText('“延长期限”已办好。').waitFor()
    expect(at.server.received[0]!.body).toEqual({
      version: 3,
      input: { reason: '需要实地核查', days: 3, kind: '特殊', notified: true },
    })
  })

  test('the clear text is shown for a reason and forgotten on leaving', async () => {
    const clear = { ...detail.applicant, name: '测试甲', phone: '19900000001', masked: false }
    await open(CASE, { [`POST /cases/${CASE_NO}/reveal`]: clear })
    await press('查看明文')
    await at.page.getByLabel('为什么要看').fill('电话通知补正')
    await pressInDialog('记录并查看')
    await at.page.getByText('19900000001').waitFor()
    expect(at.server.received[0]!.body).toEqual({ reason: '电话通知补正' })
    await press('收起明文')
    expect(await at.page.getByText('19900000001').count()).toBe(0)
  })
})

test('an ended session asks for the password above the at.page, and what was typed is sent afterwards', async () => {
  await open(CASE, { ...allow(deny), [DENY]: signedOut })
  await fillDenial()
  await pressInDialog('不予')
  await at.page.getByText('登录已过期', { exact: true }).waitFor()
  expect(await axeViolations(at.page)).toEqual([])
  at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 4 }
  await at.page.getByLabel('账号', { exact: true }).fill('approver.shili')
  await at.page.getByLabel('密码').fill('secret')
  await press('登录')
  await at.page.getByText('登录已过期', { exact: true }).waitFor({ state: 'hidden' })
  expect(await at.page.getByLabel('不予的理由').inputValue()).toContain('80周岁')
  await pressInDialog('不予')
  await at.page.getByText('“不予”已办好。').waitFor()
})

describe('administrators', () => {
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
    await pressInDialog('重置密码')
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
    await pressInDialog('结束岗位')
    expect(at.server.received).toEqual([])
    await at.page.getByLabel('为什么结束').fill('调离审查岗位')
    await pressInDialog('结束岗位')
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
})
