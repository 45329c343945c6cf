import { launchBrowser } from '#platform/testing/browser.ts'
const b = await launchBrowser()
const [, , spec] = process.argv
const B = 'http://127.0.0.1:3100'
for (const line of spec!.split(';')) {
  const [name, url, w = '360', login] = line.split(',')
  const c = await b.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: +w!, height: +w! < 500 ? 740 : 860 },
  })
  const p = await c.newPage()
  if (login) {
    await p.goto(B + '/staff/')
    await p.waitForSelector('input[type=password]')
    await p.locator('input').first().fill(login)
    await p.fill('input[type=password]', 'Yichuang-2026')
    await p.keyboard.press('Enter')
    await p.waitForTimeout(2500)
  }
  await p.goto(B + url)
  await p.waitForTimeout(login ? 2500 : 200)
  await p.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true })
  await c.close()
}
await b.close()
