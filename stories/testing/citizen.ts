import type { Page } from 'playwright-core'
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
    choose: (question: string, answer: string) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check(),
    /** One of the papers of the third step, by its name in the guide. */
    async handIn(material: string, file: UploadFile) {
      const row = page.locator('.material-row').filter({ has: page.getByRole('heading', { name: material, exact: true }) })
      await row.getByLabel(`选择“${material}”的照片或文件`).setInputFiles(file)
      await row.getByRole('button', { name: '上传', exact: true }).click()
      await page.getByText(file.name).first().waitFor()
    },
    /** Fetches what a link leads to, as tapping it would. */
    async download(url: string): Promise<Buffer> {
      const reply = await page.context().request.get(url)
      if (!reply.ok()) throw new Error(`${url} answered ${reply.status()}: ${await reply.text()}`)
      return reply.body()
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
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n% ${encodeURIComponent(name)}\n1 0 obj << >> endobj\n%%EOF\n`) }
}

/** One grey dot: the smallest picture a phone could send. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

export function photo(name: string): UploadFile {
  return { name, mimeType: 'image/png', buffer: Buffer.from(DOT, 'base64') }
}

/** A citizen number that checks and that nobody was ever given. */
export function inventedId(birthday: string, sequence: string): string {
  const body = `370304${birthday.replaceAll('-', '')}${sequence}`
  return body + citizenIdCheck(body)
}
