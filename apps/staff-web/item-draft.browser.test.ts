import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { itemDraft, itemNews } from './testing/canned-item-draft.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const { open } = at
const EDITOR = '/staff/item-changes/c1/edit'
const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()
const sent = (call: string) => at.server.received.filter((each) => each.call === call).map(({ body }) => body)

test('what others ask for already is picked, stands where it is put by key or pointer, and goes out as one line', async () => {
  await open(`${EDITOR}?part=form`, itemDraft)
  await press('从常用填写项里选')
  await at.page.getByLabel('按名称查找').waitFor()
  await at.page.getByText('申请表里已经有了').waitFor()
  await press('选用：住房面积')
  await at.page.getByText('已选用“住房面积”，保存后生效。').waitFor()
  await press('上移：住房面积')
  await at.page.getByText(/“住房面积”现在是第\d+个。/).waitFor()
  await press('下移：住房面积')
  await press('保存修改')
  await at.page.getByText('已保存').first().waitFor()
  expect(sent('POST /authoring/changes/c1/acts/edit')).toMatchObject([
    {
      input: {
        edits: [{ at: '/form/fields/-', value: { label: '住房面积', element: 'home.area' }, was: {} }],
      },
    },
  ])
})

test('a place somebody else has written in meanwhile shows both texts, and what was typed stays', async () => {
  const draft = itemDraft['GET /authoring/changes/c1'] as { body: { summary: string } }
  const theirs = { ...draft, body: { ...draft.body, summary: '别人写的一句话。' } }
  await open(`${EDITOR}?part=names`, {
    ...itemDraft,
    'POST /authoring/changes/c1/acts/edit': {
      ...refused('change-edit-overtaken', '别人刚改过这几处：事项简介。'),
      facts: {
        conflicts: [{ at: '/summary', part: '事项简介', was: draft.body.summary, now: theirs.body.summary }],
      },
    },
  })
  await at.page.getByRole('textbox', { name: '一句话说明' }).fill('我写的一句话。')
  at.server.replies['GET /authoring/changes/c1'] = theirs
  await press('保存修改')
  await at.page.getByText('别人刚改成“别人写的一句话。”', { exact: false }).first().waitFor()
  expect(await at.page.getByRole('textbox', { name: '一句话说明' }).inputValue()).toBe('我写的一句话。')
  await press('还原“一句话说明”')
  expect(await at.page.getByRole('textbox', { name: '一句话说明' }).inputValue()).toBe('别人写的一句话。')
})

test('a step comes where the law puts it, the law’s own steps stay, and the chart and the sum follow', async () => {
  await open(`${EDITOR}?part=limits`, itemDraft)
  const chart = at.page.getByRole('region', { name: '群众看到的流程图' })
  expect(await chart.getByText('现场核查', { exact: true }).count()).toBe(0)
  await press('增加环节：现场核查')
  await at.page.getByText('第2个环节：现场核查').waitFor()
  await chart.getByText('现场核查', { exact: true }).first().waitFor()
  await at.page.getByText(/^各环节合计\d+个工作日，承诺\d+个工作日。/).waitFor()
  expect(await at.page.getByRole('button', { name: '删去这个环节：受理' }).count()).toBe(0)
  expect(await at.page.getByRole('button', { name: '删去这个环节：决定' }).count()).toBe(0)
  await press('删去这个环节：现场核查')
  await chart.getByText('现场核查', { exact: true }).first().waitFor({ state: 'detached' })
})

test('a remark stands beside the field it speaks of, and leads there from the list', async () => {
  await open('/staff/item-changes/c1', itemDraft)
  await at.page.getByRole('tab', { name: '意见（1）' }).click()
  await at.page.getByRole('link', { name: /由谁出具/ }).click()
  await at.page.getByText('请写明由谁出具。').waitFor()
  expect(await at.page.evaluate<boolean>("document.activeElement?.closest('details')?.open ?? false")).toBe(
    true,
  )
})

test('news is counted in the bell until it has been looked at', async () => {
  await open('/staff/item-changes', { ...itemDraft, ...itemNews })
  await at.page.getByRole('button', { name: /提醒.*1条没看过/ }).click()
  await at.page.getByRole('link', { name: '看事项更新' }).click()
  await at.page.getByText('承诺时限改为：8个工作日').waitFor()
  at.server.replies['GET /item-news'] = { unread: 0, items: [] }
  await press('都看过了')
  await at.page.getByText('还没有更新。').waitFor()
  expect(sent('POST /item-news/read')).toEqual([{ upTo: '2026-12-01T00:00:00.000+08:00' }])
})

test('a commitment begins with its lawful steps, goes and comes back by undo and redo, and goes out as one part', async () => {
  await open(`${EDITOR}?part=commitment`, itemDraft)
  const there = at.page.getByRole('radiogroup', { name: '可以告知承诺', exact: true })
  await there.getByText('是', { exact: true }).click()
  await at.page.getByText('第1个环节：受理').waitFor()
  expect(await at.page.getByRole('button', { name: /^增加环节/ }).count()).toBe(0)
  await press('撤销')
  await at.page.getByText('已撤销：可以告知承诺').waitFor()
  await at.page.getByText('第1个环节：受理').waitFor({ state: 'detached' })
  await press('重做')
  await at.page.getByRole('textbox', { name: '实行告知承诺的依据' }).fill('国办发〔2020〕42号')
  await at.page.getByText(/^\d{2}:\d{2}已在这台电脑上暂存$/).waitFor()
  await press('保存修改')
  await at.page.getByText(/^\d{2}:\d{2}已保存，没有新的修改$/).waitFor()
  expect(sent('POST /authoring/changes/c1/acts/edit')).toMatchObject([
    { input: { edits: [{ at: '/process/commitment', value: { basis: '国办发〔2020〕42号' }, was: {} }] } },
  ])
})

test('what has been saved stands in its field, not what stood there before', async () => {
  const draft = itemDraft['GET /authoring/changes/c1'] as {
    summary: { version: number }
    body: { summary: string }
  }
  await open(`${EDITOR}?part=names`, itemDraft)
  const field = at.page.getByRole('textbox', { name: '一句话说明' })
  await field.fill('改过的一句话。')
  at.server.replies['GET /authoring/changes/c1'] = {
    ...draft,
    summary: { ...draft.summary, version: draft.summary.version + 1 },
    body: { ...draft.body, summary: '改过的一句话。' },
  }
  await press('保存修改')
  await at.page.getByText(/^\d{2}:\d{2}已保存，没有新的修改$/).waitFor()
  expect(await field.inputValue()).toBe('改过的一句话。')
})

test('whoever leaves with something unsaved is asked, and turning to another part is no leaving', async () => {
  await open(`${EDITOR}?part=names`, itemDraft)
  await at.page.getByRole('textbox', { name: '一句话说明' }).fill('改过的一句话。')
  await at.page.getByRole('link', { name: '申请材料', exact: true }).click()
  await at.page.getByRole('heading', { name: '申请材料' }).first().waitFor()
  await at.page.getByRole('link', { name: '返回这次变更' }).click()
  await at.page.getByRole('dialog', { name: '有1处修改还没有保存' }).waitFor()
  await at.confirm('回去保存')
  await at.page.getByText('改了1处，还没有保存').waitFor()
  await at.page.getByRole('link', { name: '返回这次变更' }).click()
  await at.confirm('先离开，下次接着改')
  await at.page.getByText('您有修改还没有保存，送审时不会带上。').waitFor()
  expect(sent('POST /authoring/changes/c1/acts/edit')).toEqual([])
})

test('by keys alone: saved while writing, on to the next part, and to any field by its name', async () => {
  await open(`${EDITOR}?part=names`, itemDraft)
  await at.page.getByRole('textbox', { name: '一句话说明' }).fill('改过的一句话。')
  await at.page.keyboard.press('Control+s')
  await at.page.getByText(/已保存，没有新的修改$/).waitFor()
  expect(sent('POST /authoring/changes/c1/acts/edit')).toHaveLength(1)
  await at.page.keyboard.press('Alt+PageDown')
  await at.page.getByRole('heading', { name: '职权和机构' }).waitFor()
  await at.page.keyboard.press('Control+k')
  await at.page.getByRole('combobox', { name: /输入功能/ }).fill('投诉电话')
  await at.page.getByRole('option', { name: '地点和方式：投诉电话' }).waitFor()
  await at.page.keyboard.press('Enter')
  await at.page.getByRole('heading', { name: '地点和方式' }).waitFor()
  await at.page.waitForFunction("document.activeElement?.id === 'item--complaintPhone'")
})

test('an item of another body says whose it is, and one with a change under way leads there', async () => {
  const item = { id: 'x', name: '示例许可', version: 1, own: false, decides: '区卫健局' }
  await open('/staff/item-changes', {
    ...itemDraft,
    'GET /authoring/items': {
      items: [{ ...item, id: 'y', name: '示例登记', own: true, open: 'c1' }, item],
    },
  })
  await press('修改一个事项')
  await at.page.getByRole('combobox', { name: '改哪个事项' }).click()
  const others = at.page.getByTitle('示例许可（由区卫健局编制）')
  await others.waitFor()
  expect(await others.getAttribute('aria-disabled')).toBe('true')
  await at.page.getByTitle('示例登记（有一次变更在办）').click()
  await at.page.getByRole('dialog').getByRole('link', { name: '去那次变更' }).click()
  await at.page.getByText('变更原因：承诺时限压缩').waitFor()
})

test('a draft that came back says why above what is to be done', async () => {
  const draft = itemDraft['GET /authoring/changes/c1'] as { summary: object }
  await open('/staff/item-changes/c1', {
    ...itemDraft,
    'GET /authoring/changes/c1': {
      ...{ ...draft, summary: { ...draft.summary, state: 'returned', stateText: '退回修改' } },
      returned: { at: '2026-11-23T11:00:00.000+08:00', who: '示例审定人员', text: '请写明延续要提前多久。' },
    },
  })
  const asked = at.page.getByRole('region', { name: '现在该做什么' })
  await asked.getByText('请写明延续要提前多久。').waitFor()
  expect(await asked.getByText(/^示例审定人员，/).count()).toBe(1)
  await at.looksWell()
})

test('on a phone the parts stand behind the one at hand, and going to another one folds them again', async () => {
  await open(`${EDITOR}?part=names`, itemDraft, 'phone')
  const parts = at.page.getByRole('navigation', { name: '要改的部分' })
  const link = parts.getByRole('link', { name: '问答和示范' })
  expect(await link.isVisible()).toBe(false)
  await parts.getByRole('button', { name: /基本情况（第1部分，共16部分）/ }).click()
  await link.click()
  await parts.getByRole('button', { name: /问答和示范（第16部分，共16部分）/ }).waitFor()
  expect(await link.isVisible()).toBe(false)
  // The sample stands open until all of it is filled in.
  await at.page.getByText(/^示范文本：共\d+项，已填\d+项$/).waitFor()
  expect(
    await at.page
      .getByRole('textbox', { name: /^示范文本：/ })
      .first()
      .isVisible(),
  ).toBe(true)
})

test('a question of a variant is named by its own label, not by the hint of the one above', async () => {
  await open(`${EDITOR}?part=lifecycle`, itemDraft)
  await at.page
    .getByRole('radiogroup', { name: '可以申请变更', exact: true })
    .getByText('是', { exact: true })
    .click()
  const hint = at.page.getByRole('textbox', { name: '变更的填表提示', exact: true })
  await hint.fill('只填要变更的内容。')
  expect(await hint.inputValue()).toBe('只填要变更的内容。')
})
