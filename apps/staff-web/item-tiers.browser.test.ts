import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { session } from './testing/canned-office.ts'
import { boundary, differences, followingChange, lineage } from './testing/canned-tiers.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const SUPERVISOR = {
  'GET /session': session('supervisor'),
  'GET /power-boundary': boundary,
  'GET /item-differences': differences,
  'GET /items/elderly-allowance/lineage': lineage,
}

async function fits(): Promise<void> {
  for (const width of [360, 1280]) {
    await at.page.setViewportSize({ width, height: 800 })
    expect(await axeViolations(at.page), `${width} px`).toEqual([])
    expect(await at.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  }
}

test('CAT-01 the list of powers stands tier by tier, and an item leads to who set what in it', async () => {
  await at.open('/staff/item-tiers', SUPERVISOR)
  await at.page.getByRole('heading', { name: '区级自办 1项' }).waitFor()
  await at.page.getByText('这一级没有事项。').waitFor()
  expect(await at.page.getByRole('table', { name: '镇级自有 1项' }).innerText()).toContain('370511901000')
  await fits()
  await at.page.getByRole('link', { name: '高龄津贴申领' }).click()
  await at.page.getByText('国家清单第2版，2026年12月1日起').waitFor()
  await at.page.getByText('下级不能改').waitFor()
  expect(at.page.url()).toContain('view=lineage')
  await fits()
})

test('CAT-09 differences stand item by item with what is above and here, and both online rates with their targets', async () => {
  await at.open('/staff/item-tiers?view=differences', SUPERVISOR)
  await at.page.getByText('四级四同：比对国家、省、市、县').waitFor()
  await at.page.getByText('网上可办率 50%').waitFor()
  await at.page.getByText('没有达到').waitFor()
  const item = at.page.getByRole('region', { name: '高龄津贴申领' })
  expect(await item.innerText()).toContain('高龄津贴给付')
  expect(await item.getByText('没有批准的例外').count()).toBe(1)
  expect(await item.getByText('沿用老名称').count()).toBe(1)
  await fits()
})

test('a draft that follows a list above asks place by place, and keeping one’s own words asks for a reason', async () => {
  let settled = false
  await at.open('/staff/item-changes/c1', {
    'GET /session': session('item-author'),
    'GET /authoring/changes/c1': () => followingChange(settled),
    'GET /authoring/changes/c1/impact': { lines: [] },
    'POST /authoring/changes/c1/acts/settle': () => {
      settled = true
      return { id: 'c1', state: 'draft', version: 2 }
    },
  })
  const sheet = at.page.getByRole('region', { name: '上级目录更新' })
  await sheet.getByText('还有2处要决定').waitFor()
  await sheet.getByText('本地的写法超出上级允许的范围').waitFor()
  await sheet.getByRole('button', { name: '保留本地的：一句话说明' }).click()
  await sheet.getByLabel('为什么保留（审定的人会看）').fill('本地写得更具体')
  await fits()
  await sheet.getByRole('button', { name: '确定保留' }).click()
  await sheet.getByText('已保留本地的').waitFor()
  await sheet.getByText('还有1处要决定').waitFor()
  expect(at.server.received.map(({ call, body }) => [call, body])).toEqual([
    [
      'POST /authoring/changes/c1/acts/settle',
      { version: 1, input: { path: '/summary', take: 'local', reason: '本地写得更具体' } },
    ],
  ])
})
