import { describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO, detail, unknownAct } from './testing/canned-case.ts'
import { refused } from './testing/canned-server.ts'
import { allow, CASE, deny, DENY, fillDenial } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open, confirm } = at

const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

/** What cannot be taken back is pressed a second time. */
async function confirmTwice(): Promise<void> {
  await confirm('不予')
  await confirm('确认不予')
}

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
    await fillDenial(at.page)
    await confirmTwice()
    await at.page.getByText(no.detail).waitFor()
    await at.page.getByText('依据：行政许可法第二十四条').waitFor()
    expect(await at.page.getByLabel('不予的理由').inputValue()).toBe('年龄未满80周岁，不符合认定条件。')
    expect(await at.page.getByLabel('依据的法律条款').inputValue()).toBe('示例办法第三条')
    at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 4 }
    await confirmTwice()
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received[0]!.body).toEqual({
      version: 3,
      input: { reason: '年龄未满80周岁，不符合认定条件。', basis: '示例办法第三条' },
    })
    expect(at.server.received[1]!.body).toEqual(at.server.received[0]!.body)
  })

  test('what cannot be taken back names what follows, and leads back to the form', async () => {
    await open(CASE, { ...allow(deny), [DENY]: { no: CASE_NO, state: 'decided', version: 4 } })
    await press('不予')
    await confirm('不予')
    await at.page.getByRole('alert').getByText('请先改正下面的内容').waitFor()
    await at.page.getByLabel('不予的理由').fill('年龄未满80周岁，不符合认定条件。')
    await at.page.getByLabel('依据的法律条款').fill('示例办法第三条')
    await at.page.keyboard.press('Control+Enter')
    await at.page.getByText('决定作出后不能撤回；接着制作不予决定书，送给申请人。').waitFor()
    expect(at.server.received).toEqual([])
    await at.looksWell()
    await confirm('返回修改')
    await at.page.getByLabel('不予的理由').fill('年龄未满80周岁，不符合第三条的条件。')
    await at.page.keyboard.press('Control+Enter')
    await at.page.keyboard.press('Control+Enter')
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received[0]!.body).toMatchObject({
      input: { reason: '年龄未满80周岁，不符合第三条的条件。' },
    })
  })

  test('a case that has moved on is read again and the next press is about what is seen now', async () => {
    const moved = refused('changed-since-read', '您打开页面之后，这个办件又有了新的进展。')
    await open(CASE, { ...allow(deny), [DENY]: moved })
    await fillDenial(at.page)
    const summary = { ...detail.summary, version: 7, stateText: '审查完成，待决定' }
    at.server.replies[`GET /cases/${CASE_NO}`] = { ...detail, summary, allowed: [deny] }
    await confirmTwice()
    await at.page
      .getByText('已经重新读取：这件事现在是“审查完成，待决定”。您写的内容还在，请看清楚再决定。')
      .waitFor()
    at.server.replies[DENY] = { no: CASE_NO, state: 'decided', version: 8 }
    await confirmTwice()
    await at.page.getByText('“不予”已办好。').waitFor()
    expect(at.server.received.map(({ body }) => (body as { version: number }).version)).toEqual([3, 7])
    expect(at.server.received[1]!.requestId).not.toBe(at.server.received[0]!.requestId)
  })

  test('an act that is no longer possible cannot be pressed again, and its text can still be copied', async () => {
    await open(CASE, {
      ...allow(deny),
      [DENY]: refused('not-in-this-state', '这个办件现在是“已办结”，不能再做“不予”。'),
    })
    await fillDenial(at.page)
    const summary = { ...detail.summary, version: 9, state: 'closed', stateText: '已办结' }
    at.server.replies[`GET /cases/${CASE_NO}`] = { ...detail, summary, allowed: [] }
    await confirmTwice()
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
    await confirm('其余已收到的都合格')
    await at.page.getByRole('radiogroup', { name: '居民身份证 核对结论' }).getByText('不合格').click()
    await at.page
      .getByRole('group', { name: '居民身份证 补正告知的内容' })
      .getByLabel('问题')
      .fill('身份证已过期。')
    await confirm('一次告知补正')
    await confirm('确认发出')
    await at.page.getByText('“一次告知补正”已办好。').waitFor()
    expect(at.server.received[0]).toMatchObject({
      call: NOTICE,
      body: {
        input: {
          lines: [
            {
              material: 'id-card',
              problem: '身份证已过期。',
              remedy: '请把上面的问题改好，重新交一份“居民身份证”。',
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

  test('the clear text is asked for within the checklist, and Ctrl+Enter there accepts nothing', async () => {
    const form = [{ section: '申请人', label: '申请人姓名', text: '测试甲' }]
    const clear = { ...detail.applicant, name: '测试甲', masked: false, form }
    await open(CASE, { [`POST /cases/${CASE_NO}/reveal`]: clear })
    await press('受理')
    await confirm('其余已收到的都合格')
    await confirm('查看明文')
    await at.page.getByLabel('为什么要看').fill('核对身份证')
    await at.page.keyboard.press('Control+Enter')
    expect(at.server.received.filter(({ call }) => call.endsWith('/acts/accept'))).toEqual([])
    await at.page.getByRole('dialog').getByText('测试甲').first().waitFor()
    await at.page.getByRole('button', { name: '高龄津贴申请表', exact: true }).focus()
    await at.page.getByRole('region', { name: '申请内容' }).getByText('测试甲').waitFor()
  })

  test('acceptance waits until every line has a verdict', async () => {
    await open(CASE, {
      [`POST /cases/${CASE_NO}/acts/accept`]: { no: CASE_NO, state: 'accepted', version: 4 },
    })
    await press('受理')
    await confirm('受理')
    await at.page.getByRole('link', { name: '请给“居民身份证”选一个核对结论' }).waitFor()
    expect(at.server.received).toEqual([])
    await confirm('其余已收到的都合格')
    await confirm('受理')
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
    await confirm('接收补正材料')
    await at.page.getByText('还没有写收到“居民身份证”几份').waitFor()
    await at.page.getByLabel('居民身份证 复印件').fill('1')
    await confirm('接收补正材料')
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
    await confirm('延长期限')
    await at.page.getByRole('link', { name: '“延长几个工作日”不能大于10' }).waitFor()
    await at.page.getByLabel('延长几个工作日').fill('3')
    await at.page.getByRole('radio', { name: '是', exact: true }).click()
    await confirm('延长期限')
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
    await confirm('记录并查看')
    await at.page.getByText('19900000001').waitFor()
    expect(at.server.received[0]!.body).toEqual({ reason: '电话通知补正' })
    // Asked once, it stands in the dialog above the page too.
    await press('受理')
    await at.page.getByRole('dialog').getByText('19900000001').waitFor()
    await confirm('取消')
    await press('收起明文')
    expect(await at.page.getByText('19900000001').count()).toBe(0)
  })
})
