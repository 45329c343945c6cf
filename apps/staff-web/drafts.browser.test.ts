import { describe, expect, test } from 'vitest'
import * as chromium from '#platform/testing/browser.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { heldDraft } from './testing/canned-promise.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const desk = atWorkbench(chromium)
const { open, press, confirm, choose, looksWell } = desk

const HELD = '/staff/intake/elderly-allowance?draft=draft-1'
const DRAFT = { 'GET /drafts/draft-1': heldDraft }
const last = () => desk.server.received.at(-1)!

describe('a draft begun online', () => {
  test('is picked up by its code and the end of the id number, and goes on as it stands', async () => {
    const nothing = refused('pick-up-not-found', '没有找到这份草稿。请核对取件码和身份证号码后四位。', 404)
    await open('/staff/intake', { ...DRAFT, 'POST /drafts/pick-up': nothing })
    await desk.page.getByText('取回网上草稿').click()
    await press('取回，接着办')
    await desk.page.getByRole('link', { name: '请输入8位数字的取件码' }).waitFor()
    await looksWell()
    await desk.page.getByLabel('取件码').fill('1234 5678')
    await desk.page.getByLabel('身份证号码后四位').fill('002x')
    await press('取回，接着办')
    await desk.page.getByText(nothing.detail).waitFor()
    desk.server.replies['POST /drafts/pick-up'] = heldDraft
    await press('取回，接着办')
    await desk.page.getByText('这是申请人在网上填的草稿，2026年11月21日 20:10保存').waitFor()
    expect(last().body).toEqual({ code: '12345678', idTail: '002X' })
    expect(await desk.page.getByLabel('申请人姓名').inputValue()).toBe('测试甲')
    await desk.page.getByRole('link', { name: '居民身份证-1.png' }).waitFor()
    await looksWell()
  })

  test('is filed as the draft of its owner, once', async () => {
    await open(HELD, { ...DRAFT, 'POST /drafts/draft-1/file': { no: CASE_NO } })
    await press('下一步：核对')
    await desk.page.getByText('电子文件1个').waitFor()
    await desk.page.getByRole('button', { name: '确认收件' }).dblclick()
    await desk.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(desk.server.received.map(({ call }) => call)).toEqual(['POST /drafts/draft-1/file'])
    expect(last().body).toMatchObject({
      item: 'elderly-allowance',
      acceptPlace: 'centre-1',
      form: { name: '测试甲', living: 'family' },
      materials: [{ material: 'id-card', files: ['f1'], paperOriginals: 0, paperCopies: 0 }],
    })
  })

  test('is given back to its owner, and the counter forgets it', async () => {
    await open(HELD, { ...DRAFT, 'POST /drafts/draft-1/give-back': { done: true } })
    await desk.page.getByLabel('申请人姓名').fill('测试乙')
    await press('退还给申请人')
    await looksWell()
    await confirm('退还给申请人')
    await desk.page.getByText('草稿已退还，申请人可以在网上接着办。').waitFor()
    expect(last().call).toBe('POST /drafts/draft-1/give-back')
    await desk.page.getByRole('heading', { name: '窗口收件' }).waitFor()
    desk.server.replies = { 'GET /drafts/draft-1': refused('draft-not-found', '没有找到这份草稿。', 404) }
    await desk.page.goBack()
    await desk.page.getByText('没有找到这份草稿。').waitFor()
    await desk.page.getByRole('link', { name: '回到窗口收件' }).click()
    await desk.page.getByText('取回网上草稿').waitFor()
  })
})

test('what was typed at the counter becomes the draft of the person it is about', async () => {
  const unknown = refused('draft-person-unknown', '没有找到这个人的网上账户。', 404)
  await open('/staff/intake/elderly-allowance', { 'POST /drafts': unknown })
  await desk.page.getByLabel('申请人姓名').fill('测试甲')
  await desk.page.getByLabel('身份证号码').fill('370304190503020026')
  await choose('结果怎么给申请人', '到窗口领取')
  await press('存为草稿，让申请人网上接着办')
  expect(await desk.page.getByLabel('账户本人姓名').inputValue()).toBe('测试甲')
  await looksWell()
  await desk.page.getByLabel('账户本人身份证号码').fill('37030419050302002')
  await confirm('存为草稿')
  await desk.page.getByRole('dialog').getByRole('link').waitFor()
  await desk.page.getByLabel('账户本人身份证号码').fill('370304190503020026')
  await confirm('存为草稿')
  await desk.page.getByText(unknown.detail).waitFor()
  desk.server.replies['POST /drafts'] = { id: 'draft-2' }
  await confirm('存为草稿')
  await desk.page.getByText('已存为草稿，申请人可以在网上“我的”里接着办。').waitFor()
  await desk.page.getByRole('heading', { name: '窗口收件' }).waitFor()
  expect(last()).toMatchObject({
    call: 'POST /drafts',
    body: {
      citizenId: '370304190503020026',
      name: '测试甲',
      item: 'elderly-allowance',
      form: { name: '测试甲', citizenId: '370304190503020026' },
      delivery: 'window',
    },
    requestId: expect.any(String),
  })
})
