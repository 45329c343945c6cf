import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { sampleServices, type SampleServices } from './examples/services.ts'
import { sampleDraft, supplementingDetail } from './examples/views.ts'
import { mountCitizenWeb } from './index.ts'

const FILE_LIMIT = 2_000_000
const MATERIALS = `/apply/${sampleDraft.id}/materials`
const [FIRST, SECOND] = sampleDraft.papers.asked.map(({ material }) => material)
const SUPPLEMENT = `/my/cases/${supplementingDetail.summary.no}/supplement`

/** A phone is slow, and so is a machine with other work. */
const PATIENT = { timeout: 20_000 }

let browser: Browser
let context: BrowserContext
let page: Page
let app: FastifyInstance
let services: SampleServices
let url: string

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  services = withFiles(sampleServices())
  app = await createHttpServer({
    trustProxy: false,
    fileLimit: FILE_LIMIT,
    sentences: (() => '') as never,
    log: { fault: () => {} },
  })
  await mountCitizenWeb(app, services, {
    ...{ areaName: '示例县', demo: true, secureCookies: false, fileLimit: FILE_LIMIT },
    publicOrigin: 'http://127.0.0.1',
  })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  await enter(true)
})
afterEach(async () => {
  await context.close()
  await app.close()
})

/** A phone, with the session of the one person there is. */
async function enter(script: boolean): Promise<void> {
  await context?.close()
  context = await visitor(browser, 'phone', script)
  await context.addCookies([{ name: 'citizen_session', value: 'good', url }])
  page = await context.newPage()
}

/** The draft holds what was sent, as the portal's does. */
function withFiles(sample: SampleServices): SampleServices {
  let count = 0
  const { uploadToDraft, removeFromDraft } = sample
  return Object.assign(sample, {
    uploadToDraft: async (...[visitor, id, material, upload]: Parameters<typeof uploadToDraft>) => {
      const answer = await uploadToDraft(visitor, id, material, upload)
      if ('refused' in answer) return answer
      const file = { ...answer, id: `file-${++count}` }
      const before = sample.state.draft!
      const held = [...(before.files[material] ?? []), file]
      sample.state.draft = { ...before, files: { ...before.files, [material]: held } }
      return file
    },
    removeFromDraft: async (...[visitor, id, material, gone]: Parameters<typeof removeFromDraft>) => {
      const before = sample.state.draft!
      const held = (before.files[material] ?? []).filter((file) => file.id !== gone)
      sample.state.draft = { ...before, files: { ...before.files, [material]: held } }
      return removeFromDraft(visitor, id, material, gone)
    },
  } satisfies Partial<SampleServices>)
}

const photo = (name: string, text = 'photo') => ({ name, mimeType: 'image/png', buffer: Buffer.from(text) })
const scan = (name: string, pages: number) => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: Buffer.from(`%PDF-1.7\n${'1 0 obj << /Type /Page >> endobj\n'.repeat(pages)}%%EOF`),
})
const row = (material = FIRST!): Locator => page.locator(`#material-${material.id}`)
const choice = (within: Locator) => within.getByLabel('选照片或文件').first()
const held = (material = FIRST!) => services.state.draft?.files[material.id]?.length ?? 0
const acts = () => services.done.map(({ act }) => act)

test('several files of several papers go up as they are chosen, and going on sends nothing twice', async () => {
  await page.goto(url + MATERIALS)
  expect(await row().getByText('拍照').isVisible()).toBe(true)
  await choice(row()).setInputFiles([photo('正面.png'), photo('反面.png')])
  await choice(row(SECOND)).setInputFiles(scan('合同.pdf', 3))
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传2份')
  await expect.poll(() => row(SECOND).innerText(), PATIENT).toContain('已上传1份')
  expect(await row(SECOND).innerText()).toContain('3页')
  expect(await page.getByRole('status').last().innerText()).toContain('“合同.pdf”传好了')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.waitForURL(/check|asked/)
  expect([held(), held(SECOND)]).toEqual([2, 1])
})

test('a file that was being sent when the connection went arrives once it is back', async () => {
  await page.goto(url + MATERIALS)
  let tries = 0
  await page.route('**/materials/*', (route) =>
    ++tries === 1 ? route.abort('connectionreset') : route.continue(),
  )
  await choice(row()).setInputFiles(photo('正面.png'))
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传1份')
  expect([tries, held()]).toEqual([2, 1])
})

test('a file whose answer was lost stands there once', async () => {
  await page.goto(url + MATERIALS)
  let tries = 0
  await page.route('**/materials/*', async (route) => {
    if (++tries > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await choice(row()).setInputFiles(photo('正面.png'))
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传1份')
  expect([tries, held()]).toEqual([2, 1])
})

test('whoever presses on too early goes on when everything has arrived', async () => {
  await page.goto(url + MATERIALS)
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/materials/*', async (route) => {
    await gate
    await route.continue()
  })
  await choice(row()).setInputFiles(photo('正面.png'))
  await page.getByRole('button', { name: '保存并继续' }).click()
  await expect.poll(() => page.locator('#upload-status').innerText(), PATIENT).toContain('传完自动到下一步')
  release()
  await page.waitForURL(/check|asked/)
  expect(held()).toBe(1)
})

test('what the server refuses is said on its line, and holds whoever goes on until they let it be', async () => {
  await page.goto(url + MATERIALS)
  await choice(row()).setInputFiles(photo('坏的.png', 'broken'))
  await expect.poll(() => row().innerText(), PATIENT).toContain('这个文件打不开')
  await page.getByRole('button', { name: '保存并继续' }).click()
  expect(await page.locator('#upload-status').innerText()).toContain('有1份没有传上去')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('不传了坏的.png')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await row().innerText()).not.toContain('坏的.png')
})

test('a file beyond the limit is not sent at all', async () => {
  await page.goto(url + MATERIALS)
  await choice(row()).setInputFiles(photo('大.png', 'x'.repeat(FILE_LIMIT + 1)))
  await expect.poll(() => row().innerText(), PATIENT).toContain('这个文件超过了')
  expect(services.done).toEqual([])
})

test('a removed file comes back with one press, and goes when the person goes on', async () => {
  await page.goto(url + MATERIALS)
  await choice(row()).setInputFiles([photo('正面.png'), photo('反面.png')])
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传2份')
  const remove = row().getByRole('button', { name: /^删除/ })
  await remove.first().click()
  expect(await row().innerText()).toMatch(/已上传1份[^]*已去掉/)
  await page.keyboard.press('Enter')
  expect(await row().innerText()).toContain('已上传2份')
  await remove.first().click()
  expect(held()).toBe(2)
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.waitForURL(/check|asked/)
  expect(held()).toBe(1)
})

test('whoever leaves by a link has removed what they removed', async () => {
  await page.goto(url + MATERIALS)
  await choice(row()).setInputFiles(photo('正面.png'))
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传1份')
  await row().getByRole('button', { name: /^删除/ }).click()
  await page.getByRole('link', { name: '不想在网上填了，到窗口接着办' }).click()
  await expect.poll(() => held(), PATIENT).toBe(0)
})

test('a file is replaced by another in its place', async () => {
  await page.goto(url + MATERIALS)
  await choice(row()).setInputFiles(photo('旧.png'))
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传1份')
  await row().getByText('换一份').click()
  await row().getByLabel('选新的').setInputFiles(photo('新.png'))
  await expect.poll(() => acts(), PATIENT).toEqual(['uploadToDraft', 'uploadToDraft', 'removeFromDraft'])
  await expect.poll(() => row().locator('[data-file]').count(), PATIENT).toBe(1)
})

test('a keyboard alone chooses, and sees where it is', async () => {
  page.on('filechooser', (chosen) => void chosen.setFiles(photo('正面.png')))
  await page.goto(url + MATERIALS)
  await choice(row()).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  const ring = "getComputedStyle(document.activeElement.closest('.file-way')).outlineStyle"
  expect(await page.evaluate(ring)).toBe('solid')
  await page.keyboard.press('Enter')
  await expect.poll(() => row().innerText(), PATIENT).toContain('已上传1份')
})

test('a notice is answered with files sent one by one, one of them taken off again, and kept for whoever leaves', async () => {
  await page.goto(url + SUPPLEMENT)
  const papers = page.locator('[data-paper]')
  const count = await papers.count()
  for (let at = 0; at < count; at++) {
    const inputs = papers.nth(at).getByLabel('选照片或文件')
    if ((await inputs.count()) === 0) continue
    await inputs.setInputFiles([photo('甲.png'), photo('乙.png')])
    await expect.poll(() => papers.nth(at).locator('[data-file]').count(), PATIENT).toBe(2)
  }
  await papers.first().getByRole('button', { name: /^删除/ }).first().click()
  await expect.poll(() => papers.first().locator('[data-file]').count(), PATIENT).toBe(1)
  await page.goto(`${url}/my`)
  await page.goto(url + SUPPLEMENT)
  expect(await papers.first().locator('[data-file]').count()).toBe(1)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: '全部补齐，提交' }).click()
  await page.waitForURL(/\/my\/cases\/[^/]+$/)
  const supplied = services.done.find(({ act }) => act === 'supply')!
  const files = Object.values((supplied.input as { files: Record<string, string[]> }).files)
  expect(files.map((ids) => ids.length).toSorted()).toEqual([1, 2])
})

test('a paper that comes in is not asked for any more, neither beside it nor at the head of the page', async () => {
  await page.goto(url + SUPPLEMENT)
  await page.getByRole('button', { name: '全部补齐，提交' }).click()
  const summary = page.locator('.error-summary')
  const wrong = page.locator('.field-error')
  const left = await summary.locator('li').count()
  expect(left).toBeGreaterThan(1)
  for (let more = left - 1; more >= 0; more--) {
    const paper = page.locator('[data-paper]:has(.field-error)').first()
    await paper.getByLabel('选照片或文件').setInputFiles(photo('甲.png'))
    await expect.poll(() => summary.locator('li').count(), PATIENT).toBe(more)
    expect(await wrong.count()).toBe(more)
    if (more > 0) expect(await summary.innerText()).toContain(more === 1 ? '有一处' : `有${more}处`)
  }
  expect([await summary.count(), await page.title()]).toEqual([0, expect.not.stringContaining('需要改正')])
})

test('without a script both ways to choose stand in one form with its button', async () => {
  await enter(false)
  await page.goto(url + MATERIALS)
  expect(await page.getByText('可以把几样材料都选好').isVisible()).toBe(true)
  await choice(row()).setInputFiles([photo('正面.png'), photo('反面.png')])
  await row(SECOND).getByLabel('拍照').setInputFiles(photo('现场.png'))
  await page.getByRole('button', { name: '全部上传' }).click()
  expect([held(), held(SECOND)]).toEqual([2, 1])
  await row().getByRole('button', { name: /^删除/ }).first().click()
  expect(held()).toBe(1)
})
