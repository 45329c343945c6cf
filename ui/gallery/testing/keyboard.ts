import type { Page } from 'playwright-core'

export interface Walk {
  /** What a person can act on, in the order of the page. */
  expected: string[]
  /** What Tab came to, in the order it came. */
  reached: string[]
  /** Where no mark tells that it has the focus. */
  unmarked: string[]
}

const PARTS_OF_A_FIELD = 4

/** Walks through the page with the Tab key alone. */
export async function tabThrough(page: Page): Promise<Walk> {
  const expected = (await page.evaluate(`(${markControls})()`)) as string[]
  const reached: string[] = []
  const unmarked: string[] = []
  // The browser's own field for a day has a stop for each of its parts; more than that holds the focus.
  for (
    let press = 0;
    press <= expected.length * PARTS_OF_A_FIELD && reached.length <= expected.length;
    press += 1
  ) {
    await page.keyboard.press('Tab')
    const at = (await page.evaluate(`(${focused})()`)) as { name: string; marked: boolean } | null
    if (at === null) break
    if (at.name === reached.at(-1)) continue
    reached.push(at.name)
    if (!at.marked) unmarked.push(at.name)
  }
  return { expected, reached, unmarked }
}

/** Numbers the controls; of radios that answer one question Tab comes to one alone. */
const markControls = `() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]')
  const first = (radio, all) => {
    const group = all.filter((other) => other.type === 'radio' && other.name === radio.name && other.form === radio.form)
    return (group.find((other) => other.checked) ?? group[0]) === radio
  }
  // A box that scrolls takes the focus of itself, so that the arrow keys can move it.
  const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
  const all = [...document.querySelectorAll('*')].filter((element) => shown(element) && !element.disabled && element.tabIndex >= 0
    && (element.matches('a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]') || scrolls(element)))
  const stops = all.filter((element) => element.type !== 'radio' || first(element, all))
  document.activeElement?.blur()
  window.before = stops.map((element) => look(element))
  window.stops = stops
  function look(element) {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element)
    return JSON.stringify([outlineStyle, outlineWidth, boxShadow, backgroundColor])
  }
  window.look = look
  return stops.map((element, at) => at + ' ' + element.outerHTML.slice(0, 70))
}`

/** WCAG 2.4.7 and 2.4.13: an outline of 2 px or more, a shadow or another ground that was not there before. */
const focused = `() => {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return null
  const at = window.stops.indexOf(element)
  const style = getComputedStyle(element)
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const marked = (outlined || style.boxShadow !== 'none') && window.look(element) !== window.before[at]
  return { name: at + ' ' + element.outerHTML.slice(0, 70), marked }
}`
