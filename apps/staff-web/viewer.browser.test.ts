import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { CASE_NO } from './testing/canned-case.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const CASE = `/staff/cases/${CASE_NO}`
const viewer = () => at.page.locator('.viewer')
const press = (name: string) => at.page.keyboard.press(name)

test('a picture is enlarged and turned by buttons and by keys, and stays inside its frame', async () => {
  await at.open(CASE)
  await viewer().getByRole('button', { name: '放大' }).click()
  await viewer().getByText('放大1.5倍', { exact: true }).waitFor()
  await press('r')
  await viewer().getByText('放大1.5倍，转了90度').waitFor()
  await press('=')
  await press('-')
  await press('0')
  await viewer().getByText('整张，转了90度').waitFor()
  const [room, picture] = [
    await viewer().locator('.viewer-stage').boundingBox(),
    await viewer().locator('img').boundingBox(),
  ]
  expect(picture!.width).toBeLessThanOrEqual(room!.width + 1)
  expect(picture!.height).toBeLessThanOrEqual(room!.height + 1)
  await at.looksWell()
})

test('one leafs from file to file, and a PDF brings its own tools', async () => {
  await at.open(CASE)
  await viewer().getByText('1/2').waitFor()
  await press('.')
  await viewer().getByTitle('委托书-1.pdf').waitFor()
  expect(await viewer().getByRole('button', { name: '放大' }).count()).toBe(0)
  expect(await viewer().getByRole('button', { name: '下一份文件' }).isDisabled()).toBe(true)
  await press(',')
  await viewer().getByRole('img', { name: '居民身份证-1.png' }).waitFor()
})

test('beside the checklist the same keys turn the picture, and figures still judge', async () => {
  await at.open(CASE)
  await at.press('受理')
  const dialog = at.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '居民身份证', exact: true }).click()
  await press('r')
  await dialog.getByText('整张，转了90度').waitFor()
  await press('1')
  expect(
    await dialog
      .getByRole('radiogroup', { name: '居民身份证 核对结论' })
      .getByRole('radio', { name: '合格', exact: true })
      .isChecked(),
  ).toBe(true)
})

test('a file and a paper are printed from the page', async () => {
  await at.open(CASE)
  await viewer().getByRole('button', { name: '打印', exact: true }).click()
  const frame = at.page.locator('iframe#print-file')
  await frame.waitFor({ state: 'attached' })
  expect(await frame.getAttribute('src')).toContain('inline=1')
  await at.page.getByRole('tab', { name: '文书' }).click()
  await at.page.getByRole('button', { name: '打印 申请材料接收凭证' }).click()
  expect(await frame.getAttribute('src')).toContain('/canned/paper.pdf')
})
