import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { importReplies, lines, mendedRow, outside, RUN, run } from './testing/canned-imports.ts'
import { session } from './testing/canned-office.ts'
import { refused } from './testing/canned-server.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })
const APPROVER = { ...importReplies, 'GET /session': session('item-approver') }
const PAGE = `/staff/item-imports/${RUN}`

const button = (name: string) => at.page.getByRole('button', { name, exact: true })
const dialog = () => at.page.getByRole('dialog')
const sent = (call: string) => at.server.received.filter((each) => each.call === call)

test.each(['desk', 'phone'] as const)('the pages of an import look well on a %s', async (screen) => {
  await at.open('/staff/item-imports', APPROVER, screen)
  await at.page.getByText('已导入120行，共300行').waitFor()
  await at.looksWell()
  for (const tab of ['待编制目录', '系统事项对应']) {
    await at.page.getByRole('tab', { name: tab }).click()
    await at.page
      .getByText(tab === '待编制目录' ? '示例津贴申领' : '示例系统事项')
      .first()
      .waitFor()
    await at.looksWell()
  }
  await at.page.getByRole('tab', { name: '导入记录' }).click()
  await at.page.getByRole('link', { name: run.name }).click()
  await at.page.getByText('第8行').waitFor()
  await at.looksWell()
  await button('处理第8行').click()
  await dialog().getByRole('textbox', { name: '基本编码' }).waitFor()
  await at.looksWell()
  expect(await at.page.locator('h1').count()).toBe(1)
})

test('a file is uploaded, and its page shows how far it is read', async () => {
  let reads = 0
  const reading = { ...run, state: 'reading', stateText: '正在读取', reached: 200, total: 412, willDo: [] }
  await at.open('/staff/item-imports', {
    ...APPROVER,
    'POST /item-imports': { id: RUN, state: 'reading' },
    [`GET /item-imports/${RUN}`]: () => (++reads < 3 ? reading : run),
  })
  await at.page
    .getByLabel('选择目录文件')
    .setInputFiles({ name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from('事项名称\n') })
  await at.page.getByText('已读取200行，共412行').waitFor()
  expect(sent('POST /item-imports')).toHaveLength(1)
  // By itself, without a press.
  await at.page.getByText('待处理').first().waitFor()
  await at.page.getByText('3个事项有改动').waitFor()
})

test('what is wrong stands beside its field; it is put right, judged again, and told', async () => {
  await at.open(PAGE, { ...APPROVER, [`POST /item-imports/${RUN}/rows/7/mend`]: mendedRow })
  expect(await button('确认导入').isDisabled()).toBe(true)
  await button('处理第8行').click()
  const code = dialog().getByRole('textbox', { name: '基本编码' })
  expect(await code.getAttribute('aria-describedby')).toBe('import-catalogCode-error')
  // Only what is wrong, until everything is asked for.
  expect(await dialog().getByLabel('事项名称').count()).toBe(0)
  await dialog().getByRole('button', { name: '采用建议：基本编码' }).click()
  expect(await code.inputValue()).toBe('370511001001')
  await dialog().getByText('文件里写的：尽快').waitFor()
  await dialog().getByRole('button', { name: '保存并重新核对' }).click()
  await dialog().getByText('已保存。这一行没有问题了。').waitFor()
  expect(sent(`POST /item-imports/${RUN}/rows/7/mend`)[0]!.body).toEqual({
    fields: { catalogCode: '370511001001' },
  })
})

test('a line is set aside with a reason, never without', async () => {
  const call = `POST /item-imports/${RUN}/set-aside`
  await at.open(PAGE, { ...APPROVER, [call]: { id: RUN, state: 'open' } })
  await button('全部搁置').click()
  await dialog().getByRole('button', { name: '全部搁置' }).click()
  await dialog().getByText('请写明搁置的原因。').waitFor()
  expect(sent(call)).toEqual([])
  await dialog().getByRole('textbox').fill('本次不导入')
  await dialog().getByRole('button', { name: '全部搁置' }).click()
  await dialog().waitFor({ state: 'hidden' })
  expect(sent(call)[0]!.body).toEqual({ reason: '本次不导入' })
})

test('confirming says what it will do, and a refusal stays beside the button', async () => {
  const call = `POST /item-imports/${RUN}/confirm`
  const ready = { ...run, counts: { changed: 3, new: 5 } }
  let answer: unknown = refused('import-one-at-a-time', '本区有一个文件正在导入。请等它完成后再确认这一个。')
  await at.open(PAGE, { ...APPROVER, [`GET /item-imports/${RUN}`]: ready, [call]: () => answer })
  await button('确认导入').click()
  await dialog().getByText('3个事项有改动').waitFor()
  await dialog().getByRole('button', { name: '确认导入' }).click()
  await dialog().getByRole('alert').getByText('本区有一个文件正在导入').waitFor()
  answer = { id: RUN, state: 'taking-in' }
  await dialog().getByRole('button', { name: '确认导入' }).click()
  await dialog().waitFor({ state: 'hidden' })
  expect(sent(call)).toHaveLength(2)
})

test('an author finds lines without an item and begins one of them; files are not for them', async () => {
  const [line] = lines.items
  const call = `POST /directory-lines/${line!.id}/begin`
  await at.open('/staff/item-imports', {
    ...importReplies,
    'GET /session': session('item-author'),
    [call]: { id: 'c1', state: 'draft', version: 1 },
  })
  expect(await at.page.getByRole('tab', { name: '导入记录' }).count()).toBe(0)
  await button(`起草“${line!.name}”`).click()
  await dialog().getByRole('button', { name: '起草', exact: true }).click()
  await dialog().getByText('请选择领域。').waitFor()
  await dialog().getByRole('combobox').click()
  await at.page.getByTitle('民政服务').click()
  await dialog().getByRole('button', { name: '起草', exact: true }).click()
  await expect.poll(() => sent(call).map(({ body }) => body)).toEqual([{ domain: 'civil-affairs' }])
})

test('who only looks on works on nothing', async () => {
  await at.open(PAGE, { ...importReplies, 'GET /session': session('supervisor') })
  await at.page.getByText('第8行').waitFor()
  expect(await button('确认导入').count()).toBe(0)
  await button('查看第8行').click()
  await dialog().getByText('基本编码', { exact: true }).last().waitFor()
  expect(await dialog().getByRole('textbox').count()).toBe(0)
})

test('a row shows what the file wrote in every cell, whatever it was read as', async () => {
  await at.open(PAGE, APPROVER)
  await button('处理第8行').click()
  await dialog().getByText('这一行在文件里的原文（4栏）').click()
  const cells = dialog().locator('.import-original dd')
  expect(await cells.allInnerTexts()).toEqual(['示例补贴申领', '尽快', '便民', '示例办法第一条'])
})

test('an item of another system gets its partner, its days and its papers at once; what cannot be kept is said', async () => {
  const call = 'PUT /outside-items/minzheng/MZ-2'
  await at.open('/staff/item-imports', { ...APPROVER, [call]: outside.items[0] })
  await at.page.getByRole('tab', { name: '系统事项对应' }).click()
  await button('对应“示例系统事项”').click()
  const days = dialog().getByRole('textbox', { name: '系统里的承诺时限（工作日）' })
  expect(await days.inputValue()).toBe('15')
  await days.fill('尽快')
  await dialog().getByRole('button', { name: '保存', exact: true }).click()
  await dialog().getByText('承诺时限要填0到999的整数，例如15。').waitFor()
  await dialog().getByText('请选择平台事项。').waitFor()
  await days.fill('10')
  await dialog().getByRole('textbox', { name: '系统里的申请材料' }).fill('申请表\n户口簿')
  await dialog().getByRole('combobox').click()
  await at.page.getByTitle('高龄津贴认定').click()
  await dialog().getByRole('button', { name: '保存', exact: true }).click()
  await expect
    .poll(() => sent(call).map(({ body }) => body))
    .toEqual([{ item: 'elderly-allowance', details: { promisedDays: 10, materials: ['申请表', '户口簿'] } }])
})
