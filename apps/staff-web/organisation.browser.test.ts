import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { cannedGround, cannedReports } from './testing/canned-ground.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const ORGANISER = { 'GET /session': session('organiser'), ...cannedGround, ...cannedReports }
const press = (name: string) => at.page.getByRole('button', { name, exact: true }).click()

async function isSound(): Promise<void> {
  for (const width of [360, 1280]) {
    await at.page.setViewportSize({ width, height: 800 })
    expect([width, await axeViolations(at.page)]).toEqual([width, []])
    const wide = await at.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  }
}

test('an organiser sees the trees of a day, opens a place and changes its phone; a refusal leaves everything typed', async () => {
  await at.go('/staff/organisation', {
    ...ORGANISER,
    'POST /ground/places/centre-370304004/change': refused(
      'outside-duty',
      '这件事不在您所在单位的职责分工之内。请转由负责的单位办理：各镇（街道），只管自己的。',
      409,
      'BS-2-01',
    ),
  })
  await press('山头街道便民服务中心，查看')
  await at.page.getByText('来自本地方案').waitFor()
  await at.page.getByText('咨询电话：从“0533-0000003”改为“0533-0000004”').waitFor()
  await isSound()
  await press('变更信息')
  const dialog = at.page.getByRole('dialog', { name: '变更信息' })
  await dialog.getByLabel('咨询电话').fill('0533-4180001')
  await dialog.getByLabel('从哪天起').fill('2026-03-16')
  await dialog.getByLabel('依据的文件').fill('示例文件2号')
  await dialog.getByRole('button', { name: '变更信息' }).click()
  await dialog.getByText('这件事不在您所在单位的职责分工之内').waitFor()
  const sent = at.server.received.find(({ call }) => call === 'POST /ground/places/centre-370304004/change')
  // Only what differs is sent.
  expect(sent?.body).toEqual({ phone: '0533-4180001', from: '2026-03-16', basis: '示例文件2号' })
  expect(await dialog.getByLabel('咨询电话').inputValue()).toBe('0533-4180001')
})

test('the photo of a wall is chosen, made smaller, sent, and stands in the form by its id', async () => {
  const photo = '0190a000-0000-7000-8000-00000000000f'
  const input = {
    ...{ type: 'object', required: ['place'] },
    properties: {
      place: { type: 'string', title: '场所', maxLength: 60 },
      photo: { type: 'string', format: 'uuid', file: 'photo', title: '上墙照片' },
    },
  }
  const book = {
    ...{
      book: 'adoption',
      title: '制度落实台账',
      entry: '这次落实',
      text: '哪个场所落实了哪一条。',
      basis: [],
    },
    ...{ waiting: 0, columns: ['场所'], states: [] },
  }
  const adopt = { act: 'adopt', title: '登记落实', tone: 'primary', input, choices: {} }
  await at.go('/staff/books/adoption', {
    ...ORGANISER,
    'GET /books': { items: [book] },
    'GET /books/adoption': { book, items: [], begins: [adopt] },
    'POST /books/photos': { id: photo },
    'POST /books/adoption/begin/adopt': { id: photo, state: 'adopted', version: 1 },
  })
  await press('登记落实')
  const dialog = at.page.getByRole('dialog', { name: '登记落实' })
  await dialog.getByLabel('场所').fill('centre-370304004')
  const chosen = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await wallPicture() }
  await dialog.locator('input[type=file]').setInputFiles(chosen)
  await dialog.getByRole('img', { name: '上墙照片（已上传）' }).waitFor()
  await isSound()
  await dialog.getByRole('button', { name: '登记落实' }).click()
  await expect
    .poll(() => at.server.received.find(({ call }) => call === 'POST /books/adoption/begin/adopt')?.body)
    .toEqual({ input: { place: 'centre-370304004', photo } })
})

/** A picture three thousand points wide, drawn by the browser itself. */
async function wallPicture(): Promise<Buffer> {
  const text = await at.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 2000)
    canvas.getContext('2d')!.fillRect(0, 0, 3000, 2000)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()).slice(0, 60_000)))
  })
  return Buffer.from(text, 'base64')
}

test('what was entered for a later day is shown as coming and can be called off with a reason', async () => {
  const id = '0190a000-0000-7000-8000-000000000001'
  await at.go('/staff/organisation', { ...ORGANISER, [`POST /ground/changes/${id}/withdraw`]: { id } })
  await at.page.getByRole('tab', { name: '将要变更（1）' }).click()
  await at.page.getByText('自2026年4月1日起').waitFor()
  await isSound()
  await press('博山镇便民服务中心，撤回这项变更')
  const dialog = at.page.getByRole('dialog', { name: '撤回' })
  await dialog.getByLabel('理由').fill('文件改期，另行通知')
  await dialog.getByRole('button', { name: '撤回' }).click()
  await dialog.waitFor({ state: 'detached' })
  const sent = at.server.received.find(({ call }) => call === `POST /ground/changes/${id}/withdraw`)
  expect(sent?.body).toEqual({ reason: '文件改期，另行通知' })
})

test('two places are merged into a new one: what follows takes over from the day on', async () => {
  await at.go('/staff/organisation', { ...ORGANISER, 'POST /ground/reforms': { id: 'r1', coming: true } })
  await press('新设、撤并场所')
  await at.page.getByRole('menuitem', { name: '合并场所' }).click()
  const dialog = at.page.getByRole('dialog', { name: '合并场所' })
  expect(await dialog.getByLabel('场所类别').count()).toBe(0)
  await dialog.getByLabel('博山区政务服务中心').first().check()
  await dialog.getByLabel('山头街道便民服务中心').first().check()
  await dialog.getByLabel('新的名称').fill('山头街道联合便民服务中心')
  await dialog.getByLabel('从哪天起').fill('2026-07-01')
  await dialog.getByLabel('依据的文件').fill('示例文件5号')
  await isSound()
  await dialog.getByRole('button', { name: '合并场所' }).click()
  await dialog.waitFor({ state: 'detached' })
  const sent = at.server.received.find(({ call }) => call === 'POST /ground/reforms')
  expect(sent?.body).toEqual({
    ...{ subject: 'place', kind: 'merge', of: ['hall-370304', 'centre-370304004'] },
    into: [{ name: '山头街道联合便民服务中心' }],
    ...{ from: '2026-07-01', basis: '示例文件5号' },
  })
})

test.each([
  ['机构', '山头街道办事处'],
  ['村级覆盖', '邀兔村村委会'],
  ['职责分工', '便民服务中心建设'],
  ['沿革', '新山村'],
])('the tab %s reads on a phone and on a desk', async (tab, shows) => {
  await at.go('/staff/organisation', ORGANISER)
  await at.page.getByRole('tab', { name: tab, exact: true }).click()
  expect(await at.page.getByText(shows).first().textContent()).toContain(shows)
  await isSound()
})

test('a report shows what does not hold by name, folded where there are many, and can be narrowed to what fails', async () => {
  await at.go('/staff/reform?report=three-in-place', { ...ORGANISER, 'GET /session': session('supervisor') })
  await at.page.getByText('区卫生健康局').waitFor()
  await isSound()
  await at.page.getByText('具体是（4）').click()
  await at.page.getByText('甲；乙；丙；丁').waitFor()
  await at.page.getByRole('checkbox', { name: '只看不符合的（1）' }).check()
  expect(await at.page.getByText('区卫生健康局').count()).toBe(1)
})
