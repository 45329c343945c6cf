import type { Locator, Page } from 'playwright-core'

const FARTHEST = 120

/** Somebody who has no mouse: keys only, and what has the focus is all there is to press. */
export function byKeyboard(page: Page) {
  const { keyboard } = page
  const holds = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element.contains(element.ownerDocument.activeElement))

  /** Tab after Tab until the focus is there; a control that Tab never reaches fails the test. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
      if (await holds(target)) return
      await keyboard.press('Tab')
    }
    throw new Error(`no Tab leads to ${String(target)}`)
  }

  return {
    key: (name: string) => keyboard.press(name),
    type: (text: string) => keyboard.type(text),
    reach,
    async press(name: string | RegExp): Promise<void> {
      await reach(page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }))
      await keyboard.press('Enter')
    },
    async follow(name: string | RegExp): Promise<void> {
      await reach(page.getByRole('link', { name }).first())
      await keyboard.press('Enter')
    },
    async fill(name: string, value: string): Promise<void> {
      await reach(page.getByLabel(name, { exact: true }))
      await keyboard.press('Control+a')
      await keyboard.type(value)
    },
    /** A day is written part by part, in the order in which the browser of this machine asks for it. */
    async fillDay(name: string, day: string): Promise<void> {
      const input = page.getByLabel(name, { exact: true })
      await reach(input)
      const [year, month, date] = day.split('-') as [string, string, string]
      const orders = [
        [year, 'ArrowRight', month, date],
        [month, date, year],
      ]
      for (const order of orders) {
        for (let back = 0; back < 2; back += 1) await keyboard.press('ArrowLeft')
        for (const part of order)
          await (part.startsWith('Arrow') ? keyboard.press(part) : keyboard.type(part))
        if ((await input.inputValue()) === day) return
      }
      throw new Error(`${name} cannot be written as ${day}`)
    },
    /** The group is reached by Tab and its answers by the arrows. */
    async choose(question: string, answer: string): Promise<void> {
      const group = page.getByRole('radiogroup', { name: question, exact: true })
      await reach(group)
      const radio = group.getByRole('radio', { name: answer, exact: true })
      await keyboard.press('Space')
      for (let pressed = 0; pressed < 20 && !(await radio.isChecked()); pressed += 1)
        await keyboard.press('ArrowDown')
    },
    /** A list that is searched by typing. */
    async pick(list: Locator, name: string): Promise<void> {
      await reach(list)
      await keyboard.type(name)
      await keyboard.press('Enter')
    },
  }
}

export type ByKeyboard = ReturnType<typeof byKeyboard>
