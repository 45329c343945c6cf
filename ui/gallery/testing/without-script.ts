import type { Page } from 'playwright-core'

/** What is of no use on a page whose scripts never arrive: buttons and links that do nothing, files that are not sent; and forms that could be forged. */
export async function deadWithoutScript(page: Page): Promise<string[]> {
  return (await page.evaluate(`(${find})()`)) as string[]
}

const find = `() => {
  const say = (why) => (element) => why + ': ' + element.outerHTML.slice(0, 90)
  const shown = (element) => element.checkVisibility()
  const buttons = [...document.querySelectorAll('button')].filter(shown)
  const posts = [...document.querySelectorAll('form')].filter((form) => form.method === 'post' && form.querySelector('button:not([type=button])'))
  // Large characters on or off changes nothing for anybody else and carries no token.
  const unguarded = posts.filter((form) => !form.querySelector('input[type=hidden][name=csrf]') && form.getAttribute('action') !== '/elder')
  const files = [...document.querySelectorAll('input[type=file]')].filter((input) => input.form && (input.form.enctype !== 'multipart/form-data' || input.form.method !== 'post'))
  return [
    ...buttons.filter((button) => button.type === 'button').map(say('a button that does nothing')),
    ...unguarded.map(say('a form without a token')),
    ...files.map(say('a file that is not sent')),
    ...[...document.querySelectorAll('a:not([href])')].map(say('a link without an address')),
  ]
}`
