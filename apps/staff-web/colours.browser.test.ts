import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { themes, type ThemeName } from '#ui/tokens/colour.ts'
import { atWorkbench } from './testing/at-workbench.ts'
import { allow, CASE, deny, fillDenial } from './testing/filled-in.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const at = atWorkbench({ launchBrowser, visitor, axeViolations })

const ACCOUNT = /我的岗位和退出/

const ground = () => at.page.evaluate<string>('getComputedStyle(document.body).backgroundColor')

function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

async function choose(name: string): Promise<void> {
  await at.page.getByRole('button', { name: ACCOUNT }).click()
  await at.page.getByRole('menuitemradio', { name }).click()
}

test.each<[string, ThemeName, string[]]>([
  ['浅色', 'light', ['color-contrast']],
  ['深色', 'dark', ['color-contrast']],
  ['高对比，白底黑字', 'contrast-light', ['color-contrast-enhanced']],
  ['高对比，黑底亮字', 'contrast-dark', ['color-contrast-enhanced']],
])(
  '%s is chosen in the account menu, holds after a reload and can be read in a case and in a dialog',
  async (word, name, rules) => {
    await at.open(CASE, allow(deny))
    await choose(word)
    await at.page.reload()
    await at.page.getByRole('button', { name: ACCOUNT }).waitFor()
    expect(await ground()).toBe(rgb(themes[name].colours.paper))
    expect(await axeViolations(at.page, rules)).toEqual([])
    // What antd paints follows as well: the dialog of an act, with its fields.
    await fillDenial(at.page)
    expect(await axeViolations(at.page, rules)).toEqual([])
  },
)

test('without a choice the machine decides, and a change of its mind is followed at once', async () => {
  await at.open('/staff/cases')
  await at.page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe(rgb(themes.dark.colours.paper))
  const button = at.page.getByRole('button', { name: ACCOUNT })
  await expect
    .poll(() => button.evaluate((element) => getComputedStyle(element).color))
    .toBe(rgb(themes.dark.colours.ink))
  await at.page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await expect.poll(ground).toBe(rgb(themes['contrast-dark'].colours.paper))
  await at.page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
  await expect.poll(ground).toBe(rgb(themes.light.colours.paper))
})
