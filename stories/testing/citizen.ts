import fs from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { citizenIdCheck } from '#ui/form/citizen-id.ts'

/** Somebody at a phone; pages are moved by links and buttons, as without scripts they only can be. */
export function atPhone(page: Page) {
  return {
    page,
    open: (url: string) => page.goto(url),
    heading: () => page.locator('h1').innerText(),
    text: () => page.locator('main').innerText(),
    follow: (name: string) => page.locator('main').getByRole('link', { name, exact: true }).click(),
    press: (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click(),
    fill: (label: string | RegExp, value: string) => page.getByLabel(label).fill(value),
    /** A day known by heart, in its three boxes. */
    async fillDay(question: string, day: string) {
      const boxes = page.getByRole('group', { name: question })
      for (const [at, box] of (['年', '月', '日'] as const).entries())
        await boxes.getByLabel(box).fill(day.split('-')[at]!)
    },
    choose: (question: string, answer: string) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check(),
    /** A town and its village. */
    async pick(question: string, town: string, village: string) {
      const places = page.getByRole('group', { name: question })
      await places.getByRole('radio', { name: town, exact: true }).check()
      await places.getByLabel(`${town}的哪个村（社区）`).selectOption({ label: village })
    },
    /** One of the papers of the third step, by its name in the guide. */
    async handIn(material: string, file: UploadFile) {
      const row = page
        .locator('.material-row')
        .filter({ has: page.getByRole('heading', { name: material, exact: true }) })
      await row.getByLabel('选照片或文件').setInputFiles(file)
      await row.getByRole('button', { name: '上传', exact: true }).click()
      expect(await row.innerText()).toContain('已上传1份')
    },
    /** Downloads a paper of the case by what its title ends with. */
    async paper(title: string): Promise<Buffer> {
      await page.evaluate("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))")
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .locator('.paper-list li')
          .filter({ hasText: title })
          .getByRole('link', { name: '下载PDF' })
          .click(),
      ])
      return fs.readFile(await download.path())
    },
  }
}

export type AtPhone = ReturnType<typeof atPhone>

export interface UploadFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export function scan(name: string): UploadFile {
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.7\n% ${encodeURIComponent(name)}\n1 0 obj << >> endobj\n%%EOF\n`),
  }
}

/** One white dot: the smallest picture a phone could send. */
export function photo(name: string): UploadFile {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]),
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A citizen number that checks and that nobody was ever given. */
export function inventedId(birthday: string, sequence: string): string {
  const body = `370304${birthday.replaceAll('-', '')}${sequence}`
  return body + citizenIdCheck(body)
}
