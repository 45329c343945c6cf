import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { meanwhile } from './meanwhile.tsx'

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('whoever comes while the past of a demo is lived reads how far it is, and programs that it is not ready', async () => {
  const port = await freePort()
  const door = await meanwhile({ host: '127.0.0.1', port }, '示例县')
  const base = `http://127.0.0.1:${port}`
  try {
    door.say('到2026-10-21，119件')
    const page = await fetch(`${base}/items/elderly-allowance`)
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '3'])
    const text = await page.text()
    expect(text).toContain('到2026-10-21，119件')
    expect(text).toContain('http-equiv="refresh"')
    const stylesheet = /href="(\/assets\/[^"]+)"/.exec(text)![1]!
    expect((await fetch(base + stylesheet)).status).toBe(200)
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
    expect((await fetch(`${base}/readyz`)).status).toBe(503)
    const api = await fetch(`${base}/api/v1/items`)
    expect(api.headers.get('content-type')).toContain('application/problem+json')
    expect(await api.json()).toMatchObject({ status: 503, code: 'not-ready' })
  } finally {
    await door.close()
  }
  await expect(fetch(base)).rejects.toThrow()
})
