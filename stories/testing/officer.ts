import type { Page } from 'playwright-core'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { TestHouse } from '../../apps/server/testing/house.ts'

/** Somebody at the workbench. */
export async function atDesk(page: Page, house: TestHouse, login: string) {
  await page.goto(`${house.url}/staff/`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(house.onboarded.password!)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  const dialog = page.getByRole('dialog')
  return {
    page,
    dialog,
    text: () => page.locator('main').innerText(),
    press: (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click(),
    confirm: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
    /** Opens a case from the work list, where it stands with its number. */
    async openFromList(no: string) {
      await page
        .getByRole('listitem')
        .filter({ hasText: groupedNumber(no) })
        .getByRole('link')
        .click()
      await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
    },
    /** The buttons of the case, as the server allows them. */
    buttons: () => page.locator('.asked-acts').getByRole('button').allInnerTexts(),
    /** A verdict in the checklist. */
    judge: (material: string, verdict: string) =>
      dialog
        .getByRole('radiogroup', { name: `${material} 核对结论` })
        .getByText(verdict, { exact: true })
        .click(),
  }
}

export type AtDesk = Awaited<ReturnType<typeof atDesk>>
